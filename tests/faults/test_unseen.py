"""A page that is frozen, or drawn before it is shown: the time in which nobody looked proves nothing."""

import json
import time
from contextlib import suppress

import pytest
from between import LATE, POPUP, aside, outcomes, session, visits
from page import Page
from selenium.common.exceptions import TimeoutException
from standin import AI_KEY, AI_PATH, Scenario
from tricks import visit

AGE = "/mypreferences/d/settings/ads-by-age"
MOBILE = AI_PATH.replace("/d/", "/m/")
PRERENDER = """
const rules = document.createElement('script');
rules.type = 'speculationrules';
rules.nonce = document.querySelector('script[nonce]').nonce;
rules.textContent = arguments[0];
document.head.append(rules);
"""
ACTIVATED = "return performance.getEntriesByType('navigation')[0].activationStart > 0"
SUPPORTS = "return HTMLScriptElement.supports('speculationrules')"
FREEZES = "return 'onfreeze' in document"


def lifecycle(page: Page, state: str) -> None:
    page.driver.execute_cdp_cmd("Page.setWebLifecycleState", {"state": state})


@pytest.mark.parametrize("save", ["lost", pytest.param("ok", marks=pytest.mark.long)])
def test_frozen_while_it_is_checked(page: Page, save: str) -> None:
    """The fresh page draws the switch off, and is frozen before it has filled in what is true."""
    if page.name == "firefox":
        page.open()
        assert page.driver.execute_script(FREEZES) is False  # it freezes no page that it may go on with
        return
    page.site.scenario = Scenario(save=save, draw="filled", delay=0.5, reads=1)
    page.open()
    page.wait_state("on")
    loads = visits(page)
    page.act("turn-off")
    page.until(lambda: visits(page) > loads and page.shown() is False, LATE, "loaded again")
    page.wait_state("working")
    lifecycle(page, "frozen")
    time.sleep(5)  # longer than an "off" has to hold
    lifecycle(page, "active")
    wanted = "failed" if save == "lost" else "verified"
    assert page.wait_state("verified", "failed", "off", timeout=LATE) == wanted
    visit(page, POPUP)
    assert outcomes(page) == [wanted]


@pytest.mark.long
def test_frozen_during_the_save(page: Page) -> None:
    if page.name == "firefox":
        page.open()
        assert page.driver.execute_script(FREEZES) is False
        return
    page.site.scenario = Scenario(save="retried")
    page.open()
    page.wait_state("on")
    page.act("turn-off")
    page.until(lambda: any(one.method == "PUT" for one in page.site.requests), says="asked to save")
    lifecycle(page, "frozen")
    time.sleep(8)  # longer than a save is waited for
    lifecycle(page, "active")
    assert page.wait_state("verified", "failed", "off", timeout=LATE) == "verified"


@pytest.mark.long
def test_frozen_while_the_switch_is_looked_for(page: Page) -> None:
    if page.name == "firefox":
        page.open()
        assert page.driver.execute_script(FREEZES) is False
        return
    page.site.scenario = Scenario(draw="late", delay=4, reads=3)
    page.open()
    page.wait_state("looking")
    lifecycle(page, "frozen")
    time.sleep(25)  # longer than a switch is looked for
    lifecycle(page, "active")
    assert page.wait_state("on", "absent", timeout=LATE) == "on"


def prerender(page: Page, path: str) -> bool:
    """Have an address drawn before it is asked for; false where the browser does no such thing."""
    supports: bool = page.driver.execute_script(SUPPORTS)
    assert supports is (page.name == "chrome")
    if supports:
        rules = {"prerender": [{"source": "list", "urls": [path], "eagerness": "immediate"}]}
        page.driver.execute_script(PRERENDER, json.dumps(rules))
        loaded = f"{path}: drawn ahead"
        page.until(lambda: any(one.path == path for one in page.site.requests), says=loaded)
        page.driver.execute_async_script("setTimeout(arguments[0], 500)")  # nothing tells when it is drawn
    return supports


def arrive(page: Page, path: str) -> None:
    """Wait until the tab shows that address."""

    def there() -> bool:
        with suppress(
            TimeoutException
        ):  # Chromium's driver, where a page drawn ahead takes the place of another
            return page.path == path
        return False

    page.until(there, says=f"at {path}")


def test_prerendered(page: Page) -> None:
    page.open(AGE)
    page.wait_state("elsewhere")
    ahead = prerender(page, AI_PATH)
    assert page.state() == "elsewhere"
    page.driver.execute_script("location.href = arguments[0]", AI_PATH)
    arrive(page, AI_PATH)
    assert page.driver.execute_script(ACTIVATED) is ahead
    assert page.wait_state("on", "off", "again") == "on"
    page.act("turn-off")
    page.wait_state("verified", timeout=LATE)
    assert page.site.account.writes == [(AI_KEY, False)]


@pytest.mark.long
def test_one_click_to_a_prerendered_page(page: Page) -> None:
    page.open(AGE)
    page.wait_state("elsewhere")
    prerender(page, AI_PATH)
    with aside(page):
        assert session(page, "job-") == session(page, "verification-") == {}
    page.act("turn-off")
    arrive(page, AI_PATH)
    page.wait_state("verified", timeout=LATE)
    assert page.site.account.writes == [(AI_KEY, False)]


@pytest.mark.long
def test_nobody_saw_how_a_prerendered_page_was_filled_in(page: Page) -> None:
    """So a fresh page that draws the switch off first is not believed at once."""
    page.open(AGE)
    page.wait_state("elsewhere")
    page.site.scenario = Scenario(draw="filled", delay=0.1)
    prerender(page, AI_PATH)
    page.site.scenario = Scenario(save="lost", draw="filled", delay=1.5)
    page.driver.execute_script("location.href = arguments[0]", AI_PATH)
    arrive(page, AI_PATH)
    page.wait_state("on")
    page.act("turn-off")
    assert page.wait_state("failed", "verified", "off", timeout=LATE) == "failed"


@pytest.mark.long
def test_a_page_drawn_before_the_press_proves_nothing(page: Page) -> None:
    page.open()
    page.wait_state("on")
    prerender(page, MOBILE)
    page.site.scenario = Scenario(save="slow")
    page.act("turn-off")
    page.until(lambda: page.site.account.writes, says="saved")
    page.driver.execute_script("location.href = arguments[0]", MOBILE)
    arrive(page, MOBILE)
    assert page.wait_state("verified", "failed", "off", "again", timeout=LATE) == "verified"
