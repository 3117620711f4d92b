"""The files of sites on which nothing is pressed: guided, by a form, or without any control."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

import shapes
import sites
from errors import BuildError
from pydantic import AfterValidator, Field, model_validator
from tables import Table, once, read
from texts import LANGUAGES, Texts, agree


class Form(Table):
    """Another form of the company."""

    address: shapes.Secure
    grade: shapes.Grade


class State(Table):
    """How a page tells the state: a CSS selector of the one element whose value it is, and its values."""

    hook: shapes.Text
    on: shapes.Text
    off: shapes.Text


class Guide(Table):
    """The file of a site on which nothing is pressed.

    `kind`: the person turns it off, and Untick reads the state (read) or not (guide); they send a form; or
    there is no control (none). `checked`: the day
    of its newest source. `grade`: of the weakest fact that is told. `address`: where the way begins, or the
    form. `pages`: what the addresses begin with on which the banner says so, where a person lets Untick see
    the site. `sign_in`: the paths, on the origin of `address`, of the pages on which somebody signs in.
    `default`: what the site does where nobody has changed it. `regions`: where that applies, or the right
    that it tells of, if not everywhere. `protects`: whether "on" protects.
    `words`: the switch's label. `state`: how its page tells the state.
    """

    id: shapes.Slug
    name: shapes.Text
    kind: Literal["read", "guide", "form", "none"]
    checked: date | None = None
    grade: shapes.Grade
    address: shapes.Secure | None = None
    pages: Annotated[list[shapes.PageAddress], AfterValidator(once)] = Field(default_factory=list)
    sign_in: Annotated[list[shapes.Address], AfterValidator(once)] = Field(default_factory=list)
    default: Literal["on", "off", "unknown"] | None = None
    regions: shapes.Regions | None = None
    protects: bool = False
    words: list[shapes.Text] = Field(default_factory=list)
    state: State | None = None
    forms: list[Form] = Field(default_factory=list)
    texts: dict[shapes.Language, Texts]

    @model_validator(mode="after")
    def _agree(self) -> Self:
        agree(self.texts, len(self.forms))
        if self.kind == "form" and not (self.texts[LANGUAGES[0]].way or self.address):
            raise ValueError("address: missing; expected the form, or a `way` to it")
        if (self.kind == "read") != (self.state is not None):
            raise ValueError("state: expected where `kind` is 'read', and nowhere else")
        if self.state and not (self.words and self.address and self.pages and self.sign_in):
            raise ValueError(
                "state: expected `words`, `address`, `pages` and `sign_in` too: its other witness, where, "
                "and whose"
            )
        if self.sign_in and not self.state:
            raise ValueError("sign_in: expected where `kind` is 'read', and nowhere else")
        return self

    @property
    def origins(self) -> list[str]:
        """The origins of those pages, each once."""
        return list(dict.fromkeys(f"https://{urlsplit(page).netloc}" for page in self.pages))

    @property
    def hosts(self) -> list[str]:
        """Match patterns of every page of those origins."""
        return [f"{origin}/*" for origin in self.origins]

    @property
    def sign_ins(self) -> list[str]:
        """The addresses of the pages on which somebody signs in."""
        return [f"https://{urlsplit(self.address or '').netloc}{path}" for path in self.sign_in]

    @property
    def entries(self) -> list[str]:
        """What addresses begin with at which its script is needed."""
        return [*self.pages, *self.sign_ins]

    def data(self) -> dict[str, Any]:
        """Give what scripts read, as extension/core/guides.ts describes it, fit for JSON."""
        made: dict[str, Any] = self.model_dump(
            mode="json",
            by_alias=True,
            exclude_none=True,
            exclude={"forms": {"__all__": {"grade"}}, "pages": True, "sign_in": True},
        )
        return made | {"origins": self.origins, "entries": self.pages, "signIn": self.sign_ins}


def load(source: Path) -> list[Guide]:
    """Read the files of such sites below `source`, the extension's folder, sorted by the sites' names.

    Raises BuildError when one is wrong.
    """
    found: list[Guide] = []
    for path in sorted((source / "sites").glob("*.toml")):
        if sites.has_switch(path):
            continue
        shown = f"{source.name}/sites/{path.name}"
        guide = read(path, Guide, shown)
        if guide.id != path.stem:
            raise BuildError(f"{shown}: id: expected {path.stem!r}, as the file is called, not {guide.id!r}")
        found.append(guide)
    return sorted(found, key=lambda guide: guide.name.casefold())
