"""Every check that reads code instead of running it; each tool is named with its result."""

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import node
import package
import sheets
from errors import BuildError
from render import BROWSERS

SCRIPT = re.compile(r"<script\b[^>]*\bsrc=[\"']([^\"']+)[\"']")


def main(project: Path, dist: Path) -> int:
    """Make the extension in `dist`, then run all checks; gives 0 when all pass, else 1.

    Raises BuildError when the extension cannot be made, or holds a script that nothing loads.
    """
    package.build(project, dist, BROWSERS)
    firefox = dist / "firefox"
    python = [sys.executable, "-m"]
    with tempfile.TemporaryDirectory() as work:
        checks = {
            "ruff check": [*python, "ruff", "check"],
            "ruff format": [*python, "ruff", "format", "--check"],
            "mypy": [*python, "mypy"],
        }
        # With the sheets' own pages in it, so that their scripts are checked as well.
        whole = sheets.copy(dist, "firefox", Path(work))
        for name, scripts in worlds(whole).items():
            config = _tsconfig(
                Path(work) / f"{len(checks)}.json", project, [whole / script for script in scripts]
            )
            checks[f"tsc {name}"] = [*node.command(project, "tsc"), "--project", str(config)]
        checks["web-ext lint"] = [
            *node.command(project, "web-ext"), "lint", "--no-config-discovery", "--warnings-as-errors",
            "--source-dir", str(firefox),
        ]  # fmt: skip
        failed = [name for name, command in checks.items() if not _passes(name, command, project)]
    print(
        f"lint: {len(checks) - len(failed)} of {len(checks)} passed"
        + "".join(f"; {name} failed" for name in failed)
    )
    return 1 if failed else 0


def worlds(extension: Path) -> dict[str, list[str]]:
    """Group the scripts of a built extension by the global scope they share: name → paths, in load order.

    Raises BuildError for a script that is in no group, since nothing would load it.
    """
    manifest = json.loads((extension / "manifest.json").read_text(encoding="utf-8"))
    # Content scripts of one page share a scope, whichever entry of the manifest brings them.
    contents = [script for entry in manifest["content_scripts"] for script in entry["js"]]
    found = {"content": list(dict.fromkeys(contents)), "background": manifest["background"]["scripts"]}
    found |= {page: scripts for page, scripts in _pages(extension) if scripts}
    loaded = {script for scripts in found.values() for script in scripts}
    for path in sorted(extension.rglob("*.js")):
        name = path.relative_to(extension).as_posix()
        if name not in loaded:
            raise BuildError(f"extension/{name}: loaded by nothing; expected it in the manifest or a page")
    return found


def _pages(extension: Path) -> Iterator[tuple[str, list[str]]]:
    for page in sorted(extension.rglob("*.html")):
        sources = SCRIPT.findall(page.read_text(encoding="utf-8"))
        paths = [
            (extension if source.startswith("/") else page.parent) / source.lstrip("/") for source in sources
        ]
        root = extension.resolve()
        yield (
            page.relative_to(extension).as_posix(),
            [path.resolve().relative_to(root).as_posix() for path in paths],
        )


def _tsconfig(path: Path, project: Path, files: list[Path]) -> Path:
    types = sorted((project / "extension").rglob("*.d.ts"))
    config = {
        "extends": str(project / "build" / "tsconfig.json"),
        "files": [str(name) for name in (*types, *files)],
    }
    path.write_text(json.dumps(config), encoding="utf-8")
    return path


def _passes(name: str, command: list[str], project: Path) -> bool:
    started = time.perf_counter()
    done = subprocess.run(
        command,
        cwd=project,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        print(done.stdout.decode(errors="replace").rstrip())
    print(
        f"{name}: {'failed' if done.returncode else 'ok'} ({time.perf_counter() - started:.1f} s)", flush=True
    )
    return done.returncode == 0
