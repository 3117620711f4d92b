"""The banner as people meet it: keys, focus, languages, sizes; it covers no switch and takes no focus."""

from page import Page
from preferring import on_paper
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
    ActionChains(page.driver).send_keys(Keys.ESCAPE).perform()
    assert page.state() == "on", "Escape closes it only from inside"
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
    ActionChains(page.driver).send_keys(Keys.ESCAPE).perform()
    page.wait_state(None)


def test_it_covers_no_switch(page: Page) -> None:
    before = page.driver.get_window_size()
    try:
        for size in ((1280, 900), (420, 800), (760, 420)):
            page.driver.set_window_size(*size)
            page.open()
            page.wait_state("on")
            page.until(page.ring_rect, says="ring")
            for action in ("details", "details", "show"):
                page.act(action)
                page.until(lambda: not overlaps(page), says=f"banner beside the switch at {size}")
    finally:
        page.driver.set_window_size(before["width"], before["height"])


def overlaps(page: Page) -> bool:
    """Whether the banner lies over the switch."""
    switch, banner = page.rect(page.switch()), page.rect(page.parts('[data-part="banner"]')[0])
    return all(
        switch[at] < banner[at] + banner[size] and banner[at] < switch[at] + switch[size]
        for at, size in (("x", "width"), ("y", "height"))
    )


MOVES = {
    "a scroll": "scrollBy(0, -150)",
    "the page moved": "document.querySelector('main').style.paddingTop = '33px'",
    "larger text": "document.body.style.fontSize = '22px'",
    "zoom": "document.body.style.zoom = '1.3'",
    "no zoom": "document.body.style.zoom = ''",
    "a header that stays": (
        "document.querySelector('header').style.cssText = 'position: sticky; top: 0; height: 90px';"
        "scrollBy(0, 60)"
    ),
    "a card that stays": (
        "const card = arguments[0].closest('section,div[class],main');"
        "card.style.cssText = 'position: sticky; top: 120px; z-index: 1'; scrollBy(0, 90)"
    ),
    "a part that scrolls": (
        "arguments[0].closest('section,div[class],main').style.cssText = '';"
        "document.querySelector('main').style.cssText = 'height: 420px; overflow: auto';"
        "arguments[0].scrollIntoView({ block: 'center' })"
    ),
}


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
    for what, script in MOVES.items():
        page.driver.execute_script(script, page.switch())
        page.until(aligned, says=f"after {what}")
    before = page.driver.get_window_size()
    page.driver.set_window_size(900, 900)
    page.until(aligned, says="after a resize")
    page.driver.set_window_size(before["width"], before["height"])
    # What is scrolled away within the page is not ringed where it is not seen.
    page.driver.execute_script("document.querySelector('main').scrollTop = 0")
    page.until(lambda: page.ring_rect() is None, says="no ring over the rest of the page")


RECORD = """
window.said = [];
new MutationObserver(() => said.push(arguments[0].textContent)).observe(arguments[0], {
  childList: true, characterData: true, subtree: true,
});
"""


def test_each_change_is_announced_once(page: Page) -> None:
    page.site.scenario = Scenario(save="slow")
    page.open()
    page.wait_state("on")
    (status,) = page.parts('[role="status"]')
    page.driver.execute_script(RECORD, status)
    page.act("details")
    page.until(lambda: page.parts(".details"), says="details")
    page.act("turn-off")
    page.until(lambda: len(page.parts(".steps .done")) == 1, says="pressed")
    assert page.driver.execute_script("return said") == ["Turning it off…"]
    page.wait_state("verified", timeout=20)
    assert [one.text for one in page.parts('[role="status"]')] == [page.parts(".title")[0].text]


LAY = """
const layer = document.createElement("div");
layer.style.cssText = "position: fixed; inset: 0; z-index: 9999; background: rgb(0 0 0 / 40%)";
document.querySelector("main").append(layer);
window.clear = () => { layer.style.background = "none" };
"""


def test_only_a_layer_that_paints_something_hides_the_ring(page: Page) -> None:
    page.open()
    page.wait_state("on")
    page.until(page.ring_rect, says="ring")
    page.driver.execute_script(LAY)
    page.until(lambda: page.ring_rect() is None, says="no ring over it")
    # It still takes the clicks, and hides nothing any more.
    page.driver.execute_script("clear()")
    page.until(page.ring_rect, says="ring again")


def test_it_is_not_printed_and_not_translated(page: Page) -> None:
    page.open()
    page.wait_state("on")
    ring = page.until(page.ring_rect, says="ring")
    assert ring
    banner = page.banner
    assert banner is not None
    assert banner.get_dom_attribute("translate") == "no"
    assert banner.is_displayed()
    with on_paper(page):
        page.until(lambda: not banner.is_displayed(), says="no banner on paper")
        assert page.ring_rect() is None
    page.until(banner.is_displayed, says="banner on the screen")
