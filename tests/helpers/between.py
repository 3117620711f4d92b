"""What befalls a press before its proof is taken: no network, another tab in front, what is kept changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from page import Page
from standin import AI_PATH, Scenario
from tricks import call, stored, visit

POPUP = "popup/popup.html"
LATE = 25  # seconds: a slow save, the hold, a reload
IS_SITE = "return Boolean(document.getElementById('root'))"
# Of what is kept for this run of the browser, all whose name begins so.
SESSION = """
const all = Object.entries(await chrome.storage.session.get());
return Object.fromEntries(all.filter(([key]) => key.startsWith(a[0])));
"""


def press(page: Page, **scenario: Any) -> None:
    """Turn it off by the banner, and come back as soon as the site has stored it."""
    page.site.scenario = Scenario(**scenario)
    page.open()
    page.wait_state("on")
    page.act("turn-off")
    page.until(lambda: page.site.account.writes, says="saved")


def cut_off(page: Page) -> None:
    """Press, and lose the network after the save: the reload ends on the browser's own page of errors."""
    press(page)
    page.site.reachable = False
    page.until(lambda: not page.driver.execute_script(IS_SITE), says="page of errors")


def online(page: Page) -> None:
    """Have the network again, and load the page again where the browser has not."""
    page.site.reachable = True
    page.driver.refresh()


@contextmanager
def aside(page: Page) -> Iterator[None]:
    """The popup in a tab of its own, closed at the end; meanwhile the page's tab is not seen."""
    left = page.new_tab()
    visit(page, POPUP)
    try:
        yield
    finally:
        page.driver.close()
        page.driver.switch_to.window(left)


def session(page: Page, prefix: str) -> dict[str, Any]:
    """What is kept for this run of the browser under such names, from the extension's page that is open."""
    found: dict[str, Any] = call(page, SESSION, prefix)
    return found


def keep(page: Page, values: dict[str, Any]) -> None:
    """Keep other values for this run of the browser, from the extension's page that is open."""
    call(page, "await chrome.storage.session.set(a[0])", values)


def outcomes(page: Page) -> list[str]:
    """What the receipts say, oldest first, from the extension's page that is open."""
    return [one["outcome"] for one in stored(page)["receipts"]]


def visits(page: Page) -> int:
    """How many loads of the AI page reached the server."""
    return sum(request.path.split("?")[0] == AI_PATH for request in page.site.requests)
