"""A release: made of one commit, refused where that is not fit for people, and made again from its source."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import ages
import package
import pytest
import release
from errors import BuildError

PROJECT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 28)
VERSION = package.version(PROJECT)
# Nobody's settings and no key to sign with, also where there are some.
GIT = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


def git(project: Path, *arguments: str) -> None:
    subprocess.run([*GIT, *arguments], cwd=project, check=True, capture_output=True)


def edit(project: Path, file: str, old: str, new: str) -> None:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def committed(project: Path) -> Path:
    """Give a copy of the project as the one commit of a repository."""
    for name in ("CHANGELOG.md", ".gitignore", ".npmrc"):
        shutil.copy(PROJECT / name, project)
    shutil.copytree(PROJECT / "build", project / "build", ignore=shutil.ignore_patterns("__pycache__"))
    git(project, "init", "--quiet")
    (project / ".git" / "info" / "exclude").write_text("node_modules\n", encoding="utf-8")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "all")
    return project


def make(project: Path, *, confirm_old: bool = True, base: str | None = None) -> Path:
    release.main(project, project / "dist", confirm_old=confirm_old, base=base)
    return project / "dist" / "release"


def test_the_source_makes_the_same_packages_again(committed: Path, tmp_path: Path) -> None:
    (committed / "dist" / "release").mkdir(parents=True)
    (committed / "dist" / "release" / "untick-0.0.9.xpi").touch()
    git(committed, "tag", f"v{VERSION}")
    folder = make(committed)
    names = [f"untick-{VERSION}-{kind}.zip" for kind in ("chrome", "firefox", "source")]
    assert sorted(path.name for path in folder.iterdir()) == [
        "SHA256SUMS", "amo-metadata.json", "descriptions.md", "notes.md", *names,
    ]  # fmt: skip
    sums = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}" for name in names]
    assert (folder / "SHA256SUMS").read_text("utf-8").splitlines() == sums
    (check,) = re.findall(r"^sha256sum .+$", (PROJECT / "docs/install.md").read_text("utf-8"), re.MULTILINE)
    subprocess.run(check.split(), cwd=folder, check=True)
    with zipfile.ZipFile(folder / names[2]) as archive:
        archive.extractall(tmp_path / "fresh")
    fresh = tmp_path / "fresh" / f"untick-{VERSION}"
    assert not (fresh / "dist").exists()
    (fresh / "node_modules").symlink_to(PROJECT / "node_modules", target_is_directory=True)
    command = re.findall(
        r"^uv run --no-default-groups --group build (build .+)$", rebuilding(), re.MULTILINE
    )[0]
    subprocess.run([sys.executable, *command.split()], cwd=fresh, check=True, capture_output=True)
    for name in names[:2]:
        assert (fresh / "dist" / name).read_bytes() == (folder / name).read_bytes()


@pytest.mark.long
def test_the_source_makes_the_same_packages_by_the_written_steps(committed: Path, tmp_path: Path) -> None:
    """With nothing that is installed here but uv: this takes a network."""
    folder = make(committed)
    with zipfile.ZipFile(folder / f"untick-{VERSION}-source.zip") as archive:
        archive.extractall(tmp_path / "fresh")
    steps = re.findall(r"^uv run .+$", rebuilding(), re.MULTILINE)
    assert steps == [release.rebuild(None)]
    environment = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}
    fresh = tmp_path / "fresh" / f"untick-{VERSION}"
    for step in steps:
        subprocess.run(step.split(), cwd=fresh, env=environment, check=True)
    for browser in ("chrome", "firefox"):
        name = f"untick-{VERSION}-{browser}.zip"
        assert (fresh / "dist" / name).read_bytes() == (folder / name).read_bytes()


def rebuilding() -> str:
    return (PROJECT / "docs" / "rebuild.md").read_text("utf-8")


def test_what_is_in_no_commit_is_in_no_package(committed: Path) -> None:
    """Git may have been told to see nothing of it."""
    (committed / ".git" / "info" / "exclude").write_text("node_modules\nmine.toml\n", encoding="utf-8")
    shutil.copy(committed / "extension/locales/en.toml", committed / "extension/locales/mine.toml")
    folder = make(committed)
    with zipfile.ZipFile(folder / f"untick-{VERSION}-chrome.zip") as zipped:
        assert "_locales/en/messages.json" in zipped.namelist()
        assert "_locales/mine/messages.json" not in zipped.namelist()


def test_a_package_that_updates_from_elsewhere(committed: Path) -> None:
    folder = make(committed, base="https://example.org/untick")
    manifests = {}
    for browser in ("firefox", "chrome"):
        with zipfile.ZipFile(folder / f"untick-{VERSION}-{browser}.zip") as zipped:
            manifests[browser] = json.loads(zipped.read("manifest.json"))
    gecko = manifests["firefox"]["browser_specific_settings"]["gecko"]
    assert gecko["update_url"] == "https://example.org/untick/updates.json"
    assert "update_url" not in json.dumps(manifests["chrome"])
    told = json.loads((folder / "amo-metadata.json").read_text("utf-8"))["version"]["approval_notes"]
    assert told.endswith("build all --update-url https://example.org/untick")


def rule_without_translation(project: Path) -> None:
    edit(project, "extension/locales/fr.toml", "store_name", "# store_name")
    git(project, "commit", "--quiet", "--all", "--message", "less")


def version(project: Path, number: str) -> None:
    edit(project, "pyproject.toml", f'version = "{VERSION}"', f'version = "{number}"')
    edit(project, "CHANGELOG.md", f"## {VERSION} ", f"## {number} ")
    git(project, "commit", "--quiet", "--all", "--message", number)


def tagged(number: str, tag: str) -> Callable[[Path], None]:
    def prepare(project: Path) -> None:
        git(project, "tag", tag)
        version(project, number)

    return prepare


def tagged_here(project: Path) -> None:
    git(project, "tag", "v0.9")


def silent(project: Path) -> None:
    edit(project, "CHANGELOG.md", f"## {VERSION} ", f"## {VERSION}.1 ")
    git(project, "commit", "--quiet", "--all", "--message", "said nothing")


@pytest.mark.parametrize(
    ("prepare", "line"),
    [
        (
            lambda project: (project / "new.txt").touch(),
            "release: 1 changes are in no commit, such as new.txt; …",
        ),
        (
            lambda project: edit(project, "CHANGELOG.md", "first", "last"),
            "release: 1 changes are in no commit, such as CHANGELOG.md; …",
        ),
        (tagged("0.1.9", "v0.1.10"), "…: 0.1.9 is not newer than the tag v0.1.10"),
        (tagged("0.2", "v0.2.0"), "…: 0.2 is not newer than the tag v0.2.0"),
        (tagged_here, "…project.version: " + VERSION + "; this commit is tagged v0.9"),
        (silent, f"CHANGELOG.md: nothing on {VERSION}; …"),
        (rule_without_translation, "extension/locales: 1 messages are in English only, missing in fr 1; …"),
    ],
    ids=["new file", "changed file", "older", "the same", "other tag", "no entry", "no translation"],
)  # fmt: skip
def test_not_fit_for_people(committed: Path, prepare: Callable[[Path], None], line: str) -> None:
    (committed / "dist" / "release").mkdir(parents=True)
    prepare(committed)
    with pytest.raises(BuildError) as caught:
        make(committed)
    assert re.fullmatch(re.escape(line).replace("…", ".*"), str(caught.value)), str(caught.value)
    assert not (committed / "dist" / "release").exists()


def test_a_newer_version_after_a_tag(committed: Path) -> None:
    tagged("0.1.10", "v0.1.9")(committed)
    assert (make(committed) / "untick-0.1.10-firefox.zip").exists()


def test_old_rules_are_told_and_not_released_by_chance(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(committed, "extension/sites/deepseek.toml", "checked = ", "checked = 2020-01-01  # ")
    git(committed, "commit", "--quiet", "--all", "--message", "old")
    with pytest.raises(BuildError, match=r"--confirm-old"):
        make(committed, confirm_old=False)
    said = capsys.readouterr().out
    assert re.search(r"^ +\d{4}  deepseek$", said, re.MULTILINE)
    assert re.search(r"^warning: \d+ of \d+ rules are older than 180 days", said, re.MULTILINE)


def test_ages_are_of_the_sources(project: Path) -> None:
    source = project / "extension"
    rules = {rule.name: rule for rule in ages.load(source, TODAY)}
    edit(project, "extension/sites/linkedin.toml", "date = 2026-07-30", "date = 2026-06-01")
    after = {rule.name: rule.days for rule in ages.load(source, TODAY)}
    assert (rules["linkedin/ai-training"].days, rules["linkedin/ai-training"].old) == (121, False)
    assert {name for name in rules if rules[name].days != after[name]} <= {
        name for name in rules if name.startswith("linkedin/")
    }
    assert 180 in after.values()
    assert [rule.old for rule in (ages.Rule("a", 180), ages.Rule("a", 181), ages.Rule("a", None))] == [
        False, True, True,
    ]  # fmt: skip


def test_notes_are_what_the_changelog_says_of_the_version(tmp_path: Path) -> None:
    said = {"0.10.1 - 2027-01-01": "c", "0.1.1 - 2026-12-01": "- a\n\n- b", "0.1.0 - 2026-11-28": "x"}
    text = "# New\n\n" + "\n\n".join(f"## {head}\n\n{body}" for head, body in said.items()) + "\n"
    (tmp_path / "CHANGELOG.md").write_text(text, "utf-8")
    assert release.notes(tmp_path, "0.1.1") == "- a\n\n- b\n"
    assert release.notes(tmp_path, "0.1.0") == "x\n"
    with pytest.raises(BuildError, match=r"^CHANGELOG\.md: nothing on 0\.1; expected"):
        release.notes(tmp_path, "0.1")
