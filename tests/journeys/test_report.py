"""A report of a page: asked for in banner and popup, all of it shown, nothing of the person in it."""

import json
from pathlib import Path

import pytest
from page import Page
from reporting import REPORT, asked, open_report, tick, told
from selenium.webdriver import Firefox
from standin import AI_KEY, AI_PATH, ORIGIN, Scenario
from tricks import call, downloaded, opened, shown, stored, visit

SECRETS = ("Maya", "Ferreira", "maya.ferreira@example.org", "4711471147", "9f8e7d6c5b4a3f2e1d0c")
PLANTED = """
<p>Signed in as Maya Ferreira, maya.ferreira@example.org</p>
<div data-member="urn:li:member:4711471147" class="maya-ferreira" data-state="maya-ferreira">
  <p id="maya-label">Maya's data</p>
  <button role="switch" aria-checked="true" aria-labelledby="maya-label" data-hk="8" name="toggleMayaData"
    title="Maya Ferreira" data-token="9f8e7d6c5b4a3f2e1d0c"></button>
</div>
<p>Option 2</p>
<input type="checkbox" role="switch" checked data-hk="9" aria-label="For 4711471147">
<a href="/in/maya-ferreira?token=9f8e7d6c5b4a3f2e1d0c">Profile</a>
"""


def test_from_the_banner_to_all_that_is_told(page: Page) -> None:
    page.site.scenario = Scenario(shape="two-switches-no-key")
    page.open()
    page.wait_state("unsure")
    page.act("details")
    page.act("report")
    page.new_tab()
    visit(page, "options/options.html")
    report = asked(page)
    assert (report["site"], report["setting"], report["path"]) == ("linkedin", "ai-training", AI_PATH)
    assert (report["told"], report["chosen"], len(report["seen"])) == ("unsure", None, 2)
    assert report["browser"].split(" ")[0] == {"firefox": "Firefox", "chrome": "Chrome"}[page.name]
    opened(page, REPORT)
    assert page.site.account.writes == []


def test_from_the_popup_over_a_page_of_the_site(page: Page) -> None:
    if not isinstance(page.driver, Firefox):
        pytest.skip("only Firefox's driver reaches the real popup")
    page.open()
    page.wait_state("on")
    left = page.new_tab()
    visit(page, "options/options.html")
    button = "chrome.extension.getViews({type: 'popup'})[0]?.document.querySelector('[data-action=report]')"
    front = call(page, "return (await chrome.tabs.query({url: a[0]})).at(-1).id", f"{ORIGIN}/*")
    call(page, "await chrome.tabs.update(a[0], {active: true}); await chrome.action.openPopup()", front)
    page.until(lambda: call(page, f"return Boolean({button})"), says="popup")
    call(page, f"{button}.click()")
    report = asked(page)
    assert (report["told"], report["chosen"], report["seen"][0]["witnesses"]) == (
        "on",
        0,
        ["address", "key", "words", "only"],
    )
    opened(page, REPORT)
    page.driver.switch_to.window(left)


def test_nothing_of_the_person_is_in_it_but_what_they_tick(page: Page, tmp_path: Path) -> None:
    page.site.scenario = Scenario(html=PLANTED)
    page.open()
    page.wait_state("unsure")
    open_report(page, ORIGIN)
    before = downloaded(page, "save", tmp_path / "before")
    assert before == told(page)
    text = json.dumps(before).lower()
    assert [secret for secret in SECRETS if secret.lower() in text] == []
    assert before["told"] == "unsure"
    # What it leaves out is shown, to be judged.
    assert "Maya's data" in shown(page, "main").text
    tick(page, "Maya's data")
    after = downloaded(page, "save", tmp_path / "after")
    assert after == told(page)
    changed = json.dumps(after)
    assert "Maya's data" in changed
    assert [secret for secret in SECRETS[1:] if secret.lower() in changed.lower()] == []
    # It is in this page alone, and ends with it: loaded anew there is none.
    kept = json.dumps([stored(page), call(page, "return chrome.storage.session.get()")])
    assert "Maya" not in kept
    page.driver.refresh()
    shown(page, "h1")
    assert page.driver.find_elements("css selector", "[data-part=file], [data-action=save]") == []


def test_a_tab_that_shows_no_settings_has_no_report(page: Page) -> None:
    page.open()
    page.wait_state("on")
    page.new_tab()
    visit(page, "options/options.html")
    own = call(page, "return (await chrome.tabs.getCurrent()).id")
    page.new_tab()
    page.open("/feed/")
    page.ready()
    page.new_tab()
    visit(page, "options/options.html")
    feed = call(page, "return (await chrome.tabs.query({url: 'https://www.linkedin.com/feed/*'}))[0].id")
    for tab in (own, feed, "none", ""):
        page.open_extension("popup/popup.html")
        page.open_extension(f"{REPORT}#{tab}")
        shown(page, "h1")
        assert "no page to report" in shown(page, "main").text
    assert page.site.account.values[AI_KEY]
