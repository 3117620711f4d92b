"""The site files: one TOML file per site, its addresses, settings, keys and words."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from errors import BuildError
from pydantic import AfterValidator, Field, model_validator
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
Slug = Annotated[str, shaped(r"[a-z0-9]+(-[a-z0-9]+)*", "small letters, digits and hyphens")]
Address = Annotated[str, shaped(r"/[^\s?#*]*", "a path that begins with / and has no ?, # or *")]
Addresses = Annotated[list[Address], Field(min_length=1)]
Secure = Annotated[str, shaped(r"https://[^\s/]+/\S*", "an https address")]
Language = Annotated[str, shaped(r"[a-z]{2,3}(_[A-Z]{2})?", "a language such as en or pt_BR")]


class Where(Table):
    """Addresses of the site. `settings` and `sign_in` are path prefixes."""

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

    grade: Literal["A", "B", "C", "D", "I"]
    date: date
    where: Text


class Setting(Table):
    """One switch: the pages it is on, the keys it is known by, and its state where nobody changed it."""

    id: Slug
    paths: Addresses
    keys: Texts
    default: Literal["on", "off", "unknown"]
    since: date | None = None
    source: Source


class Words(Table):
    """What the site calls the first setting in one language, and words that tell it from others.

    `phrases`: its titles and labels. `topic`: what it speaks of. `act`: what is done with that.
    `other`: what other settings speak of. `opposite`: what makes a label mean the reverse.
    `menu`: the way by hand. `on`, `off`: how a list of settings tells a state.
    """

    phrases: Texts
    topic: Texts
    act: Texts
    other: list[Text] = Field(default_factory=list)
    opposite: list[Text] = Field(default_factory=list)
    menu: list[Text] = Field(default_factory=list)
    on: list[Text] = Field(default_factory=list)
    off: list[Text] = Field(default_factory=list)


class Site(Table):
    """A site file.

    `refusals`: of languages without `words`, what makes a label mean the reverse.
    """

    id: Slug
    name: Text
    origin: Annotated[str, AfterValidator(_origin)]
    checked: date
    addresses: Where
    page: Page
    settings: Annotated[list[Setting], Field(min_length=1)]
    words: Annotated[dict[Language, Words], Field(min_length=1)]
    refusals: dict[Language, Texts] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if found := twice(setting.id for setting in self.settings):
            raise ValueError(f"settings: two have the id {found!r}; expected each id once")
        if found := twice(key for setting in self.settings for key in setting.keys):
            raise ValueError(f"settings: two have the key {found!r}; expected each key once")
        for number, setting in enumerate(self.settings):
            for path in setting.paths:
                if not path.startswith(tuple(self.addresses.settings)):
                    prefixes = ", ".join(self.addresses.settings)
                    raise ValueError(
                        f"settings.{number}.paths: {path!r} is below none of addresses.settings: {prefixes}"
                    )
        return self

    @property
    def host(self) -> str:
        """Match pattern of every page of the site."""
        return f"{self.origin}/*"

    @property
    def pages(self) -> list[str]:
        """Match patterns of the pages that the engine starts on: settings and sign-in."""
        return [f"{self.origin}{prefix}*" for prefix in (*self.addresses.settings, *self.addresses.sign_in)]

    def for_engine(self) -> dict[str, Any]:
        """Give what the engine reads, fit for JSON: all but the sources; dates as YYYY-MM-DD."""
        return self.model_dump(mode="json", exclude_none=True, exclude={"settings": {"__all__": {"source"}}})


def load(source: Path) -> list[Site]:
    """Read every site file below `source`, the extension's folder, sorted by file name.

    Raises BuildError when there is none, or when one is wrong.
    """
    folder = f"{source.name}/sites"
    sites = []
    for path in sorted((source / "sites").glob("*.toml")):
        site = read(path, Site, f"{folder}/{path.name}")
        if site.id != path.stem:
            raise BuildError(
                f"{folder}/{path.name}: id: expected {path.stem!r}, as the file is called, not {site.id!r}"
            )
        sites.append(site)
    if not sites:
        raise BuildError(f"{folder}: no site file; expected at least one, such as linkedin.toml")
    return sites
