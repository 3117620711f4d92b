"""What makes a label mean the reverse on any site: one TOML file, a table for each language."""

from pathlib import Path
from typing import Annotated, Any

from errors import BuildError
from pydantic import Field
from shapes import Language, Words
from sites import Site
from tables import Table, read

FILE = "opposites.toml"


class Opposite(Table):
    """One language: `also`: its other codes. `opposite`: words; one that ends in * may go on."""

    also: Words | None = None
    opposite: Annotated[Words, Field(min_length=1)]


class Opposites(Table):
    """The file."""

    languages: Annotated[dict[Language, Opposite], Field(min_length=1)]

    def data(self) -> dict[str, Any]:
        """Give what scripts read, as extension/core/site.ts describes it, fit for JSON."""
        made: dict[str, Any] = self.model_dump(mode="json", exclude_none=True)["languages"]
        return made


def load(source: Path, all_sites: list[Site]) -> Opposites:
    """Read the file below `source`, the extension's folder.

    Raises BuildError when something is wrong, or a site has words of a language that is not in it.
    """
    shown = f"{source.name}/{FILE}"
    found = read(source / FILE, Opposites, shown)
    for site in all_sites:
        spoken = {code for setting in site.settings for code in setting.words} | site.languages.keys()
        for code in sorted(spoken - found.languages.keys()):
            raise BuildError(
                f"{source.name}/sites/{site.id}.toml: has words of {code!r}, but {shown} has no "
                f"languages.{code}; expected it, with what means the reverse"
            )
    return found
