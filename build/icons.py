"""The icons as PNG files: the extension's own in the manifest's sizes, the toolbar's in three."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import resvg_py
from errors import BuildError

OWN = "icon"
NAME = re.compile(r"icons/icon-([0-9]+)\.png")
# Of every drawing, each of which the toolbar shows: pixels, for 1, 1.5 and 2 of them per CSS pixel.
TOOLBAR = (16, 24, 32)


def is_drawing(path: str) -> bool:
    """Whether the file at `path`, below the extension's folder, is one that icons are made from."""
    return PurePosixPath(path).match("icons/*.svg")


def render(source: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """Give path → PNG bytes: icons/<name>-<side>.png of every drawing, and the own icons among `paths`.

    `source` is the extension's folder; sides are in pixels. Raises BuildError when a drawing is missing or
    is no SVG.
    """
    made: dict[str, bytes] = {}
    own = {int(named[1]) for path in paths if (named := NAME.fullmatch(path))}
    names = {OWN, *(path.stem for path in (source / "icons").glob("*.svg"))}
    for name in sorted(names):
        sides = {*TOOLBAR, *own} if name == OWN else TOOLBAR
        made |= {f"icons/{name}-{side}.png": _png(source, name, side) for side in sorted(sides)}
    return made


def _png(source: Path, name: str, side: int) -> bytes:
    shown = f"{source.name}/icons/{name}.svg"
    try:
        svg = (source / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        # No text is drawn, and reading the machine's fonts would take most of the build's time.
        return resvg_py.svg_to_bytes(svg_string=svg, width=side, height=side, skip_system_fonts=True)
    except FileNotFoundError:
        raise BuildError(f"{shown}: missing; expected the drawing that the icons are made from") from None
    except ValueError as error:
        raise BuildError(f"{shown}: expected an SVG drawing: {error}") from None
