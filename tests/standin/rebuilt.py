"""Pages that were made of people's reports, at the addresses that they are of."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

PAGES = Path(__file__).parent.parent / "pages" / "reports"
# Only the stand-in's own script draws them: whatever a report has, nothing of it runs or loads.
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src 'self'; "
        "base-uri 'none'; form-action 'none'"
    ),
    "Cache-Control": "no-store",
}
ASSETS = {
    f"/rebuilt/{path.name}": (mimetypes.guess_type(path.name)[0] or "text/plain", path.read_bytes())
    for path in sorted((PAGES / "assets").iterdir())
}


@dataclass
class Rebuilt:
    """Pages by host and path."""

    pages: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def put(self, address: str, page: str) -> None:
        """Answer with `page` at an address of one of the sites."""
        url = urlsplit(address)
        self.pages[url.netloc, url.path] = page.encode()

    def find(self, host: str, path: str) -> tuple[str, bytes] | None:
        """What is answered there: its kind and content; None where nothing was put."""
        if not self.pages:
            return None
        found = self.pages.get((host, path))
        return ("text/html; charset=utf-8", found) if found else ASSETS.get(path)
