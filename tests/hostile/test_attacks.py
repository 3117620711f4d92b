"""Pages that attack: each script in attacks/ runs before all else, and goes on as long as the page stands."""

import pytest
from attack import OFF, attack, click, js, middle, tried
from page import Page
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from standin import AI_KEY, AI_PATH

LATE = 25  # seconds: a press, its hold, a reload
# What a page learns of any extension that draws on it, and what Firefox's events name; SECURITY.md tells it.
KNOWN = {"host"}
NAMED = {"firefox": ("rangeParent", "originalTarget", "explicitOriginalTarget"), "chrome": ()}
WAYS = ("action", "place", "shadow", "animation", "style", "rule", "focus")


def test_no_script_presses_anything(page: Page) -> None:
    attack(page, "forge")
    page.open()
    page.wait_state("on")
    tried(page, 20)
    assert page.state() == "on"
    assert page.site.account.writes == []
    # Trusted events of a person's own are there to be replayed.
    ActionChains(page.driver).send_keys(Keys.TAB).perform()
    page.driver.execute_script("document.querySelector('h1').click()")
    page.act("details")
    tried(page, 35)
    assert page.site.account.writes == []
    page.act("turn-off")
    page.wait_state("verified", timeout=LATE)
    tried(page, 15)
    assert (page.state(), page.site.account.writes) == ("verified", OFF), "no Undo either"


def learned(page: Page) -> list[str]:
    """What the probe has got and should not have, once it has tried everything."""
    page.until(lambda: js(page, "window.tried") >= 2, timeout=20, says="probed")
    loot = js(page, "[...loot, ...known]")
    return [one for one in loot if one not in KNOWN and not one.endswith(NAMED[page.name])]


def test_a_page_learns_only_that_something_is_drawn(page: Page) -> None:
    attack(page, "probe")
    page.open("/feed/")
    page.ready()
    page.go(AI_PATH)
    page.wait_state("on")
    page.act("details")
    keys = ActionChains(page.driver)
    for button in page.parts("button"):
        keys.move_to_element(button)
    keys.send_keys(Keys.TAB, Keys.TAB, Keys.SPACE).perform()
    assert learned(page) == []
    page.act("turn-off")
    page.until(lambda: page.site.account.writes == OFF, says="saved")
    assert learned(page) == []
    page.wait_state("verified", timeout=LATE)
    assert learned(page) == []


def test_a_poisoned_world_is_not_entered(page: Page) -> None:
    attack(page, "patch", trusted_types=True)
    page.open()
    page.wait_state("on")
    page.act("turn-off")
    page.wait_state("verified", timeout=LATE)
    tried(page, 1)
    assert page.site.account.writes == OFF


def test_the_banner_stands_though_its_host_is_moved_and_restyled(page: Page) -> None:
    attack(page, "move")
    page.open()
    page.wait_state("on")
    page.until(lambda: js(page, "window.done"), says="moved in every way")
    page.wait_state("on")
    page.act("turn-off")
    page.until(lambda: page.site.account.writes == OFF, says="saved")


@pytest.mark.parametrize("is_late", [False, True])
def test_a_document_written_anew_is_read_anew(page: Page, is_late: bool) -> None:
    attack(page, "rewrite")
    page.open()
    page.wait_state("on")
    page.ready()
    if is_late:
        page.act("turn-off")
        page.until(lambda: page.site.account.writes == OFF, says="saved")
    page.driver.execute_script("rewrite()")
    if not is_late:
        page.wait_state("on")
        page.until(page.ring_rect, says="ring")
        page.act("turn-off")
        page.until(lambda: page.site.account.writes == OFF, says="saved")
    page.wait_state("verified", timeout=LATE)
    assert page.site.account.writes == OFF


@pytest.mark.long
def test_no_page_is_too_much(page: Page) -> None:
    attack(page, "swamp", rows=5_000, draw="late", delay=1)
    page.open()
    page.wait_state("on", timeout=40)
    tried(page, 20)
    page.act("turn-off")
    page.until(lambda: page.site.account.writes == OFF, timeout=30, says="saved")
    page.wait_state("verified", timeout=60)
    assert page.site.account.writes == OFF


def test_the_switch_is_pressed_once(page: Page) -> None:
    attack(page, "lie", save="slow")
    page.open()
    page.wait_state("on")
    page.act("turn-off")
    page.until(lambda: page.site.account.writes == OFF, says="saved")
    assert js(page, "window.presses") == [{"trusted": False, "key": AI_KEY}]
    page.wait_state("verified", timeout=LATE)
    assert page.site.account.writes == OFF


def test_what_a_page_does_to_the_banners_nodes_presses_nothing(page: Page) -> None:
    attack(page, "find")
    page.open()
    page.wait_state("on")
    page.ready()
    for way in WAYS:
        page.until(page.ring_rect, says="drawn")
        show = middle(page, '[data-action="show"]')
        # Chromium gives nothing away: there this is all.
        assert js(page, f"tamper('{way}')") is (page.name == "firefox"), way
        if page.name == "firefox":
            if way == "focus":
                ActionChains(page.driver).send_keys(Keys.ENTER).perform()
            elif way == "action":
                click(page, show)
            elif way == "shadow":
                page.parts('[data-action="turn-off"]')[0].click()
            else:
                click(page, (20, 500))
        page.wait_state("on")
        assert page.site.account.writes == [], way
    tried(page, 7)
    page.until(lambda: page.text().startswith("LinkedIn may train"), says="drawn anew")
    page.act("turn-off")
    page.until(lambda: page.site.account.writes == OFF, says="saved")
