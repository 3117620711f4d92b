"""What labels say on any site, whatever the setting: one TOML file, a table for each language."""

from pathlib import Path
from typing import Annotated, Any

from errors import BuildError
from pydantic import Field
from shapes import Language, Words
from sites import Site
from tables import Table, read

FILE = "words.toml"


class CommonWords(Table):
    """One language, `also`: its other codes; a word that ends in * may go on.

    `opposite`: what makes a label mean the reverse. `notice`: what only tells of a setting. `homograph`: what
    is written like an English word that means the reverse, and means something else.
    """

    also: Words | None = None
    opposite: Annotated[Words, Field(min_length=1)]
    notice: Annotated[Words, Field(min_length=1)]
    homograph: Words | None = None


class Common(Table):
    """All of the file."""

    languages: Annotated[dict[Language, CommonWords], Field(min_length=1)]

    def data(self) -> dict[str, Any]:
        """Give what scripts read, as extension/core/site.ts describes it, fit for JSON."""
        made: dict[str, Any] = self.model_dump(mode="json", exclude_none=True)["languages"]
        return made


def load(source: Path, all_sites: list[Site]) -> Common:
    """Read the file below `source`, the extension's folder.

    Raises BuildError when something is wrong, or a site has words of a language that is not in it.
    """
    shown = f"{source.name}/{FILE}"
    found = read(source / FILE, Common, shown)
    for site in all_sites:
        spoken = {code for setting in site.settings for code in setting.words} | site.languages.keys()
        for code in sorted(spoken - found.languages.keys()):
            raise BuildError(
                f"{source.name}/sites/{site.id}.toml: has words of {code!r}, but {shown} has no "
                f"languages.{code}; expected it, with what labels say on any site"
            )
    return found
