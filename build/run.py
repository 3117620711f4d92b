"""Opens the person's own browser with the extension on the site's real settings page."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import node
import package
import sites
from browsers import BINARIES
from errors import BuildError
from render import Browser

# One of these is set wherever a window can be opened on Linux.
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")


def has_screen() -> bool:
    """Tell whether a window can be opened here."""
    return sys.platform != "linux" or any(map(os.environ.get, SCREENS))


def main(project: Path, dist: Path, wanted: Browser | None, site: str | None) -> int:
    """Make the extension and open `wanted`, or the first browser found; gives the exit code of web-ext.

    Opens the settings page of `site`, or of every site. Raises BuildError when there is no screen or no such
    site, or the extension or the tools cannot be made.
    """
    if not has_screen():
        raise BuildError("run: no screen here; `uv run build demo --headless` needs none")
    # What is not on the path, web-ext looks for itself.
    found = {name: next(filter(None, map(shutil.which, names)), None) for name, names in BINARIES.items()}
    browser: Browser = wanted or ("chrome" if found["chrome"] and not found["firefox"] else "firefox")
    known = {each.id: each.address() for each in sites.load(project / "extension")}
    if site and site not in known:
        raise BuildError(f"--site: {site!r}; expected one of {', '.join(known)}")
    addresses = [known[site]] if site else list(known.values())
    package.build(project, dist, [browser])
    command = [*node.command(project, "web-ext"), "run", "--no-config-discovery"]
    command += ["--source-dir", str(dist / browser), "--no-input"]
    command += [part for address in addresses for part in ("--start-url", address)]
    if browser == "chrome":
        command += ["--target", "chromium"]
        if os.name == "posix" and os.getuid() == 0:
            command += ["--args=--no-sandbox"]  # Chromium starts for root only without it
    if binary := found[browser]:
        command += ["--firefox" if browser == "firefox" else "--chromium-binary", binary]
    print(f"opening {binary or browser} with the extension at {', '.join(addresses)}")
    print("its profile is new and is deleted at the end: sign in there; your own profile is not touched")
    print("close the browser, or press Ctrl+C here, to end", flush=True)
    return subprocess.run(command, cwd=project, check=False).returncode
