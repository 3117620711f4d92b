"""No line and no file of ours is too long to be read, in whatever language; lines of Python are ruff's."""

from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("extension", "build", "tests")
KINDS = {".css", ".html", ".j2", ".js", ".py", ".ts"}
COLUMNS, ROWS = 110, 300
# Written as the sites write theirs.
SAVED_PAGES = "tests/pages/"


def long(project: Path) -> list[str]:
    """Name what is too long in the folders of `project`: a line for each."""
    files = (path for folder in FOLDERS for path in (project / folder).rglob("*") if path.suffix in KINDS)
    shown = {path: path.relative_to(project).as_posix() for path in sorted(files)}
    return [
        told for path, name in shown.items() if not name.startswith(SAVED_PAGES) for told in _told(path, name)
    ]


def _told(path: Path, shown: str) -> Iterator[str]:
    rows = path.read_text(encoding="utf-8").splitlines()
    if len(rows) > ROWS:
        yield f"{shown}: {len(rows)} lines; expected at most {ROWS}"
    for number, row in enumerate(rows, 1):
        if len(row) > COLUMNS and path.suffix != ".py":
            yield f"{shown}:{number}: {len(row)} columns; expected at most {COLUMNS}"
