"""The scripts that each world loads, in order: scripts.toml of the extension."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from errors import BuildError
from pydantic import AfterValidator, Field
from tables import Table, once, read, shaped

FILE = "scripts.toml"

Script = Annotated[str, shaped(r"[a-z]+/[a-z]+\.js", "a path such as content/dom.js")]
World = Annotated[list[Script], Field(min_length=1), AfterValidator(once)]


class Scripts(Table):
    """Paths below the extension's folder, by the world that loads them, in this order."""

    every_page: World
    engine: World
    background: World


def load(source: Path) -> Scripts:
    """Read scripts.toml below `source`, the extension's folder. Raises BuildError when it is wrong."""
    return read(source / FILE, Scripts, f"{source.name}/{FILE}")


def check(scripts: Scripts, tree: Mapping[str, bytes], source: Path) -> None:
    """Refuse a script that is not in `tree` (path → bytes)."""
    for world, paths in scripts.model_dump().items():
        for number, path in enumerate(paths):
            if path not in tree:
                raise BuildError(
                    f"{source.name}/{FILE}: {world}.{number}: no file {path}; "
                    "expected it, or its template, in the extension's folder"
                )
