"""The files of sites with a switch: one TOML file each, its addresses, settings, keys and words."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import shapes
from errors import BuildError
from pydantic import Field, model_validator
from shapes import Addresses, Language, Slug, Text, Words
from tables import Table, read, twice
from texts import Texts, agree


class Where(Table):
    """Addresses of the site, all but `objection` path prefixes.

    `forms`: what paths begin with in each form of the site, such as the desktop's and the phone's; the index
    of its settings is there. `lists`: pages that only lead to settings. `settings`: with `/#…` those that a
    site draws over any page of it, by what follows the `#`. `objection`: the form for what no switch covers.
    """

    forms: Addresses
    lists: list[shapes.Address] = Field(default_factory=list)
    settings: Annotated[list[shapes.Prefix], Field(min_length=1)]
    sign_in: Addresses
    objection: shapes.Secure | None = None


class Page(Table):
    """What a settings page is made of.

    `main`: CSS selector of its main part. `save`: regular expression of the path of the page's own saving
    requests. `key_attribute`: where the site's keys are written, if not only in ids, names and references;
    such a key is that of the control which it is on, or which is the only one in the element that it is on.
    `key_shape`: regular expression that the keys match.
    """

    main: Text
    save: shapes.Regex
    key_attribute: shapes.Attribute | None = None
    key_shape: shapes.Regex


class Source(Table):
    """Where a fact comes from: `grade` as in the head of the site file, and the day it was seen."""

    grade: shapes.Grade
    date: date
    where: Text


class Details(Table):
    """A list of what is known: messages of the locales."""

    title: shapes.Message
    items: Annotated[list[shapes.Message], Field(min_length=1)]


class Own(Table):
    """Messages of the locales that are true of this site alone.

    Of its primary setting: on by default, what turning it off does, off, what the proof means, which switch
    to look for, the way by hand, and details.
    Without them the banner says what holds of any site, and the file's `texts`.
    """

    on: shapes.Message
    effect: shapes.Message
    off: shapes.Message
    verified: shapes.Message
    unsure: shapes.Message
    absent: shapes.Message
    details: list[Details]

    def names(self) -> list[str]:
        """Give the names of all of them."""
        listed = [name for part in self.details for name in (part.title, *part.items)]
        return [self.on, self.effect, self.off, self.verified, self.unsure, self.absent, *listed]


class WordsOfSetting(Table):
    """What the site calls a setting in one language, and words that tell it from others.

    `phrases`: its titles and labels, where the site's own are known. `topic`: what it speaks of.
    `act`: what is done with that. `other`: what other settings speak of. A word that ends in * may go on.
    """

    phrases: Words = Field(default_factory=list)
    topic: Annotated[Words, Field(min_length=1)]
    act: Annotated[Words, Field(min_length=1)]
    other: Words = Field(default_factory=list)


class Setting(Table):
    """One switch: the page it is on, the keys it is known by, and its state where nobody changed it.

    `page`: its path after each of addresses.forms; `alias`: another one at which it may answer, so or whole.
    `open`: hook of the button that opens the dialog which the switch is in, where it is in one: pressed for
    what a person has asked for, never on a visit. It is written in page.key_attribute.
    `source`: one of the site's sources.
    `name`, `does`: what people read where the locales have no message for it; English.
    """

    id: Slug
    page: shapes.Relative
    alias: shapes.Alias | None = None
    open: shapes.Hook | None = None
    keys: shapes.Texts
    default: Literal["on", "off", "unknown"]
    since: date | None = None
    source: Slug
    name: Text | None = None
    does: Text | None = None
    words: dict[Language, WordsOfSetting] = Field(default_factory=dict)


class LanguageOfSite(Table):
    """What the site's settings share in one language.

    `opposite`: what makes a label mean the reverse on this site alone. `on`, `off`: how a list of settings
    tells a state. `menu`: the way by hand, a fact for people who work on the file.
    """

    opposite: Words = Field(default_factory=list)
    on: Words = Field(default_factory=list)
    off: Words = Field(default_factory=list)
    menu: list[Text] = Field(default_factory=list)


class Site(Table):
    """A site file.

    `required`: whether it is asked for at installation; any other one is when a person turns it on. Until
    then they see its `texts`. `primary`: the setting that a banner is about where they asked for no other.
    `regions`: where that one's default applies, if not everywhere.
    """

    id: Slug
    name: Text
    kind: Literal["switch"] = "switch"
    origin: shapes.Origin
    required: bool = False
    checked: date
    primary: Slug
    addresses: Where
    page: Page
    own: Own | None = None
    sources: Annotated[dict[Slug, Source], Field(min_length=1)]
    settings: Annotated[list[Setting], Field(min_length=1)]
    languages: dict[Language, LanguageOfSite] = Field(default_factory=dict)
    regions: shapes.Regions | None = None
    texts: dict[Language, Texts] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _agree(self) -> Self:
        ids = [setting.id for setting in self.settings]
        if found := twice(ids):
            raise ValueError(f"settings: two have the id {found!r}; expected each id once")
        if found := twice(key for setting in self.settings for key in setting.keys):
            raise ValueError(f"settings: two have the key {found!r}; expected each key once")
        if self.primary not in ids:
            raise ValueError(f"primary: {self.primary!r} is no setting; expected one of {', '.join(ids)}")
        if self.texts or not self.required:
            agree(self.texts)
        for number, setting in enumerate(self.settings):
            self._check_setting(f"settings.{number}", setting)
            self._check_step(f"settings.{number}.open", setting)
        return self

    def _check_setting(self, where: str, setting: Setting) -> None:
        for path in self.paths(setting):
            if not path.startswith(tuple(self.addresses.settings)):
                prefixes = ", ".join(self.addresses.settings)
                raise ValueError(f"{where}.page: {path!r} is below none of addresses.settings: {prefixes}")
        if setting.source not in self.sources:
            known = ", ".join(self.sources)
            raise ValueError(f"{where}.source: {setting.source!r} is no source; expected one of {known}")

    def _check_step(self, where: str, setting: Setting) -> None:
        if setting.open is None:
            return
        if not self.page.key_attribute:
            raise ValueError(f"{where}: no page.key_attribute; expected it, as the hook is written there")
        if any(setting.open in other.keys for other in self.settings):
            raise ValueError(
                f"{where}: {setting.open!r} is a switch's key; expected the hook of what opens its dialog"
            )

    def paths(self, setting: Setting) -> list[str]:
        """Give the paths of a setting's pages: for each form of the site its own, then its alias."""
        pages = [setting.page, *([setting.alias] if setting.alias else [])]
        return [
            path
            for page in pages
            for path in ([page] if page.startswith("/") else [form + page for form in self.addresses.forms])
        ]

    def address(self) -> str:
        """Give the address of the primary setting's page."""
        return self.origin + self.paths(self._primary)[0]

    @property
    def _primary(self) -> Setting:
        return next(setting for setting in self.settings if setting.id == self.primary)

    @property
    def host(self) -> str:
        """Match pattern of every page of the site."""
        return f"{self.origin}/*"

    @property
    def entries(self) -> list[str]:
        """What addresses begin with at which the engine is needed: settings and sign-in."""
        return [self.origin + prefix for prefix in (*self.addresses.settings, *self.addresses.sign_in)]

    @property
    def pages(self) -> list[str]:
        """Match patterns of those that the browser starts it on: it matches nothing that follows a `#`."""
        return [f"{entry}*" for entry in self.entries if "#" not in entry]

    def data(self) -> dict[str, Any]:
        """Give what any script reads, as extension/core/site.ts describes it, fit for JSON."""
        made: dict[str, Any] = self._dump({"id", "name", "origin", "primary", "addresses", "page"})
        settings = [{"id": one.id, "paths": self.paths(one), "keys": one.keys} for one in self.settings]
        return made | {"settings": settings}

    def data_with_words(self) -> dict[str, Any]:
        """Give what scripts read that look at pages: the same, and words."""
        made = self.data()
        dumped = self._dump({"settings", "languages"})
        for shown, setting in zip(made["settings"], dumped["settings"], strict=True):
            words = {code: _filled(each) for code, each in setting["words"].items()}
            shown.update({"words": words} if words else {})
            shown.update({"open": setting["open"]} if "open" in setting else {})
        languages = {code: _filled(each, "menu") for code, each in dumped["languages"].items()}
        addresses = {name: each for name, each in made["addresses"].items() if name != "objection"}
        return made | {"addresses": addresses, "languages": languages}

    def data_with_facts(self) -> dict[str, Any]:
        """Give what scripts read that tell people of it: the same, and facts; dates: YYYY-MM-DD."""
        made = self.data() | self._dump({"required", "checked", "own", "regions", "texts"})
        source, words = self.sources[self._primary.source], self._primary.words.get("en")
        label = {"label": words.phrases[0]} if words and words.phrases else {}
        for shown, setting in zip(made["settings"], self._dump({"settings"})["settings"], strict=True):
            shown.update({key: setting[key] for key in ("default", "since") if key in setting})
        return made | {"grade": source.grade} | label

    def _dump(self, parts: set[str]) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True, exclude_none=True, include=parts)


def _filled(table: dict[str, Any], *without: str) -> dict[str, Any]:
    """What stands in a table, since every page of settings parses it."""
    return {name: value for name, value in table.items() if value and name not in without}


def has_switch(path: Path) -> bool:
    """Tell by its `kind` whether the file is of a site with a switch; what cannot be read is told later."""
    try:
        return bool(tomllib.loads(path.read_text("utf-8")).get("kind", "switch") == "switch")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return True


def load(source: Path) -> list[Site]:
    """Read the file of every site with a switch below `source`, the extension's folder, sorted by file name.

    Raises BuildError when none is asked for at installation, when one is wrong, or when two have a setting of
    one name.
    """
    folder = f"{source.name}/sites"
    sites: list[Site] = []
    owners: dict[str, str] = {}
    for path in sorted(filter(has_switch, (source / "sites").glob("*.toml"))):
        shown = f"{folder}/{path.name}"
        site = read(path, Site, shown)
        if site.id != path.stem:
            raise BuildError(f"{shown}: id: expected {path.stem!r}, as the file is called, not {site.id!r}")
        for number, setting in enumerate(site.settings):
            if owner := owners.get(setting.id):
                raise BuildError(
                    f"{shown}: settings.{number}.id: {owner} has a setting {setting.id!r} too; "
                    "expected each id in one site only"
                )
            owners[setting.id] = path.name
        sites.append(site)
    if not any(site.required for site in sites):
        raise BuildError(f"{folder}: none is `required`; expected at least one, such as linkedin.toml")
    return sites
