"""The switch where nobody has listed its page: its address is one witness, and the others may do."""

import pytest
from page import Page
from selenium.webdriver import Keys
from selenium.webdriver.common.by import By
from standin import AI_KEY, AI_PATH, Scenario
from tricks import proved_and_back, stored, visit

MOVED = "/mypreferences/d/settings/ai-training-data"
ALIAS = "/mypreferences/d/data-for-ai-improvement"
OUTSIDE = "/settings/ai"
PRIVACY = "/mypreferences/d/categories/privacy"
# A list whose row opens the setting beneath itself.
OPENS_IN_PLACE = """
addEventListener("click", (event) => {
  const row = event.target.closest?.('main a[href*="data-for-ai-improvement"]');
  if (!row) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const card = document.createElement("div");
  card.innerHTML = `<p id="allowDataForGenerativeAI">Data for Generative AI Improvement</p>
    <input type="checkbox" role="switch" aria-labelledby="allowDataForGenerativeAI" checked>`;
  card.querySelector("input").addEventListener("change", ({ target }) => fetch(
    "/mysettings-api/settingsApiSettings/allowDataForGenerativeAI",
    {
      method: "PUT",
      headers: { "csrf-token": document.cookie.match(/JSESSIONID="?([^";]*)/)[1] },
      body: JSON.stringify({ value: target.checked }),
    },
  ));
  row.parentElement.append(card);
}, true);
"""
PROVED = 30  # seconds: the way there, a press, its hold, a reload


def proved(page: Page, path: str) -> None:
    """Turned off and proved at an address, which the receipt tells as it was."""
    page.wait_state("verified", timeout=PROVED)
    assert page.path == path
    assert page.site.account.writes == [(AI_KEY, False)]
    visit(page, "popup/popup.html")
    (receipt,) = stored(page)["receipts"]
    assert receipt["address"].endswith(path)


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        (MOVED, "closed-shadow"),
        (ALIAS, "no-key"),
        pytest.param(MOVED, "current", marks=pytest.mark.long),
        pytest.param(ALIAS, "iframe", marks=pytest.mark.long),
    ],
)
def test_at_another_address(page: Page, path: str, shape: str) -> None:
    page.site.scenario = Scenario(moved=path, shape=shape)
    page.open(path)
    page.wait_state("on")
    page.act("turn-off")
    proved(page, path)


@pytest.mark.parametrize(
    ("leads", "there"),
    [
        ("script", MOVED),
        ("server", OUTSIDE),
        ("push", MOVED),
        ("assign", MOVED),
        *(
            pytest.param(leads, there, marks=pytest.mark.long)
            for leads, there in (
                ("script", OUTSIDE),
                ("server", MOVED),
                ("router", MOVED),
                ("router", OUTSIDE),
                ("push", OUTSIDE),
                ("assign", OUTSIDE),
            )
        ),
    ],
)
def test_one_click_elsewhere_is_led_there(page: Page, leads: str, there: str) -> None:
    page.site.scenario = Scenario(moved=there, leads=leads)
    page.open(PRIVACY)
    page.wait_state("elsewhere")
    page.act("turn-off")
    proved(page, there)


def test_in_a_list_for_as_long_as_it_is_open(page: Page) -> None:
    page.open(AI_PATH)
    page.ready()
    card = page.driver.execute_script("return document.querySelector('main section').outerHTML")
    page.open(PRIVACY)
    page.wait_state("elsewhere")
    page.driver.execute_script(
        "document.querySelector('main').insertAdjacentHTML('beforeend', arguments[0])", card
    )
    page.wait_state("on")
    page.driver.execute_script("document.querySelector('main').lastElementChild.remove()")
    page.wait_state("elsewhere")


def test_what_the_person_does_on_the_page_starts_nothing_twice(page: Page) -> None:
    page.site.scenario = Scenario(moved=MOVED)
    page.open(MOVED)
    page.wait_state("on")
    for key in (Keys.PAGE_DOWN, Keys.TAB, Keys.PAGE_UP):
        page.driver.find_element(By.TAG_NAME, "body").send_keys(key)
    page.driver.find_element(By.TAG_NAME, "h1").click()
    page.never(None, seconds=1)
    page.act("turn-off")
    proved(page, MOVED)


def test_nowhere_no_circle(page: Page) -> None:
    page.site.scenario = Scenario(moved=MOVED, leads="script", draw="never")
    page.open(PRIVACY)
    page.wait_state("elsewhere")
    page.act("turn-off")
    page.wait_state("absent", timeout=40)
    assert page.path == MOVED
    assert page.parts('[data-action="turn-off"]') == []


def test_pressed_in_a_row_that_the_list_opens_it_is_proved_on_its_own_page(page: Page) -> None:
    """The fresh list has the row closed again: it proves nothing."""
    page.site.scenario = Scenario(script=OPENS_IN_PLACE)
    page.open(PRIVACY)
    page.wait_state("elsewhere")
    page.driver.find_element(By.CSS_SELECTOR, f'main a[href*="{AI_PATH}"]').click()
    page.wait_state("on")
    page.act("turn-off")
    proved_and_back(page, PRIVACY, AI_PATH)
