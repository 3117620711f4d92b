"""The tools around the code: every version is pinned, and lint reads every script that ships."""

import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import lint
import package
import pytest
from errors import BuildError

PROJECT = Path(__file__).resolve().parents[2]


def test_every_installed_distribution_is_pinned() -> None:
    pyproject = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    pins = set(pyproject["tool"]["uv"]["constraint-dependencies"])
    installed = {f"{_plain(each.name)}=={each.version}" for each in distributions()}
    assert installed - pins == set()


def test_lint_groups_scripts_by_scope(project: Path, tmp_path: Path) -> None:
    extension, _ = package.build(project, tmp_path / "dist", ["firefox"])
    (extension / "more").mkdir()
    (extension / "more" / "more.html").write_text(
        '<script src="/content/text.js"></script><script src="more.js" defer></script>', encoding="utf-8"
    )
    (extension / "more" / "more.js").touch()
    worlds = lint.worlds(extension)
    assert worlds["more/more.html"] == ["content/text.js", "more/more.js"]
    assert worlds["popup/popup.html"][-1] == "popup/popup.js"
    assert worlds["background"][-1] == "background/background.js"
    assert {"content/guard.js", "content/sites.js"} <= set(worlds["content"])


def test_lint_refuses_a_script_that_nothing_loads(project: Path, tmp_path: Path) -> None:
    extension, _ = package.build(project, tmp_path / "dist", ["firefox"])
    (extension / "content" / "left.js").touch()
    with pytest.raises(BuildError, match=r"^extension/content/left\.js: loaded by nothing; expected it in"):
        lint.worlds(extension)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
