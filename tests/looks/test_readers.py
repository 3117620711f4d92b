"""What people get who read by other means: less motion, their own colours, keys alone, a small screen."""

from collections.abc import Iterator

import pytest
from drawn import NARROW, PAGES, STORED, draw, resize
from page import Page
from preferring import LESS_MOTION, MOTION, OWN_COLOURS, preferring
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from tricks import call, seed, shown

# What the Tab key stops at; what is folded away is none of it.
STOPS = """
const STOP = "button:enabled, select, input, a[href], summary";
const stops = (root) => [...root.querySelectorAll(STOP)].filter((one) => one.checkVisibility());
"""
FOCUSED = (
    STOPS
    + """
const roots = [...document.documentElement.children].map((child) => child.shadowRoot);
const root = roots.find(Boolean) ?? document;
const one = root.activeElement;
if (!one || one === document.body) return null;
const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(one);
const edge = parseFloat(outlineWidth) + parseFloat(outlineOffset);
const { left, top, right, bottom } = one.getBoundingClientRect();
// The banner scrolls in itself.
const scroller = one.parentElement?.closest('[data-part="banner"]');
const view = scroller?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
// As if it were told just now what came of a click: that lies over the page.
const status = document.querySelector('header [role="status"]');
if (status) status.textContent = "Saved.";
const told = status?.getBoundingClientRect() ?? new DOMRect();
const isBeside = told.right <= left || told.left >= right || told.bottom <= top || told.top >= bottom;
return {
  what: one.dataset.action || one.name || one.localName,
  at: [...root.querySelectorAll("*")].indexOf(one),
  last: one === stops(root).at(-1),
  seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
  inside:
    left - edge >= Math.max(0, view.left) && right + edge <= Math.min(innerWidth, view.right) &&
    top - edge >= Math.max(0, view.top) && bottom + edge <= Math.min(innerHeight, view.bottom) && isBeside,
};
"""
)


@pytest.fixture
def wanting(page: Page, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page for somebody who has asked their system for what the test names."""
    draw(page, "sheets/cell.html")
    with preferring(page, *request.param):
        yield page


MOVING = "return cell.show('working').getAnimations({ subtree: true }).length"


@pytest.mark.parametrize("wanting", [MOTION], indirect=True)
def test_it_moves_while_it_works(wanting: Page) -> None:
    call(wanting, "await cell.speak('en', 'light')")
    assert call(wanting, MOVING) > 0


@pytest.mark.parametrize("wanting", [LESS_MOTION], indirect=True)
def test_nothing_moves_for_who_wants_no_motion(wanting: Page) -> None:
    call(wanting, "await cell.speak('en', 'light')")
    assert call(wanting, MOVING) == 0


@pytest.mark.parametrize("wanting", [OWN_COLOURS], indirect=True)
def test_in_the_persons_own_colours_all_has_an_edge(wanting: Page) -> None:
    script = """
    await cell.speak('en', 'light');
    const card = cell.show('on');
    const edge = (element) => {
      const style = getComputedStyle(element);
      const { borderTopWidth: width, borderTopStyle: line, borderTopColor: colour } = style;
      return parseFloat(width) > 0 && line !== "none" && colour !== getComputedStyle(card).backgroundColor;
    };
    const all = [card, ...card.querySelectorAll("button,.mark")];
    return all.filter((one) => !edge(one)).map((one) => one.className);
    """
    assert call(wanting, script) == []


# A popup is as high as the first at most; a phone on its side, or a large text, leaves less.
SIZES = ((NARROW, 600), (640, 256))


@pytest.mark.parametrize("path", ["sheets/cell.html", *PAGES])
def test_every_stop_of_the_tab_key_is_seen(page: Page, path: str) -> None:
    for width, height in SIZES:
        draw(page, path, width)
        resize(page, width, height)
        stop_by_stop(page, path)


def stop_by_stop(page: Page, path: str) -> None:
    """Hold it of a page as it stands, there and back.

    Raises:
        AssertionError: a stop is not seen, or left out.
    """
    if path.startswith("sheets"):
        call(page, "await cell.speak('en', 'light'); cell.show('on', true); await measure.fontsReady()")
    else:
        seed(page, STORED)
        page.driver.refresh()  # else what is kept would come between two stops, and move them
        shown(page, "button")
    expected = page.driver.execute_script(
        f"{STOPS} return stops(document).filter((one) => one.localName !== 'input').length"
    )
    there = stops(page, Keys.TAB)
    back = stops(page, Keys.SHIFT, Keys.TAB)
    assert len({*there, *back}) >= max(expected, 4), (there, back)


def test_what_the_banner_shows_half_of_comes_wholly_into_view(page: Page) -> None:
    draw(page, "sheets/cell.html", NARROW)
    resize(page, NARROW, 256)
    script = """
    await cell.speak('en', 'light');
    const card = cell.show('on', true);
    await measure.fontsReady();
    card.querySelector('.close').focus({ preventScroll: true });
    const { top, height } = card.querySelector('[data-action="turn-off"]').getBoundingClientRect();
    const { bottom } = card.getBoundingClientRect();
    card.scrollTop += top + height / 2 - bottom;
    """
    call(page, script)
    ActionChains(page.driver).send_keys(Keys.TAB).perform()
    page.until(lambda: page.driver.execute_script(FOCUSED)["inside"], says="turn-off in view")
    assert page.driver.execute_script(FOCUSED)["what"] == "turn-off"


def stops(page: Page, *keys: str) -> dict[int, str]:
    """Press keys together until the focus is at an end; gives what had it, each wholly in view."""
    found: dict[int, str] = {}
    for _ in range(60):
        chord = ActionChains(page.driver)
        for key in keys:
            chord.key_down(key)
        for key in keys:
            chord.key_up(key)
        chord.perform()
        one = page.driver.execute_script(FOCUSED)
        if not one or one["at"] in found:
            return found
        assert one["seen"], one
        if not one["inside"]:  # what is kept may come meanwhile, and move it
            page.until(
                lambda: (page.driver.execute_script(FOCUSED) or {}).get("inside"), says=f"{one} in view"
            )
        found[one["at"]] = one["what"]
        if one["last"]:  # after it come the browser's own bars, from which no key leads back
            return found
    raise AssertionError(f"no end of it: {found}")


def test_on_a_screen_four_times_enlarged(page: Page) -> None:
    draw(page, "sheets/cell.html", NARROW)
    resize(page, NARROW, 256)
    script = """
    await cell.speak('de', 'light');
    const card = cell.show('absent, pressed');
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const { top, bottom } = card.getBoundingClientRect();
    const last = [...card.querySelectorAll('button')].at(-1);
    last.scrollIntoView();
    const reached = last.getBoundingClientRect();
    return [top >= 0, bottom <= innerHeight, reached.top >= top - 1, reached.bottom <= bottom + 1];
    """
    assert call(page, script) == [True] * 4


def test_a_run_is_told_where_readers_listen_already(page: Page) -> None:
    page.open_extension("popup/popup.html")
    seed(page, {**STORED, "run": None})
    status = shown(page, '[data-part="run"] [role="status"]')
    assert status.text == ""
    run = {**STORED["run"], "ended": "stopped"}
    call(page, "await chrome.storage.local.set({ run: a[0] })", run)
    page.until(lambda: "stopped after" in status.text, says="told in the same element")
