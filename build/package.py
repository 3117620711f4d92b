"""Puts rendered extensions into dist: one folder and one zip per browser."""

import io
import json
import re
import shutil
import tempfile
import tomllib
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import gather
import listing
from errors import BuildError
from render import Browser, render

# The earliest time that a zip can hold: the same in every build.
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
# What Firefox reads to know of a newer version, in the folder that has the versions.
UPDATES = "updates.json"


def version(project: Path) -> str:
    """Give the version in `project`/pyproject.toml. Raises BuildError unless browsers take it."""
    try:
        found = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise BuildError(f"pyproject.toml: project.version: expected the version here: {error}") from None
    if not re.fullmatch(r"(0|[1-9][0-9]{0,3})(\.(0|[1-9][0-9]{0,3})){0,3}", found):
        raise BuildError(
            f"pyproject.toml: project.version: expected one to four numbers such as 1.2.3, not {found!r}"
        )
    return str(found)


def build(
    project: Path,
    dist: Path,
    browsers: Sequence[Browser],
    *,
    release: bool = False,
    base: str | None = None,
) -> list[Path]:
    """Render `project`/extension for `browsers` into the folder `dist`.

    Gives the folders and zips. `release`: refuse messages that a language lacks, which else are counted.
    `base`: the address of the folder with UPDATES, for a Firefox that has the extension from no store.
    Raises BuildError; then nothing of these browsers stays in `dist`, so that what lies there is never older
    than it looks. What would not change is not touched: a browser may have it open.
    """
    try:
        number = version(project)
        source = project / "extension"
        facts = gather.load(source)
        _tell_untranslated(facts, release)
        trees = render(source, browsers, number, facts, f"{base}/{UPDATES}" if base else None)
        store = listing.load(project)
        for tree in trees.values():
            listing.check(store, json.loads(tree["manifest.json"]))
        zips = {browser: f"untick-{number}-{browser}.zip" for browser in browsers}
        dist.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=dist) as work:
            for browser, tree in trees.items():
                zipped = archive(tree)
                if _holds(dist, browser, tree) and _only_zip(dist, browser, zips[browser], zipped):
                    continue
                _write(tree, Path(work) / browser)
                (Path(work) / zips[browser]).write_bytes(zipped)
                _remove(dist, [browser])
                for path in sorted(Path(work).iterdir()):
                    path.rename(dist / path.name)
        return sorted(dist / name for browser in browsers for name in (browser, zips[browser]))
    except BaseException:
        _remove(dist, browsers)
        raise


def _tell_untranslated(facts: gather.Facts, release: bool) -> None:
    if lacking := facts.untranslated():
        listed = ", ".join(f"{code} {count}" for code, count in lacking.items())
        told = f"extension/locales: {lacking.total()} messages are in English only, missing in {listed}"
        if release:
            raise BuildError(f"{told}; a release has all in every language")
        print(told, flush=True)


def archive(tree: Mapping[str, bytes]) -> bytes:
    """Zip `tree` (path → bytes) so that equal trees give equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for name in sorted(tree):
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            zipped.writestr(entry, tree[name], compresslevel=9)
    return buffer.getvalue()


def _holds(dist: Path, browser: Browser, tree: Mapping[str, bytes]) -> bool:
    """Whether the folder of `browser` in `dist` is `tree` already."""
    folder = dist / browser
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files) == len(tree) and all(
        tree.get(path.relative_to(folder).as_posix()) == path.read_bytes() for path in files
    )


def _only_zip(dist: Path, browser: Browser, name: str, zipped: bytes) -> bool:
    """Whether `zipped` lies in `dist` as `name`, and no other zip of `browser`."""
    found = list(dist.glob(f"untick-*-{browser}.zip"))
    return [path.name for path in found] == [name] and found[0].read_bytes() == zipped


def _write(tree: Mapping[str, bytes], folder: Path) -> None:
    for name, content in tree.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _remove(dist: Path, browsers: Sequence[Browser]) -> None:
    for browser in browsers:
        if (dist / browser).exists():
            shutil.rmtree(dist / browser)
        for old in dist.glob(f"untick-*-{browser}.zip"):
            old.unlink()
