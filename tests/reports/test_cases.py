"""Pages of people's reports: Untick makes of each what is right there, as its case says."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from allowing import allow
from page import Page
from selenium.webdriver.common.by import By
from standin import ORIGIN

FOLDER = Path(__file__).resolve().parents[1] / "pages" / "reports"
LATE = 30  # seconds, after which a switch counts as absent


@pytest.mark.parametrize("case", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_it_is_taken_for_what_it_is(page: Page, case: Path) -> None:
    facts: dict[str, Any] = tomllib.loads(case.read_text("utf-8"))
    right = facts["right"]
    assert right["state"] != "?", f"{case.name}: say what is right there"
    if facts["origin"] != ORIGIN:
        allow(page, facts["site"])
    page.site.rebuilt.put(facts["origin"] + facts["path"], case.with_suffix(".html").read_text("utf-8"))
    page.driver.get(facts["origin"] + facts["path"])
    states = ("on", "off", "locked", "unsure", "absent", "signed-out")
    assert page.wait_state(*states, timeout=LATE) == right["state"]
    if right["at"] >= 0:
        ring = page.until(page.ring_rect, says="ring")
        for switch in page.driver.find_elements(By.CSS_SELECTOR, f'[data-at="{right["at"]}"]'):
            box = page.rect(switch)
            middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            assert ring["x"] <= middle[0] <= ring["x"] + ring["width"]
            assert ring["y"] <= middle[1] <= ring["y"] + ring["height"]
