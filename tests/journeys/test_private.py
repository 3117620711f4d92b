"""A private window: it works there, nothing is kept of it, nothing is said that is known from elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from outside import ALLOW_IN_FIREFOX
from page import Page
from selenium.webdriver import Firefox
from standin import AI_KEY, AI_PATH
from tricks import EXTENSIONS, call, stored, visit

POPUP = "popup/popup.html"
AGE = "/mypreferences/d/settings/ads-by-age"
LATE = 25  # seconds: the way there, a press, its hold, a reload
KEPT = ("known", "receipts", "run", "owed")
STARTED = "return gBrowserInit.delayedStartupFinished && !gBrowser.webProgress.isLoadingDocument"
# On Chromium's page of extensions; without developer mode it turns an unpacked one off.
ALLOW_IN_CHROMIUM = """
await chrome.developerPrivate.updateProfileConfiguration({inDeveloperMode: true});
await chrome.developerPrivate.updateExtensionConfiguration({extensionId: a[0], incognitoAccess: true});
"""
# It is loaded anew for that, and for a while it is not there.
ALLOWED_IN_CHROMIUM = """
const {state, incognitoAccess} = await chrome.developerPrivate.getExtensionInfo(a[0]);
return state === 'ENABLED' && incognitoAccess.isActive;
"""


@contextmanager
def private_window(page: Page) -> Iterator[None]:
    """Allow the extension in private windows, and turn to a new one; closed at the end."""
    page.driver.get("about:blank")  # a tab with a page of the extension would be closed with it
    first, before = page.driver.current_window_handle, set(page.driver.window_handles)
    if isinstance(page.driver, Firefox):
        with page.driver.context(page.driver.CONTEXT_CHROME):
            assert page.driver.execute_async_script(ALLOW_IN_FIREFOX, page.extension) is True
            page.driver.execute_script("OpenBrowserWindow({private: true})")
    else:
        page.driver.get(EXTENSIONS)
        call(page, ALLOW_IN_CHROMIUM, page.extension)
        page.until(lambda: call(page, ALLOWED_IN_CHROMIUM, page.extension), says="loaded anew")
        visit(page, POPUP)
        call(page, "await chrome.windows.create({incognito: true, url: 'about:blank'})")
    page.until(lambda: set(page.driver.window_handles) - before, says="a private window")
    (private,) = set(page.driver.window_handles) - before
    page.driver.switch_to.window(private)
    if isinstance(page.driver, Firefox):
        # Until then its own first page may come over ours.
        with page.driver.context(page.driver.CONTEXT_CHROME):
            page.until(lambda: page.driver.execute_script(STARTED), says="private window started")
    try:
        yield
    finally:
        page.driver.close()
        page.driver.switch_to.window(first)


def test_nothing_is_kept_of_it(page: Page) -> None:
    page.open()
    page.wait_state("on")
    page.act("turn-off")
    page.wait_state("verified", timeout=LATE)
    visit(page, POPUP)
    before = stored(page)
    assert [one["outcome"] for one in before["receipts"]] == ["verified"]
    page.site.account.values[AI_KEY] = True
    with private_window(page):
        page.open()
        # Another account may be signed in there: not "again".
        assert page.wait_state("on", "again") == "on"
        page.open(AGE)
        page.wait_state("elsewhere")
        page.act("turn-off")
        page.at(AI_PATH)
        page.wait_state("verified", timeout=LATE)
        assert page.site.account.writes == [(AI_KEY, False)] * 2
        assert not page.parts('[data-action="receipt"]')
        page.act("back")
        page.at(AGE)
    visit(page, POPUP)
    after = stored(page)
    assert {key: after[key] for key in KEPT} == {key: before[key] for key in KEPT}
