"""The scripts put into a page once more: it has them already, and nothing happens."""

from page import HOST_SCRIPT, Page
from standin import AI_KEY
from tricks import call

AGAIN = """
const { content_scripts: scripts } = chrome.runtime.getManifest();
const [tab] = await chrome.tabs.query({ url: a[0] });
const target = { tabId: tab.id };
for (const { js: files } of scripts) await chrome.scripting.executeScript({ target, files });
"""
HOSTS = HOST_SCRIPT.replace(".find(isHost) ?? null", ".filter(isHost).length")
PROVED = 25  # seconds: a save, its hold, a reload


def test_a_second_injection_does_nothing(page: Page) -> None:
    page.open()
    page.wait_state("on")
    left = page.new_tab()
    page.open_extension("popup/popup.html")
    call(page, AGAIN, "https://www.linkedin.com/mypreferences/*")
    page.driver.close()
    page.driver.switch_to.window(left)
    page.never("working", "verified", None)
    assert page.driver.execute_script(HOSTS) == 1
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    assert page.site.account.writes == [(AI_KEY, False)]
