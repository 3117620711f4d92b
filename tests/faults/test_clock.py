"""The clock moved: what was done at a moment still to come is not new for ever, and nothing is told by it."""

from typing import Any

import pytest
from between import LATE, POPUP, aside, cut_off, keep, online, outcomes, session
from page import Page
from selenium.webdriver.common.by import By
from standin import AI_KEY
from tricks import call, seed, send, shown, stored, visit

DAY = 86_400_000  # ms
AGE = "/mypreferences/d/settings/ads-by-age"


def move(page: Page, prefix: str, by: int) -> None:
    """Have all that is kept by tab under such names done by that much later, as by a clock that went back."""
    with aside(page):
        kept = session(page, prefix)
        assert len(kept) == 1, kept
        keep(page, {key: {**value, "at": value["at"] + by} for key, value in kept.items()})


@pytest.mark.parametrize("by", [DAY, pytest.param(-DAY, marks=pytest.mark.long)])
def test_between_press_and_proof(page: Page, by: int) -> None:
    cut_off(page)
    move(page, "verification-", by)
    online(page)
    assert page.wait_state("off", "verified", "failed", timeout=LATE) == "off"
    with aside(page):
        assert outcomes(page) == ["unproved"]
    assert page.site.account.writes == [(AI_KEY, False)]


def test_between_the_click_elsewhere_and_the_press(page: Page) -> None:
    page.open(AGE)
    page.wait_state("elsewhere")
    page.site.account.signed_in = False
    page.act("turn-off")
    page.wait_state("signed-out")
    move(page, "job-", DAY)
    page.driver.find_element(By.ID, "username").send_keys("maya@mail.example")
    page.driver.find_element(By.ID, "password").send_keys("secret")
    page.driver.find_element(By.CSS_SELECTOR, "[type=submit]").click()
    page.wait_state("on")
    page.never("working", "verified")
    assert page.site.account.writes == []


def test_what_is_kept_from_a_time_to_come(page: Page) -> None:
    visit(page, POPUP)
    later = int(call(page, "return Date.now()")) + DAY
    known: dict[str, Any] = {"state": "off", "at": later, "off": later, "missed": None}
    run = {"want": "look", "settings": ["research"], "outcomes": {}, "at": later, "ended": None}
    seed(page, {"version": 1, "known": {"ai-training": known}, "run": run, "options": {"reminder": 30}})
    visit(page, POPUP)
    # Nobody knows how long ago that was: it is time to look again, and nobody works on the run.
    shown(page, "[data-kind=due]")
    shown(page, "[data-ended=silent]")
    send(page, {"type": "set-options", "options": {"reminder": 90}})
    assert call(page, "return chrome.action.getBadgeText({})") == "↻"
    # A look that could not tell is the later one, whatever the clock says.
    missed = {"why": "absent", "at": later - DAY}
    seed(page, {"version": 1, "known": {"ai-training": {**known, "missed": missed}}})
    visit(page, POPUP)
    shown(page, "[data-setting=ai-training][data-state=absent]")
    page.open(AGE)
    page.wait_state("elsewhere")
    page.open()
    assert page.wait_state("again", "on", "off") == "again"
    visit(page, POPUP)
    assert stored(page)["known"]["ai-training"]["at"] < later
