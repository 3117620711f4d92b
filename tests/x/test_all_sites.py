"""The check-up over all sites that a person has turned on, in one tab."""

from allowing import OVERVIEW, allow, row
from page import Page
from standin import AI_KEY, x
from tricks import shown, visit

DONE = 30  # seconds: two pages of two sites


def test_all_sites_are_read_one_after_another(page: Page) -> None:
    visit(page, OVERVIEW)
    row(page, "linkedin")
    assert page.driver.find_elements("css selector", '[data-action="look-all"]') == [], "one site is no list"
    page.site.account.values[AI_KEY] = False
    allow(page)
    shown(page, '[data-action="look-all"]').click()
    own = page.driver.current_window_handle
    page.until(lambda: len(page.driver.window_handles) > 1, says="a tab")
    page.until(lambda: page.driver.window_handles == [own], DONE, "both are read")
    shown(page, '[data-ended="done"]')
    state = '[data-site="{}"] summary'
    assert shown(page, state.format("linkedin")).get_attribute("data-state") == "off"
    assert shown(page, state.format("x")).get_attribute("data-state") == "on"
    assert page.site.x.account.writes == page.site.account.writes == []
    asked = [request.host for request in page.site.requests if request.path == x.GROK_PATH]
    assert asked == [x.HOST]
