"""The extension updated, or turned off, between press and proof: the script left behind goes quiet."""

from pathlib import Path
from typing import Any

import browsers
import pytest
from between import LATE, POPUP, aside, outcomes
from outside import turn
from page import Page
from selenium.webdriver import Firefox
from standin import AI_KEY, Scenario
from tricks import visit


def begin(page: Page, save: str) -> None:
    """Press, and come back while the save is under way."""
    page.site.scenario = Scenario(save=save)
    page.open()
    page.wait_state("on")
    page.act("turn-off")
    page.until(lambda: any(one.method == "PUT" for one in page.site.requests), says="asked to save")


def busy(page: Page) -> list[str]:
    """Which of the extension's functions run in the page during a second (Chromium)."""
    page.driver.execute_cdp_cmd("Profiler.enable", {})
    page.driver.execute_cdp_cmd("Profiler.setSamplingInterval", {"interval": 100})
    page.driver.execute_cdp_cmd("Profiler.start", {})
    page.driver.execute_async_script("setTimeout(arguments[0], 1000)")
    profile: dict[str, Any] = page.driver.execute_cdp_cmd("Profiler.stop", {})["profile"]
    frames = (node["callFrame"] for node in profile["nodes"])
    return [frame["functionName"] for frame in frames if frame["url"].startswith("chrome-extension:")]


@pytest.mark.long
@pytest.mark.parametrize("save", ["ok", "slow"])
def test_updated(page: Page, dist: Path, save: str) -> None:
    """The new one takes the proof over."""
    begin(page, save)
    browsers.install(page.driver, dist / page.name)
    state = page.wait_state("verified", "failed", "off", timeout=LATE)
    visit(page, POPUP)
    assert (state, outcomes(page)) == ("verified", ["verified"])
    assert page.site.account.writes == [(AI_KEY, False)]


@pytest.mark.parametrize("save", ["slow", pytest.param("lost", marks=pytest.mark.long)])
def test_turned_off_and_on_again(page: Page, save: str) -> None:
    begin(page, save)
    turn(page, on=False)
    if isinstance(page.driver, Firefox):
        # Firefox ends the script without a word to it: its banner stays, and claims nothing.
        page.never("verified", "failed", "off", None)
    else:
        page.wait_state(None)
        assert busy(page) == []
    turn(page, on=True)
    wanted = "verified" if save == "slow" else "failed"
    assert page.wait_state("verified", "failed", "off", timeout=LATE) == wanted
    with aside(page):
        assert outcomes(page) == [wanted]
