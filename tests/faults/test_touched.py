"""The person's own press in the page that is to prove an earlier one: what it shows then proves nothing."""

import pytest
from page import Page
from standin import AI_KEY, Scenario

PROVED = 25  # seconds: a press, its hold, two reloads
DRAWN = "return document.body?.classList.contains('boot-complete') && performance.timeOrigin"


@pytest.mark.parametrize(("shape", "save"), [("current", "lost"), ("current", "ok"), ("iframe", "lost")])
def test_a_press_as_soon_as_the_fresh_page_is_there_is_no_proof(page: Page, shape: str, save: str) -> None:
    page.site.scenario = Scenario(shape=shape, save="lost")
    page.open()
    page.wait_state("on")
    first = page.driver.execute_script(DRAWN)
    page.act("turn-off")
    page.until(lambda: page.driver.execute_script(DRAWN) not in (None, False, first), 15, "loaded anew")
    page.site.scenario = Scenario(shape=shape, save=save)
    page.press()
    told = page.wait_state("verified", "failed", timeout=PROVED)
    assert told == ("failed" if page.site.account.values[AI_KEY] else "verified")
    assert page.shown() is page.site.account.values[AI_KEY]
