"""The extension turned off and on again: tabs that stood meanwhile work without a reload."""

from page import Page
from selenium.webdriver import Firefox
from standin import AI_KEY, AI_PATH
from tricks import call

LATE = 25  # seconds: a press, its hold, a reload
# In Firefox's own scripts, and on Chromium's page of extensions, where an unpacked one needs developer mode.
IN_FIREFOX = """
const [id, isOn, done] = arguments;
const {AddonManager} = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
AddonManager.getAddonByID(id).then((addon) => isOn ? addon.enable() : addon.disable())
  .then(() => done(null), (error) => done(String(error)));
"""
IN_CHROMIUM = """
await chrome.developerPrivate.updateProfileConfiguration({inDeveloperMode: true});
await chrome.management.setEnabled(a[0], a[1]);
"""


def turn(page: Page, *, on: bool) -> None:
    """Turn the extension on or off, in a tab for that."""
    before = page.new_tab()
    if isinstance(page.driver, Firefox):
        with page.driver.context(page.driver.CONTEXT_CHROME):
            assert page.driver.execute_async_script(IN_FIREFOX, page.extension, on) is None
    else:
        page.driver.get("chrome://extensions")
        call(page, IN_CHROMIUM, page.extension, on)
    page.driver.close()
    page.driver.switch_to.window(before)


def test_turned_off_and_on_again(page: Page) -> None:
    page.open("/feed/")
    page.ready()
    feed = page.new_tab()
    page.open()
    page.wait_state("on")
    turn(page, on=False)
    # Firefox tells the page nothing, so its banner stays until the page is left.
    page.driver.refresh()
    page.ready()
    assert page.host is None
    turn(page, on=True)
    page.wait_state("on")
    page.act("turn-off")
    page.wait_state("verified", timeout=LATE)
    assert page.site.account.writes == [(AI_KEY, False)]
    page.site.account.values[AI_KEY] = True
    page.driver.switch_to.window(feed)
    page.go(AI_PATH)
    page.wait_state("again")
