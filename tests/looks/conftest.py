"""Here the pages' browsers have the extension with the sheets' pages in it."""

import shutil
from pathlib import Path

import node
import pytest
import sheets

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def unpacked(browser_name: str, dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built extension with the sheets' pages in it, and axe."""
    made = sheets.copy(dist, browser_name, tmp_path_factory.mktemp("sheets"))
    shutil.copy(node.modules(PROJECT) / "axe-core" / "axe.min.js", made / "sheets" / "axe.js")
    return made
