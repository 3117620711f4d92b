"""A person's own press on the page's switch, in all the ways in which a switch is pressed."""

from page import Page
from selenium.webdriver import Keys
from selenium.webdriver.common.by import By
from standin import AI_KEY, Scenario

LATE = 25  # seconds: a save, its hold, a reload
OFF = [(AI_KEY, False)]
# As a page whose switch moves once its site has answered.
SLOW = """
document.addEventListener('click', (event) => {
  if (!event.isTrusted || !event.target.matches('main input')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  setTimeout(() => event.target.click(), 1500);
}, true);
"""
UNSENT = """
const passed = fetch;
window.fetch = (to, how) => how?.method === 'PUT' ? new Promise(() => {}) : passed(to, how);
"""


FORM = """
<form><p id="allowDataForGenerativeAI">Use my data for training content creation AI models</p>
<input type="checkbox" role="switch" aria-labelledby="allowDataForGenerativeAI" data-hk="0"
  {% if on['0'] %}checked{% endif %}>
<button>Save</button></form>
"""


def proved(page: Page) -> None:
    page.wait_state("working")
    page.wait_state("verified", timeout=LATE)
    assert page.site.account.writes == OFF


def test_in_a_frame(page: Page) -> None:
    page.site.scenario = Scenario(shape="iframe")
    page.open()
    page.wait_state("on")
    page.until(page.shown, says="drawn")
    page.press()
    proved(page)


def test_by_a_key_that_is_no_click(page: Page) -> None:
    page.site.scenario = Scenario(shape="div-switch")
    page.open()
    page.wait_state("on")
    page.ready()
    page.switch().send_keys(Keys.SPACE)
    proved(page)


def test_that_moves_it_late(page: Page) -> None:
    page.site.scenario = Scenario(script=SLOW)
    page.open()
    page.wait_state("on")
    page.ready()
    page.press()
    proved(page)


def test_nothing_is_loaded_anew_beneath_a_form_that_is_not_sent_yet(page: Page) -> None:
    page.site.scenario = Scenario(html=FORM, script=UNSENT)
    page.open()
    page.wait_state("on")
    page.ready()
    page.driver.execute_script("window.kept = true")
    page.press()
    page.wait_state("working")
    page.wait_state("unsure", timeout=LATE)
    assert page.driver.execute_script("return window.kept") is True
    assert "not checked yet" in page.text()
    page.act("retry")
    page.wait_state("failed", timeout=LATE)
    assert page.site.account.values[AI_KEY]
    assert page.driver.find_elements(By.CSS_SELECTOR, "main input")
