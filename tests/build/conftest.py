"""A copy of the project to build from, so that no test touches the real source or dist."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from errors import BuildError
from render import render

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copied = tmp_path / "project"
    shutil.copytree(PROJECT / "extension", copied / "extension")
    shutil.copy(PROJECT / "pyproject.toml", copied)
    return copied


@pytest.fixture
def refused(project: Path) -> Callable[[str, str | None, str, str], None]:
    """Give a function that breaks one file of the copied source and asserts what the build says.

    In the file, `old` becomes `new` once; with `old` None the file is deleted. In the expected line N stands
    for a number and … for any words.
    """

    def check(file: str, old: str | None, new: str, line: str) -> None:
        path = project / "extension" / file
        if old is None:
            path.unlink()
        else:
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(BuildError) as caught:
            render(project / "extension", "chrome", "1")
        pattern = re.sub(r"\bN\b", "[0-9]+", re.escape(f"extension/{line}")).replace("…", ".*")
        assert re.fullmatch(pattern, str(caught.value)), str(caught.value)

    return check
