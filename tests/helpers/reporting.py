"""Reports: the page that shows one, reached as people reach it, or at once."""

from __future__ import annotations

import json
from typing import Any

from page import Page
from selenium.webdriver.common.by import By
from tricks import call, shown

REPORT = "report/report.html"
ASKED = f"""
const shows = (view) => view.location.pathname === "/{REPORT}";
return chrome.extension.getViews({{ type: "tab" }}).find(shows)
  ?.document.querySelector("[data-part=file]")?.textContent ?? null
"""
TAB = "return (await chrome.tabs.query({ url: `${a[0]}/*` })).at(-1).id"


def asked(page: Page) -> Any:
    """What is told by the report in another tab, asked for in the extension's page that is open."""
    return json.loads(page.until(lambda: call(page, ASKED), says="a report in a tab"))


def open_report(page: Page, origin: str) -> None:
    """Turn to a new tab with a report of the newest one that is at `origin`."""
    page.new_tab()
    page.open_extension("options/options.html")
    shown(page, "h1")
    page.open_extension(f"{REPORT}#{call(page, TAB, origin)}")
    shown(page, "h1")


def told(page: Page) -> Any:
    """What is told by the report that is open."""
    text = shown(page, "[data-part=file]").get_attribute("textContent")
    return json.loads(text or "")


def tick(page: Page, text: str) -> None:
    """Let one of the texts that are left out into the report."""
    row = f"//label[.//*[text()={json.dumps(text)}]]//input"
    page.until(lambda: page.driver.find_elements(By.XPATH, row), says=text)[0].click()
    page.until(lambda: page.driver.find_element(By.XPATH, row).is_selected(), says="ticked")
