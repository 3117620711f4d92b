"""Has bundle.ts bundle the TypeScript, in one Node process that runs beside the rest of the build."""

import json
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, cast

import node
from errors import BuildError

PROJECT = Path(__file__).resolve().parent.parent
SCRIPT = "build/bundle.ts"


class Bundling:
    """Bundles under way; `with` ends the process, also where nobody takes them."""

    def __init__(
        self,
        source: Path,
        data: Mapping[str, str],
        pages: Mapping[str, Path] | None = None,
        regions: Mapping[str, str] | None = None,
    ) -> None:
        """Begin with the TypeScript below `source`, the extension's folder.

        `data`: the modules that lie in no file, by name, such as #data/sites. `pages`: in place of what
        ships, the bundles to make, path → TypeScript. `regions`: the codes that browsers are to name, each
        with the file that has it. Raises BuildError where what package.json names cannot be installed.
        """
        node.modules(PROJECT)
        self._process = subprocess.Popen(
            [*node.program(), str(PROJECT / SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        stdin, self._process.stdin = self._process.stdin, None
        # Where it has ended already, `files` says so.
        with suppress(BrokenPipeError), cast("IO[str]", stdin) as pipe:
            wanted = {path: str(file.resolve()) for path, file in pages.items()} if pages else None
            json.dump(
                {"source": str(source.resolve()), "data": data, "pages": wanted, "regions": regions or {}},
                pipe,
            )

    def __enter__(self) -> Self:
        """Give the bundles under way."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()

    def files(self) -> dict[str, bytes]:
        """Wait, and give path → content. Raises BuildError naming file and cause where there is nothing."""
        answer, complaints = self._process.communicate()
        try:
            reply: dict[str, Any] = json.loads(answer)
        except ValueError:
            said = complaints.strip() or f"ended with {self._process.returncode}"
            raise BuildError(f"{SCRIPT}: gave no answer: {said}") from None
        if "error" in reply:
            raise BuildError(reply["error"])
        return {path: text.encode() for path, text in reply["files"].items()}
