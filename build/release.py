"""Makes in dist/release all that people, stores and their reviewers get of one version, from one commit."""

import hashlib
import io
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import ages
import gather
import listing
import node
import package
from errors import BuildError
from render import BROWSERS

CHANGELOG = "CHANGELOG.md"
SUMS = "SHA256SUMS"
NOTES = "notes.md"
FOLDER = "release"


def main(project: Path, dist: Path, *, confirm_old: bool, base: str | None) -> int:
    """Make the release of the commit that is checked out; gives 0.

    `confirm_old`: also with rules that nobody has looked at for long. `base`: the address of the folder from
    which Firefox is to update where no store hands the extension out. Raises BuildError where the commit is
    not fit for a release; then nothing of an earlier one stays.
    """
    folder = dist / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    number = package.version(project)
    _check_commit(project)
    _check_tags(project, number)
    said = notes(project, number)
    rules = ages.load(project / "extension", datetime.now(UTC).date())
    print("\n".join(ages.told(rules)), flush=True)
    if any(rule.old for rule in rules) and not confirm_old:
        raise BuildError(
            f"extension/sites: rules are older than {ages.OLD} days or of unknown age; look at their sites "
            "again, or say by --confirm-old that they may go out as they are"
        )
    archive = _source(project, number)
    with tempfile.TemporaryDirectory() as work:
        tree = _unpacked(project, Path(work), archive, number)
        made = package.build(tree, Path(work) / "dist", BROWSERS, release=True, base=base)
        store, facts = listing.load(tree), gather.load(tree / "extension")
        folder.mkdir(parents=True)
        for path in made:
            if path.suffix == ".zip":
                shutil.move(path, folder / path.name)
    source(folder, number).write_bytes(archive)
    (folder / NOTES).write_text(said, encoding="utf-8")
    (folder / listing.AMO).write_text(listing.amo(store, facts, said, rebuild(base)), encoding="utf-8")
    (folder / listing.DESCRIPTIONS).write_text(listing.dashboards(store, facts), encoding="utf-8")
    sums(folder)
    for path in sorted(folder.iterdir()):
        print(f"{path.relative_to(project).as_posix():<44} {path.stat().st_size / 1024:7.1f} KB")
    return 0


def source(folder: Path, number: str) -> Path:
    """Give the path of the reviewers' archive in the folder of a release."""
    return folder / f"untick-{number}-source.zip"


def sums(folder: Path) -> None:
    """Write the sums of what people get, as `sha256sum --check` reads them."""
    lines = [
        f"{digest(path)}  {path.name}\n"
        for path in sorted(folder.iterdir())
        if path.suffix in (".zip", ".xpi")
    ]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def digest(path: Path) -> str:
    """Give the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def rebuild(base: str | None) -> str:
    """Give the command that makes the packages of a release again, as docs/rebuild.md has it."""
    command = "uv run --no-default-groups --group build build all"
    return f"{command} --update-url {base}" if base else command


def notes(project: Path, number: str) -> str:
    """Give what CHANGELOG.md says of a version. Raises BuildError where it says nothing."""
    try:
        text = (project / CHANGELOG).read_text(encoding="utf-8")
    except FileNotFoundError:
        text = ""
    found = re.search(rf"^## {re.escape(number)} .*\n(?P<said>(?:(?!## ).*\n?)*)", text, re.MULTILINE)
    if not found or not found["said"].strip():
        raise BuildError(f"{CHANGELOG}: nothing on {number}; expected `## {number} - <day>` and what is new")
    return f"{found['said'].strip()}\n"


def _unpacked(project: Path, work: Path, archive: bytes, number: str) -> Path:
    """Unpack the archive: what is made from it has nothing that is in no commit."""
    with zipfile.ZipFile(io.BytesIO(archive)) as zipped:
        zipped.extractall(work)
    tree = work / f"untick-{number}"
    (tree / "node_modules").symlink_to(node.modules(project).resolve(), target_is_directory=True)
    return tree


def _source(project: Path, number: str) -> bytes:
    """Archive the commit; the times in it are the commit's, and the same in every time zone."""
    return _git(project, "archive", "--format=zip", f"--prefix=untick-{number}/", "HEAD")


def _check_commit(project: Path) -> None:
    if _git(project, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise BuildError("release: the clone is shallow; get all tags by `git fetch --unshallow --tags`")
    if changed := _git(project, "status", "--porcelain").decode().splitlines():
        first = changed[0][3:]
        raise BuildError(
            f"release: {len(changed)} changes are in no commit, such as {first}; commit them first"
        )


def _check_tags(project: Path, number: str) -> None:
    here = _git(project, "tag", "--points-at", "HEAD", "--list", "v*").decode().split()
    if here and f"v{number}" not in here:
        raise BuildError(
            f"pyproject.toml: project.version: {number}; this commit is tagged {', '.join(here)}"
        )
    others = [tag for tag in _git(project, "tag", "--list", "v*").decode().split() if tag not in here]
    versions = [(_parts(tag[1:]), tag) for tag in others if re.fullmatch(r"v\d+(\.\d+)*", tag)]
    if versions and max(versions)[0] >= _parts(number):
        raise BuildError(
            f"pyproject.toml: project.version: {number} is not newer than the tag {max(versions)[1]}"
        )


def _parts(number: str) -> tuple[int, ...]:
    """Give a version's numbers; those that are left out count as 0."""
    parts = [int(part) for part in number.split(".")]
    return (*parts, *[0] * (4 - len(parts)))


def _git(project: Path, *arguments: str) -> bytes:
    program = shutil.which("git")
    if not program:
        raise BuildError("release: git is missing; a release is made from a commit")
    # A zip holds the time of day without a zone.
    done = subprocess.run(
        [program, *arguments], cwd=project, capture_output=True, env={**os.environ, "TZ": "UTC"}, check=False
    )
    if done.returncode:
        raise BuildError(f"release: git {arguments[0]} failed: {done.stderr.decode().strip()}")
    return done.stdout
