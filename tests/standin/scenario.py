"""How the site behaves: what shape its switch has, how it is drawn, what becomes of a save."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .account import KEYS, SETTINGS

PAGES = Path(__file__).parent.parent / "pages" / "www.linkedin.com"
DRAWS = ("at-once", "late", "filled", "restless", "never")
SAVES = (
    "ok",
    "slow",
    "error",
    "lost",
    "revert",
    "offline",
    "retried",
    "twice",
    "half",
    "undo",
    "asks",
    "asks-first",
    "unread",
)
WAYS = ("none", "server", "script", "router", "push", "assign")
DECOYS = ("header", "nav", "footer", "dialog")
ROWS = ("word", "none", "wrong")
# A shape is one file; the page it is for has one switch unless `two` is in the name.
SHAPES = tuple(sorted(path.stem for path in (PAGES / "shapes").glob("*.html")))
# What the pages say, one file per language of the site; only English has all, and the others fall back on it.
# Where the AI page's title and label are known they are the site's; all else is our own writing.
WORDS: dict[str, dict[str, Any]] = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((PAGES / "words").glob("*.toml"))
}
LANGS = tuple(WORDS)
SLUGS = tuple(setting.slug for setting in SETTINGS)


@dataclass(frozen=True)
class Scenario:
    """One behaviour of the site; sent to its pages by the server, never by the address.

    shape: markup of the AI page's switch, one of SHAPES.
    html: a card's inner HTML in place of a shape, or of the frame's card where the shape is "iframe". There
        data-hk="0" marks a control of the page's setting, "not" one that shows it the other way round, "1"
        one of the research setting, any other one of none. A template: `on` says what a data-hk is to show.
    draw: one of DRAWS. delay: seconds until the page is drawn (late) or filled in (filled).
    hydrate: seconds until a page drawn at once listens. reads: seconds until its script is told the state.
    save: one of SAVES; retried: the first try answers 500 and the page tries again; twice: the page sends it
        twice; half: of two the second answers 500; undo: sent 6 s later; asks: the switch moves and the page
        asks before it saves; asks-first: it moves only then; unread: the answer's body is left unread.
    lang: one of LANGS.
    moved: where the AI page is now, "" for where it was. leads: one of WAYS, how its old address leads there;
        none: it still answers itself.
    decoys: controls outside the card, of DECOYS.
    rows: other rows in #main. bursts: times that five rows come or go there, one a frame.
    trusted_types: whether the page's policy demands trusted types.
    row: the state at the end of the AI page's row in its category, one of ROWS.
    fails: keys whose save answers 500. lost: slugs of settings whose pages lead to their category instead.
    locks: slugs of settings whose switches cannot be moved.
    script: what the page runs before all else.
    cache: whether documents may be stored, so that the back/forward cache may keep them.
    down: status with which the settings API answers, 0 for not at all; None: it works. Pages are served.
    """

    shape: str = "current"
    html: str | None = None
    draw: str = "at-once"
    delay: float = 1.0
    hydrate: float = 0.1
    reads: float = 0
    save: str = "ok"
    lang: str = "en"
    moved: str = ""
    leads: str = "none"
    decoys: tuple[str, ...] = ()
    rows: int = 0
    bursts: int = 0
    trusted_types: bool = False
    row: str = "word"
    fails: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    locks: tuple[str, ...] = ()
    script: str = ""
    cache: bool = False
    down: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no page can show.

        Raises:
            ValueError: a field's value is not one of those it may have.
        """
        fields = (
            ("shape", (self.shape,), SHAPES),
            ("draw", (self.draw,), DRAWS),
            ("save", (self.save,), SAVES),
            ("lang", (self.lang,), LANGS),
            ("leads", (self.leads,), WAYS),
            ("decoys", self.decoys, DECOYS),
            ("row", (self.row,), ROWS),
            ("fails", self.fails, KEYS),
            ("lost", self.lost, SLUGS),
            ("locks", self.locks, SLUGS),
        )
        for name, values, allowed in fields:
            for value in values:
                if value not in allowed:
                    raise ValueError(f"Scenario.{name}: {value!r}; expected one of {', '.join(allowed)}")
