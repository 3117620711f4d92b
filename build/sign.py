"""Sends the packages of a release to the stores: Firefox's to be signed, Chrome's as a draft."""

import json
import os
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import Any, Literal

import listing
import node
import package
import release
from errors import BuildError

Channel = Literal["listed", "unlisted"]

# What web-ext and chrome-webstore-upload read from the environment, so that no key stands in a command line.
AMO_KEYS = ("WEB_EXT_API_KEY", "WEB_EXT_API_SECRET")
AMO_ADVICE = "https://addons.mozilla.org/developers/addon/api/key/ gives them"
CHROME_KEYS = ("CLIENT_ID", "CLIENT_SECRET", "REFRESH_TOKEN", "PUBLISHER_ID", "EXTENSION_ID")
CHROME_ADVICE = "docs/release.md says where they are from"


def firefox(project: Path, dist: Path, channel: Channel) -> int:
    """Have addons.mozilla.org sign the package in dist/release; gives 0.

    `unlisted`: the signed package is waited for and put there, with the update manifest where the package
    names one. `listed`: it comes by the store, after its review. Raises BuildError when keys or package are
    missing, or the store refuses.
    """
    folder = dist / release.FOLDER
    number = package.version(project)
    zipped = _made(folder, number, "firefox")
    _need(AMO_KEYS, AMO_ADVICE)
    manifest = json.loads(zipfile.ZipFile(zipped).read("manifest.json"))
    gecko = manifest["browser_specific_settings"]["gecko"]
    if channel == "listed" and "update_url" in gecko:
        raise BuildError(
            "sign: made with --update-url, which the store takes unlisted only; release without it"
        )
    with tempfile.TemporaryDirectory() as work:
        # web-ext makes a zip of its own from a folder, and leaves a note there.
        zipfile.ZipFile(zipped).extractall(Path(work) / "source")
        command = [*node.command(project, "web-ext"), "sign", "--no-config-discovery", "--no-input"]
        command += [
            "--source-dir",
            f"{work}/source",
            "--artifacts-dir",
            f"{work}/signed",
            "--channel",
            channel,
        ]
        command += ["--upload-source-code", str(release.source(folder, number))]
        command += ["--amo-metadata", str(folder / listing.AMO)]
        if channel == "listed":
            command += ["--approval-timeout", "0"]  # people review it, which takes days
        _run(command, project)
        for signed in (Path(work) / "signed").glob("*.xpi"):
            xpi = folder / f"untick-{number}.xpi"
            xpi.write_bytes(signed.read_bytes())
            print(f"signed: {xpi.relative_to(project).as_posix()}")
            if "update_url" in gecko:
                (folder / package.UPDATES).write_text(updates(gecko, number, xpi), encoding="utf-8")
    release.sums(folder)
    return 0


def updates(gecko: dict[str, Any], number: str, xpi: Path) -> str:
    """Give the update manifest that leads to the signed package `xpi`, as JSON.

    `gecko`: what the package's own manifest says to Firefox.
    """
    base = gecko["update_url"].removesuffix(package.UPDATES)
    update = {
        "version": number,
        "update_link": f"{base}{xpi.name}",
        "update_hash": f"sha256:{release.digest(xpi)}",
        "applications": {"gecko": {"strict_min_version": gecko["strict_min_version"]}},
    }
    return f"{json.dumps({'addons': {gecko['id']: {'updates': [update]}}}, indent=2)}\n"


def chrome(project: Path, dist: Path) -> int:
    """Put the package in dist/release into the draft at Chrome's store; gives 0. Raises as `firefox` does."""
    zipped = _made(dist / release.FOLDER, package.version(project), "chrome")
    _need(CHROME_KEYS, CHROME_ADVICE)
    _run([*node.command(project, "chrome-webstore-upload"), "upload", "--source", str(zipped)], project)
    print("now a draft: look at it in the store's dashboard, and hand it in there")
    return 0


def _made(folder: Path, number: str, browser: str) -> Path:
    zipped = folder / f"untick-{number}-{browser}.zip"
    if not zipped.exists():
        raise BuildError(f"dist/{release.FOLDER}/{zipped.name}: missing; make it by `uv run build release`")
    return zipped


def _need(keys: tuple[str, ...], advice: str) -> None:
    if missing := [key for key in keys if not os.environ.get(key)]:
        raise BuildError(f"{', '.join(missing)}: not set in the environment; {advice}")


def _run(command: list[str], project: Path) -> None:
    if subprocess.run(command, cwd=project, stdin=subprocess.DEVNULL, check=False).returncode:
        raise BuildError("the store did not take it; what it said stands above")
