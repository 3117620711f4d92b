"""X, a site that a person turns on: its switch pressed once and proved, its neighbours never."""

from collections.abc import Iterator

import pytest
from allowing import allow
from page import Page
from selenium.webdriver.common.by import By
from standin import x

PROVED = 25  # seconds: a save, its hold, a reload
NEIGHBOURS = ("personalization", "memory")


@pytest.fixture
def on_x(page: Page) -> Iterator[Page]:
    """A page of a browser in which X has been turned on; whatever is done there, its neighbours stay."""
    allow(page)
    yield page
    account = page.site.x.account
    assert account.erased == 0
    assert all(account.values[name] for name in NEIGHBOURS)
    assert {name for name, _ in account.writes} <= {x.TRAINING}


def go(page: Page, path: str = x.GROK_PATH, **scene: object) -> None:
    """Open a page of X as it is then to be."""
    page.site.x.scenario = x.XScenario(**scene)  # type: ignore[arg-type]  # each by its name
    page.driver.get(x.ORIGIN + path)


def writes(page: Page) -> list[tuple[str, bool]]:
    return page.site.x.account.writes


def test_without_a_click_the_switch_stays_on_and_with_one_it_is_off_and_proved(on_x: Page) -> None:
    page = on_x
    go(page)
    page.wait_state("on")
    page.until(page.ring_rect, says="ring")
    assert "On by default" in page.text()
    page.never("working", "verified")
    assert page.site.x.account.values[x.TRAINING]
    page.act("details")
    page.until(lambda: "leave it alone" in page.text(), says="X's own facts")
    assert "LinkedIn" not in page.text()
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    assert writes(page) == [(x.TRAINING, False)]
    loads = [one for one in page.site.requests if one.host == x.HOST and one.path == x.GROK_PATH]
    assert len(loads) == 2, "read anew after the press"
    page.act("undo")
    page.until(lambda: writes(page) == [(x.TRAINING, False), (x.TRAINING, True)], PROVED, "undone")


def test_drawn_late_with_fewer_rows_and_its_hook_on_the_input(on_x: Page) -> None:
    go(on_x, delay=3, memory=False, hook="input")
    on_x.wait_state("on")
    on_x.act("turn-off")
    on_x.wait_state("verified", timeout=PROVED)
    assert writes(on_x) == [(x.TRAINING, False)]


def test_in_a_language_whose_label_is_not_known_the_hook_is_the_second_witness(on_x: Page) -> None:
    go(on_x, lang="fi")
    on_x.wait_state("on")
    on_x.act("turn-off")
    on_x.wait_state("verified", timeout=PROVED)
    assert writes(on_x) == [(x.TRAINING, False)]
    go(on_x, lang="fi", hook="none")
    assert on_x.wait_state("unsure", "on", "off") == "unsure"


def test_a_save_that_does_not_hold_is_told(on_x: Page) -> None:
    go(on_x, save="lost")
    on_x.wait_state("on")
    on_x.act("turn-off")
    on_x.wait_state("failed", timeout=PROVED)
    assert writes(on_x) == []
    assert on_x.site.x.account.values[x.TRAINING]


def test_words_on_one_row_and_the_hook_on_another(on_x: Page) -> None:
    go(on_x, hook="another")
    assert on_x.wait_state("unsure", "on", "off") == "unsure"
    assert on_x.parts('[data-action="turn-off"]') == []
    assert writes(on_x) == []


def test_locked_for_who_is_under_18(on_x: Page) -> None:
    go(on_x, minor=True)
    assert on_x.wait_state("locked", "on", "off") == "locked"
    assert on_x.parts('[data-action="turn-off"]') == []


def test_signed_out_and_on_again_by_its_own_router(on_x: Page) -> None:
    page = on_x
    page.site.x.account.signed_in = False
    go(page)
    page.wait_state("signed-out")
    page.driver.find_element(By.NAME, "password").send_keys("secret")
    page.driver.find_element(By.CSS_SELECTOR, '[data-testid="LoginForm_Login_Button"]').click()
    page.wait_state("on")
    go(page, "/home")
    page.until(lambda: page.driver.find_elements(By.CSS_SELECTOR, "main"), says="drawn")
    assert page.host is None
    page.driver.find_element(By.CSS_SELECTOR, 'a[href="/settings/account"]').click()
    page.wait_state("elsewhere")
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    assert writes(page) == [(x.TRAINING, False)]
