"""The icons: PNG files of every size that the manifest names, from one drawing."""

import re
from collections.abc import Iterable
from pathlib import Path

import resvg_py
from errors import BuildError

NAME = re.compile(r"icons/icon-([0-9]+)\.png")


def render(source: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """Give path → PNG bytes for those of `paths` that are icons, named by their side in pixels.

    `source` is the extension's folder. Raises BuildError when the drawing is missing or is no SVG.
    """
    drawing = source / "icons" / "icon.svg"
    shown = f"{source.name}/icons/icon.svg"
    sizes = {path: int(named[1]) for path in paths if (named := NAME.fullmatch(path))}
    try:
        svg = drawing.read_text(encoding="utf-8")
        # No text is drawn, and reading the machine's fonts would take most of the build's time.
        return {
            path: resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size, skip_system_fonts=True)
            for path, size in sizes.items()
        }
    except FileNotFoundError:
        raise BuildError(f"{shown}: missing; expected the drawing that all icons are made from") from None
    except ValueError as error:
        raise BuildError(f"{shown}: expected an SVG drawing: {error}") from None
