"""Every check that reads code instead of running it; each tool is named with its result."""

import re
import subprocess
import sys
import time
from pathlib import Path

import lines
import node
import package
from render import BROWSERS

# Biome ends well where it has only said what it doubts.
DOUBTS = re.compile(r"^Found \d+ (warning|info)s?\.$", re.MULTILINE)


def main(project: Path, dist: Path) -> int:
    """Make the extension in `dist`, then run all checks; gives 0 when all pass, else 1.

    Raises BuildError when the extension or the tools cannot be made.
    """
    package.build(project, dist, BROWSERS)
    python = [sys.executable, "-m"]
    checks = {
        "ruff check": [*python, "ruff", "check"],
        "ruff format": [*python, "ruff", "format", "--check"],
        "mypy": [*python, "mypy"],
        "biome": [*node.command(project, "biome"), "check"],
        "tsc": [*node.command(project, "tsc"), "--build"],
        "knip": [*node.command(project, "knip"), "--treat-config-hints-as-errors"],
        "web-ext lint": [
            *node.command(project, "web-ext"), "lint", "--no-config-discovery", "--warnings-as-errors",
            "--source-dir", str(dist / "firefox"),
        ],
    }  # fmt: skip
    failed = [name for name, command in checks.items() if not _passes(name, command, project)]
    if found := lines.long(project):
        print("\n".join(found))
        failed.append("lines")
    print(f"lines: {'failed' if found else 'ok'}")
    print(
        f"lint: {len(checks) + 1 - len(failed)} of {len(checks) + 1} passed"
        + "".join(f"; {name} failed" for name in failed)
    )
    return 1 if failed else 0


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
    said = done.stdout.decode(errors="replace").rstrip()
    passes = done.returncode == 0 and not DOUBTS.search(said)
    if not passes:
        print(said)
    print(f"{name}: {'ok' if passes else 'failed'} ({time.perf_counter() - started:.1f} s)", flush=True)
    return passes
