"""The popup: how things stand, one click to the proof from anywhere, and a permission that was withdrawn."""

from page import Page
from popup import IDS, follow, opened, returned, states
from selenium.webdriver import Firefox
from standin import AI_KEY, AI_PATH
from tricks import shown

AGE = "/mypreferences/d/settings/ads-by-age"
PROVED = 25  # seconds: a load, a press, its hold, a reload
WITHDRAW = """
const [id, done] = arguments;
const file = "resource://gre/modules/ExtensionPermissions.sys.mjs";
const {ExtensionPermissions} = ChromeUtils.importESModule(file);
const {extension} = WebExtensionPolicy.getByID(id);
Services.prefs.setBoolPref("extensions.webextOptionalPermissionPrompts", false);
ExtensionPermissions.remove(id, {permissions: [], origins: ["https://www.linkedin.com/*"]}, extension)
  .then(() => done(null), (error) => done(String(error)));
"""


def test_from_nothing_known_over_off_to_on_again(page: Page) -> None:
    assert opened(page) == IDS
    assert len(IDS) == 13
    assert states(page) == dict.fromkeys(IDS, "unknown")
    boxes = page.driver.find_elements("css selector", "input[type=checkbox]")
    assert [box.get_attribute("name") for box in boxes] == IDS[1:]
    assert not any(box.is_selected() for box in boxes)
    assert not shown(page, '[data-action="turn-off-ticked"]').is_enabled()
    page.driver.execute_script("window.kept = true")
    popup = follow(page, '.card [data-action="turn-off"]')
    page.wait_state("verified", timeout=PROVED)
    assert page.site.account.writes == [(AI_KEY, False)]
    page.act("back")
    returned(page, popup)
    page.until(lambda: states(page)[IDS[0]] == "off", says="off in the popup")
    page.site.account.values[AI_KEY] = True
    follow(page, '.card [data-action="show"]')
    page.wait_state("again")
    page.driver.close()
    page.driver.switch_to.window(popup)
    page.until(lambda: states(page)[IDS[0]] == "again", says="on again in the popup")
    assert "another account" in shown(page, f'[data-setting="{IDS[0]}"]').text
    assert page.driver.execute_script("return window.kept")


def test_another_setting_by_its_own_row(page: Page) -> None:
    opened(page)
    popup = follow(page, '[data-setting="ads-age"] [data-action="show"]')
    page.at(AGE)
    page.wait_state("elsewhere")
    page.driver.close()
    page.driver.switch_to.window(popup)
    follow(page, '[data-setting="ads-age"] [data-action="turn-off"]')
    page.wait_state("verified", timeout=PROVED)
    assert "Ads by age" in page.text()
    assert page.site.account.writes == [("allowAdsByAge", False)]
    page.act("back")
    returned(page, popup)
    page.until(lambda: states(page)["ads-age"] == "off", says="off in the popup")
    assert states(page)[IDS[0]] == "unknown"


def test_a_withdrawn_permission_is_told_and_asked_for(page: Page) -> None:
    opened(page)
    if not isinstance(page.driver, Firefox):
        assert not page.driver.find_elements("css selector", '[data-action="grant"]')
        return
    with page.driver.context(page.driver.CONTEXT_CHROME):
        assert page.driver.execute_async_script(WITHDRAW, page.extension) is None
    shown(page, '[data-kind="permission"]')
    popup = page.new_tab()
    page.open()
    page.ready()
    page.never("on", "looking", seconds=0.6)
    site = page.driver.current_window_handle
    page.driver.switch_to.window(popup)
    shown(page, '[data-action="grant"]').click()
    page.until(
        lambda: not page.driver.find_elements("css selector", '[data-kind="permission"]'), says="given"
    )
    page.driver.switch_to.window(site)
    page.wait_state("on")
    page.act("turn-off")
    page.wait_state("verified", timeout=PROVED)
    assert page.path == AI_PATH
