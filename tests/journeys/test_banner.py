"""The banner as people meet it: keys, focus, languages, sizes; it covers no switch and takes no focus."""

from itertools import pairwise

import pytest
from page import Page
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from standin import AI_KEY, Scenario


def active(page: Page) -> str:
    """The data-action that has the focus inside the closed root."""
    found = page.parts(":focus")
    return (found[0].get_attribute("data-action") or "") if found else ""


def test_it_takes_no_focus_and_goes_when_closed(page: Page) -> None:
    page.open()
    page.wait_state("on")
    assert page.driver.execute_script("return document.activeElement === document.body")
    page.act("dismiss")
    page.wait_state(None)
    assert page.host is None


def test_by_keyboard_alone(page: Page) -> None:
    page.open()
    page.wait_state("on")
    keys = ActionChains(page.driver)
    for _ in range(40):
        if active(page) == "turn-off":
            break
        keys.send_keys(Keys.TAB).perform()
    assert active(page) == "turn-off"
    keys.send_keys(Keys.ENTER).perform()
    page.until(lambda: page.site.account.writes == [(AI_KEY, False)], says="saved")


def test_escape_closes_it_only_from_inside(page: Page) -> None:
    page.open()
    page.wait_state("on")
    ActionChains(page.driver).send_keys(Keys.ESCAPE).perform()
    assert page.state() == "on"
    page.act("details")
    ActionChains(page.driver).send_keys(Keys.ESCAPE).perform()
    page.wait_state(None)


def test_details_fold_out_and_keep_the_focus(page: Page) -> None:
    page.open()
    page.wait_state("on")
    assert page.parts(".details") == []
    page.act("details")
    assert page.until(lambda: page.parts(".details"), says="details")
    assert active(page) == "details"
    assert "group messages" in page.text()
    assert page.parts('a[href$="/ask/TS-DPRO"]')
    page.act("details")
    page.until(lambda: not page.parts(".details"), says="folded in")


@pytest.mark.parametrize("lang", ["fr"])
@pytest.mark.parametrize("code", ["fr", "en"])
def test_it_speaks_the_persons_language_not_the_pages(page: Page, code: str) -> None:
    page.site.scenario = Scenario(lang=code)
    page.open()
    page.wait_state("on")
    assert "3 novembre 2025" in page.text()
    page.act("turn-off")
    page.wait_state("verified", timeout=20)
    assert "vérifié après rechargement" in page.text()


@pytest.mark.parametrize("size", [(1280, 900), (420, 800), (760, 420)])
def test_it_covers_no_switch(page: Page, size: tuple[int, int]) -> None:
    before = page.driver.get_window_size()
    page.driver.set_window_size(*size)
    try:
        page.open()
        page.wait_state("on")
        page.until(page.ring_rect, says="ring")
        for action in ("details", "details", "show"):
            page.act(action)
            page.until(lambda: not overlaps(page), says="banner beside the switch")
    finally:
        page.driver.set_window_size(before["width"], before["height"])


def overlaps(page: Page) -> bool:
    """Whether the banner lies over the switch."""
    switch, banner = page.rect(page.switch()), page.rect(page.parts('[data-part="banner"]')[0])
    return all(
        switch[at] < banner[at] + banner[size] and banner[at] < switch[at] + switch[size]
        for at, size in (("x", "width"), ("y", "height"))
    )


def test_the_ring_follows_its_switch(page: Page) -> None:
    page.site.scenario = Scenario(rows=60)
    page.open()
    page.wait_state("on")
    page.act("show")

    def aligned() -> bool:
        ring, switch = page.ring_rect(), page.rect(page.switch())
        return (
            ring is not None and abs(ring["x"] + 6 - switch["x"]) < 2 and abs(ring["y"] + 6 - switch["y"]) < 2
        )

    page.until(aligned, says="after scrolling to it")
    page.driver.execute_script("scrollBy(0, -150)")
    page.until(aligned, says="after a scroll")
    page.driver.execute_script("document.querySelector('main').style.paddingTop = '33px'")
    page.until(aligned, says="after the page moved")
    page.driver.set_window_size(900, 900)
    page.until(aligned, says="after a resize")


def test_each_change_is_announced_once(page: Page) -> None:
    page.open()
    page.wait_state("on")
    status = page.parts('[role="status"]')
    assert len(status) == 1
    said = [status[0].text]
    page.act("turn-off")
    page.wait_state("working")
    said.append(page.parts('[role="status"]')[0].text)
    page.wait_state("verified", timeout=20)
    said.append(page.parts('[role="status"]')[0].text)
    assert all(one != other for one, other in pairwise(said))
