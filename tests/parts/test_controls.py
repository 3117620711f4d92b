"""Each shape in which a switch is drawn: the same rules read and press it, or leave it alone."""

import parts
import pytest
from page import Page
from standin import AI_KEY, SHAPES, WORDS, Scenario

# Only an extension sees into these, or they are drawn on their own time: tests/journeys/test_forms has them.
APART = {"closed-nested", "closed-shadow", "iframe"}
UNFIT = {"none", "wrong-key", "inverted", "two-switches-no-key"}
LOCKED = {"locked", "locked-aria"}
FIT = [shape for shape in SHAPES if shape not in APART | UNFIT | LOCKED]
DECIDED = "() => parts.decided()"
PRESS = "() => parts.press()"


@pytest.fixture
def reading(bare: Page) -> Page:
    """The setting's page, with the parts that read it."""
    bare.open()
    bare.ready()
    parts.put(bare.driver)
    return bare


def redraw(page: Page, **scenario: str) -> None:
    """Have the page drawn in another way, for a fresh account."""
    page.site.reset()
    page.site.scenario = Scenario(**scenario)  # type: ignore[arg-type]  # the values are all texts
    page.redraw()


def test_every_shape_is_pressed_once_and_stored(reading: Page) -> None:
    for shape in FIT:
        redraw(reading, shape=shape)
        account = reading.site.account
        assert parts.ask(reading.driver, PRESS) == "off", shape
        reading.until(lambda: account.writes == [(AI_KEY, False)], says=f"{shape} stored")  # noqa: B023 - called at once
        # It reads off, and what is off is not pressed.
        assert parts.ask(reading.driver, PRESS) is None, shape
        assert account.writes == [(AI_KEY, False)], shape


def test_without_a_key_whatever_the_page_speaks(reading: Page) -> None:
    for code in ("fr", "fi", "sv", "ar", "zh_TW"):
        tag = WORDS[code]["tag"]
        reading.driver.execute_script("document.documentElement.lang = arguments[0]", tag)
        redraw(reading, shape="no-key", lang=code)
        assert 'data-hk="0"' in (parts.ask(reading.driver, DECIDED)["chosen"] or ""), code


def test_what_is_not_the_switch_or_cannot_be_moved_is_left_alone(reading: Page) -> None:
    for shape in (*UNFIT, *LOCKED):
        redraw(reading, shape=shape)
        assert (parts.ask(reading.driver, DECIDED)["chosen"] is not None) is (shape in LOCKED), shape
        assert parts.ask(reading.driver, PRESS) is None, shape
        assert reading.site.account.writes == [], shape
