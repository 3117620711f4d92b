"""What people see, outside of any site: what the sheets' pages draw, at a width, for other tools to judge."""

import json
from pathlib import Path

import browsers
import locales
import sheets
from page import Page
from tricks import call, send

NARROW, WIDE = 320, 1280
LOAD = """
const made = Object.assign(document.createElement("script"), { type: "module", src: a[0] });
const loaded = new Promise((done) => { made.onload = done });
document.head.append(made);
await loaded;
"""
CODES = list(locales.load(Path(__file__).resolve().parents[2] / "extension"))
STORED = json.loads((sheets.PAGES / "stored.json").read_text("utf-8"))
PAGES = (
    "popup/popup.html",
    "overview/overview.html#facebook",
    "options/options.html",
    "receipts/receipts.html",
    f"receipts/receipts.html#{STORED['receipts'][-1]['id']}",
)


def shared(page: Page) -> list[str]:
    """Every other language: what one browser leaves out, the other draws. `-m long` draws all in both."""
    return CODES[browsers.NAMES.index(page.name) :: len(browsers.NAMES)]


def resize(page: Page, width: int, height: int) -> None:
    """Give the page a window of that many CSS pixels."""
    context = page.driver.current_window_handle
    page.driver.browsing_context.set_viewport(context=context, viewport={"width": width, "height": height})


def draw(page: Page, path: str, width: int = WIDE, *scripts: str) -> None:
    """Load a page of the extension that many CSS pixels wide, then those of the sheets' scripts."""
    resize(page, width, 900)
    page.driver.get("about:blank")  # an address that differs in its hash alone would not load
    page.open_extension(path)
    send(page, {"type": "stop-jobs"})  # answered once the background has started, which writes too
    for script in scripts:
        call(page, LOAD, f"/sheets/{script}")
