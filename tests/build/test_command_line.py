"""The commands as a person meets them: help that helps, one line per error, no stale dist."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
COMMANDS = ["all", "firefox", "chrome", "release", "sign", "upload", "lint", "mutate", "diagram", "browsers"]
COMMANDS += ["run", "demo", "capture", "sheets", "pictures", "page", "bench", "oldest"]


def build(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a copy of the build scripts in `project` as `uv run build` does."""
    scripts = project / "build"
    if not scripts.exists():
        shutil.copytree(PROJECT / "build", scripts, ignore=shutil.ignore_patterns("__pycache__"))
    return subprocess.run(
        [sys.executable, "build", *arguments], cwd=project, capture_output=True, text=True, check=False
    )


def test_without_a_command_it_builds_all(project: Path) -> None:
    done = build(project)
    assert (done.returncode, done.stderr) == (0, "")
    names = sorted(path.name for path in (project / "dist").iterdir())
    assert names[:2] == ["chrome", "firefox"]
    assert all(f"dist/{name}" in done.stdout for name in names)
    assert re.search(r"^built in [0-9.]+ s$", done.stdout, re.MULTILINE)


def test_one_browser_leaves_the_other(project: Path) -> None:
    build(project)
    before = (project / "dist" / "chrome" / "manifest.json").stat().st_mtime_ns
    assert build(project, "firefox").returncode == 0
    assert (project / "dist" / "chrome" / "manifest.json").stat().st_mtime_ns == before


def test_an_error_is_one_line_and_leaves_nothing_old(project: Path) -> None:
    build(project)
    (project / "dist" / "untick-0.0.9-firefox.zip").touch()
    (project / "extension" / "page" / "dom.ts").unlink()
    done = build(project, "firefox")
    assert done.returncode == 1
    assert done.stdout == ""
    assert re.fullmatch(
        r"build: extension/page/\w+\.ts: line \d+: Could not resolve './dom\.ts' .*\n", done.stderr
    )
    assert [path.name for path in (project / "dist").iterdir() if "firefox" in path.name] == []
    assert (project / "dist" / "chrome" / "manifest.json").exists()
    assert build(project).returncode == 1
    assert list((project / "dist").iterdir()) == []


def test_an_older_zip_goes(project: Path) -> None:
    (project / "dist").mkdir()
    (project / "dist" / "untick-0.0.9-firefox.zip").touch()
    build(project)
    assert not (project / "dist" / "untick-0.0.9-firefox.zip").exists()


def test_without_its_packages_it_says_how_to_start_it(project: Path) -> None:
    build(project)
    done = subprocess.run(
        [sys.executable, "-S", "build"], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert re.fullmatch(r"build: \w+ is not installed; start it by `uv run build`\n", done.stderr)


@pytest.mark.parametrize("version", ["1.2.3-beta", "01.2", "1.2.3.4.5", "12345"])
def test_a_version_that_browsers_refuse(project: Path, version: str) -> None:
    path = project / "pyproject.toml"
    text = re.sub(
        r'^version = ".*"', f'version = "{version}"', path.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    path.write_text(text, encoding="utf-8")
    done = build(project)
    assert done.returncode == 1
    assert done.stderr == (
        "build: pyproject.toml: project.version: expected one to four numbers such as 1.2.3, "
        f"not {version!r}\n"
    )


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["biuld"], "build: argument command: invalid choice: 'biuld' (choose from "),
        (["run", "--browser", "lynx"], "build: argument --browser: invalid choice: 'lynx' (choose from "),
        (["mutate", "--all"], "build: unrecognized arguments: --all"),
        (["bench", "--rows", "many"], "build: argument --rows: invalid int value: 'many'"),
    ],
)
def test_a_wrong_command_line_is_one_line(project: Path, arguments: list[str], line: str) -> None:
    done = build(project, *arguments)
    assert done.returncode == 2
    assert done.stderr.startswith(line)
    assert done.stderr.count("\n") == 1
    assert "--help` tells more" in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(project: Path, command: str) -> None:
    done = build(project, command, "--help")
    assert done.returncode == 0
    assert f"example: uv run build {command}" in done.stdout


def test_commands_are_all_known_here(project: Path) -> None:
    listed = re.findall(r"^    ([a-z]+) ", build(project, "--help").stdout, re.MULTILINE)
    assert listed == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command: str) -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"uv run build {command}\b", readme)


def test_sheets_of_a_language_that_there_is_not(project: Path) -> None:
    done = build(project, "sheets", "--lang", "xx")
    assert done.returncode == 1
    assert done.stderr.startswith("build: --lang: 'xx'; expected some of ar, bn, cs,")
    assert done.stderr.count("\n") == 1


def test_run_on_a_site_that_there_is_not(project: Path) -> None:
    done = build(project, "run", "--site", "nowhere")
    assert done.returncode == 1
    assert re.fullmatch(
        r"build: (--site: 'nowhere'; expected one of linkedin|run: no screen here; .*)\n", done.stderr
    )


def test_mutate_a_file_that_there_is_not(project: Path) -> None:
    done = build(project, "mutate", "extension/core/none.ts")
    assert done.returncode == 1
    assert done.stderr == (
        "build: extension/core/none.ts: no such file; expected one such as extension/core/site.ts\n"
    )
