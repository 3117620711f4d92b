"""Receipts: what a press leaves behind, as a page, as a file, on paper; and how it is deleted."""

import base64
import re
import zlib
from contextlib import suppress
from pathlib import Path

from page import Page
from receipts import HERE, check, facts
from selenium.webdriver.common.by import By
from selenium.webdriver.common.print_page_options import PrintOptions
from standin import AI_PATH, ORIGIN, Scenario
from tricks import downloaded, opened, press, shown, stored, visit

LATE = 25  # seconds: a slow save, the hold, a reload


def turn_off(page: Page, end: str, **scenario: str) -> None:
    page.site.scenario = Scenario(**scenario)  # type: ignore[arg-type]  # the values are all texts
    page.open()
    page.wait_state("on")
    page.act("turn-off")
    page.wait_state(end, timeout=LATE)


def listed(page: Page) -> list[str]:
    """Their ids in the order shown, as soon as there is a list or a word that there is none."""
    shown(page, "h1")
    found = page.driver.find_elements(By.CSS_SELECTOR, "[data-receipt]")
    return [one.get_attribute("data-receipt") or "" for one in found]


def sheets(page: Page) -> int:
    """How many sheets of paper the page takes."""
    pdf = base64.b64decode(page.driver.print_page(PrintOptions()))
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        with suppress(zlib.error):  # a font or a picture
            pdf += zlib.decompress(packed)
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_a_proved_press_leaves_a_receipt(page: Page, dist: Path, browser_name: str, tmp_path: Path) -> None:
    turn_off(page, "verified")
    page.act("receipt")
    address = opened(page, HERE)
    page.driver.get(address)
    assert [address.partition("#")[2]] == listed(page)
    told = facts(page)
    assert told["Page"] == ORIGIN + AI_PATH
    assert told["Label of the switch"] == "Use my data for training content creation AI models"
    assert (told["Before"], told["After the press"]) == ("On", "Off")
    assert told["After a reload"].startswith("Off (")
    assert re.search(r"Untick \d+\.\d+\.\d+, linkedin \d{4}-\d\d-\d\d", told["Versions"])
    (kept,) = stored(page)["receipts"]
    check({"schema": "untick-receipts-1", "exported": kept["at"], "receipts": [kept]}, dist, browser_name)
    assert (kept["outcome"], kept["saved"]) == ("verified", {"kind": "saved", "status": 200})
    file = downloaded(page, "export", tmp_path / "one")
    check(file, dist, browser_name)
    assert file["receipts"] == [kept]
    assert sheets(page) == 1


def test_each_press_has_its_own_until_it_is_deleted(
    page: Page, dist: Path, browser_name: str, tmp_path: Path
) -> None:
    turn_off(page, "failed", save="error")
    turn_off(page, "verified")
    visit(page, HERE)
    newest, oldest = page.until(lambda: listed(page), says="receipts")
    kept = stored(page)["receipts"]
    assert [(one["id"], one["outcome"]) for one in kept] == [(oldest, "failed"), (newest, "verified")]
    # Chromium reports no answer that the page leaves unread.
    assert kept[0]["saved"] in ({"kind": "refused", "status": 500}, {"kind": "unseen", "status": 0})
    file = downloaded(page, "export-all", tmp_path / "all")
    check(file, dist, browser_name)
    press(page, f'[data-receipt="{newest}"] [data-action="delete"]')
    assert listed(page) == [newest, oldest]
    press(page, f'[data-receipt="{newest}"] [data-action="delete"]')
    page.until(lambda: listed(page) == [oldest], says="one deleted")
    press(page, '[data-action="delete-all"]')
    assert listed(page) == [oldest]
    press(page, '[data-action="delete-all"]')
    page.until(lambda: not listed(page), says="all deleted")
    assert stored(page)["receipts"] == []
