"""Unit tests in TypeScript, which Node runs as they are: one item for each file, one process for all."""

from __future__ import annotations

import json
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import node
import pytest

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
ended = pytest.StashKey[dict[Path, list[dict[str, Any]]]]()


class TestFailedInNode(Exception):  # noqa: N818 - its name is never read
    """What Node said of the tests of a file that failed."""


class UnitFile(pytest.File):
    """A file of tests."""

    def collect(self) -> Iterator[pytest.Item]:
        """Give its one item."""
        yield UnitItem.from_parent(self, name=self.path.name.removesuffix(".test.ts"))


class UnitItem(pytest.Item):
    """The tests of a file."""

    def runtest(self) -> None:
        """Run them with those of all other files, once: xdist leaves all to one worker."""
        if ended not in self.session.stash:
            files = [item.path for item in self.session.items if isinstance(item, UnitItem)]
            self.session.stash[ended], told = _run(files)
            self.user_properties.append(("figures", told))
        lines = self.session.stash[ended][self.path]
        if failed := [line for line in lines if line["failure"]]:
            raise TestFailedInNode("\n\n".join(f"{line['name']}\n{line['failure']}" for line in failed))
        if not lines:
            raise TestFailedInNode("no test in the file")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show what Node said, and nothing of Python."""
        if isinstance(excinfo.value, TestFailedInNode):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Name the file."""
        return self.path, None, f"{self.path.relative_to(PROJECT)}"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> UnitFile | None:
    """Take every file of tests."""
    return UnitFile.from_parent(parent, path=file_path) if file_path.name.endswith(".test.ts") else None


def _run(files: Iterable[Path]) -> tuple[dict[Path, list[dict[str, Any]]], str]:
    node.modules(PROJECT)
    started = time.perf_counter()
    done = subprocess.run(
        # In one process: to start one for each file would take most of the time.
        [
            *node.program(),
            "--test",
            "--test-isolation=none",
            f"--test-reporter={HERE / 'reporter.ts'}",
            *map(str, files),
        ],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    took = time.perf_counter() - started
    found: dict[Path, list[dict[str, Any]]] = defaultdict(list)
    for text in done.stdout.splitlines():
        try:
            line = json.loads(text)
        except ValueError:
            continue  # what a test printed
        found[Path(line["file"])].append(line)
    if not found:
        raise TestFailedInNode(done.stdout + done.stderr)
    return found, f"unit: {sum(map(len, found.values()))} tests of {len(found)} files in {took:.1f} s"
