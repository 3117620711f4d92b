"""Options: the language, where the banner shows, the reminder, what is kept, and an organisation's word."""

import time
from pathlib import Path
from typing import Any

import pytest
from outside import another, govern
from page import Page
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select
from standin import Site
from tricks import call, downloaded, press, seed, shown, stored, visit

HERE, POPUP = "options/options.html", "popup/popup.html"
PRIVACY = "/mypreferences/d/categories/privacy"
DAY = 86_400  # seconds
EMPTY: dict[str, Any] = {
    "known": {},
    "jars": {},
    "receipts": [],
    "run": None,
    "options": {},
    "said": {},
    "aside": [],
    "owed": {},
    "version": 1,
}


def choose(page: Page, name: str, value: str) -> None:
    """Pick one from a list of the options page, as soon as it is drawn; waits until it is kept."""
    selector = f"select[name={name}]"
    Select(shown(page, selector)).select_by_value(value)
    page.until(lambda: str(stored(page)["options"].get(name)) == value, says=f"{name} kept")


def days_ago(days: int) -> int:
    """In ms since the epoch."""
    return round((time.time() - days * DAY) * 1000)


def test_language_holds_everywhere_at_once(page: Page) -> None:
    visit(page, HERE)
    choose(page, "language", "fr")
    page.until(lambda: shown(page, "html").get_attribute("lang") == "fr", says="options in French")
    assert "Enregistré" in shown(page, "[role=status]").text
    visit(page, POPUP)
    assert shown(page, '[data-action="turn-off"]').text == "Désactiver"
    page.open()
    page.wait_state("on")
    assert "vos données" in page.text()


def test_banner_only_on_the_ai_page(page: Page) -> None:
    page.open(PRIVACY)
    page.wait_state("elsewhere")
    visit(page, HERE)
    press(page, "input[name=banner][value=page]")
    page.until(lambda: stored(page)["options"] == {"banner": "page"}, says="kept")
    page.open(PRIVACY)
    page.ready()
    page.never("elsewhere")
    page.open()
    page.wait_state("on")


def test_the_reminder_asks_to_look_again(page: Page) -> None:
    alarm = "return chrome.alarms.get('reminder').then((one) => one ? one.periodInMinutes : null)"
    visit(page, HERE)
    shown(page, "h1")
    assert call(page, alarm) is None
    choose(page, "reminder", "30")
    page.until(lambda: call(page, alarm) == 24 * 60, says="an alarm a day")
    for days, is_due in ((40, True), (20, False)):
        at = days_ago(days)
        known = {"ai-training": {"state": "off", "at": at, "off": at, "missed": None}}
        visit(page, HERE)
        seed(page, {"version": 1, "options": {"reminder": 30}, "known": known})
        visit(page, POPUP)
        shown(page, "[data-setting=ai-training][data-state=off]")
        assert bool(page.driver.find_elements(By.CSS_SELECTOR, "[data-kind=due]")) is is_due
    visit(page, HERE)
    choose(page, "reminder", "0")
    page.until(lambda: call(page, alarm) is None, says="no alarm")


def test_everything_is_exported_and_erased(page: Page, tmp_path: Path) -> None:
    page.open()
    page.wait_state("on")
    visit(page, HERE)
    choose(page, "reminder", "90")
    assert "Settings seen: 1." in shown(page, "body").text
    kept = stored(page)
    assert kept["known"]["ai-training"]["state"] == "on"
    assert downloaded(page, "export-everything", tmp_path / "all") == kept
    press(page, '[data-action="erase"]')
    assert stored(page) == kept
    press(page, '[data-action="erase"]')
    page.until(lambda: stored(page) == EMPTY, says="erased")
    page.until(lambda: "Settings seen: 0." in shown(page, "body").text, says="told so")
    assert "Everything was erased." in shown(page, "[role=status]").text


def test_what_an_organisation_sets_holds(
    browser_name: str, site: Site, dist: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.reset()
    # Firefox looks for it below the home folder.
    monkeypatch.setenv("HOME", str(tmp_path))
    with another(browser_name, site, dist) as page:
        govern(page, tmp_path, {"language": "fr", "banner": "page", "reminder": "weekly"})
        visit(page, HERE)
        for choice in ("select[name=language]", "input[name=banner][value=page]"):
            assert not shown(page, choice).is_enabled()
        assert shown(page, "select[name=reminder]").is_enabled()
        assert shown(page, "html").get_attribute("lang") == "fr"
        assert shown(page, "body").text.count("Fixé par votre organisation.") == 2
        assert "reminder" in shown(page, "[data-part=notice]").text
        page.open(PRIVACY)
        page.ready()
        page.never("elsewhere")
        page.open()
        page.wait_state("on")
        assert "vos données" in page.text()
