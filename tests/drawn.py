"""What people see, outside of any site: what the sheets' pages draw, at a width, for other tools to judge."""

import json
from pathlib import Path

import locales
import sheets
from page import Page
from tricks import call, send

NARROW, WIDE = 320, 1280
CODES = list(locales.load(Path(__file__).resolve().parents[1] / "extension"))
STORED = json.loads((sheets.PAGES / "stored.json").read_text("utf-8"))
PAGES = (
    "popup/popup.html",
    "options/options.html",
    "receipt/receipt.html",
    f"receipt/receipt.html#{STORED['receipts'][-1]['id']}",
)


def draw(page: Page, path: str, width: int = WIDE, *scripts: str) -> None:
    """Load a page of the extension that many CSS pixels wide, then those of the sheets' scripts."""
    context = page.driver.current_window_handle
    page.driver.browsing_context.set_viewport(context=context, viewport={"width": width, "height": 900})
    page.driver.get("about:blank")  # an address that differs in its hash alone would not load
    page.open_extension(path)
    send(page, {"type": "stop"})  # answered once the background has started, which writes too
    for script in scripts:
        load = "const made = document.createElement('script'); made.src = a[0]; document.head.append(made);"
        call(page, f"{load} await new Promise((done) => {{ made.onload = done }})", f"/sheets/{script}")
