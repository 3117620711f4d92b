"""The extension's own pages, which ship as they are, and the style sheets that they name."""

import posixpath
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

from errors import BuildError


class _Names(HTMLParser):
    """Collects what a page's src and href name."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.found += [value for name, value in attrs if name in ("src", "href") and value]


def load(source: Path) -> dict[str, bytes]:
    """Give path → content of every page below `source`, the extension's folder, and of its style sheets."""
    tree = {path.relative_to(source).as_posix(): path.read_bytes() for path in sorted(source.rglob("*.html"))}
    named = {name for page, content in tree.items() for name in _named(page, content)}
    styles = (name for name in sorted(named) if name.endswith(".css") and (source / name).is_file())
    return tree | {name: (source / name).read_bytes() for name in styles}


def check(tree: Mapping[str, bytes], shown: str) -> None:
    """Refuse a page in `tree` (path → content) that names a file which is not there."""
    for page, content in tree.items():
        if page.endswith(".html"):
            for name in _named(page, content):
                if name not in tree:
                    raise BuildError(f"{shown}/{page}: no file {name}; expected it in the extension")


def _named(page: str, content: bytes) -> Iterator[str]:
    """Give the paths that a page names, from the extension's folder."""
    names = _Names()
    names.feed(content.decode())
    for name in names.found:
        yield posixpath.normpath(posixpath.join("/", posixpath.dirname(page), name)).lstrip("/")
