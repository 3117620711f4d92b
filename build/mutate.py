"""Breaks the core in small ways, one after another, and tells which of them no unit test sees."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import node
from errors import BuildError


def main(project: Path, files: Sequence[str]) -> int:
    """Run StrykerJS by stryker.config.json over `files`, or all of the core; gives its exit code.

    Raises BuildError when there is no such file, or the tools cannot be installed.
    """
    for file in files:
        if not (project / file).is_file():
            raise BuildError(f"{file}: no such file; expected one such as extension/core/site.ts")
    program = node.program()[0]
    # It starts Node once more for each run of tests, by that name.
    environment = {**os.environ, "PATH": os.pathsep.join((str(Path(program).parent), os.environ["PATH"]))}
    command = [*node.command(project, "stryker"), "run", "stryker.config.json"]
    command += ["--mutate", ",".join(files)] if files else []
    return subprocess.run(command, cwd=project, env=environment, check=False).returncode
