"""On sites where nothing can be pressed: what is known, the way, and what the person says to have done."""

from collections.abc import Callable

from allowing import OVERVIEW, allow, press, row
from page import Page
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from standin import guided
from tricks import call, shown, visit

REGIONS = "Where this applies: European Union, United Kingdom, Switzerland, Brazil, Japan, and South Korea."
META = ("https://www.facebook.com/*", "https://accountscenter.facebook.com/*")
INSTAGRAM = (
    "https://www.instagram.com/*",
    "https://help.instagram.com/*",
    "https://privacycenter.instagram.com/*",
    "https://accountscenter.instagram.com/*",
)
SITE = "chrome.extension.getViews({type: 'popup'})[0]?.document.querySelector('[data-site]')"


def drawn(page: Page, selector: str) -> Callable[[], object]:
    return lambda: page.driver.find_elements(By.CSS_SELECTOR, selector)


def is_ringed(page: Page, control: WebElement) -> bool:
    """Whether the ring is round the control, or round the row that it is in, and nothing larger."""
    ring, box = page.ring_rect(), page.rect(control)
    assert ring is not None
    middle = box["y"] + box["height"] / 2
    return ring["y"] < middle < ring["y"] + ring["height"] and ring["height"] < 140


def nothing_is_done(page: Page) -> None:
    assert page.site.guided.writes == []
    assert page.site.guided.objections == []


def test_a_form_is_found_explained_and_remembered_once_the_person_has_sent_it(page: Page) -> None:
    page.driver.get(guided.FACEBOOK_SETTINGS)
    page.until(drawn(page, "h2"), says="drawn")
    page.never("guide", seconds=0.6)
    allow(page, "facebook", *META)
    assert REGIONS in row(page, "facebook").text
    page.driver.get(guided.FACEBOOK_SETTINGS)
    page.wait_state("guide")
    assert "Facebook: AI training" in page.text()
    assert "You can object by a form" in page.text()
    assert "LinkedIn" not in page.text()
    page.act("open")
    page.until(lambda: page.driver.current_url == guided.FACEBOOK_FORM, says="the form")
    page.wait_state("guide")
    assert not page.parts('[data-action="open"]'), "it is open already"
    page.act("details")
    page.until(lambda: "Untick fills nothing in" in page.text(), says="facts")
    assert REGIONS in page.text()
    nothing_is_done(page)
    page.driver.find_element(By.NAME, "reason").send_keys("My photographs")
    page.driver.find_element(By.NAME, "confirm").click()
    page.driver.find_element(By.NAME, "submit").click()
    page.until(lambda: page.site.guided.objections, says="sent by the person")
    assert page.site.guided.objections[0][1]["reason"] == "My photographs"
    page.wait_state("guide")
    assert "You said" not in page.text(), "only the person knows that it was sent"
    page.act("sent")
    page.until(lambda: "You said that you sent it on" in page.text(), says="kept")
    page.driver.get(guided.FACEBOOK_SETTINGS)
    page.until(drawn(page, "h2"), says="drawn")
    page.never("guide", seconds=0.6)
    page.driver.get(guided.FACEBOOK_FORM)
    page.wait_state("guide")
    page.act("answered")
    page.until(lambda: "that an answer came" in page.text(), says="closed")
    assert len(page.site.guided.objections) == 1


def test_the_objections_text_is_copied_in_the_persons_language(page: Page) -> None:
    allow(page, "facebook", *META)
    page.driver.get(guided.FACEBOOK_FORM)
    page.wait_state("guide")
    page.act("copy")
    page.until(lambda: "Copied" in page.text(), says="told")
    field = page.driver.find_element(By.NAME, "reason")
    field.send_keys("\ue009" + "v" + "\ue000")
    page.until(lambda: "Article 21(1)" in str(field.get_property("value")), says="pasted by the person")
    nothing_is_done(page)


def test_a_switch_is_ringed_by_its_words_and_left_to_the_person(page: Page) -> None:
    allow(page, "claude", "https://claude.ai/*")
    page.driver.get(guided.CLAUDE)
    page.wait_state("guide")
    assert "Help improve our AI models" in page.text()
    page.until(page.ring_rect, says="ring, once the row is drawn")
    knob = page.driver.find_elements(By.CSS_SELECTOR, ".knob")[1]
    assert is_ringed(page, knob)
    page.act("details")
    nothing_is_done(page)
    assert not page.parts('[data-action="turn-off"]')
    knob.click()
    page.until(lambda: page.site.guided.writes == [("claude.ai", False)], says="pressed by the person")


def test_where_there_is_no_control_that_is_said(page: Page) -> None:
    allow(page, "reddit", "https://www.reddit.com/*")
    page.driver.get(guided.REDDIT)
    page.wait_state("none")
    assert "There is no control." in page.text()
    page.act("dismiss")
    page.wait_state(None)
    page.driver.refresh()
    page.until(drawn(page, ".row"), says="drawn")
    page.never("none", seconds=0.6)
    nothing_is_done(page)


def test_by_the_sites_own_router_in_several_origins_and_let_go(page: Page) -> None:
    allow(page, "instagram", *INSTAGRAM)
    page.driver.get(guided.INSTAGRAM)
    page.wait_state("guide")
    assert "Instagram: AI training" in page.text()
    page.driver.get("https://www.instagram.com/")
    page.until(drawn(page, "[data-spa]"), says="drawn")
    assert page.host is None
    page.driver.find_element(By.CSS_SELECTOR, "[data-spa]").click()
    page.wait_state("guide")
    standing = page.new_tab()
    visit(page, OVERVIEW)
    press(page, "give-back", "instagram")
    page.until(
        lambda: row(page, "instagram").find_elements(By.CSS_SELECTOR, '[data-action="allow"]'), says="back"
    )
    page.driver.switch_to.window(standing)
    page.wait_state(None)
    nothing_is_done(page)


def test_the_real_popup_has_the_site_in_front_first(page: Page) -> None:
    allow(page, "whatsapp", "https://www.whatsapp.com/*")
    if page.name == "chrome":
        # Its popup cannot be reached; the same page in a tab is in front itself, and then no site is.
        visit(page, "popup/popup.html")
        shown(page, "[data-site]")
        assert page.driver.find_elements(By.CSS_SELECTOR, '[data-site="whatsapp"]') == []
        return
    own = page.driver.current_window_handle
    page.driver.switch_to.new_window("tab")
    page.driver.get(guided.WHATSAPP_FORM)
    page.wait_state("guide")
    find = "return (await chrome.tabs.query({url: a[0]}))[0].id"
    page.driver.switch_to.window(own)
    front = call(page, find, "https://www.whatsapp.com/*")
    call(page, "await chrome.tabs.update(a[0], {active: true}); await chrome.action.openPopup()", front)
    page.until(lambda: call(page, f"return Boolean({SITE})"), says="popup")
    assert call(page, f"return [{SITE}.dataset.site, {SITE}.dataset.state]") == ["whatsapp", "form"]
    call(page, f"{SITE}.querySelector('[data-action=sent]').click()")
    page.until(lambda: call(page, f"return {SITE}.dataset.state") == "sent", says="kept")
