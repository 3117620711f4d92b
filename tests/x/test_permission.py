"""A site is seen for just as long as a person lets it be: asked for by a click, given back by one."""

import browsers
from allowing import OVERVIEW, X, allow, is_granted, press, row, say_yes, scripts
from outside import turn
from page import Page
from selenium.webdriver import Firefox
from standin import x
from tricks import EXTENSIONS, call, seed, shown, stored, visit

ENTRIES = ["x-anywhere", "x-entries"]
WITHDRAW_IN_FIREFOX = """
const [id, origin, done] = arguments;
const file = "resource://gre/modules/ExtensionPermissions.sys.mjs";
const {ExtensionPermissions} = ChromeUtils.importESModule(file);
const {extension} = WebExtensionPolicy.getByID(id);
ExtensionPermissions.remove(id, {permissions: [], origins: [origin]}, extension)
  .then(() => done(null), (error) => done(String(error)));
"""
WITHDRAW_IN_CHROMIUM = "await chrome.developerPrivate.removeHostPermission(a[0], a[1])"
SEEN = {"x-training": {"state": "on", "at": 1, "off": None, "missed": None}}


def withdraw(page: Page) -> None:
    """Take the right away as the browser's own pages do."""
    if isinstance(page.driver, Firefox):
        with page.driver.context(page.driver.CONTEXT_CHROME):
            assert page.driver.execute_async_script(WITHDRAW_IN_FIREFOX, page.extension, X) is None
        return
    left = page.new_tab()
    page.driver.get(EXTENSIONS)
    call(page, WITHDRAW_IN_CHROMIUM, page.extension, X)
    page.driver.close()
    page.driver.switch_to.window(left)


def test_until_a_click_nothing_of_it_is_touched(page: Page) -> None:
    page.driver.get(x.ORIGIN + x.GROK_PATH)
    page.until(lambda: page.driver.find_elements("css selector", "label"), says="drawn")
    page.never("on", "looking", "unsure", seconds=1)
    assert page.host is None
    visit(page, OVERVIEW)
    assert scripts(page) == []
    text = row(page).text
    assert "Turn off this switch, and no other." in text, "its guide"
    assert "if it is allowed to see X's pages" in text
    visit(page, "popup/popup.html")
    assert page.driver.find_elements("css selector", '[data-site="x"]') == []


def test_a_page_that_stood_is_joined_and_let_go(page: Page) -> None:
    page.driver.get(x.ORIGIN + x.GROK_PATH)
    page.until(lambda: page.driver.find_elements("css selector", "label"), says="drawn")
    standing = page.new_tab()
    own = page.driver.current_window_handle
    allow(page)
    assert scripts(page) == ENTRIES
    page.driver.switch_to.window(standing)
    page.wait_state("on")
    page.driver.switch_to.window(own)
    page.until(lambda: "x-training" in stored(page)["known"], says="seen")
    press(page, "give-back")
    page.until(lambda: scripts(page) == [], says="let go")
    assert not is_granted(page)
    page.until(lambda: "x-training" not in stored(page)["known"], says="forgotten")
    shown(page, '[data-site="x"] [data-action="allow"]')
    page.driver.switch_to.window(standing)
    page.wait_state(None)
    page.driver.refresh()
    page.until(lambda: page.driver.find_elements("css selector", "label"), says="drawn")
    page.never("on", "looking", seconds=0.6)


def test_withdrawn_elsewhere_it_is_told_and_asked_for(page: Page) -> None:
    allow(page)
    seed(page, {**stored(page), "known": SEEN})
    visit(page, "popup/popup.html")
    shown(page, '[data-site="x"] [data-setting]')
    withdraw(page)
    shown(page, '[data-site="x"] [data-kind="permission"]')
    page.until(lambda: scripts(page) == [], says="unregistered")
    if page.name == "chrome":
        # There its question has no other answer in a test than the browser's own page, which gives the right.
        say_yes(page)
        visit(page, "popup/popup.html")
    else:
        shown(page, '[data-site="x"] [data-action="grant"]').click()
    page.until(lambda: scripts(page) == ENTRIES, says="registered again")
    page.until(
        lambda: not page.driver.find_elements("css selector", '[data-kind="permission"]'), says="told no more"
    )


def test_it_survives_the_extensions_restart_and_update(page: Page, unpacked: object) -> None:
    allow(page)
    page.driver.get("about:blank")
    turn(page, on=False)
    turn(page, on=True)
    page.driver.get(x.ORIGIN + x.GROK_PATH)
    page.wait_state("on")
    page.driver.get("about:blank")
    page.extension = browsers.install(page.driver, unpacked)  # type: ignore[arg-type]  # a path
    page.driver.get(x.ORIGIN + x.GROK_PATH)
    page.wait_state("on")
    visit(page, OVERVIEW)
    assert scripts(page) == ENTRIES
