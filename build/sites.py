"""The files of sites with a switch: one TOML file each, its addresses, settings, keys and words."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from errors import BuildError
from pydantic import AfterValidator, Field, PlainSerializer, model_validator
from tables import Table, read, shaped, twice


def _origin(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme != "https" or not parts.hostname or text != f"https://{parts.netloc}":
        raise ValueError(
            f"expected https and a host without path, such as https://www.example.com, not {text!r}"
        )
    return text


def _regex(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"expected a regular expression: {error} in {text!r}") from None
    return text


Text = Annotated[str, shaped(r"\S(.*\S)?", "words without space at either end")]
Texts = Annotated[list[Text], Field(min_length=1)]
Word = Annotated[str, shaped(r"[^\s|]([^|]*[^\s|])?", "words without | and without space at either end")]
# As scripts read it: one string, which is smaller than a list and can still be read.
Words = Annotated[list[Word], PlainSerializer("|".join, return_type=str)]
Slug = Annotated[str, shaped(r"[a-z0-9]+(-[a-z0-9]+)*", "small letters, digits and hyphens")]
Address = Annotated[str, shaped(r"/[^\s?#*]*", "a path that begins with / and has no ?, # or *")]
Addresses = Annotated[list[Address], Field(min_length=1)]
Relative = Annotated[str, shaped(r"[^\s?#*/][^\s?#*]*", "a path without / in front, and with no ?, # or *")]
Secure = Annotated[str, shaped(r"https://[^\s/]+/\S*", "an https address")]
Grade = Literal["A", "B", "C", "D", "I"]
Language = Annotated[str, shaped(r"[a-z]{2,3}(_[A-Z]{2})?", "a language such as en or pt_BR")]


class Where(Table):
    """Addresses of the site, all but `objection` path prefixes.

    `forms`: what paths begin with in each form of the site, such as the desktop's and the phone's; the index
    of its settings is there. `lists`: pages that only lead to settings.
    """

    forms: Addresses
    lists: Addresses
    settings: Addresses
    sign_in: Addresses
    objection: Secure


class Page(Table):
    """What a settings page is made of.

    `main`: CSS selector of its main part. `save`: path prefix of the page's own saving requests.
    `key_shape`: regular expression that the site's preference keys match.
    """

    main: Text
    save: Address
    key_shape: Annotated[Text, AfterValidator(_regex)]


class Source(Table):
    """Where a fact comes from: `grade` as in the head of the site file, and the day it was seen."""

    grade: Grade
    date: date
    where: Text


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

    `page`: its path after each of addresses.forms; `alias`: another one at which it may answer.
    `source`: one of the site's sources.
    `name`, `does`: what people read where the locales have no message for it; English.
    """

    id: Slug
    page: Relative
    alias: Relative | None = None
    keys: Texts
    default: Literal["on", "off", "unknown"]
    since: date | None = None
    source: Slug
    name: Text | None = None
    does: Text | None = None
    words: dict[Language, WordsOfSetting] = Field(default_factory=dict)


class LanguageOfSite(Table):
    """What the site's settings share in one language.

    `also`: its other codes. `opposite`: what makes a label mean the reverse. `on`, `off`: how a list of
    settings tells a state. `menu`: the way by hand, a fact for people who work on the file.
    """

    also: Words | None = None
    opposite: Annotated[Words, Field(min_length=1)]
    on: Words = Field(default_factory=list)
    off: Words = Field(default_factory=list)
    menu: list[Text] = Field(default_factory=list)


class Site(Table):
    """A site file.

    `primary`: the setting that a banner is about where the person has asked for no other.
    """

    id: Slug
    name: Text
    kind: Literal["switch"] = "switch"
    origin: Annotated[str, AfterValidator(_origin)]
    checked: date
    primary: Slug
    addresses: Where
    page: Page
    sources: Annotated[dict[Slug, Source], Field(min_length=1)]
    settings: Annotated[list[Setting], Field(min_length=1)]
    languages: Annotated[dict[Language, LanguageOfSite], Field(min_length=1)]

    @model_validator(mode="after")
    def _agree(self) -> Self:
        ids = [setting.id for setting in self.settings]
        if found := twice(ids):
            raise ValueError(f"settings: two have the id {found!r}; expected each id once")
        if found := twice(key for setting in self.settings for key in setting.keys):
            raise ValueError(f"settings: two have the key {found!r}; expected each key once")
        if self.primary not in ids:
            raise ValueError(f"primary: {self.primary!r} is no setting; expected one of {', '.join(ids)}")
        for number, setting in enumerate(self.settings):
            self._check_setting(f"settings.{number}", setting)
        return self

    def _check_setting(self, where: str, setting: Setting) -> None:
        for path in self.paths(setting):
            if not path.startswith(tuple(self.addresses.settings)):
                prefixes = ", ".join(self.addresses.settings)
                raise ValueError(f"{where}.page: {path!r} is below none of addresses.settings: {prefixes}")
        if setting.source not in self.sources:
            known = ", ".join(self.sources)
            raise ValueError(f"{where}.source: {setting.source!r} is no source; expected one of {known}")
        for code in setting.words:
            if code not in self.languages:
                raise ValueError(
                    f"{where}.words.{code}: no languages.{code}; expected it, with what means the reverse"
                )

    def paths(self, setting: Setting) -> list[str]:
        """Give the paths of a setting's pages: for each form of the site its own, then its alias."""
        pages = [setting.page, *([setting.alias] if setting.alias else [])]
        return [form + page for page in pages for form in self.addresses.forms]

    def address(self) -> str:
        """Give the address of the primary setting's page."""
        return self.origin + next(self.paths(each)[0] for each in self.settings if each.id == self.primary)

    @property
    def host(self) -> str:
        """Match pattern of every page of the site."""
        return f"{self.origin}/*"

    @property
    def pages(self) -> list[str]:
        """Match patterns of the pages that the engine starts on: settings and sign-in."""
        return [f"{self.origin}{prefix}*" for prefix in (*self.addresses.settings, *self.addresses.sign_in)]

    def data(self) -> dict[str, Any]:
        """Give what scripts read, as extension/core/site.ts describes it, fit for JSON; dates: YYYY-MM-DD."""
        made: dict[str, Any] = self.model_dump(
            mode="json",
            by_alias=True,
            exclude_none=True,
            exclude={
                "kind": True,
                "sources": True,
                "settings": {"__all__": {"page", "alias", "source", "name", "does"}},
                "languages": {code: {"menu"} for code in self.languages},
            },
        )
        for shown, setting in zip(made["settings"], self.settings, strict=True):
            shown["paths"] = self.paths(setting)
        return made

    def data_without_words(self) -> dict[str, Any]:
        """Give what scripts read that look at no page: the same without words."""
        made = {key: value for key, value in self.data().items() if key != "languages"}
        for setting in made["settings"]:
            del setting["words"]
        return made


def has_switch(path: Path) -> bool:
    """Tell by its `kind` whether the file is of a site with a switch; what cannot be read is told later."""
    try:
        return bool(tomllib.loads(path.read_text("utf-8")).get("kind", "switch") == "switch")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return True


def load(source: Path) -> list[Site]:
    """Read the file of every site with a switch below `source`, the extension's folder, sorted by file name.

    Raises BuildError when there is none, when one is wrong, or when two have a setting of one name.
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
    if not sites:
        raise BuildError(f"{folder}: no site file; expected at least one, such as linkedin.toml")
    return sites
