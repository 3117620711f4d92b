"""The extension's own pages in a tab: read and seed what it keeps, press buttons, catch what they save."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from page import Page
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from standin import AI_KEY

# May call chrome.developerPrivate too, for a tenth of what Chromium's page of extensions costs.
EXTENSIONS = "chrome://extensions/strings.m.js"


def call(page: Page, script: str, *values: Any) -> Any:
    """What an async function body gives in the extension's page that is open; `values` are its `a`.

    Raises:
        AssertionError: it threw.
    """
    answer = page.driver.execute_async_script(
        f"const done = arguments[arguments.length - 1], a = [...arguments];"
        f"(async () => {{ {script} }})()"
        ".then((value) => done({value}), (error) => done({error: String(error)}))",
        *values,
    )
    assert "error" not in answer, f"{script}: {answer['error']}"
    return answer.get("value")


def stored(page: Page) -> dict[str, Any]:
    """All that storage.local has, asked for in the extension's page that is open."""
    found: dict[str, Any] = call(page, "return chrome.storage.local.get()")
    return found


def seed(page: Page, values: dict[str, Any]) -> None:
    """Have just these values in storage.local, from the extension's page that is open."""
    call(page, "await chrome.storage.local.clear(); await chrome.storage.local.set(a[0])", values)


def send(page: Page, message: dict[str, Any]) -> None:
    """Tell the background, as the extension's page that is open would."""
    call(page, "return chrome.runtime.sendMessage(a[0])", message)


def visit(page: Page, path: str) -> None:
    """Open one of the extension's own pages, once the background has started: it changes what they draw."""
    page.open_extension(path)
    send(page, {"type": "stop-jobs"})
    shown(page, "h1")


def shown(page: Page, selector: str) -> WebElement:
    """The first such element of the extension's page, as soon as it is drawn."""
    return page.until(
        lambda: next(iter(page.driver.find_elements(By.CSS_SELECTOR, selector)), None), says=selector
    )


def press(page: Page, selector: str) -> None:
    """Click such an element of the extension's page; where the page is drawn anew just then, click again."""

    def pressed() -> bool:
        shown(page, selector).click()
        return True

    page.until(pressed, says=selector)


def downloaded(page: Page, action: str, folder: Path) -> Any:
    """Press the button that saves a JSON file; gives what is in the file."""
    folder.mkdir()
    page.driver.browser.set_download_behavior(allowed=True, destination_folder=str(folder))
    press(page, f'[data-action="{action}"]')

    def saved() -> Any:
        # A download under way has another suffix.
        for path in folder.glob("*.json"):
            if text := path.read_text("utf-8"):
                return [json.loads(text)]
        return None

    (value,) = page.until(saved, says=f"file saved by {action}")
    page.driver.browser.set_download_behavior()
    return value


def opened(page: Page, path: str) -> str:
    """Close the tab that the extension has opened with one of its own pages; gives its address.

    Chromium's driver lists no such tab among its windows, and where one is left it takes 10 s to quit.
    """

    def found() -> Any:
        tabs = page.driver.browsing_context.get_tree()
        return next((tab for tab in tabs if "-extension://" in tab.url and f"/{path}" in tab.url), None)

    tab = page.until(found, says=f"tab with {path}")
    page.driver.browsing_context.close(tab.context)
    return str(tab.url)


def proved_and_back(page: Page, start: str, there: str) -> None:
    """Pressed from one page, the AI setting is proved off at an address, and the person is brought back."""
    page.wait_state("verified", timeout=30)  # the way there, a press, its hold, a reload
    assert page.path == there
    assert page.site.account.writes == [(AI_KEY, False)]
    page.act("back")
    page.at(start)
