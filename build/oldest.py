"""The tests in the oldest browsers that the manifests allow, from Debian's packages."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import browsers
import package
from errors import BuildError
from render import BROWSERS, Browser

# What holds a browser's programs, and where they lie when such packages are unpacked.
PACKAGES = {
    "firefox": ("firefox-esr",),
    "chrome": ("chromium", "chromium-common", "chromium-driver"),
}
FOLDERS = {"firefox": ("usr/lib/firefox-esr",), "chrome": ("usr/lib/chromium", "usr/bin")}


def main(project: Path, dist: Path, arguments: Sequence[str]) -> int:
    """Fetch them where they are not there yet, and run pytest with `arguments`; gives its exit code.

    Raises BuildError where there is no apt-get, or Debian has no such browser.
    """
    if not (shutil.which("apt-get") and shutil.which("dpkg")):
        raise BuildError("oldest: needs apt-get and dpkg, as on Debian and Ubuntu")
    package.build(project, dist, BROWSERS)
    folders: list[str] = []
    for name in BROWSERS:
        version = _least(dist, name)
        found = browsers.need(name)
        installed = _version(found.binary)
        if installed == version:
            print(f"{name}: {found.binary} is as old as {version}", flush=True)
            continue
        unpacked = _fetch(name, version, project / "node_modules" / ".cache" / "oldest")
        folders += [str(unpacked / folder) for folder in FOLDERS[name]]
        print(f"{name}: {version}, in {unpacked}", flush=True)
    path = os.pathsep.join([*folders, os.environ["PATH"]])
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=project, env={**os.environ, "PATH": path}, check=False).returncode


def _least(dist: Path, name: Browser) -> str:
    """The first part of the oldest version that the manifest allows, such as "150"."""
    manifest = json.loads((dist / name / "manifest.json").read_text("utf-8"))
    if name == "chrome":
        least: str = manifest["minimum_chrome_version"]
    else:
        least = manifest["browser_specific_settings"]["gecko"]["strict_min_version"]
    return least.split(".")[0]


def _version(binary: str) -> str:
    """The first part of a browser's version."""
    done = subprocess.run([binary, "--version"], capture_output=True, text=True, check=False)
    words = [word for word in done.stdout.split() if word[:1].isdigit()]
    return words[0].split(".")[0] if words else ""


def _fetch(name: Browser, version: str, to: Path) -> Path:
    """The folder below `to` into which the packages of that version are unpacked, once."""
    made = to / f"{name}-{version}"
    if made.is_dir():
        return made
    work = to / f"{name}-{version}.part"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    known = _run(["apt-cache", "madison", PACKAGES[name][0]], work)
    versions = [line.split("|")[1].strip() for line in known.splitlines()]
    full = next((one for one in versions if one.split(".")[0] == version), None)
    if full is None:
        raise BuildError(f"oldest: Debian has no {PACKAGES[name][0]} {version}; it has {', '.join(versions)}")
    for one in PACKAGES[name]:
        print(f"fetching {one} {full}", flush=True)
        _run(["apt-get", "download", f"{one}={full}"], work)
    for archive in work.glob("*.deb"):
        _run(["dpkg", "-x", archive.name, "."], work)
        archive.unlink()
    return work.rename(made)


def _run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(f"oldest: `{' '.join(command)}` failed: {done.stderr.strip().splitlines()[-1:]}")
    return done.stdout
