"""What is said of a site in its own file: the way by hand, and facts."""

from collections.abc import Mapping

import shapes
from pydantic import Field
from tables import Table

# A site's own texts: in these at least, any other language falls back on the first.
LANGUAGES = ("en", "fr")


class Texts(Table):
    """What is said of a site in one language.

    `way`: steps, the last is the act itself. `facts`: one each. `forms`: what each of the forms is for.
    """

    way: list[shapes.Text] = Field(default_factory=list)
    facts: shapes.Texts
    forms: list[shapes.Text] = Field(default_factory=list)


def agree(texts: Mapping[str, Texts], forms: int = 0) -> None:
    """Raise ValueError unless every language says as much as English. `forms`: how many the site has."""
    for code in LANGUAGES:
        if code not in texts:
            raise ValueError(f"texts.{code}: missing")
    first = texts[LANGUAGES[0]]
    for code, each in texts.items():
        for part in ("way", "facts"):
            found, expected = len(getattr(each, part)), len(getattr(first, part))
            if found != expected:
                raise ValueError(f"texts.{code}.{part}: {found} texts; expected {expected}, as in English")
        if len(each.forms) != forms:
            raise ValueError(f"texts.{code}.forms: expected one text for each of `forms`")
