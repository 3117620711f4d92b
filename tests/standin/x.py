"""The stand-in of x.com: its account, its manners, and what it answers."""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import answers
from .answers import Answer, as_json

HOST = "x.com"
ORIGIN = f"https://{HOST}"
GROK_PATH = "/settings/grok_settings"
TRAINING = "training"
# In the page's order (C), each with the operation that saves it; only the first one's is the site's own (C).
ROWS = {
    TRAINING: "XaiDataSharingSettingsMutation",
    "personalization": "GrokPersonalizationSettingsMutation",
    "memory": "GrokMemorySettingsMutation",
}
HOOK = "xaiDataSharingSettings"
GRAPHQL = re.compile(r"/i/api/graphql/[\w-]+/(\w+)")
SAVES = ("ok", "slow", "error", "lost")
HOOKS = ("row", "input", "another", "none")
SLOW = 3.0  # seconds
PAGES = answers.PAGES / HOST
ASSETS = answers.assets(PAGES, "/assets/")
WORDS = answers.words(PAGES)
POLICY = (
    "default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'"
)
_templates = Environment(loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined)


@dataclass
class XAccount:
    """What the site has stored.

    writes: every change that reached it, in order. erased: how often its history was deleted.
    """

    values: dict[str, bool] = field(default_factory=lambda: dict.fromkeys(ROWS, True))
    writes: list[tuple[str, bool]] = field(default_factory=list)
    erased: int = 0
    signed_in: bool = True


@dataclass(frozen=True)
class XScenario:
    """One behaviour of the site.

    lang: one of WORDS. start, delay: seconds until its app draws at all, and a page of the settings.
    save: one of SAVES. memory: whether the row for memory is there. minor: whether the person is under 18.
    hook: where the training row's test id is, one of HOOKS; another: on the next row.
    """

    lang: str = "en"
    start: float = 0.1
    delay: float = 0
    save: str = "ok"
    memory: bool = True
    minor: bool = False
    hook: str = "row"

    def __post_init__(self) -> None:
        """Refuse what no page can show.

        Raises:
            ValueError: a field's value is not one of those it may have.
        """
        fields = (("lang", self.lang, WORDS), ("save", self.save, SAVES), ("hook", self.hook, HOOKS))
        for name, value, allowed in fields:
            if value not in allowed:
                raise ValueError(f"XScenario.{name}: {value!r}; expected one of {', '.join(allowed)}")


@dataclass
class XSite:
    """The site for one person."""

    account: XAccount = field(default_factory=XAccount)
    scenario: XScenario = field(default_factory=XScenario)

    def answer(self, method: str, path: str, body: bytes, nonce: str) -> Answer:
        """What the site answers to a request for a path without its query."""
        if path in ASSETS:
            return ASSETS[path]
        if method == "POST" and path == "/i/api/1.1/onboarding/task.json":
            self.account.signed_in = True
            return as_json(200, {"status": "success"})
        if found := GRAPHQL.fullmatch(path):
            return self._mutate(found[1], body) if method == "POST" else as_json(405, {"errors": []})
        if path.startswith("/settings") and not self.account.signed_in:
            target = f"/i/flow/login?redirect_after_login={quote(path, safe='')}"
            return Answer(302, "text/plain", b"", {"Location": target, "Cache-Control": "no-store"})
        return self._page(nonce)

    def _page(self, nonce: str) -> Answer:
        words = WORDS["en"] | WORDS[self.scenario.lang]
        boot = json.dumps(self._state(words), ensure_ascii=False).replace("<", "\\u003c")
        html = _templates.get_template("page.html").render(w=words, nonce=nonce, boot=boot)
        headers = {
            "Content-Security-Policy": POLICY.format(nonce=nonce),
            "Cache-Control": "no-cache, no-store, must-revalidate",
            "Set-Cookie": f"ct0={nonce}; Path=/; Secure; SameSite=Lax",
        }
        return Answer(200, "text/html; charset=utf-8", html.encode(), headers)

    def _state(self, words: dict[str, str]) -> dict[str, Any]:
        scene = self.scenario
        bearer = {"another": "personalization", "none": ""}.get(scene.hook, TRAINING)
        rows = [
            {
                "name": name,
                "mutation": mutation,
                "label": words[name],
                "text": words[f"{name}_text"],
                "on": self.account.values[name],
                "hook": HOOK if name == bearer else "",
            }
            for name, mutation in ROWS.items()
            if name != "memory" or scene.memory
        ]
        return {
            "signedIn": self.account.signed_in,
            "start": scene.start * 1000,
            "delay": scene.delay * 1000,
            "minor": scene.minor,
            "hook": scene.hook,
            "words": words,
            "rows": rows,
        }

    def _mutate(self, operation: str, body: bytes) -> Answer:
        # Kept for the whole request: after a reset a late save must not reach the new account.
        account, scene = self.account, self.scenario
        if not account.signed_in:
            return as_json(401, {"errors": [{"message": "Could not authenticate you", "code": 32}]})
        if operation == "GrokDeleteAllConversationsMutation":
            account.erased += 1
            return as_json(200, {"data": {}})
        names = {mutation: name for name, mutation in ROWS.items()}
        if operation not in names:
            return as_json(404, {"errors": [{"message": "no such operation"}]})
        value = json.loads(body).get("variables", {}).get("enabled")
        if not isinstance(value, bool):
            return as_json(400, {"errors": [{"message": "enabled: expected true or false"}]})
        time.sleep(SLOW if scene.save == "slow" else 0.02)  # the site's own slowness
        if scene.save == "error":
            return as_json(500, {"errors": [{"message": "Internal error", "code": 131}]})
        if scene.save != "lost":
            account.values[names[operation]] = value
            account.writes.append((names[operation], value))
        return as_json(200, {"data": {"xai_data_sharing_settings": "Done"}})
