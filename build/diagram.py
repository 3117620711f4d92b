"""Draws the state machine of an opt-out from its code, into docs/optout.md."""

import json
import subprocess
from pathlib import Path
from typing import Any

import node
from errors import BuildError
from jinja2 import Environment, StrictUndefined

SCRIPT = "build/diagram.ts"
PAGE = "docs/optout.md"
TEMPLATE = Path(__file__).with_suffix(".md.j2")


def main(project: Path) -> int:
    """Write the page; gives 0. Raises BuildError as `page` does."""
    path = project / PAGE
    path.write_text(page(project), encoding="utf-8")
    print(f"{PAGE}: drawn")
    return 0


def page(project: Path) -> str:
    """Give the page as it is to be. Raises BuildError when the state machine cannot be explored."""
    environment = Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)  # noqa: S701 - no HTML
    template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))
    return template.render(explore(project))


def explore(project: Path) -> dict[str, Any]:
    """Give what diagram.ts finds, by the names of its Found. Raises BuildError when it fails."""
    done = subprocess.run(
        [*node.program(), str(project / SCRIPT)],
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise BuildError(f"{SCRIPT}: {done.stderr.strip()}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found
