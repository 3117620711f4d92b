"""A page, captured and made anew of its report alone: Untick makes of it what it made of the first."""

import json
from pathlib import Path
from typing import Any

import browsers
import capture
import reports
import sites
from page import Page
from standin import AI_PATH, ORIGIN, Scenario

PROJECT = Path(__file__).resolve().parents[2]
STATES = ("on", "off", "locked", "unsure", "absent")
SHAPES = {
    "current": "on",
    "hidden-pair": "on",
    "closed-nested": "on",
    "slotted": "on",
    "iframe": "on",
    "locked": "locked",
    "two-switches-no-key": "unsure",
    "wrong-key": "unsure",
    "inverted": "unsure",
}


def own(page: Page) -> str:
    assert page.extension
    return browsers.extension_origin(page.driver, page.extension)


def seen(report: dict[str, Any]) -> tuple[object, ...]:
    """What Untick saw and decided, without what it is called."""
    controls = [{name: value for name, value in one.items() if name != "label"} for one in report["seen"]]
    return report["told"], report["chosen"], controls, report["path"], report["lang"]


def captured(page: Page) -> dict[str, Any]:
    """The report of the page that the current tab shows."""
    left = page.new_tab()
    report = capture.settled(page.driver, own(page), ORIGIN)
    page.driver.close()
    page.driver.switch_to.window(left)
    return report


def test_what_is_made_of_a_report_is_decided_alike(page: Page, tmp_path: Path) -> None:
    for shape, state in SHAPES.items():
        page.site.reset()
        page.site.scenario = Scenario(shape=shape, decoys=("nav", "header"))
        page.open()
        assert page.wait_state(*STATES) == state, shape
        first = captured(page)
        file = tmp_path / f"{shape}.json"
        file.write_text(json.dumps(first), "utf-8")
        made, case = reports.write(PROJECT, file, tmp_path / "pages")
        assert f'path = "{AI_PATH}"' in case.read_text("utf-8")
        page.site.rebuilt.put(ORIGIN + AI_PATH, made.read_text("utf-8"))
        page.open()
        assert page.wait_state(*STATES) == state, shape
        assert page.driver.find_elements("css selector", "#rebuilt"), "the page that was made"
        assert seen(captured(page)) == seen(first), shape
        assert page.site.account.writes == []


def test_each_settings_page_is_saved(page: Page, tmp_path: Path) -> None:
    (site,) = (one for one in sites.load(PROJECT / "extension") if one.id == "linkedin")
    asked: list[str] = []
    files = capture.walk(
        page.driver,
        own(page),
        site,
        tmp_path,
        lambda one: asked.append(one.id),
        ["ai-training", "promotions-ads"],
    )
    assert asked == ["linkedin"]
    assert [file.name for file in files] == [
        "untick-report-linkedin-ai-training.json",
        "untick-report-linkedin-promotions-ads.json",
    ]
    texts = [file.read_text("utf-8") for file in files]
    assert not any("Maya" in text or "Ferreira" in text for text in texts)
    made = [reports.rebuilt(PROJECT, text, "report")["report"] for text in texts]
    assert [one["setting"] for one in made] == ["ai-training", "promotions-ads"]
    assert [one["seen"][one["chosen"]]["state"] for one in made] == ["on", "on"]
    assert page.site.account.writes == []
