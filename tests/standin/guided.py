"""Stand-ins of sites on which Untick presses nothing: Meta's settings and forms, and switches of others."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import answers
from .answers import Answer

FACEBOOK_FORM = "https://www.facebook.com/help/contact/6359191084165019"
FACEBOOK_SETTINGS = "https://www.facebook.com/settings/?tab=account"
INSTAGRAM = "https://www.instagram.com/accounts/edit/"
WHATSAPP_FORM = "https://www.whatsapp.com/contact/forms/382532939919295/"
CLAUDE = "https://claude.ai/settings/data-privacy-controls"
GITHUB = "https://github.com/settings/copilot/features"
REDDIT = "https://www.reddit.com/settings/privacy"
# Host → path prefixes, each with its page; the last is for any other address.
VIEWS = {
    "www.facebook.com": (
        ("/help/contact/", "facebook-form"),
        ("/settings", "facebook-settings"),
        ("", "feed"),
    ),
    "www.instagram.com": (("/accounts/", "instagram"), ("", "feed")),
    "www.whatsapp.com": (("/contact/forms/", "whatsapp-form"), ("", "feed")),
    "claude.ai": (("/settings", "claude"), ("", "feed")),
    "github.com": (("/settings/copilot", "github"), ("/login", "github-login"), ("", "feed")),
    "www.reddit.com": (("/settings", "reddit"), ("", "feed")),
    # Of sites that tests make up.
    "www.letters.example": (("/settings", "letters"), ("", "feed")),
    "read.letters.example": (("/settings", "letters-read"), ("", "feed")),
    "guide.letters.example": (("/settings", "letters"), ("", "feed")),
    "form.letters.example": (("/settings", "whatsapp-form"), ("", "feed")),
    "none.letters.example": (("/settings", "reddit"), ("", "feed")),
}
HOSTS = tuple(VIEWS)
PAGES = answers.PAGES / "guided"
ASSETS = answers.assets(PAGES, "/assets/")
POLICY = (
    "default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'"
)
MAIL = "ada.lovelace@example.org"
_templates = Environment(loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined)


@dataclass
class GuidedSites:
    """All of them for one person.

    training: the switch of those that have one. writes: each change of it that came in, by host.
    objections: each form that was sent, by host, with its fields. loses: whether a change is not kept.
    wait: seconds that the site takes for a change. login: the address that settings lead to meanwhile.
    """

    training: bool = True
    writes: list[tuple[str, bool]] = field(default_factory=list)
    objections: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    loses: bool = False
    wait: float = 0
    login: str | None = None

    def answer(self, method: str, host: str, path: str, body: bytes, nonce: str) -> Answer:
        """What a site answers to a request for a path without its query."""
        if path in ASSETS:
            return ASSETS[path]
        if method == "PUT":
            wanted = bool(json.loads(body)["enabled"])
            time.sleep(self.wait)  # the site's own slowness
            self.training = self.training if self.loses else wanted
            self.writes.append((host, wanted))
            return Answer(200, "application/json", b"{}")
        if self.login and path.startswith("/settings"):
            return Answer(302, "text/plain", b"", {"Location": self.login, "Cache-Control": "no-store"})
        sent = False
        if method == "POST":
            fields = {name: values[0] for name, values in parse_qs(body.decode()).items()}
            self.objections.append((host, fields))
            sent = True
        view = next(view for prefix, view in VIEWS[host] if path.startswith(prefix))
        given = {"nonce": nonce, "host": host, "sent": sent, "mail": MAIL, "training": self.training}
        html = _templates.get_template(f"{view}.html").render(given)
        headers = {"Content-Security-Policy": POLICY.format(nonce=nonce), "Cache-Control": "no-cache"}
        return Answer(200, "text/html; charset=utf-8", html.encode(), headers)
