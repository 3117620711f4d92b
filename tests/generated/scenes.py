"""Pages that nobody wrote: structure, words, forms, timing and faults, and what can be expected of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, fields, replace
from html import escape
from typing import Any, Self

from generated.markup import AROUND, FORMS, LAYER, OUTSIDE, PLACES, SPEAK, TRANSLATED, UNDRAWN
from hypothesis import strategies as st
from standin import AI_KEY, KEYS, LANGS, SETTINGS, WORDS, Account, Member, Scenario

RESEARCH_KEY = KEYS[1]
AI, RESEARCH, NOTHING = "ai", "research", "nothing"
OWN_KEY = {AI: AI_KEY, RESEARCH: RESEARCH_KEY, NOTHING: ""}
NEUTRAL = "Ρύθμιση"
# The site's own words for the AI setting are known in these languages; in the first two, other settings' too.
SPOKEN = ("en", "fr", "de", "es", "it", "nl", "pt_BR", "cs", "fi", "pl")
TELLING = SPOKEN[:2]
# Another slug, and the spelling at which two other settings answer as well.
MOVED = ("/mypreferences/d/settings/ai-training-data", "/mypreferences/d/data-for-ai-improvement")
TAGS = tuple(str(one["tag"]) for one in WORDS.values())


def words(lang: str, *path: str) -> str:
    """One text of a language, English where it has none."""
    for name in (lang, "en"):
        found: Any = WORDS[name]
        for step in path:
            found = found.get(step, {})
        if found:
            return str(found)
    raise KeyError(path)


def said(lang: str, owner: str) -> tuple[str, str]:
    """The title and the label that the site gives a setting."""
    slug = SETTINGS[(AI, RESEARCH).index(owner)].slug
    return words(lang, "settings", slug, "title"), words(lang, "settings", slug, "label")


@dataclass(frozen=True)
class Row:
    """One switch of a page.

    owner: whose setting it moves. key: the preference key that it carries, or "".
    around: what it stands in, from the outermost in. inverted: it shows the opposite of the account.
    text: a description below the label. locked: nobody can move it.
    """

    owner: str
    form: str
    label: str
    key: str = ""
    around: tuple[str, ...] = ()
    inverted: bool = False
    text: str = ""
    locked: bool = False

    @property
    def drawn(self) -> bool:
        """Whether a person sees it."""
        return not set(self.around) & set(UNDRAWN)

    @property
    def outside(self) -> bool:
        """Whether it stands where no setting does."""
        return bool(set(self.around) & set(OUTSIDE))

    def simpler(self) -> Iterator[Row]:
        """The rows that differ from this one by being simpler in one thing."""
        for at in range(len(self.around)):
            yield replace(self, around=self.around[:at] + self.around[at + 1 :])
        if self.text:
            yield replace(self, text="")
        if self.locked:
            yield replace(self, locked=False)

    def html(self, at: int, *, translated: bool = False) -> str:
        """The row's markup, a template of the stand-in; translated: as a browser leaves its texts."""
        label, text = escape(self.label), escape(self.text)
        if translated:
            # What stands in an attribute stays as it is.
            label = label if self.form == "aria-label" else TRANSLATED.format(label)
            text = text and TRANSLATED.format(text)
        wire = {AI: "not" if self.inverted else "0", RESEARCH: "1", NOTHING: "x"}[self.owner]
        shows = "true" if self.owner == NOTHING else f"on['{wire}']"
        html = FORMS[self.form].html.format(
            label=label,
            text=f"<p>{text}</p>" if text else "",
            name=self.key or f"control-{at}",
            wire=f'data-hk="{wire}"',
            checked=f"{{% if {shows} %}} checked{{% endif %}}",
            on=f"{{{{ 'true' if {shows} else 'false' }}}}",
            lock=' disabled aria-disabled="true"' if self.locked else "",
        )
        for name in reversed(self.around):
            html = AROUND[name].format(html)
        return html


@dataclass(frozen=True)
class Scene:
    """A page, how the site draws it and what becomes of a save there; on: what the account holds at first.

    translated: the language that a browser has it translated to, or "": its tag is that one's, and the words
    are the site's own all the same, which is the worst that such a page can say. layer: whether a layer that
    paints nothing lies over it. reads: seconds that the page waits for the state. moved: as in Scenario.
    """

    rows: tuple[Row, ...]
    lang: str = "en"
    frame: bool = False
    draw: str = "late"
    delay: float = 0.05
    hydrate: float = 0.1
    save: str = "ok"
    decoys: tuple[str, ...] = ()
    trusted_types: bool = False
    translated: str = ""
    layer: bool = False
    reads: float = 0
    moved: str = ""
    on: bool = field(default=True)

    @classmethod
    def read(cls, data: dict[str, Any]) -> Self:
        """Take a scene from JSON."""
        rows = tuple(Row(**{**row, "around": tuple(row.get("around", ()))}) for row in data["rows"])
        return cls(**{**data, "rows": rows, "decoys": tuple(data.get("decoys", ()))})

    def data(self) -> dict[str, Any]:
        """The scene as JSON has it."""
        return asdict(self)

    def member(self) -> Member:
        """Somebody who meets this page."""
        scenario = Scenario(
            shape="iframe" if self.frame else "current",
            html="".join(row.html(at, translated=bool(self.translated)) for at, row in enumerate(self.rows)),
            draw=self.draw,
            delay=self.delay,
            hydrate=self.hydrate,
            save=self.save,
            lang=self.lang,
            decoys=self.decoys,
            trusted_types=self.trusted_types,
            reads=self.reads,
            moved=self.moved,
            leads="server" if self.moved else "none",
            script=(SPEAK.format(self.translated) if self.translated else "") + (LAYER if self.layer else ""),
        )
        account = Account()
        account.values[AI_KEY] = self.on
        return Member(account, scenario)

    def simpler(self) -> Iterator[Scene]:
        """The scenes that differ from this one by being simpler in one thing."""
        for at in range(len(self.rows)):
            if len(self.rows) > 1:
                yield replace(self, rows=self.rows[:at] + self.rows[at + 1 :])
        plain = Scene(rows=self.rows)
        for part in fields(self):
            if getattr(self, part.name) != getattr(plain, part.name):
                yield replace(self, **{part.name: getattr(plain, part.name)})
        for at, row in enumerate(self.rows):
            for one in row.simpler():
                yield replace(self, rows=(*self.rows[:at], one, *self.rows[at + 1 :]))

    @property
    def is_known(self) -> bool:
        """Whether one control has the AI setting's key, with nothing against it: that one is to be found.

        At an address that nobody knows, its label has to name it as well.
        """
        keyed = [row for row in self.rows if row.key == AI_KEY and row.drawn]
        if len(keyed) != 1:
            return False
        (row,) = keyed
        claims = said(self.lang, AI)
        rivals = [other for other in self.rows if other is not row and other.drawn and other.label in claims]
        named = not self.moved or (self.lang in SPOKEN and row.label in claims)
        return row.owner == AI and named and not (row.inverted or row.locked or row.outside or rivals)

    @property
    def is_honest(self) -> bool:
        """Whether a person who reads the page could tell the switches apart.

        On the AI setting's page, another setting's lone switch, without a key or any label, tells nothing.
        """
        alone = [row for row in self.rows if row.drawn and not row.outside and not FORMS[row.form].vote]
        return len(alone) != 1 or alone[0].owner == AI or bool(alone[0].label or alone[0].key)

    @property
    def is_quick(self) -> bool:
        """Whether something on it may be asked about: a page without takes 25 s to be told as such."""
        return any(row.drawn and (not row.outside or row.key == AI_KEY) for row in self.rows)


_places = st.lists(st.sampled_from(sorted(PLACES)), max_size=2).map(tuple)
_rare = st.integers(0, 11).map(lambda number: number == 11)
_seldom = st.integers(0, 4).map(lambda number: number == 4)


@st.composite
def around(draw: st.DrawFn) -> tuple[str, ...]:
    """What a row stands in: mostly a place of the page's settings."""
    places = draw(_places)
    if draw(_rare):
        return (draw(st.sampled_from(sorted(OUTSIDE | UNDRAWN))), *places)
    return places


@st.composite
def ai_rows(draw: st.DrawFn, lang: str, *, plain: bool) -> Row:
    """The AI setting's own: it tells the truth, or less, or (with another's key) contradicts itself.

    plain: whether the page's words are of the language that it says it is in: only then a no is a no.
    """
    inverted = plain and draw(_seldom)
    forms = sorted(name for name, form in FORMS.items() if form.own or not inverted)
    labels = [words(lang, "inverted")] if inverted else [*said(lang, AI), *said(lang, AI), NEUTRAL, ""]
    return Row(
        owner=AI,
        form=draw(st.sampled_from(forms)),
        label=draw(st.sampled_from(labels)),
        key=RESEARCH_KEY if draw(_rare) else draw(st.sampled_from([AI_KEY, AI_KEY, ""])),
        around=draw(around()),
        inverted=inverted,
        text=draw(st.sampled_from(["", words(lang, "settings", SETTINGS[0].slug, "text")])),
        locked=draw(_rare),
    )


@st.composite
def other_rows(draw: st.DrawFn, lang: str, *, plain: bool) -> Row:
    """Another setting's, or no setting's; with the AI key only where its words say that it is another's."""
    owner = draw(st.sampled_from([RESEARCH, NOTHING]))
    known = said(lang, RESEARCH) if owner == RESEARCH else (words(lang, "compact"), words(lang, "tips"))
    label = draw(st.sampled_from([*known, *known, NEUTRAL, ""]))
    keys = [OWN_KEY[owner], OWN_KEY[owner], ""]
    if plain and owner == RESEARCH and lang in TELLING and label in known:
        keys.append(AI_KEY)
    return Row(
        owner=owner,
        form=draw(st.sampled_from(sorted(FORMS))),
        label=label,
        key=draw(st.sampled_from(keys)),
        around=draw(around()),
        text=draw(st.sampled_from(["", "", words(lang, "settings", SETTINGS[1].slug, "text")])),
    )


@st.composite
def _drawn(draw: st.DrawFn) -> Scene:
    lang = draw(st.sampled_from(TELLING) | st.sampled_from(SPOKEN) | st.sampled_from(LANGS))
    translated = draw(st.sampled_from(TAGS)) if draw(_seldom) else ""
    ours = ai_rows(lang, plain=not translated)
    own = draw(st.lists(ours, min_size=1, max_size=2) if draw(_rare) else ours.map(lambda row: [row]))
    others = draw(st.lists(other_rows(lang, plain=not translated), max_size=3))
    lacks = draw(_seldom)
    rows = others if others and lacks else [*others, *own]
    frame = draw(_rare)
    # A frame that is put there anew all the time never loads.
    drawn = draw(st.sampled_from(["late", "at-once", "filled", *([] if frame else ["restless"])]))
    return Scene(
        rows=tuple(draw(st.permutations(rows))),
        lang=lang,
        frame=frame,
        draw=drawn,
        delay=draw(st.sampled_from([0.05, 0.2, 0.6])),
        hydrate=draw(st.sampled_from([0.1, 0.0, 0.4])),
        save=draw(st.sampled_from(["ok"] * 5 + ["slow", "error", "lost", "revert", "offline"])),
        decoys=draw(st.sampled_from([(), (), ("dialog",), ("header", "nav"), ("footer", "nav", "dialog")])),
        trusted_types=draw(_rare),
        translated=translated,
        layer=draw(_seldom),
        moved=draw(st.sampled_from(MOVED)) if draw(_rare) else "",
        # Drawn before that, it would show something else for so long, or not listen to what is pressed.
        reads=draw(st.sampled_from([0, 0, 1.5])) if drawn == "late" else 0,
        on=not draw(_rare),
    )


def scenes() -> st.SearchStrategy[Scene]:
    """Any page of which a person could tell the switches apart."""
    return _drawn().filter(lambda scene: scene.is_honest and scene.is_quick)
