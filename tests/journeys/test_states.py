"""What the banner says: each state of the contract, on the page that brings it about."""

import pytest
from page import Page
from standin import AI_KEY, AI_PATH, Scenario

MOBILE = AI_PATH.replace("/d/", "/m/")


@pytest.mark.parametrize("path", [MOBILE, f"{AI_PATH}/?trk=settings#ai"])
def test_on_is_ringed(page: Page, path: str) -> None:
    page.open(path)
    page.wait_state("on")
    ring = page.until(page.ring_rect, says="ring")
    switch = page.rect(page.switch())
    for at, size in (("x", "width"), ("y", "height")):
        assert ring[at] <= switch[at]
        assert ring[at] + ring[size] >= switch[at] + switch[size]
    assert ring["height"] <= switch["height"] + 20
    assert page.site.account.writes == []


def test_off_is_told_once_it_has_settled_and_nothing_is_pressed(page: Page) -> None:
    page.site.account.values[AI_KEY] = False
    page.open()
    page.wait_state("looking")
    page.wait_state("off")
    assert page.parts('[data-action="turn-off"]') == []
    assert page.site.account.writes == []


def test_locked(page: Page) -> None:
    page.site.scenario = Scenario(shape="locked-aria")
    page.open()
    assert page.wait_state("locked", "on", "off") == "locked"
    assert page.parts('[data-action="turn-off"]') == []


@pytest.mark.parametrize("shape", ["two-switches-no-key", "wrong-key"])
def test_unsure_where_the_witnesses_do_not_agree(page: Page, shape: str) -> None:
    page.site.scenario = Scenario(shape=shape)
    page.open()
    assert page.wait_state("unsure", "on", "off") == "unsure"
    if shape == "two-switches-no-key":
        page.until(page.ring_rect, says="ring round a candidate")
    else:
        assert page.ring_rect() is None, "what is known to be wrong is not ringed"
    assert page.parts('[data-action="turn-off"]') == []
    assert page.site.account.writes == []


@pytest.mark.parametrize(
    "scenario",
    [
        pytest.param(Scenario(draw="never"), marks=pytest.mark.long),
        Scenario(shape="none", decoys=("header", "nav", "footer", "dialog")),
    ],
)
def test_absent_only_after_the_time_that_the_site_may_take(page: Page, scenario: Scenario) -> None:
    page.site.scenario = scenario
    page.open()
    page.wait_state("looking")
    assert page.wait_state("absent", "on", "off", "unsure", timeout=30) == "absent"
    assert "Data privacy" in page.text()
    assert page.site.account.writes == []


def test_a_switch_that_comes_after_all_is_found(page: Page) -> None:
    page.site.scenario = Scenario(shape="closed-shadow", draw="late", delay=12)
    page.open()
    page.wait_state("looking")
    page.wait_state("on", timeout=20)


def test_a_sign_in_page_that_leads_elsewhere_is_left_alone(page: Page) -> None:
    page.open("/login?session_redirect=%2Ffeed%2F")
    page.ready()
    page.never("looking", "signed-out", "elsewhere")
    assert page.host is None


def test_a_state_that_cannot_be_read_is_not_guessed(page: Page) -> None:
    label = f'<p id="{AI_KEY}">Use my data for training content creation AI models</p>'
    switch = f'<button role="switch" data-state="checked" aria-labelledby="{AI_KEY}">'
    page.site.scenario = Scenario(html=label + switch, draw="late", delay=0.05)
    page.open()
    assert page.wait_state("unsure", "on", "off", timeout=10) == "unsure"
