"""Each kind of form that a switch is drawn in: on without Untick (tests/site proves it), off with it.

That each shape is read and pressed is proved in tests/parts, but for those that only an extension sees into.
"""

import pytest
from page import Page
from standin import AI_KEY, Scenario


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


# Every kind of shape, and every way to draw one.
@pytest.mark.parametrize(
    ("shape", "draw"),
    [
        ("hidden-pair", "at-once"),
        ("iframe", "at-once"),
        ("current", "late"),
        ("button-switch", "filled"),
        ("closed-shadow", "restless"),
        *(pytest.param("current", draw, marks=pytest.mark.long) for draw in ("filled", "restless")),
        *(
            pytest.param(shape, "at-once", marks=pytest.mark.long)
            for shape in ("button-switch", "closed-shadow")
        ),
    ],
)
def test_each_form_is_turned_off_and_proved(page: Page, shape: str, draw: str) -> None:
    page.site.scenario = Scenario(shape=shape, draw=draw, delay=1.5)
    turn_off(page)
    page.wait_state("verified", timeout=20)
    if draw != "restless":  # there a switch is gone before a driver has read it
        page.until(lambda: page.shown() is False, says="drawn off")


def test_what_only_an_extension_sees_into_is_pressed(page: Page) -> None:
    page.site.scenario = Scenario(shape="closed-nested")
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
