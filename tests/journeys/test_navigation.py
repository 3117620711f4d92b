"""Ways in and out: without a load, old addresses, tabs that stood before the extension, two tabs."""

from pathlib import Path

import browsers
from outside import turn
from page import Page
from selenium.webdriver.remote.webelement import WebElement
from standin import AI_KEY, AI_PATH, Scenario

PRIVACY = "/mypreferences/d/categories/privacy"
LANGUAGE = "/mypreferences/d/settings/language"
PROVED = 25  # seconds: a press, its hold, a reload
HOSTS = """
return [...document.documentElement.children]
  .filter((node) => !['head', 'body'].includes(node.localName) && !node.attributes.length).length;
"""


def hosts(page: Page) -> int:
    """How many elements extensions have added."""
    count: int = page.driver.execute_script(HOSTS)
    return count


def test_in_and_out_without_a_load(page: Page) -> None:
    page.open("/feed/")
    page.ready()
    page.go(LANGUAGE)
    page.wait_state("elsewhere")
    page.go(AI_PATH)
    page.wait_state("on")
    page.until(page.ring_rect, says="ring")
    page.driver.back()
    page.wait_state("elsewhere")
    page.driver.forward()
    page.wait_state("on")
    page.go("/feed/")
    page.until(lambda: hosts(page) == 0, says="nothing left")
    page.driver.back()
    page.wait_state("on")
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    assert page.site.account.writes == [(AI_KEY, False)]


def test_an_old_address_leads_to_the_row(page: Page) -> None:
    page.open("/psettings/privacy")
    page.wait_state("elsewhere")
    assert page.path == PRIVACY
    page.until(page.ring_rect, says="ring")


def test_tabs_that_stood_before_it_was_installed(page: Page, dist: Path) -> None:
    assert page.extension
    browsers.uninstall(page.driver, page.extension)
    page.open("/feed/")
    page.ready()
    feed = page.new_tab()
    page.open()
    page.ready()
    assert page.host is None
    assert browsers.install(page.driver, dist / page.name) == page.extension
    page.wait_state("on")
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    page.driver.switch_to.window(feed)
    page.site.account.values[AI_KEY] = True
    page.go(AI_PATH)
    page.wait_state("again")


def test_installed_anew_or_switched_off_and_on_over_a_banner(page: Page, dist: Path) -> None:
    page.open()
    page.wait_state("on")
    old = page.host
    browsers.install(page.driver, dist / page.name)
    newer = replaced(page, old)
    turn(page, on=False)
    turn(page, on=True)
    replaced(page, newer)
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    assert hosts(page) == 1
    assert page.site.account.writes == [(AI_KEY, False)]


def replaced(page: Page, old: WebElement | None) -> WebElement | None:
    """Wait for the one banner that is not the one that a version before this has left; gives its host."""
    page.until(lambda: page.host not in (None, old), says="a new banner")
    page.wait_state("on")
    assert hosts(page) == 1
    return page.host


def test_a_page_from_the_cache_shows_what_is_true_now(page: Page) -> None:
    page.site.scenario = Scenario(cache=True)
    page.open()
    page.wait_state("on")
    page.open("/help/linkedin")
    first = page.new_tab()
    page.open()
    page.wait_state("on")
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    page.driver.switch_to.window(first)
    page.driver.back()
    page.wait_state("off")
    page.never("on", "again")


def test_two_tabs_at_once(page: Page) -> None:
    page.open(LANGUAGE)
    page.wait_state("elsewhere")
    first = page.new_tab()
    page.open()
    page.wait_state("on")
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    page.driver.switch_to.window(first)
    page.driver.refresh()
    page.ready()
    page.never("elsewhere")
    page.go(AI_PATH)
    page.wait_state("off")
