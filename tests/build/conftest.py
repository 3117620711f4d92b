"""A copy of the project to build from, so that no test touches the real source or dist."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import node
import pytest
from errors import BuildError
from render import BROWSERS, Browser, Tree, render

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copied = tmp_path / "project"
    shutil.copytree(PROJECT / "extension", copied / "extension")
    shutil.copytree(PROJECT / "store", copied / "store")
    for name in ("pyproject.toml", "package.json", "package-lock.json"):
        shutil.copy(PROJECT / name, copied)
    (copied / "node_modules").symlink_to(PROJECT / "node_modules", target_is_directory=True)
    return copied


@pytest.fixture(scope="session")
def made() -> dict[Browser, Tree]:
    """What the real source comes to, by browser."""
    return render(PROJECT / "extension", BROWSERS, "1")


@pytest.fixture
def tree(project: Path) -> Callable[..., Tree]:
    """Give a function that renders the copied source for a browser."""

    def made(browser: Browser = "chrome") -> Tree:
        return render(project / "extension", [browser], "1")[browser]

    return made


@pytest.fixture
def no_node(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forbid to start Node: what is wrong in data is told before."""
    monkeypatch.setattr(node, "program", lambda: pytest.fail("Node was started"))


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
            render(project / "extension", ["chrome"], "1")
        pattern = re.sub(r"\bN\b", "[0-9]+", re.escape(f"extension/{line}")).replace("…", ".*")
        assert re.fullmatch(pattern, str(caught.value)), str(caught.value)

    return check
