"""The stand-in by itself: every shape shows the account's state, and a press is stored."""

import pytest
from page import Page
from selenium.webdriver.common.by import By
from standin import AI_KEY, KEYS, SHAPES, Scenario

# Shapes whose switch is not the AI setting's, or cannot be pressed; each has a test of its own.
OTHER = {"none", "locked", "locked-aria", "wrong-key", "inverted"}


def test_every_shape_shows_the_account_and_stores_a_press(bare: Page) -> None:
    for shape in (shape for shape in SHAPES if shape not in OTHER):
        bare.site.reset()
        bare.site.scenario = Scenario(shape=shape, hydrate=0)
        account = bare.site.account
        # As the server draws it, then as the page's own script does.
        for go, on in ((bare.open, True), (bare.redraw, False)):
            go()
            bare.ready()
            where = f"{shape}, {on}"
            bare.until(lambda: bare.shown() is on, says=f"{where}: shown as in the account")  # noqa: B023 - called at once
            bare.press()
            stored = [(AI_KEY, not on)]
            bare.until(lambda: account.writes[-1:] == stored, says=f"{where}: stored")  # noqa: B023 - called at once
            assert bare.shown() is not on, where
        assert len(account.writes) == 2, f"{shape}: each press is stored once"


@pytest.mark.parametrize("shape", ["locked", "locked-aria"])
def test_a_locked_switch_stores_nothing(bare: Page, shape: str) -> None:
    bare.site.scenario = Scenario(shape=shape, hydrate=0)
    bare.open()
    bare.ready()
    bare.press()
    assert bare.shown() is True
    assert bare.site.account.writes == []


def test_an_inverted_switch_is_off_while_the_data_is_used(bare: Page) -> None:
    bare.site.scenario = Scenario(shape="inverted", hydrate=0)
    bare.open()
    bare.ready()
    assert bare.shown() is False
    bare.press()
    bare.until(lambda: bare.site.account.writes == [(AI_KEY, False)], says="stored")
    assert bare.shown() is True


def test_a_page_without_the_switch(bare: Page) -> None:
    bare.site.scenario = Scenario(shape="none", hydrate=0)
    bare.open()
    bare.ready()
    assert bare.shown() is None


def test_a_wrong_key_belongs_to_the_research_setting(bare: Page) -> None:
    bare.site.scenario = Scenario(shape="wrong-key", hydrate=0)
    bare.open()
    bare.ready()
    bare.driver.find_element(By.CSS_SELECTOR, f"[aria-labelledby={KEYS[1]}]").click()
    bare.until(lambda: bare.site.account.writes == [(KEYS[1], False)], says="stored")


def test_own_html_is_wired(bare: Page) -> None:
    html = '<input type="checkbox" data-hk="x"><input type="checkbox" data-hk="0" checked>'
    bare.site.scenario = Scenario(html=html, hydrate=0)
    bare.open()
    bare.ready()
    bare.press()
    bare.until(lambda: bare.site.account.writes == [(AI_KEY, False)], says="stored")


def test_space_presses_and_a_script_click_too(bare: Page) -> None:
    bare.open()
    bare.ready()
    for shape in ("current", "button-switch", "div-switch", "role-checkbox", "custom-host"):
        bare.site.reset()
        bare.site.scenario = Scenario(shape=shape)
        bare.redraw()
        account = bare.site.account
        if shape != "custom-host":  # the input in a host has no key of its own
            bare.switch().send_keys(" ")
            bare.until(lambda: account.writes == [(AI_KEY, False)], says=f"{shape}: stored once")  # noqa: B023 - called at once
        writes = [*account.writes, (AI_KEY, not account.values[AI_KEY])]
        bare.driver.execute_script("arguments[0].click()", bare.switch())
        bare.until(lambda: account.writes == writes, says=f"{shape}: stored once more")  # noqa: B023 - called at once


def test_decoys_are_wired_to_nothing(bare: Page) -> None:
    bare.site.scenario = Scenario(decoys=("header", "nav", "footer", "dialog"), hydrate=0)
    bare.open()
    bare.ready()
    decoys = bare.driver.find_elements(By.CSS_SELECTOR, "[data-hk^=x]")
    assert len(decoys) == 4
    for decoy in decoys:
        bare.driver.execute_script("arguments[0].click()", decoy)
    assert {node.get_attribute("aria-checked") for node in decoys if node.tag_name == "button"} == {"false"}
    assert bare.site.account.writes == []
