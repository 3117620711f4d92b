"""From an address to what is shown there: routes, views, whole documents."""

from __future__ import annotations

import json
import mimetypes
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from .account import AI_PATH, KEYS, SETTINGS, Account, Setting
from .scenario import PAGES, WORDS, Scenario

LOOKS = {"d": "settings", "m": "mobile"}
CATEGORIES = ("account", "privacy", "ads")
# Pages of the settings that hold no switch of ours.
PLAIN = ("language", "two-step-verification", "visibility")
LEGACY = {"/psettings/privacy": "privacy", "/psettings/advertising": "ads"}
SIGN_IN = ("/login", "/uas/login")
ASSETS = {
    f"/assets/{path.name}": (mimetypes.guess_type(path.name)[0] or "text/plain", path.read_bytes())
    for path in sorted((PAGES / "assets").iterdir())
}

_templates = Environment(
    loader=FileSystemLoader(PAGES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class Redirect:
    """Go to another address; `inside`: the page's script may follow without a load."""

    path: str
    inside: bool = True


@dataclass(frozen=True)
class View:
    """What one address shows: a layout, the HTML inside it, and the account key of each control in it."""

    layout: str
    title: str
    shell: str
    html: str
    status: int = 200
    controls: dict[str, dict[str, Any]] = field(default_factory=dict)
    settings: bool = False
    leads: str = ""

    def boot(self, path: str, scenario: Scenario) -> dict[str, Any]:
        """What the page's script is told."""
        draw = scenario.draw if self.settings else "at-once"
        return {
            "path": path,
            "layout": self.layout,
            "title": self.title,
            "shell": self.shell,
            "html": self.html,
            "controls": self.controls,
            "draw": draw,
            "delay": scenario.delay * 1000,
            "hydrate": scenario.hydrate * 1000,
            "bursts": scenario.bursts if self.settings else 0,
            "leads": self.leads,
            "manner": scenario.save,
            "tries": 2 if scenario.save == "retried" else 1,
            "sends": 2 if scenario.save in ("twice", "half") else 1,
            "words": {name: words(scenario.lang)[name] for name in MESSAGES},
        }


MESSAGES = ("saved", "not_saved", "undo", "sure", "confirm", "cancel")


@cache
def words(lang: str) -> dict[str, Any]:
    """All words of a language, English where it has none."""
    return _over(WORDS["en"], WORDS[lang])


def _over(base: dict[str, Any], top: dict[str, Any]) -> dict[str, Any]:
    merged = {**base, **top}
    for name, value in base.items():
        if isinstance(value, dict):
            merged[name] = _over(value, top.get(name, {}))
    return merged


def resolve(path: str, query: dict[str, str], account: Account, scenario: Scenario) -> View | Redirect:
    """What the site answers at a path."""
    paint = _Painter(account, scenario)
    if scenario.moved and path == scenario.moved:
        return paint.preferences("d", AI_PATH.split("/")[3:])
    if scenario.moved and path == AI_PATH and scenario.leads == "server":
        return Redirect(scenario.moved)
    if scenario.moved and path == AI_PATH and scenario.leads != "none":
        leads = f"{scenario.leads} {scenario.moved}"
        return replace(paint.view("settings", "", "views/skeleton.html"), leads=leads)
    if path == "/":
        return Redirect("/feed/")
    if path == "/feed/":
        return paint.view("feed", words(scenario.lang)["home"], "views/feed.html")
    if path in SIGN_IN:
        back = query.get("session_redirect", "/feed/")
        return paint.view("login", words(scenario.lang)["sign_in"], "views/login.html", back=back)
    if path.startswith("/in/"):
        return paint.view("feed", "Maya Ferreira", "views/plain.html")
    if path.startswith("/help/"):
        return paint.view("settings", "Help", "views/plain.html", dress="d")
    parts = path.strip("/").split("/")
    if parts[0] == "psettings":
        return Redirect(f"/mypreferences/d/categories/{LEGACY.get(path.rstrip('/'), 'account')}")
    if parts[0] != "mypreferences" or parts[1:2] not in (["d"], ["m"]):
        return paint.missing()
    if not account.signed_in:
        door = SIGN_IN[1] if parts[1] == "d" else SIGN_IN[0]
        return Redirect(f"{door}?session_redirect={quote(path, safe='')}", inside=False)
    return paint.preferences(parts[1], parts[2:])


class _Painter:
    """Fills the templates for one account and one scenario."""

    def __init__(self, account: Account, scenario: Scenario) -> None:
        self.account, self.scenario = account, scenario
        self.words = words(scenario.lang)

    def view(self, layout: str, title: str, template: str, *, settings: bool = False, **values: Any) -> View:
        """Render one layout and what is in it."""
        shared = {"w": self.words, "s": self.scenario, "title": title, "dress": "d", **values}
        html = _templates.get_template(template).render(shared)
        shell = _templates.get_template(f"layouts/{layout}.html").render(shared)
        controls = values.get("wired", {})
        return View(layout, title, shell, html, controls=controls, settings=settings)

    def missing(self) -> View:
        """The site's page for an address that it does not know."""
        view = self.view("settings", "Page not found", "views/missing.html")
        return View(view.layout, view.title, view.shell, view.html, status=404)

    def preferences(self, dress: str, parts: list[str]) -> View | Redirect:
        """Anything below /mypreferences/d/ or /m/."""
        home = f"/mypreferences/{dress}/categories/account"
        if not parts:
            return Redirect(home)
        if parts[0] == "categories" and len(parts) == 2 and parts[1] in CATEGORIES:
            return self.category(dress, parts[1])
        framed = parts[0] == "frame"
        tail = "/".join(["settings", *parts[1:]] if framed else parts)
        for setting in SETTINGS:
            if setting.tail == tail:
                if setting.slug in self.scenario.lost:
                    return Redirect(f"/mypreferences/{dress}/categories/{setting.category}")
                return self.setting(dress, setting, framed=framed)
        if parts[0] == "settings" and parts[-1] in PLAIN:
            title = self.words["plain"][parts[-1]]
            return self.view(LOOKS[dress], title, "views/plain.html", settings=True, dress=dress)
        return self.missing()

    def category(self, dress: str, name: str) -> View:
        """A list of settings, each row ending in its state."""
        rows = []
        for setting in SETTINGS:
            if setting.category == name:
                title = self.words["settings"][setting.slug]["title"]
                path = f"/mypreferences/{dress}/{setting.tail}"
                rows.append({"path": path, "title": title, "word": self.word(setting)})
        if name == "account":
            rows += [
                {
                    "path": f"/mypreferences/{dress}/settings/{slug}",
                    "title": self.words["plain"][slug],
                    "word": "",
                }
                for slug in PLAIN
            ]
        title = self.words["categories"][name]
        return self.view(
            LOOKS[dress], title, "views/category.html", settings=True, dress=dress, rows=rows, here=name
        )

    def word(self, setting: Setting) -> str:
        """The state at the end of a setting's row; none where its switches differ."""
        states = {self.account.values[key] for key in setting.keys}
        row = self.scenario.row if setting is SETTINGS[0] else "word"
        if row == "none" or len(states) != 1:
            return ""
        word: str = self.words["on" if states.pop() != (row == "wrong") else "off"]
        return word

    def setting(self, dress: str, setting: Setting, *, framed: bool) -> View:
        """One setting's page, in the scenario's shape where it is the AI page."""
        scene, asked = self.scenario, f"/mypreferences/d/{setting.tail}" == AI_PATH
        text = self.words["settings"][setting.slug]
        shape = scene.shape if asked else "id-key" if setting.slug == "member-cookies" else "current"
        shape = "current" if framed else shape
        # A page of one switch may still wire a second control: a sibling's, for pages that carry a stray one.
        stray = [key for key in KEYS[1:2] if asked]
        labels = text.get("labels", [text.get("label")])
        inverted = asked and shape == "inverted"
        wired = {str(at): {"key": key, "not": inverted} for at, key in enumerate([*setting.keys, *stray])}
        html = scene.html if asked and framed == (scene.shape == "iframe") else None
        if html and 'data-hk="not"' in html:
            # First: what a page believes before it has asked is what the last of them says.
            wired = {"not": {"key": setting.keys[0], "not": True}, **wired}
        switches = [
            {
                "hk": str(at),
                "key": key,
                "label": labels[at],
                "text": text["text"],
                "on": self.account.values[key] != inverted,
                "locked": setting.slug in scene.locks,
            }
            for at, key in enumerate(setting.keys)
        ]
        return self.view(
            "frame" if framed else LOOKS[dress],
            text["title"],
            "views/setting.html",
            settings=True,
            dress=dress,
            wired=wired,
            switches=switches,
            shape=shape,
            html=None if html is None else self.card(html, wired),
            here=setting.category,
            sibling={
                "key": KEYS[1],
                "on": self.account.values[KEYS[1]],
                **self.words["settings"][SETTINGS[1].slug],
            },
        )

    def card(self, html: str, wired: dict[str, dict[str, Any]]) -> str:
        """A scenario's own markup, as the account has it."""
        on = {hk: self.account.values[wire["key"]] != wire["not"] for hk, wire in wired.items()}
        return _card(html).render(on=on)


@lru_cache(maxsize=64)
def _card(html: str) -> Template:
    return _templates.from_string(html)


def document(view: View, scenario: Scenario, nonce: str) -> bytes:
    """A whole page as sent: drawn by the server, or a skeleton that its script fills."""
    # A page has its own shell already; only a move from another layout needs one.
    boot = {**view.boot("", scenario), "shell": ""}
    values = {
        "w": words(scenario.lang),
        "title": view.title,
        "nonce": nonce,
        "framed": view.layout == "frame",
        "script": scenario.script,
        "boot": json.dumps(boot).replace("<", "\\u003c"),
    }
    drawn = boot["draw"] == "at-once"
    outlet = view.html if drawn else _templates.get_template("views/skeleton.html").render()
    rows = _rows(scenario.rows if view.settings else 0)
    root = view.shell.replace("<!-- rows -->", rows).replace("<!-- outlet -->", outlet)
    return _templates.get_template("page.html").render(values).replace("<!-- root -->", root).encode()


@cache
def _rows(count: int) -> str:
    row = (
        '<div class="_row_12ycew"><p>Row {0}</p><span>Detail {0}</span>'
        '<button type="button">Edit</button></div>\n'
    )
    return "".join(row.format(at) for at in range(count))
