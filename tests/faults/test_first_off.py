"""A page that draws the switch off before it fills in the truth, where nobody could see how long it takes."""

import shutil
from pathlib import Path

import pytest
from between import LATE, POPUP, outcomes, visits
from outside import background_runs, stop_background
from page import Page
from standin import Scenario
from tricks import shown, visit

# A busy machine, for which the browser takes that long to start the background.
SLOW_START = "for (const until = Date.now() + 2_000; Date.now() < until; );\n"


@pytest.fixture
def unpacked(dist: Path, browser_name: str, tmp_path: Path) -> Path:
    """The extension, slow to start."""
    copy = tmp_path / browser_name
    shutil.copytree(dist / browser_name, copy)
    script = copy / "background" / "background.js"
    script.write_text(SLOW_START + script.read_text("utf-8"), "utf-8")
    return copy


def lost(page: Page) -> None:
    """Press where the save is lost, and let the fresh page be slow to tell."""
    loads = visits(page)
    page.act("turn-off")
    page.until(lambda: any(one.method == "PUT" for one in page.site.requests), says="asked to save")
    page.site.scenario = Scenario(draw="filled", delay=1.5)
    page.until(lambda: visits(page) > loads, LATE, "loaded again")


@pytest.mark.long
def test_a_background_that_is_slow_to_start(page: Page) -> None:
    """The page was filled in before anybody looked at it."""
    visit(page, POPUP)
    page.driver.get("about:blank")
    stop_background(page)
    page.until(lambda: not background_runs(page), says="background stopped")
    page.site.scenario = Scenario(save="lost", draw="filled", delay=1)
    page.open()
    page.wait_state("on")
    lost(page)
    assert page.wait_state("failed", "verified", "off", timeout=LATE) == "failed"


@pytest.mark.long
def test_a_proof_that_was_none_is_taken_back(page: Page) -> None:
    """A page that told the truth at once, and after the reload does so later."""
    page.site.scenario = Scenario(save="lost")
    page.open()
    page.wait_state("on")
    lost(page)
    page.wait_state("failed", timeout=LATE)
    visit(page, POPUP)
    page.until(lambda: outcomes(page) == ["failed"], says="receipt")
    shown(page, "[data-setting=ai-training][data-state=on]")
