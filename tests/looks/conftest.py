"""Here the pages' browsers have the extension with the sheets' pages in it."""

import shutil
from pathlib import Path

import node
import pytest
import sheets
import tofu

PROJECT = Path(__file__).resolve().parents[2]
# Of the two fonts that no text should be drawn in: the width of every glyph.
WIDTHS = {"Boxes": 1000, "Blank": 0}


@pytest.fixture(scope="session")
def unpacked(browser_name: str, dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built extension with the sheets' pages in it, axe, and the fonts Boxes and Blank."""
    made = sheets.copy(dist, browser_name, tmp_path_factory.mktemp("sheets"))
    shutil.copy(node.modules(PROJECT) / "axe-core" / "axe.min.js", made / "sheets" / "axe.js")
    with (made / "sheets" / "fonts.css").open("a", encoding="utf-8") as style:
        for name, width in WIDTHS.items():
            tofu.write(made / "sheets" / "fonts" / f"{name}.ttf", width)
            source = f'src: url("fonts/{name}.ttf"); font-weight: 100 900;'
            style.write(f"@font-face {{ font-family: {name}; {source} }}\n")
    return made
