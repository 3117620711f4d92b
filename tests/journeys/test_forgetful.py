"""Firefox never remembers history: every window is private. What was seen is known until it is closed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from outside import ALLOW_IN_FIREFOX, another
from page import Page
from popup import IDS, states
from selenium.webdriver import Firefox
from standin import AI_KEY, Site
from tricks import shown, stored, visit

POPUP = "popup/popup.html"
AGE = "/mypreferences/d/settings/ads-by-age"
pytestmark = pytest.mark.parametrize("browser_name", ["firefox"], indirect=True)


@pytest.fixture
def forgetful(browser_name: str, site: Site, dist: Path, tmp_path: Path) -> Iterator[Page]:
    """A browser that remembers no history, with the extension allowed in private windows."""
    site.reset()
    (tmp_path / "user.js").write_text('user_pref("browser.privatebrowsing.autostart", true);', "utf-8")
    with another(browser_name, site, dist, tmp_path) as page:
        assert isinstance(page.driver, Firefox)
        with page.driver.context(page.driver.CONTEXT_CHROME):
            assert page.driver.execute_async_script(ALLOW_IN_FIREFOX, page.extension) is True
        yield page


def test_the_state_is_known_until_the_browser_is_closed(forgetful: Page) -> None:
    page = forgetful
    visit(page, POPUP)
    assert states(page)[IDS[0]] == "unknown"
    assert "no history" in shown(page, ".card").text
    page.open(AGE)
    page.wait_state("elsewhere")
    page.act("turn-off")
    page.wait_state("verified", timeout=30)
    page.open(AGE)
    page.never("elsewhere")
    visit(page, POPUP)
    assert states(page)[IDS[0]] == "off"
    # On the device there is nothing of it.
    kept = stored(page)
    assert (kept["known"], kept["jars"], kept["receipts"], kept["owed"]) == ({}, {}, [], {})
    page.site.account.values[AI_KEY] = True
    page.open()
    page.wait_state("again")
