"""Parts of the engine, run by themselves in a page of the stand-in that has no extension."""

import json
from pathlib import Path
from typing import Any

from render import bundle_pages
from selenium.webdriver.remote.webdriver import WebDriver

PROJECT = Path(__file__).resolve().parent.parent
NAMES = ("first", "frame", "beat", "survey of likely places", "survey for a press")


def put(driver: WebDriver, before: str = "") -> None:
    """Put the parts into the page that stands, once `before` was run there.

    Raises BuildError when they cannot be bundled.
    """
    bundled = bundle_pages(PROJECT / "extension", {"parts.js": PROJECT / "build" / "parts" / "parts.ts"})
    # In the page's own realm: in a sandbox of the driver, Firefox shows a page's prototypes without changes.
    driver.script.execute(f"() => {{ {before}\n{bundled['parts.js'].decode()} }}")


def ask(driver: WebDriver, function: str, *arguments: str | float) -> Any:
    """What a function gives there, as JSON."""
    return json.loads(
        driver.script.execute(f"(...all) => JSON.stringify(({function})(...all))", *arguments)["value"]
    )
