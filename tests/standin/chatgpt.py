"""The stand-in of chatgpt.com: its account, its manners, and what it answers."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import answers
from .answers import Answer, as_json

HOST = "chatgpt.com"
ORIGIN = f"https://{HOST}"
PATH = "/settings/data-controls"
OLDER_PATH = "/#settings/DataControls"
TRAINING = "training_allowed"
# The first is the site's own (C), the others are ours.
FEATURES = (TRAINING, "voice_training_allowed", "location_allowed")
HOOK = "improve-model-toggle"
API = "/backend-api"
SETTING = f"{API}/settings/account_user_setting"
# What cannot be undone, by the address that does it.
DEEDS = {
    f"{API}/accounts/data_export": "exported",
    f"{API}/conversations/delete_all": "chats deleted",
    f"{API}/accounts/delete": "account deleted",
}
SAVES = ("ok", "slow", "error", "lost")
MODALS = ("stays", "closes", "dead")
ODDS = ("", "notice", "twice")
PLANS = ("free", "business")
SLOW = 3.0  # seconds
PAGES = answers.PAGES / HOST
ASSETS = answers.assets(PAGES, "/cdn/assets/")
WORDS = answers.words(PAGES)
POLICY = (
    "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'strict-dynamic'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'none'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_templates = Environment(loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined)


@dataclass
class ChatGPTAccount:
    """What the site has stored.

    writes: every change that reached it, in order. done: what cannot be undone. plan: one of PLANS.
    """

    values: dict[str, bool] = field(default_factory=lambda: dict.fromkeys(FEATURES, True))
    writes: list[tuple[str, bool]] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    signed_in: bool = True

    @classmethod
    def of(cls, plan: str) -> ChatGPTAccount:
        """Give a new account of a plan: where a business pays, nothing is trained unless somebody says so."""
        if plan not in PLANS:
            raise ValueError(f"plan: {plan!r}; expected one of {', '.join(PLANS)}")
        return cls(values=dict.fromkeys(FEATURES, plan == "free"))


@dataclass(frozen=True)
class ChatGPTScenario:
    """One behaviour of the site.

    lang: one of WORDS. start, late: seconds until its app draws, and from then until it knows the account's
    values. save: one of SAVES. modal: what the dialog with the switch does, one of MODALS. audio: whether it
    has a second switch. word: whether the opener tells the state. named: whether the switch has its label by
    itself, and not just in its row. hook: the switch's test id. locked: whether nobody can move it.
    odd: what else is odd, one of ODDS; notice: a dialog of another matter in front; twice: two openers.
    """

    lang: str = "en"
    start: float = 0.1
    late: float = 0
    save: str = "ok"
    modal: str = "stays"
    audio: bool = False
    word: bool = True
    named: bool = False
    hook: str = HOOK
    locked: bool = False
    odd: str = ""

    def __post_init__(self) -> None:
        """Refuse what no page can show.

        Raises:
            ValueError: a field's value is not one of those it may have.
        """
        fields = (
            ("lang", self.lang, WORDS),
            ("save", self.save, SAVES),
            ("modal", self.modal, MODALS),
            ("odd", self.odd, ODDS),
        )
        for name, value, allowed in fields:
            if value not in allowed:
                raise ValueError(f"ChatGPTScenario.{name}: {value!r}; expected one of {', '.join(allowed)}")


@dataclass
class ChatGPTSite:
    """The site for one person."""

    account: ChatGPTAccount = field(default_factory=ChatGPTAccount)
    scenario: ChatGPTScenario = field(default_factory=ChatGPTScenario)

    def answer(self, method: str, path: str, query: dict[str, str], nonce: str) -> Answer:
        """What the site answers to a request."""
        account = self.account
        if path in ASSETS:
            return ASSETS[path]
        if path == f"{API}/accounts/login" and method == "POST":
            account.signed_in = True
            return as_json(200, {"success": True})
        if path.startswith(API):
            return (
                self._api(method, path, query)
                if account.signed_in
                else as_json(401, {"detail": "signed out"})
            )
        if path.startswith("/settings") and not account.signed_in:
            target = f"/auth/login?next={quote(path, safe='')}"
            return Answer(302, "text/plain", b"", {"Location": target, "Cache-Control": "no-store"})
        return self._page(nonce)

    def _api(self, method: str, path: str, query: dict[str, str]) -> Answer:
        # Kept for the whole request: after a reset a late save must not reach the new account.
        account, scene = self.account, self.scenario
        if path == f"{API}/settings/user" and method == "GET":
            return as_json(200, account.values)
        if path in DEEDS and method == "POST":
            account.done.append(DEEDS[path])
            return as_json(200, {"success": True})
        if path != SETTING or method != "PATCH":
            return as_json(404, {"detail": "Not Found"})
        feature, value = query.get("feature", ""), query.get("value", "")
        if feature not in FEATURES or value not in {"true", "false"}:
            return as_json(422, {"detail": "feature, value: not as expected"})
        time.sleep(SLOW if scene.save == "slow" else 0.02)  # the site's own slowness
        if scene.save == "error":
            return as_json(500, {"detail": "Something went wrong"})
        if scene.save != "lost":
            account.values[feature] = value == "true"
            account.writes.append((feature, value == "true"))
        return as_json(200, {"success": True})

    def _page(self, nonce: str) -> Answer:
        words = WORDS["en"] | WORDS[self.scenario.lang]
        boot = json.dumps(self._boot(words), ensure_ascii=False).replace("<", "\\u003c")
        html = _templates.get_template("page.html").render(w=words, nonce=nonce, boot=boot)
        headers = {"Content-Security-Policy": POLICY.format(nonce=nonce), "Cache-Control": "no-store"}
        return Answer(200, "text/html; charset=utf-8", html.encode(), headers)

    def _boot(self, words: dict[str, str]) -> dict[str, Any]:
        scene = self.scenario
        names = ("start", "late", "modal", "audio", "word", "named", "hook", "locked", "odd")
        return {
            "signedIn": self.account.signed_in,
            "token": "standin",
            "words": words,
            "scene": {name: getattr(scene, name) for name in names},
        }
