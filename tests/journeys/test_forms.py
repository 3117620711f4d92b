"""Each form in which a switch is drawn: on without Untick (tests/site proves it), off with it."""

import pytest
from page import Page
from standin import AI_KEY, DRAWS, SHAPES, Scenario

UNFIT = {"none", "locked", "locked-aria", "wrong-key", "inverted", "two-switches-no-key"}
FIT = [shape for shape in SHAPES if shape not in UNFIT]


def turn_off(page: Page) -> None:
    """The person's way, up to where the account behind the page has it."""
    account = page.site.account
    assert account.values[AI_KEY] is True
    page.open()
    state = page.wait_state("on", "off", "unsure", "absent", "locked", timeout=20)
    assert state == "on", page.site.scenario
    page.act("turn-off")
    page.until(lambda: account.writes, says="saved")
    assert account.writes == [(AI_KEY, False)]


@pytest.mark.parametrize("half", [0, 1])
def test_every_shape_is_pressed_once_and_stored(page: Page, half: int) -> None:
    for shape in FIT[half::2]:
        page.renew()
        page.site.scenario = Scenario(shape=shape)
        turn_off(page)


@pytest.mark.parametrize("shape", ["button-switch", "hidden-pair", "closed-shadow", "iframe"])
def test_every_kind_of_shape_is_proved(page: Page, shape: str) -> None:
    page.site.scenario = Scenario(shape=shape)
    turn_off(page)
    page.wait_state("verified", timeout=20)
    assert page.shown() is False


@pytest.mark.parametrize(
    ("shape", "draw"),
    [
        *(("current", draw) for draw in DRAWS if draw not in ("at-once", "never")),
        ("button-switch", "filled"),
        ("closed-shadow", "restless"),
    ],
)
def test_however_it_is_drawn(page: Page, shape: str, draw: str) -> None:
    page.site.scenario = Scenario(shape=shape, draw=draw, delay=1.5)
    turn_off(page)
    page.wait_state("verified", timeout=20)


def test_without_a_key_whatever_the_page_speaks(page: Page) -> None:
    for code in ("fr", "fi", "sv", "ar", "zh_TW"):
        page.renew()
        page.site.scenario = Scenario(shape="no-key", lang=code)
        turn_off(page)


def test_a_lone_switch_that_speaks_of_something_else_is_asked_about(page: Page) -> None:
    for code in ("ru", "ja"):
        page.renew()
        card = '<p>Compact menu</p><input type="checkbox" role="switch" data-hk="x" checked>'
        page.site.scenario = Scenario(html=card, lang=code)
        page.open()
        page.wait_state("unsure")
        assert not page.parts('[data-action="turn-off"]')


def test_decoys_are_left_alone(page: Page) -> None:
    page.site.scenario = Scenario(shape="no-key", lang="ko", decoys=("header", "nav", "footer", "dialog"))
    turn_off(page)


def test_on_a_page_of_ten_thousand_rows_that_never_rests(page: Page) -> None:
    page.site.scenario = Scenario(rows=10_000, bursts=600, trusted_types=True)
    turn_off(page)
