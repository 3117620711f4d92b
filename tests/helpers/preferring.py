"""What media queries of a page find: what somebody has asked their system for, and paper."""

from collections.abc import Iterator
from contextlib import contextmanager

from page import Page
from selenium import webdriver

LESS_MOTION = ("prefers-reduced-motion", "reduce")
MOTION = ("prefers-reduced-motion", "no-preference")
OWN_COLOURS = ("forced-colors", "active")
# The preference by which Firefox is told: its value, and what it is without (build/browsers.py).
FIREFOX = {
    LESS_MOTION: ("ui.prefersReducedMotion", 1, 1),
    MOTION: ("ui.prefersReducedMotion", 0, 1),
    OWN_COLOURS: ("browser.display.document_color_use", 2, 0),
}
SET = "Services.prefs.setIntPref(arguments[0], arguments[1])"
MEDIUM = "gBrowser.selectedBrowser.browsingContext.top.mediumOverride = arguments[0]"


@contextmanager
def preferring(page: Page, feature: str, value: str) -> Iterator[None]:
    """Have the browser ask for a feature of CSS's media queries, for a while."""

    def ask(*, is_wanted: bool) -> None:
        if isinstance(page.driver, webdriver.Firefox):
            name, wanted, usual = FIREFOX[feature, value]
            with page.driver.context(page.driver.CONTEXT_CHROME):
                page.driver.execute_script(SET, name, wanted if is_wanted else usual)
        else:
            features = [{"name": feature, "value": value}] if is_wanted else []
            page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    ask(is_wanted=True)
    matches = f"return matchMedia('({feature}: {value})').matches"
    page.until(lambda: page.driver.execute_script(matches), says=feature)
    try:
        yield
    finally:
        ask(is_wanted=False)


@contextmanager
def on_paper(page: Page) -> Iterator[None]:
    """Have the page drawn as it would be printed."""

    def draw(medium: str) -> None:
        if isinstance(page.driver, webdriver.Firefox):
            with page.driver.context(page.driver.CONTEXT_CHROME):
                page.driver.execute_script(MEDIUM, medium)
        else:
            page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": medium})

    draw("print")
    try:
        yield
    finally:
        draw("")
