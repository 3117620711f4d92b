"""A site whose state is read and proved while the person presses: never by Untick."""

from pathlib import Path
from typing import Any

from allowing import OVERVIEW, allow, press, row
from between import outcomes
from outside import stop_background
from page import Page
from receipts import HERE, check, facts
from selenium.webdriver.common.by import By
from standin import guided
from tricks import opened, shown, stored, visit

GITHUB = "https://github.com/*"
LABEL = "Allow GitHub to use my data for AI model training"
PROVED = 15  # seconds: the page's save, a reload


def choose(page: Page, value: str) -> None:
    """Choose an entry of the page's own menu, as a person does."""
    page.driver.find_element(By.CSS_SELECTOR, ".menu").click()
    page.driver.find_element(By.CSS_SELECTOR, f'[data-value="{value}"]').click()


def receipts(page: Page) -> list[dict[str, Any]]:
    visit(page, HERE)
    kept: list[dict[str, Any]] = stored(page)["receipts"]
    return kept


def known(page: Page) -> str:
    visit(page, OVERVIEW)
    return row(page, "github").find_element(By.CSS_SELECTOR, "summary").get_attribute("data-state") or ""


def turned_off(page: Page, *, loses: bool = False) -> None:
    """The person has turned it off on its page; `loses`: and the site will not keep that."""
    allow(page, "github", GITHUB)
    page.site.guided.loses = loses
    page.driver.get(guided.GITHUB)
    page.wait_state("on")
    choose(page, "disabled")


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
    turned_off(page, loses=True)
    page.wait_state("failed", timeout=PROVED)
    assert not page.parts('[data-action="receipt"]')
    assert known(page) == "on"
    (kept,) = receipts(page)
    assert (kept["outcome"], kept["reloaded"]["state"]) == ("failed", "on")


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


def test_a_proof_leaves_a_receipt_that_says_who_pressed(page: Page, dist: Path, browser_name: str) -> None:
    allow(page, "github", GITHUB)
    page.driver.get(f"{guided.GITHUB}?from=menu")
    page.wait_state("on")
    choose(page, "disabled")
    page.wait_state("verified", timeout=PROVED)
    page.act("receipt")
    page.driver.get(opened(page, HERE))
    told = facts(page)
    assert (told["Pressed by"], told["Label of the switch"]) == ("You", LABEL)
    assert (told["Before"], told["After the press"]) == ("On", "Off")
    assert told["After a reload"].startswith("Off (")
    assert told["GitHub Copilot's answer"] == "Not seen", "which request was its save is not known"
    assert (
        f"GitHub Copilot · {LABEL}: turned off, and seen off after a reload"
        in shown(page, "[data-receipt]").text
    )
    (kept,) = stored(page)["receipts"]
    check({"schema": "untick-receipts-1", "exported": kept["at"], "receipts": [kept]}, dist, browser_name)
    assert (kept["by"], kept["outcome"], kept["setting"]) == ("hand", "verified", "github")
    assert (kept["address"], kept["rule"]) == (guided.GITHUB, "github 2026-09-27")
    assert stored(page)["owed"] == {}


def test_a_press_as_soon_as_the_fresh_page_is_there_is_no_proof(page: Page) -> None:
    turned_off(page, loses=True)
    document = "return document.querySelector('.menu') && performance.timeOrigin"
    first = page.driver.execute_script(document)
    page.until(lambda: page.driver.execute_script(document) not in (None, first), 15, "loaded anew")
    choose(page, "disabled")
    assert page.wait_state("verified", "failed", timeout=PROVED) == "failed"
    assert "verified" not in {one["outcome"] for one in receipts(page)}


def test_a_press_that_is_taken_back_or_left_is_not_called_proved(page: Page) -> None:
    turned_off(page)
    page.wait_state("working")
    choose(page, "enabled")
    page.wait_state("on")
    choose(page, "disabled")
    page.wait_state("working")
    # The person's own load is no proof: a browser may fill in what stood in the page's fields.
    page.driver.get(guided.GITHUB)
    page.wait_state("off")
    assert not page.parts('[data-action="receipt"]')
    receipts(page)
    assert outcomes(page) == ["unproved", "unproved"]
    assert stored(page)["owed"] == {}


def test_a_press_is_proved_though_the_background_was_stopped(page: Page) -> None:
    turned_off(page)
    page.wait_state("working")
    stop_background(page)
    page.wait_state("verified", timeout=PROVED)
    receipts(page)
    assert outcomes(page) == ["verified"]


def test_what_moves_by_itself_is_nobodys_press(page: Page) -> None:
    allow(page, "github", GITHUB)
    page.driver.get(guided.GITHUB)
    page.wait_state("on")
    page.driver.execute_script("document.querySelector('[data-value=disabled]').click()")
    page.wait_state("verified", timeout=PROVED)
    assert not page.parts('[data-action="receipt"]')
    assert receipts(page) == []


LOGIN = "https://github.com/login?return_to=%2Fsettings%2Fcopilot%2Ffeatures"


def test_whoever_signs_in_next_is_not_told_the_state_of_the_one_before(page: Page) -> None:
    allow(page, "github", GITHUB)
    page.site.guided.training = False
    page.driver.get(guided.GITHUB)
    page.wait_state("off")
    assert known(page) == "off"
    # A person's page may begin like the one for signing in, and so do those for signing in elsewhere.
    for path in ("loginov", "login/oauth/authorize"):
        page.driver.get(f"https://github.com/{path}")
        page.never("guide", "off")
    assert known(page) == "off"
    page.driver.get(LOGIN)
    page.never("guide", "off", seconds=0.6)
    page.until(lambda: known(page) == "signed-out", says="forgotten")
    page.driver.get("https://github.com/settings/copilot")
    page.wait_state("guide")
    page.site.guided.training = True
    page.driver.get(guided.GITHUB)
    page.wait_state("again")
    assert "this may be another account's switch" in page.text()


def test_what_one_has_turned_off_is_not_proved_by_the_page_of_the_next(page: Page) -> None:
    allow(page, "github", GITHUB)
    page.driver.get(guided.GITHUB)
    page.wait_state("on")
    page.site.guided.login = LOGIN
    choose(page, "disabled")
    page.until(lambda: page.driver.current_url == LOGIN, timeout=PROVED, says="signed out")
    page.never("guide", "working", "verified", seconds=0.6)
    page.site.guided.login = None
    page.driver.get(guided.GITHUB)
    assert page.wait_state("off", "verified") == "off"
    receipts(page)
    assert outcomes(page) == ["unproved"]
