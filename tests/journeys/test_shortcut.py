"""The browser's shortcut: into the banner, also where the page keeps the focus to itself; else the popup."""

from page import Page
from selenium.webdriver import ActionChains, Firefox, Keys
from standin import AI_KEY
from tricks import call, shown, visit

PROVED = 25  # seconds: a press, its hold, a reload
# A list that takes the focus back as soon as it loses it.
GREEDY = """
const list = document.createElement('div');
list.tabIndex = 0;
list.textContent = 'list';
document.body.prepend(list);
list.addEventListener('focusout', () => list.focus());
list.focus();
"""
ASK = """
const [{id}] = await chrome.tabs.query({url: 'https://www.linkedin.com/*'});
return chrome.tabs.sendMessage(id, 'focus-banner', {frameId: 0});
"""


# A window hears of an extension's keys some time after it was installed.
LISTENS = "return Boolean(document.querySelector('keyset[id^=ext-keyset] key'))"


def press_shortcut(page: Page) -> None:
    """Press it. Chromium's driver presses no key of the browser's: there the background's word is said."""
    if isinstance(page.driver, Firefox):
        with page.driver.context(page.driver.CONTEXT_CHROME):
            page.until(lambda: page.driver.execute_script(LISTENS), says="shortcut known to the browser")
            keys = ActionChains(page.driver).key_down(Keys.ALT).key_down(Keys.SHIFT)
            keys.send_keys("u").key_up(Keys.SHIFT).key_up(Keys.ALT).perform()
        return
    site = page.new_tab()
    visit(page, "options/options.html")
    assert call(page, ASK) is True
    page.driver.close()
    page.driver.switch_to.window(site)


def test_it_brings_the_focus_into_the_banner(page: Page) -> None:
    page.open()
    page.wait_state("on")
    page.driver.execute_script(GREEDY)
    ActionChains(page.driver).send_keys(Keys.TAB).perform()
    assert page.driver.switch_to.active_element.text == "list"
    press_shortcut(page)
    page.until(lambda: page.driver.switch_to.active_element == page.host, says="focus in the banner")
    ActionChains(page.driver).send_keys(Keys.ENTER).perform()
    page.wait_state("verified", timeout=PROVED)
    assert page.site.account.writes == [(AI_KEY, False)]


def test_closed_by_a_key_it_gives_the_focus_back(page: Page) -> None:
    page.open()
    page.wait_state("on")
    page.ready()
    page.driver.execute_script("document.querySelector('main input').focus()")
    press_shortcut(page)
    page.until(lambda: page.driver.switch_to.active_element == page.host, says="focus in the banner")
    ActionChains(page.driver).send_keys(Keys.ESCAPE).perform()
    page.wait_state(None)
    assert page.driver.execute_script("return document.activeElement.matches('main input')")


def test_the_popup_tells_it_as_it_is(page: Page) -> None:
    visit(page, "popup/popup.html")
    told = call(page, "return (await chrome.commands.getAll()).find(({name}) => name === 'reach').shortcut")
    assert shown(page, ".brand kbd").text == told != ""
    if not isinstance(page.driver, Firefox):
        return
    # In Firefox an extension may change it.
    call(page, "await chrome.commands.update({name: 'reach', shortcut: 'Ctrl+Shift+7'})")
    page.driver.refresh()
    assert "7" in shown(page, ".brand kbd").text
    call(page, "await chrome.commands.reset('reach')")


def test_else_it_opens_the_popup(page: Page) -> None:
    visit(page, "popup/popup.html")
    if not isinstance(page.driver, Firefox):
        # Its driver presses no key of the browser's, and its popup cannot be reached.
        assert call(page, "return typeof chrome.action.openPopup") == "function"
        return
    press_shortcut(page)
    page.until(
        lambda: call(page, "return chrome.extension.getViews({type: 'popup'}).length") == 1, says="popup"
    )
