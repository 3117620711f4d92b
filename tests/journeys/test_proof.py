"""From the press to the proof: whatever becomes of the save, no more is claimed than was seen."""

import pytest
from page import Page
from selenium.webdriver.common.by import By
from standin import AI_KEY, AI_PATH, HOST, Scenario

LATE = 25  # seconds: a slow save, the hold, a reload


def press(page: Page, **scenario: str) -> int:
    """Turn it off by the banner; gives the number of loads before it, as the reload may come at once."""
    page.site.scenario = Scenario(**scenario)  # type: ignore[arg-type]  # the values are all texts
    page.open()
    page.wait_state("on")
    loads = len(visits(page))
    page.act("turn-off")
    return loads


def test_proved_once_on_again_off_again_and_undone(page: Page) -> None:
    loads = press(page)
    page.wait_state("verified", timeout=LATE)
    assert len(visits(page)) == loads + 1
    account = page.site.account
    assert account.writes == [(AI_KEY, False)]
    # The page saved by itself; that the extension asks for nothing, the page fixture holds each time.
    # … and the browser's own calls home go elsewhere.
    asked = [one.method for one in page.site.requests if one.host == HOST]
    assert [method for method in asked if method != "GET"] == ["PUT"]
    # The proof is the tab's own, and is taken once.
    page.open()
    page.wait_state("off")
    page.new_tab()
    page.open()
    page.wait_state("off")
    account.values[AI_KEY] = True
    page.open()
    page.wait_state("again")
    assert "account" in page.text()
    page.act("turn-off")
    page.wait_state("verified", timeout=LATE)
    assert account.values[AI_KEY] is False
    page.act("undo")
    page.wait_state("on", timeout=LATE)
    assert [value for _, value in account.writes] == [False, False, True]


def test_verified_after_a_slow_save_and_one_reload(page: Page) -> None:
    loads = press(page, save="slow")
    page.wait_state("verified", timeout=LATE)
    assert len(visits(page)) == loads + 1
    assert page.site.account.values[AI_KEY] is False
    assert page.site.account.writes == [(AI_KEY, False)]


# That a page which draws "off" first proves nothing by it, tests/unit/optout-proof holds too.
@pytest.mark.parametrize(
    ("save", "draw"),
    [
        ("lost", "at-once"),
        ("revert", "filled"),
        *(
            pytest.param(*pair, marks=pytest.mark.long)
            for pair in (("revert", "at-once"), ("lost", "filled"))
        ),
    ],
)
def test_failed_where_the_save_did_not_hold(page: Page, save: str, draw: str) -> None:
    press(page, save=save, draw=draw)
    assert page.wait_state("failed", "verified", "off", timeout=LATE) == "failed"
    assert page.site.account.values[AI_KEY] is True


def test_failed_where_the_save_was_refused_and_tried_again(page: Page) -> None:
    press(page, save="error")
    assert page.wait_state("failed", "verified", "off", timeout=LATE) == "failed"
    assert page.site.account.values[AI_KEY] is True
    page.site.scenario = Scenario()
    page.act("retry")
    page.wait_state("verified", timeout=LATE)
    assert page.site.account.values[AI_KEY] is False


def test_offline_the_page_is_not_reloaded_away(page: Page) -> None:
    loads = press(page, save="offline")
    page.wait_state("failed", timeout=LATE)
    assert len(visits(page)) == loads
    assert page.shown() is True


@pytest.mark.parametrize("shape", ["two-switches-no-key", "closed-shadow"])
def test_a_press_by_hand_is_proved_too(page: Page, shape: str) -> None:
    page.site.scenario = Scenario(shape=shape)
    page.open()
    page.wait_state("on", "unsure")
    page.until(page.ring_rect, says="ring")
    page.press()
    page.wait_state("working")
    page.wait_state("verified", timeout=LATE)
    assert page.site.account.writes == [(AI_KEY, False)]


def test_a_wrong_press_by_hand_proves_nothing(page: Page) -> None:
    page.site.scenario = Scenario(shape="wrong-key")
    page.open()
    page.wait_state("unsure")
    page.ready()
    page.driver.find_element(By.CSS_SELECTOR, "main input[role=switch]").click()
    page.until(lambda: page.site.account.writes, says="saved")
    page.driver.refresh()
    assert page.wait_state("unsure", "verified", "off", "working") == "unsure"


@pytest.mark.parametrize("save", ["ok", pytest.param("lost", marks=pytest.mark.long)])
def test_no_proof_without_a_reload(page: Page, save: str) -> None:
    loads = press(page, save=save)
    page.until(lambda: any(request.method == "PUT" for request in page.site.requests), says="saved")
    # Away and back by the site's own navigation, before the reload.
    for path in ("/mypreferences/d/categories/privacy", AI_PATH):
        page.go(path)
    assert page.wait_state("verified", "failed", timeout=LATE) == ("verified" if save == "ok" else "failed")
    assert len(visits(page)) > loads


def test_typing_on_the_sign_in_page_is_left_alone(page: Page) -> None:
    page.site.account.signed_in = False
    page.open()
    page.wait_state("signed-out")
    page.driver.find_element(By.ID, "username").send_keys("somebody@example.org")
    page.driver.find_element(By.NAME, "rememberMeOptIn").click()
    assert page.ring_rect() is None
    page.until(lambda: page.state() == "signed-out", says="still signed out")
    assert page.driver.find_element(By.ID, "username").get_attribute("value") == "somebody@example.org"


def test_signed_out_in_the_middle_goes_on_after_signing_in(page: Page) -> None:
    press(page)
    page.until(lambda: page.site.account.writes, says="saved")
    page.site.account.signed_in = False
    page.wait_state("signed-out", timeout=LATE)
    assert "could not check" in page.text()
    page.driver.find_element(By.ID, "username").send_keys("somebody@example.org")
    page.driver.find_element(By.ID, "password").send_keys("not a real one")
    page.driver.find_element(By.CSS_SELECTOR, "form [type=submit]").click()
    page.wait_state("verified", timeout=LATE)


def test_a_page_that_lost_its_switch_is_not_called_off(page: Page) -> None:
    press(page)
    page.site.scenario = Scenario(shape="none")
    assert page.wait_state("absent", "verified", "off", timeout=40) == "absent"
    assert "could not check" in page.text()


def visits(page: Page) -> list[str]:
    """Loads of the AI page that reached the server."""
    return [request.path for request in page.site.requests if request.path.split("?")[0] == AI_PATH]
