"""The tab closed, opened again, discarded, out of sight, between the press and its proof."""

from typing import Any

import pytest
from between import LATE, POPUP, aside, keep, outcomes, press, session
from page import Page
from selenium.webdriver import Firefox
from standin import AI_KEY, ORIGIN, Scenario
from tricks import call, send, shown, visit

REOPEN = """
const {SessionStore} = ChromeUtils.importESModule("resource:///modules/sessionstore/SessionStore.sys.mjs");
SessionStore.undoCloseTab(window, 0);
"""
DISCARD = """
const [tab] = await chrome.tabs.query({url: a[0]});
await chrome.tabs.discard(tab.id);
const [after] = await chrome.tabs.query({url: a[0]});
return after.discarded;
"""
TAB = "const [tab] = await chrome.tabs.query({url: a[0]}); return tab.id"
SHOW = "const [tab] = await chrome.tabs.query({url: a[0]}); await chrome.tabs.update(tab.id, {active: true})"
# Damaged values in the place of what is kept by tab for this run of the browser.
JUNK: list[Any] = ["x", 1, [], {}, {"settings": [1]}, {"settings": None, "at": "soon"}]


@pytest.mark.long
def test_closed_and_opened_again(page: Page) -> None:
    """In Firefox as the person would; Chromium lets no test do that, and it is a new tab there as well."""
    press(page)
    left = page.driver.current_window_handle
    page.driver.switch_to.new_window("tab")
    rest = page.driver.current_window_handle
    page.driver.switch_to.window(left)
    page.driver.close()
    page.driver.switch_to.window(rest)
    visit(page, POPUP)
    assert outcomes(page) == ["unproved"]
    assert shown(page, "[data-setting=ai-training]").get_attribute("data-state") == "on"
    if isinstance(page.driver, Firefox):
        before = set(page.driver.window_handles)
        with page.driver.context(page.driver.CONTEXT_CHROME):
            page.driver.execute_script(REOPEN)
        page.until(lambda: set(page.driver.window_handles) - before, says="opened again")
        (again,) = set(page.driver.window_handles) - before
        page.driver.switch_to.window(again)
    else:
        page.open()
    assert page.wait_state("off", "verified", "failed", timeout=LATE) == "off"
    visit(page, POPUP)
    assert outcomes(page) == ["unproved"]


def test_out_of_sight(page: Page) -> None:
    press(page)
    with aside(page):
        page.until(lambda: outcomes(page) == ["verified"], timeout=LATE, says="proved out of sight")
        shown(page, "[data-setting=ai-training][data-state=off]")
    assert page.wait_state("verified", "off", "working", "failed") == "verified"
    assert page.site.account.values[AI_KEY] is False


@pytest.mark.long
@pytest.mark.parametrize("save", ["lost", "revert"])
def test_out_of_sight_and_not_kept(page: Page, save: str) -> None:
    page.site.scenario = Scenario(save=save, draw="filled")
    page.open()
    page.wait_state("on")
    page.act("turn-off")
    with aside(page):
        page.until(lambda: outcomes(page) == ["failed"], timeout=40, says="told out of sight")
    assert page.wait_state("failed", "verified", "off") == "failed"


def test_discarded(page: Page) -> None:
    """In Chromium the tab has another number, and another handle, from then on."""
    left = page.new_tab()
    visit(page, POPUP)
    popup = page.driver.current_window_handle
    page.driver.switch_to.window(left)
    press(page)
    page.driver.switch_to.window(popup)
    assert call(page, DISCARD, f"{ORIGIN}/*") is True
    assert outcomes(page) == ["unproved"]
    call(page, SHOW, f"{ORIGIN}/*")
    page.until(lambda: outcomes(page) == ["verified"], timeout=LATE, says="proved")
    (again,) = set(page.driver.window_handles) - {popup}
    page.driver.switch_to.window(again)
    assert (left == again) is (page.name == "firefox")
    assert page.wait_state("verified", "off", "failed") == "verified"
    assert page.site.account.writes == [(AI_KEY, False)]


def test_what_is_kept_for_it_is_damaged(page: Page) -> None:
    page.open()
    page.wait_state("on")
    left = page.new_tab()
    visit(page, POPUP)
    popup = page.driver.current_window_handle
    tab = call(page, TAB, f"{ORIGIN}/*")
    for junk in JUNK:
        page.driver.switch_to.window(popup)
        keep(page, {f"{name}-{tab}": junk for name in ("verification", "job", "muted")})
        send(page, {"type": "stop-jobs"})
        page.driver.switch_to.window(left)
        page.driver.refresh()
        assert page.wait_state("on", "working", "verified", "off") == "on", junk
    page.act("turn-off")
    page.wait_state("verified", timeout=LATE)
    page.driver.switch_to.window(popup)
    page.until(lambda: outcomes(page) == ["verified"], says="receipt")
    assert session(page, "verification") == {}
