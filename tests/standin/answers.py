"""What any site of the stand-in is made of: answers, assets and words from its folder."""

from __future__ import annotations

import json
import mimetypes
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PAGES = Path(__file__).parent.parent / "pages"


@dataclass(frozen=True)
class Answer:
    """What is sent: `headers` beside those of every answer."""

    status: int
    kind: str
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


def as_json(status: int, data: object) -> Answer:
    """Give an answer that no browser keeps."""
    return Answer(status, "application/json", json.dumps(data).encode(), {"Cache-Control": "no-store"})


def assets(folder: Path, prefix: str) -> dict[str, Answer]:
    """Give the files of `folder`/assets by the paths at which they are answered, each below `prefix`."""
    return {
        f"{prefix}{path.name}": Answer(
            200,
            mimetypes.guess_type(path.name)[0] or "text/plain",
            path.read_bytes(),
            {"Cache-Control": "max-age=3600"},
        )
        for path in sorted((folder / "assets").iterdir())
    }


def words(folder: Path) -> dict[str, dict[str, Any]]:
    """Give what the pages say, by language."""
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (folder / "words").glob("*.toml")}
