"""Firefox's container tabs: what is known is known for one cookie jar, another may be another account's."""

from pathlib import Path

import browsers
import pytest
from containers import button, container, jar, mover
from page import Page
from popup import IDS, follow, opened, states
from selenium.webdriver.common.by import By
from standin import AI_KEY
from tricks import call, press, seed, send, shown, stored, visit

AGE = "/mypreferences/d/settings/ads-by-age"
POPUP = "popup/popup.html"
PROVED = 25  # seconds: a load, a press, its hold, a reload
AT = 1_790_000_000_000  # ms since the epoch
OFF = {"state": "off", "at": AT, "off": AT, "missed": None}


# The one browser that has them.
pytestmark = pytest.mark.parametrize("browser_name", ["firefox"], indirect=True)


def test_off_in_one_is_not_known_in_another(page: Page) -> None:
    visit(page, POPUP)
    seed(page, {"version": 1, "known": {IDS[0]: OFF}})
    page.open(AGE)
    page.never("elsewhere")
    with container(page):
        page.open(AGE)
        page.wait_state("elsewhere")
        assert "not known yet" in page.text()
        visit(page, POPUP)
        assert states(page)[IDS[0]] == "unknown"
        assert "container" in shown(page, ".card").text
        page.until(lambda: button(page).startswith("?"), says="not known in the toolbar")
        page.open()
        # Not "again": nobody has seen it off here.
        assert page.wait_state("on", "again") == "on"
        visit(page, POPUP)
        here = jar(page)
        page.until(lambda: states(page)[IDS[0]] == "on", says="on in the popup")
        page.until(lambda: button(page).startswith("! "), says="on in the toolbar")
        assert stored(page)["jars"][here][IDS[0]]["state"] == "on"
    visit(page, POPUP)
    assert states(page)[IDS[0]] == "off"
    page.until(lambda: button(page).startswith(" Untick: AI training is off"), says="off in the toolbar")
    assert stored(page)["known"][IDS[0]] == OFF


def test_what_is_said_to_be_sent_is_said_of_one_account(page: Page) -> None:
    visit(page, "overview/overview.html#facebook")
    press(page, '[data-site="facebook"] [data-action="sent"]')
    shown(page, '[data-site="facebook"] [data-action="answered"]')
    with container(page):
        visit(page, "overview/overview.html#facebook")
        press(page, '[data-site="facebook"] [data-action="sent"]')
        shown(page, '[data-site="facebook"] [data-action="answered"]')
        here = jar(page)
    assert set(stored(page)["said"]) == {"facebook", f"{here}/facebook"}


def test_the_popup_opens_the_page_with_the_cookies_in_front(page: Page) -> None:
    with container(page) as left:
        opened(page)
        here = jar(page)
        popup = follow(page, '.card [data-action="turn-off"]')
        page.wait_state("verified", timeout=PROVED)
        page.act("receipt")
        page.driver.close()
        page.driver.switch_to.window(popup)
        page.until(lambda: states(page)[IDS[0]] == "off", says="off in the popup")
        tabs = call(page, "return (await chrome.tabs.query({})).map((tab) => tab.cookieStoreId)")
        assert tabs.count(here) == len(tabs) - 1
        kept = stored(page)
        assert kept["known"] == {}
        assert [one["outcome"] for one in kept["receipts"]] == ["verified"]
        page.driver.switch_to.window(left)
        assert opened(page)
        assert states(page)[IDS[0]] == "unknown"
    assert page.site.account.writes == [(AI_KEY, False)]


def test_the_real_popup_tells_of_the_tab_in_front(page: Page) -> None:
    drawn = "chrome.extension.getViews({type: 'popup'})[0]?.document.querySelector('.card')"
    with container(page) as left:
        visit(page, "options/options.html")
        here = jar(page)
        front = call(page, "return (await chrome.tabs.getCurrent()).id")
        # Pages see each other within one jar only, and popups have the browser's own.
        page.driver.switch_to.window(left)
        visit(page, "options/options.html")
        seed(page, {"version": 1, "known": {IDS[0]: OFF}, "jars": {here: {IDS[0]: OFF | {"state": "on"}}}})
        before = set(page.driver.window_handles)
        call(page, "await chrome.tabs.update(a[0], {active: true}); await chrome.action.openPopup()", front)
        page.until(lambda: call(page, f"return Boolean({drawn})"), says="popup")
        assert call(page, f"return {drawn}.dataset.state") == "again"
        # The other switches have a page of their own.
        rows = f"[...{drawn}.ownerDocument.querySelectorAll('[data-setting]')].length"
        assert call(page, f"return {rows}") == 1
        call(page, f"{drawn}.querySelector('[data-action=turn-off]').click()")
        page.until(lambda: set(page.driver.window_handles) - before, says="a tab")
        (new,) = set(page.driver.window_handles) - before
        page.driver.switch_to.window(new)
        page.wait_state("verified", timeout=PROVED)
        visit(page, POPUP)
        assert jar(page) == here


def test_a_job_goes_on_where_an_add_on_moves_its_page(page: Page, tmp_path: Path) -> None:
    visit(page, POPUP)
    with container(page) as left:
        visit(page, POPUP)
        other = jar(page)
        for name, text in mover(other).items():
            (tmp_path / name).write_text(text, "utf-8")
        moving = browsers.install(page.driver, tmp_path)
        try:
            page.driver.switch_to.window(left)
            before = set(page.driver.window_handles)
            send(page, {"type": "start-jobs", "want": "look", "settings": IDS[:3]})
            page.until(lambda: (stored(page)["run"] or {}).get("ended") == "done", 30, "looked at all")
            page.until(lambda: set(page.driver.window_handles) == before, says="its tab closed")
            kept = stored(page)
            assert kept["run"]["jar"] == other
            assert kept["run"]["outcomes"] == dict.fromkeys(IDS[:3], "on")
            assert kept["known"] == {}
            assert set(kept["jars"][other]) == set(IDS[:3])
            # It was made elsewhere: here nothing is told of it.
            assert not page.driver.find_elements(By.CSS_SELECTOR, "[data-ended]")
        finally:
            browsers.uninstall(page.driver, moving)
    assert page.site.account.writes == []
