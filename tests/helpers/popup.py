"""The popup opened as a tab, and the tabs that its buttons open."""

from __future__ import annotations

import tomllib
from pathlib import Path

from page import Page
from selenium.webdriver.common.by import By
from tricks import shown

FACTS = Path(__file__).resolve().parents[2] / "extension" / "sites" / "linkedin.toml"
IDS: list[str] = [setting["id"] for setting in tomllib.loads(FACTS.read_text("utf-8"))["settings"]]
STATES = """
return [...document.querySelectorAll('[data-setting]')].map(({dataset}) => [dataset.setting, dataset.state]);
"""


def opened(page: Page) -> list[str]:
    """Open the popup; gives the settings that it lists, as soon as it is drawn."""
    page.open_extension("popup/popup.html")
    shown(page, "[data-setting]")
    rows = page.driver.find_elements(By.CSS_SELECTOR, "[data-setting]")
    return [row.get_attribute("data-setting") or "" for row in rows]


def states(page: Page) -> dict[str, str]:
    """What the popup shows for each setting."""
    return dict(page.driver.execute_script(STATES))


def follow(page: Page, selector: str) -> str:
    """Press a button of the popup, and turn to the tab that it opens; gives the popup's handle."""
    popup, before = page.driver.current_window_handle, set(page.driver.window_handles)
    shown(page, selector).click()
    page.until(lambda: set(page.driver.window_handles) - before, says="a tab")
    (new,) = set(page.driver.window_handles) - before
    page.driver.switch_to.window(new)
    return popup


def returned(page: Page, popup: str, timeout: float = 10) -> None:
    """Wait until the tab that the popup opened is gone and the popup's is in front; turn to it."""
    page.until(lambda: page.driver.window_handles == [popup], timeout, "the tab is closed")
    page.driver.switch_to.window(popup)
    page.until(lambda: page.driver.execute_script("return !document.hidden"), says="the popup in front")
