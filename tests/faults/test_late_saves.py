"""A save that is not sent at once, or whose answer nobody reads: waited for, and never cut off."""

import time

import pytest
from page import Page
from selenium.webdriver.common.by import By
from standin import AI_KEY, Scenario
from tricks import stored, visit

SLOW = 8  # seconds that a person takes to answer
# A dialog that no markup calls one, over a page that it dims.
UNMARKED = """
new MutationObserver((records) => {
  for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
    if (node.getAttribute?.("role") !== "alertdialog") continue;
    node.removeAttribute("role");
    node.removeAttribute("aria-modal");
    const veil = document.createElement("div");
    veil.style.cssText = "position: fixed; inset: 0; background: rgb(0 0 0 / 50%)";
    node.before(veil);
    node.addEventListener("click", ({ target }) => target.matches("button") && veil.remove());
  }
}).observe(document, { childList: true, subtree: true });
"""


def press(page: Page, save: str, script: str = "") -> None:
    page.site.scenario = Scenario(save=save, script=script)
    page.open()
    page.wait_state("on")
    page.act("turn-off")


def answer(page: Page, name: str) -> None:
    """What the person says to the page's own dialog."""
    page.driver.find_element(By.CSS_SELECTOR, f"button[name={name}]").click()


def asked(page: Page) -> None:
    page.until(lambda: "asks you" in page.text(), says="told that the site asks")
    assert page.state() == "working"


def test_sent_seconds_later(page: Page) -> None:
    press(page, "undo")
    page.wait_state("verified", "failed", timeout=30)
    assert page.state() == "verified"
    assert page.site.account.writes == [(AI_KEY, False)]


@pytest.mark.parametrize(
    ("save", "script"),
    [("asks-first", UNMARKED), pytest.param("asks", "", marks=pytest.mark.long)],
    ids=["asks-first-unmarked", "asks"],
)
def test_the_site_asks_and_is_answered(page: Page, save: str, script: str) -> None:
    press(page, save, script)
    asked(page)
    page.never("failed", "unsure", seconds=SLOW)
    assert page.site.account.writes == []
    answer(page, "confirm")
    page.wait_state("verified", "failed", timeout=20)
    assert page.state() == "verified"
    assert page.site.account.writes == [(AI_KEY, False)]


@pytest.mark.parametrize("save", ["asks", pytest.param("asks-first", marks=pytest.mark.long)])
def test_the_site_asks_and_the_person_cancels(page: Page, save: str) -> None:
    press(page, save)
    asked(page)
    answer(page, "cancel")
    assert page.wait_state("verified", "failed", "off", timeout=20) == "failed"
    assert "not confirmed" in page.text()
    assert page.site.account.writes == []
    visit(page, "popup/popup.html")
    (receipt,) = stored(page)["receipts"]
    assert (receipt["outcome"], receipt["saved"]["kind"]) == ("failed", "declined")


def test_an_answer_that_is_left_unread(page: Page) -> None:
    began = time.monotonic()
    press(page, "unread")
    page.wait_state("verified", timeout=20)
    took = time.monotonic() - began
    visit(page, "popup/popup.html")
    (receipt,) = stored(page)["receipts"]
    assert receipt["saved"] == {"kind": "saved", "status": 200}, f"after {took:.1f} s"
