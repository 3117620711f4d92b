"""A site whose state is read and proved while the person presses: never by Untick."""

from allowing import OVERVIEW, allow, press, row
from page import Page
from selenium.webdriver.common.by import By
from standin import guided
from tricks import stored, visit

GITHUB = "https://github.com/*"
LABEL = "Allow GitHub to use my data for AI model training"
PROVED = 15  # seconds: the page's save, a reload


def choose(page: Page, value: str) -> None:
    """Choose an entry of the page's own menu, as a person does."""
    page.driver.find_element(By.CSS_SELECTOR, ".menu").click()
    page.driver.find_element(By.CSS_SELECTOR, f'[data-value="{value}"]').click()


def known(page: Page) -> str:
    visit(page, OVERVIEW)
    return row(page, "github").find_element(By.CSS_SELECTOR, "summary").get_attribute("data-state") or ""


def test_it_is_on_until_the_person_turns_it_off_and_off_after_a_reload(page: Page) -> None:
    allow(page, "github", GITHUB)
    page.driver.get(guided.GITHUB)
    page.wait_state("on")
    assert f"“{LABEL}” is on" in page.text()
    page.until(page.ring_rect, says="ring")
    page.never("working", "verified")
    assert page.site.guided.writes == []
    choose(page, "disabled")
    page.wait_state("working")
    page.wait_state("verified", timeout=PROVED)
    assert page.site.guided.writes == [("github.com", False)]
    loads = [one for one in page.site.requests if one.host == "github.com" and one.method == "GET"]
    assert len([one for one in loads if one.path.startswith("/settings")]) == 2, "loaded anew once"
    page.driver.refresh()
    page.wait_state("off")
    assert known(page) == "off"
    page.site.guided.training = True
    page.driver.get(guided.GITHUB)
    page.wait_state("again")
    assert known(page) == "again"
    press(page, "give-back", "github")
    page.until(lambda: "github" not in stored(page)["known"], says="forgotten")


def test_a_save_that_takes_long_is_waited_for(page: Page) -> None:
    allow(page, "github", GITHUB)
    page.site.guided.wait = 8
    page.driver.get(guided.GITHUB)
    page.wait_state("on")
    choose(page, "disabled")
    page.wait_state("working")
    assert page.wait_state("verified", "failed", "guide", timeout=25) == "verified"
    assert page.site.guided.writes == [("github.com", False)]


def test_a_change_that_the_site_does_not_keep_is_told(page: Page) -> None:
    allow(page, "github", GITHUB)
    page.site.guided.loses = True
    page.driver.get(guided.GITHUB)
    page.wait_state("on")
    choose(page, "disabled")
    page.wait_state("failed", timeout=PROVED)
    assert known(page) == "on"


def test_without_both_witnesses_nothing_is_read(page: Page) -> None:
    allow(page, "github", GITHUB)
    page.driver.get(guided.GITHUB)
    page.wait_state("on")
    for change in (
        "document.querySelector('[name=telemetry]').name = 'copilot'",
        "document.querySelector('[name=telemetry]').value = 'maybe'",
        "const [a, b] = document.querySelectorAll('strong'); b.textContent = a.textContent",
        "const form = document.forms[0]; form.after(form.cloneNode(true))",
    ):
        page.driver.refresh()
        page.wait_state("on")
        page.driver.execute_script(change)
        page.wait_state("guide")
    assert page.site.guided.writes == []
