"""ChatGPT, whose switch is in a dialog: opened only when asked for, pressed once, proved in it again."""

from collections.abc import Iterator
from typing import Any

import pytest
from allowing import allow
from page import Page
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from standin import chatgpt
from tricks import press, shown, visit

PROVED = 30  # seconds: the dialog, a save, its hold, a reload, the dialog again
OPENER = '[data-testid="improve-model-open-modal-button"]'
DIALOG = '[role="dialog"]:has([role="switch"]):not(:has([role="tablist"]))'
OFF = [(chatgpt.TRAINING, False)]


@pytest.fixture
def on_chatgpt(page: Page) -> Iterator[Page]:
    """A page of a browser in which ChatGPT is turned on; whatever is done there, its neighbours stay."""
    allow(page, "chatgpt")
    yield page
    account = page.site.chatgpt.account
    assert account.done == []
    assert {name for name, _ in account.writes} <= {chatgpt.TRAINING}
    assert page.site.foreign == []


def go(page: Page, path: str = chatgpt.PATH, **scene: Any) -> None:
    """Open a page of ChatGPT as it is then to be."""
    page.site.chatgpt.scenario = chatgpt.ChatGPTScenario(**scene)
    page.driver.get("about:blank")
    page.driver.get(chatgpt.ORIGIN + path)


def writes(page: Page) -> list[tuple[str, bool]]:
    return page.site.chatgpt.account.writes


def dialogs(page: Page) -> int:
    return len(page.driver.find_elements(By.CSS_SELECTOR, f"{DIALOG}, [role='alertdialog']"))


def test_a_visit_opens_nothing_and_one_click_turns_it_off_and_proves_it(on_chatgpt: Page) -> None:
    page = on_chatgpt
    go(page, audio=True)
    page.wait_state("elsewhere")
    page.until(lambda: "on, says this list" in page.text(), says="by the opener's word")
    page.until(page.ring_rect, says="ring")
    page.never("on", "looking", "working", "verified")
    assert dialogs(page) == 0, "not without a click"
    assert page.site.chatgpt.account.values[chatgpt.TRAINING]
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    assert writes(page) == OFF
    loads = [one for one in page.site.requests if one.host == chatgpt.HOST and one.path == chatgpt.PATH]
    assert len(loads) == 2, "read anew after the press"
    assert dialogs(page) == 1, "opened again, and left for the person to see"
    ActionChains(page.driver).send_keys(Keys.ESCAPE).perform()
    page.until(lambda: dialogs(page) == 0, says="the person closes it")
    page.never("absent", "looking", "elsewhere", seconds=1.5)
    assert page.state() == "verified"
    page.act("undo")
    page.until(lambda: writes(page) == [*OFF, (chatgpt.TRAINING, True)], PROVED, "undone, opened for it")


def test_its_menu_and_the_older_address(on_chatgpt: Page) -> None:
    page = on_chatgpt
    go(page, "/")
    profile = page.until(
        lambda: page.driver.find_elements(By.CSS_SELECTOR, '[data-testid="accounts-profile-button"]'),
        says="chat",
    )[0]
    assert page.host is None
    profile.click()
    page.driver.find_element(By.CSS_SELECTOR, '[data-testid="settings-menu-item"]').click()
    page.wait_state("elsewhere")
    page.driver.find_element(By.CSS_SELECTOR, '[data-testid="data-controls-tab"]').click()
    page.until(lambda: "on, says this list" in page.text(), says="the tab's page is known")
    assert page.driver.current_url == chatgpt.ORIGIN + chatgpt.OLDER_PATH
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    assert writes(page) == OFF
    assert page.driver.current_url == chatgpt.ORIGIN + chatgpt.OLDER_PATH, "proved where it was pressed"


def test_from_another_page_of_the_settings_and_from_the_popup(on_chatgpt: Page) -> None:
    page = on_chatgpt
    go(page, "/settings/general", lang="de", late=1)
    page.wait_state("elsewhere")
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    assert writes(page) == OFF
    page.act("back")
    page.until(lambda: page.driver.current_url.endswith("/settings/general"), says="brought back")
    page.wait_state(None)
    visit(page, "popup/popup.html")
    row = shown(page, '[data-site="chatgpt"] [data-setting="chatgpt-training"]')
    assert row.get_attribute("data-state") == "off"


def test_shown_without_a_press(on_chatgpt: Page) -> None:
    page = on_chatgpt
    go(page, lang="fr")
    page.until(lambda: page.state() == "elsewhere", says="banner")
    page.act("show")
    page.wait_state("on")
    page.never("working", "verified")
    assert dialogs(page) == 1
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    assert writes(page) == OFF


def test_opened_by_the_person_it_is_read_and_closed_by_them_it_is_not_missed(on_chatgpt: Page) -> None:
    page = on_chatgpt
    go(page)
    page.until(page.ring_rect, says="the opener, ringed")
    page.driver.find_element(By.CSS_SELECTOR, OPENER).click()
    page.wait_state("on")
    ActionChains(page.driver).send_keys(Keys.ESCAPE).perform()
    page.wait_state("elsewhere")
    page.driver.find_element(By.CSS_SELECTOR, '[data-testid="delete-all-chats-button"]').click()
    page.never("on", "unsure", "absent", seconds=1)
    assert writes(page) == []


def test_a_lost_save_is_told_though_the_page_draws_off_at_first(on_chatgpt: Page) -> None:
    page = on_chatgpt
    go(page, save="lost", late=2)
    page.wait_state("elsewhere")
    page.act("turn-off")
    # Each time its switch is drawn as off at first, and filled in two seconds later.
    assert page.wait_state("verified", "failed", "off", timeout=PROVED) == "failed"
    assert writes(page) == []
    assert page.site.chatgpt.account.values[chatgpt.TRAINING]


@pytest.mark.parametrize("modal", ["closes", "dead"])
def test_a_dialog_that_closes_by_itself_or_never_opens_is_told(on_chatgpt: Page, modal: str) -> None:
    page = on_chatgpt
    go(page, modal=modal)
    page.wait_state("elsewhere")
    page.act("turn-off")
    page.wait_state("absent", timeout=15)
    assert writes(page) == []
    page.never("working", "on", "off", "verified", seconds=2)
    assert dialogs(page) == 0


def test_in_a_language_that_is_not_known_its_hook_and_that_it_is_alone(on_chatgpt: Page) -> None:
    page = on_chatgpt
    go(page, lang="fi")
    page.wait_state("elsewhere")
    page.until(lambda: "not known yet" in page.text(), says="its word is not understood")
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    assert writes(page) == OFF


def test_in_such_a_language_its_hook_alone_is_not_enough_and_the_person_presses(on_chatgpt: Page) -> None:
    page = on_chatgpt
    go(page, lang="fi", audio=True)
    page.wait_state("elsewhere")
    page.act("turn-off")
    page.wait_state("unsure", timeout=15)
    assert writes(page) == []
    page.driver.find_element(By.CSS_SELECTOR, f'[data-testid="{chatgpt.HOOK}"]').click()
    page.wait_state("verified", timeout=PROVED)
    assert writes(page) == OFF


def test_another_hook_or_a_plan_that_has_it_off(on_chatgpt: Page) -> None:
    page = on_chatgpt
    go(page, hook="improve-voice-toggle")
    page.wait_state("elsewhere")
    page.act("turn-off")
    assert page.wait_state("unsure", "on", "verified", timeout=30) == "unsure"
    assert writes(page) == []
    page.site.chatgpt.account = chatgpt.ChatGPTAccount.of("business")
    go(page, locked=True)
    page.until(lambda: "off, says this list" in page.text(), says="off by the opener's word")
    assert page.parts('[data-action="turn-off"]') == []
    page.act("show")
    page.wait_state("locked")
    assert writes(page) == []


@pytest.mark.parametrize("odd", ["notice", "twice"])
def test_beneath_another_dialog_or_where_there_are_two_nothing_is_opened(on_chatgpt: Page, odd: str) -> None:
    page = on_chatgpt
    go(page, odd=odd)
    page.until(lambda: page.driver.find_elements(By.CSS_SELECTOR, OPENER), says="drawn")
    before = dialogs(page)
    page.wait_state("elsewhere")
    page.act("turn-off")
    page.wait_state("looking")
    page.never("on", "working", "unsure", "verified", seconds=2.5)
    assert page.ring_rect() is None
    assert dialogs(page) == before
    assert writes(page) == []


def test_signed_out(on_chatgpt: Page) -> None:
    page = on_chatgpt
    page.site.chatgpt.account.signed_in = False
    visit(page, "popup/popup.html")
    press(page, '[data-site="chatgpt"] [data-action="turn-off"]')
    page.until(lambda: len(page.driver.window_handles) > 1, says="a tab of its own")
    page.driver.close()
    page.driver.switch_to.window(page.driver.window_handles[-1])
    page.wait_state("signed-out")
    page.driver.find_element(By.NAME, "password").send_keys("secret")
    page.driver.find_element(By.CSS_SELECTOR, '[data-testid="login-button"]').click()
    page.wait_state("verified", timeout=PROVED)
    assert writes(page) == OFF
