"""The extension turned off and on again: tabs that stood meanwhile work without a reload."""

from outside import turn
from page import Page
from standin import AI_KEY, AI_PATH

LATE = 25  # seconds: a press, its hold, a reload


def test_turned_off_and_on_again(page: Page) -> None:
    page.open("/feed/")
    page.ready()
    feed = page.new_tab()
    page.open()
    page.wait_state("on")
    turn(page, on=False)
    # Firefox tells the page nothing, so its banner stays until the page is left.
    page.driver.refresh()
    page.ready()
    assert page.host is None
    turn(page, on=True)
    page.wait_state("on")
    page.act("turn-off")
    page.wait_state("verified", timeout=LATE)
    assert page.site.account.writes == [(AI_KEY, False)]
    page.site.account.values[AI_KEY] = True
    page.driver.switch_to.window(feed)
    page.go(AI_PATH)
    page.wait_state("again")
