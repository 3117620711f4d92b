"""The tools around the code: every version is pinned, and they are installed once."""

import json
import re
import subprocess
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import lines
import node
import pytest
from errors import BuildError

PROJECT = Path(__file__).resolve().parents[2]


def test_every_installed_distribution_is_pinned() -> None:
    pyproject = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    pins = set(pyproject["tool"]["uv"]["constraint-dependencies"])
    installed = {f"{_plain(each.name)}=={each.version}" for each in distributions()}
    assert installed - pins == set()


def test_every_node_tool_is_pinned_and_names_no_host() -> None:
    wanted = json.loads((PROJECT / "package.json").read_text("utf-8"))["devDependencies"]
    assert not [version for version in wanted.values() if not re.fullmatch(r"\d+\.\d+\.\d+", version)]
    lock = json.loads((PROJECT / node.LOCK).read_text("utf-8"))
    assert lock["packages"][""]["devDependencies"] == wanted
    assert not [name for name, entry in lock["packages"].items() if "resolved" in entry]
    assert not [name for name, entry in lock["packages"].items() if name and "integrity" not in entry]


def test_tools_are_installed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Until the lock file says something else."""
    ran: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        ran.append(command)
        (tmp_path / "node_modules").mkdir(exist_ok=True)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    lock = tmp_path / node.LOCK
    for text, installs in (("{}", 1), ("{}", 1), ('{"version": 2}', 2), ("{}", 3)):
        lock.write_text(text, "utf-8")
        node.modules(tmp_path)
        assert len(ran) == installs
    assert ran[0][-3:] == ["ci", "--prefix", str(tmp_path)]
    told = capsys.readouterr().out.splitlines()
    assert (
        told == ["installing the libraries and Node tools of package-lock.json into node_modules (once)"] * 3
    )


def test_tools_of_another_copy_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To install anew would empty them."""
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("npm was started"))
    (tmp_path / "others").mkdir()
    (tmp_path / "node_modules").symlink_to(tmp_path / "others", target_is_directory=True)
    (tmp_path / node.LOCK).write_text("{}", "utf-8")
    assert node.modules(tmp_path) == tmp_path / "node_modules"


def test_tools_that_cannot_be_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 1))
    with pytest.raises(BuildError, match=r"^package-lock\.json: missing; expected"):
        node.modules(tmp_path)
    (tmp_path / node.LOCK).write_text("{}", "utf-8")
    with pytest.raises(BuildError, match=r"^package-lock\.json: npm ci failed; its messages stand above$"):
        node.modules(tmp_path)


def test_what_is_too_long_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "extension"
    folder.mkdir()
    (folder / "wide.ts").write_text(f"\n{'x' * 110}\n{'x' * 111}\n", "utf-8")
    (folder / "high.css").write_text("\n" * 301, "utf-8")
    (folder / "wide.toml").write_text("x" * 500, "utf-8")
    assert lines.long(tmp_path) == [
        "extension/high.css: 301 lines; expected at most 300",
        "extension/wide.ts:3: 111 columns; expected at most 110",
    ]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
