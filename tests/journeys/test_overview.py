"""Every site by its evidence; what a person says to have sent is kept, and its answer waited for."""

import tomllib
from pathlib import Path

from page import Page
from selenium.webdriver.remote.webelement import WebElement
from tricks import call, send, shown, stored, visit

SITES = Path(__file__).parent.parent.parent / "extension" / "sites"
FILES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in SITES.glob("*.toml")}
# A site with a switch is a guide until a person turns it on; of one that is read nobody knows yet.
UNSEEN = {True: "unknown", False: "guide"}
KINDS = {
    name: {"read": "unknown"}.get(file["kind"], file["kind"])
    if "kind" in file
    else UNSEEN[file.get("required", False)]
    for name, file in FILES.items()
}
DAY = 86_400_000  # ms
SEED = "await chrome.storage.local.set({said: {facebook: {sent: Date.now() - a[0], answered: null}}})"


def row(page: Page, site: str) -> WebElement:
    """A site's row, unfolded."""
    found = shown(page, f'[data-site="{site}"]')
    page.driver.execute_script("arguments[0].open = true", found)
    return found


def state(page: Page, site: str) -> str | None:
    return shown(page, f'[data-site="{site}"] [data-state]').get_attribute("data-state")


def press(page: Page, site: str, action: str) -> None:
    row(page, site).find_element("css selector", f'[data-action="{action}"]').click()


def test_every_site_is_there_by_its_kind(page: Page) -> None:
    visit(page, "overview/overview.html")
    rows = page.driver.find_elements("css selector", "[data-site]")
    assert {one.get_attribute("data-site") for one in rows} == set(KINDS)
    assert {site: state(page, site) for site in KINDS} == KINDS
    assert "Open the page" in row(page, "claude").text
    offered = row(page, "reddit").find_elements("css selector", "button")
    assert [button.get_attribute("data-action") for button in offered] == ["allow"]


def test_an_objection_is_sent_by_the_person_and_its_answer_waited_for(page: Page) -> None:
    visit(page, "overview/overview.html")
    text = row(page, "facebook").text
    assert "Article 21(1)" in text
    assert "Untick fills nothing in" in text
    press(page, "facebook", "sent")
    page.until(lambda: state(page, "facebook") == "sent", says="sent")
    assert "an answer is due by" in row(page, "facebook").text
    press(page, "facebook", "answered")
    page.until(lambda: state(page, "facebook") == "answered", says="answered")
    assert stored(page)["said"]["facebook"]["answered"] is not None
    for _ in range(2):  # it asks once more
        press(page, "facebook", "unsaid")
    page.until(lambda: state(page, "facebook") == "form", says="taken back")
    assert stored(page)["said"] == {}


def test_an_answer_that_is_overdue_is_told_in_the_popup(page: Page) -> None:
    visit(page, "popup/popup.html")
    call(page, SEED, 20 * DAY)
    page.driver.refresh()
    shown(page, "h1")
    assert page.driver.find_elements("css selector", '[data-kind="answer"]') == []
    call(page, SEED, 40 * DAY)
    shown(page, '[data-kind="answer"] [data-action="sites"]')
    visit(page, "overview/overview.html")
    assert state(page, "facebook") == "overdue"
    send(page, {"type": "say", "site": "facebook", "what": "answered"})
    page.until(lambda: state(page, "facebook") == "answered", says="answered")
