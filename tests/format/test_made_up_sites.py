"""A site is one file: made-up ones of each kind, added to a copy of the source, pass the journeys."""

import shutil
from pathlib import Path

import package
import pytest
from allowing import allow
from page import Page
from render import Browser
from selenium.webdriver.common.by import By
from tricks import stored, visit

PROJECT = Path(__file__).resolve().parents[2]
FILES = sorted((Path(__file__).parent / "sites").glob("*.toml"))
PROVED = 25  # seconds: a save, its hold, a reload


@pytest.fixture(scope="module")
def unpacked(browser_name: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extension of the source with those files besides."""
    copied = tmp_path_factory.mktemp("made-up") / "project"
    for folder in ("extension", "store"):
        shutil.copytree(PROJECT / folder, copied / folder)
    for name in ("pyproject.toml", "package.json", "package-lock.json"):
        shutil.copy(PROJECT / name, copied)
    (copied / "node_modules").symlink_to(PROJECT / "node_modules", target_is_directory=True)
    for file in FILES:
        shutil.copy(file, copied / "extension" / "sites")
    browsers: list[Browser] = ["chrome" if browser_name == "chrome" else "firefox"]
    return package.build(copied, copied / "dist", browsers)[0]


def go(page: Page, kind: str) -> None:
    """Turn the site of that kind on, and open its settings."""
    host = "www" if kind == "switch" else kind
    allow(page, "letters" if kind == "switch" else f"letters-{kind}", f"https://{host}.letters.example/*")
    page.driver.get(f"https://{host}.letters.example/settings/ai")


def test_a_switch_is_pressed_and_proved(page: Page) -> None:
    go(page, "switch")
    page.wait_state("on")
    page.act("details")
    page.until(
        lambda: "Where this applies: Switzerland and European Union." in page.text(), says="where it applies"
    )
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    assert page.site.guided.writes == [("www.letters.example", False)]
    visit(page, "popup/popup.html")
    row = page.driver.find_element(By.CSS_SELECTOR, '[data-site="letters"]')
    assert row.get_attribute("data-state") == "off"
    assert "Training on letters" in row.text


def test_a_state_is_read_and_proved(page: Page) -> None:
    go(page, "read")
    page.wait_state("on")
    page.driver.find_element(By.CSS_SELECTOR, ".menu").click()
    page.driver.find_element(By.CSS_SELECTOR, '[data-value="no"]').click()
    page.wait_state("verified", timeout=PROVED)
    assert page.site.guided.writes == [("read.letters.example", False)]


def test_a_guide_shows_the_way_a_form_is_remembered_and_none_is_said(page: Page) -> None:
    go(page, "guide")
    page.wait_state("guide")
    page.until(page.ring_rect, says="ring")
    go(page, "form")
    page.wait_state("guide")
    page.act("sent")
    page.until(lambda: "You said that you sent it" in page.text(), says="kept")
    go(page, "none")
    page.wait_state("none")
    assert page.site.guided.writes == []
    visit(page, "popup/popup.html")
    assert list(stored(page)["said"]) == ["letters-form"]
