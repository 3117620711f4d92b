"""Layers: what the page lays over the banner steals no press, and the banner hides no dialog of the page."""

import pytest
from attack import OFF, attack, click, js, middle, tried
from page import Page
from standin import AI_KEY, Scenario

CORNER = "right: 0; bottom: 0; left: auto; top: auto; width: 420px; height: 200px"
TRANSPARENT = """
for (const name of ['ink', 'soft', 'card', 'line', 'wash', 'accent', 'accent-ink', 'warn']) {
  const fits = {syntax: 'transparent', inherits: false, initialValue: 'transparent'};
  CSS.registerProperty({name: `--${name}`, ...fits});
}
"""
WHOLE = "inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none"


def layered(page: Page) -> tuple[int, int]:
    """Open a page that lays layers over the banner; gives the middle of "turn off"."""
    attack(page, "layer")
    page.open()
    page.wait_state("on")
    page.ready()
    page.until(page.ring_rect, says="ring")
    return middle(page, '[data-action="turn-off"]')


def test_no_layer_of_the_page_steals_a_press(page: Page) -> None:
    at = layered(page)
    # One that takes the click, and some that let it through to what they hide.
    for layer in (
        "'', false",
        "'pointer-events: none; background: white; color: black', false",
        "'pointer-events: none; color: rgb(0 0 0 / 90%)', false",
        "'pointer-events: none; background: white; color: black', true",
    ):
        js(page, f"lay({layer})")
        click(page, at)
        page.never("working", seconds=0.3)
        assert page.site.account.writes == [], layer
        told = layer != "'', false"  # that one takes the click: nothing comes to the banner
        assert ("lies over this button" in page.text()) is told, layer
    # What is empty hides nothing, as a place for messages; and what is no top layer lies beneath.
    for layer in ("'pointer-events: none'", "'pointer-events: none; background: white; opacity: 0'"):
        js(page, f"lay({layer})")
        page.act("show")
        js(page, "unlay()")
    js(page, "veil()")
    page.act("turn-off")
    page.until(lambda: page.site.account.writes == OFF, says="saved")
    tried(page, 6)


def test_no_page_takes_the_banners_colours_away(page: Page) -> None:
    """By registering its custom properties, in every root of the document, so that no value fits."""
    page.open()
    page.wait_state("on")
    page.driver.execute_script(TRANSPARENT)
    assert js(page, "getComputedStyle(document.body).getPropertyValue('--ink')") != "", "registered"
    colours = ("color", "background-color", "border-top-color")
    button = page.parts('[data-action="turn-off"]')[0]
    drawn = [button.value_of_css_property(name) for name in colours[:2]]
    drawn += [page.parts('[data-part="banner"]')[0].value_of_css_property(name) for name in colours]
    assert not [colour for colour in drawn if colour.replace(" ", "").endswith(",0)")], drawn


def test_what_lies_beside_the_point_and_draws_over_it(page: Page) -> None:
    at = layered(page)
    for how in ("border-left: 100vw solid white", "inset: auto; width: 1px; box-shadow: 0 0 0 2000px white"):
        js(page, f"lay('pointer-events: none; {how}', false)")
        click(page, at)
        page.never("working", seconds=0.3)
        assert page.site.account.writes == [], how
        js(page, "unlay()")


def test_the_second_click_of_two_presses_nothing_more(page: Page) -> None:
    page.site.scenario = Scenario(save="error")
    page.open()
    page.wait_state("on")
    at = middle(page, '[data-action="turn-off"]')
    for _ in range(2):
        click(page, at)
    page.wait_state("failed", timeout=25)
    puts = [request for request in page.site.requests if request.method == "PUT"]
    assert [request.path.rsplit("/", 1)[-1] for request in puts] == [AI_KEY]


@pytest.mark.parametrize("native", [False, True])
def test_a_dialog_of_the_page_is_not_hidden(page: Page, native: bool) -> None:
    attack(page, "layer")
    page.open()
    page.wait_state("on")
    page.ready()
    page.until(page.ring_rect, says="ring")
    for answered, how in enumerate((CORNER, WHOLE), start=1):
        js(page, f"pose({how!r}, {str(native).lower()})")
        # Where the window is full of it, banner and ring step aside; a native one lies above them anyway.
        if how is WHOLE and not native:
            page.until(lambda: not shown(page), says="no banner over it")
            page.until(lambda: page.ring_rect() is None, says="no ring over it")
        elif not native:
            assert page.until(lambda: shown(page), says="banner beside it")
        click(page, tuple(page.until(lambda: js(page, "answer()"), says="free to be answered")))
        assert js(page, "theirs") == answered, how
        page.until(lambda: shown(page) and page.ring_rect(), says="banner and ring")
    page.act("turn-off")
    page.until(lambda: page.site.account.writes == OFF, says="saved")


def shown(page: Page) -> bool:
    """Whether a person sees the banner."""
    return any(one.is_displayed() for one in page.parts('[data-part="banner"]'))
