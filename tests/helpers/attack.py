"""Pages that attack: what they run, what they have gained, and a click where they want one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from page import Page
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from standin import AI_KEY, Scenario

ATTACKS = Path(__file__).parents[1] / "hostile" / "attacks"
OFF = [(AI_KEY, False)]


def attack(page: Page, name: str, **scenario: Any) -> None:
    """Have the site's pages run an attack before all else; `window.own` is the extension's id."""
    script = (ATTACKS / f"{name}.js").read_text("utf-8")
    page.site.scenario = Scenario(script=f"window.own = {page.extension!r};\n{script}", **scenario)


def js(page: Page, expression: str) -> Any:
    """What an expression of the page gives."""
    return page.driver.execute_script(f"return {expression}")


def tried(page: Page, times: int) -> None:
    """Wait until the attack has run so often on the page that is open, and hold that it has gained nothing.

    Raises:
        AssertionError: it did not run, or it has.
    """
    page.until(lambda: js(page, "window.tried") >= times, timeout=20, says=f"attacked {times} times")
    assert js(page, "window.loot") == []


def middle(page: Page, selector: str) -> tuple[int, int]:
    """The middle of a part of the banner, in CSS pixels of the viewport."""
    box = page.rect(page.until(lambda: page.parts(selector), says=selector)[0])
    return int(box["x"] + box["width"] / 2), int(box["y"] + box["height"] / 2)


def click(page: Page, at: tuple[int, int]) -> None:
    """Click at a place of the window, in CSS pixels, whatever is there."""
    keys = ActionBuilder(page.driver)
    keys.pointer_action.move_to_location(*at)  # type: ignore[no-untyped-call]  # Selenium's own
    keys.pointer_action.click()
    keys.perform()
