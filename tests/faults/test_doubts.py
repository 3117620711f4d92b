"""A switch that shows off though the account is on, or shows nothing yet: what may be told of it."""

import pytest
from page import Page
from selenium.webdriver.common.by import By
from standin import AI_KEY, AI_PATH, Scenario

PRIVACY = "/mypreferences/d/categories/privacy"
LATE = 30  # seconds: a save that is refused, a reload, a fresh page that cannot be read
READS_ALL = """
const passed = fetch;
window.fetch = async (...all) => {
  const answer = await passed(...all);
  await answer.clone().text();
  return answer;
};
"""
LONE = """
<h2>Preview</h2>
<p>Show me how AI models use my profile</p>
<input type="checkbox" role="switch" aria-label="Show me how AI models use my profile" data-hk="x">
"""


@pytest.mark.parametrize("down", [503, 403, 0])
def test_a_page_that_cannot_read_its_own_setting(page: Page, down: int) -> None:
    """Its answer is read, or Chromium has no record of it: nobody listens on a mere visit."""
    page.site.scenario = Scenario(draw="filled", down=down, script=READS_ALL)
    page.open()
    assert page.wait_state("unsure", "off", timeout=LATE) == "unsure"
    page.site.scenario = Scenario()
    page.act("retry")
    page.wait_state("on")


def test_a_site_that_goes_down_proves_nothing(page: Page) -> None:
    page.site.scenario = Scenario(draw="filled")
    page.open()
    page.wait_state("on")
    page.ready()
    page.site.scenario = Scenario(draw="filled", down=503)
    page.act("turn-off")
    page.wait_state("working")
    assert page.wait_state("unsure", "failed", "verified", "off", timeout=LATE) == "unsure"
    assert page.site.account.values[AI_KEY]
    page.never("verified", "off", seconds=2)


def test_what_the_browser_filled_in_again_on_a_persons_own_reload(page: Page) -> None:
    page.site.scenario = Scenario(cache=True, save="offline", hydrate=5)
    page.open()
    page.wait_state("on")
    page.ready()
    page.driver.execute_script("document.querySelector('main input').checked = false")
    page.driver.refresh()
    page.never("off", "verified", seconds=4)
    page.ready()
    page.wait_state("on")


def test_the_real_switch_is_drawn_long_after_another(page: Page) -> None:
    page.open()
    page.ready()
    real = page.driver.execute_script("return document.querySelector('main section').outerHTML")
    page.site.scenario = Scenario(html=LONE)
    page.open()
    page.wait_state("off", "unsure")
    script = "document.querySelector('main section').insertAdjacentHTML('afterend', arguments[0])"
    page.driver.execute_script(script, real)
    page.wait_state("on")


def test_what_names_the_page_names_no_button_beside_it(page: Page) -> None:
    title = "Data for Generative AI Improvement"
    pin = f'<div><h1><span>{title}</span></h1><button aria-pressed="false" aria-label="Pin">*</button></div>'
    page.site.scenario = Scenario(html=pin)
    page.open()
    page.until(lambda: page.driver.find_elements(By.CSS_SELECTOR, "main [aria-pressed]"), says="drawn")
    page.never("off", "on", seconds=5)


def test_led_away_by_the_site_before_the_proof_it_goes_back_for_it(page: Page) -> None:
    page.open()
    page.wait_state("on")
    page.ready()
    page.act("turn-off")
    page.until(lambda: page.site.account.writes, says="saved")
    page.go(PRIVACY)
    page.wait_state("verified", timeout=LATE)
    assert page.path == AI_PATH
    assert page.site.account.writes == [(AI_KEY, False)]
