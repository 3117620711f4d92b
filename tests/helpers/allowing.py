"""A site turned on by a person: the click in Untick's page, and the browser's own question answered."""

from page import Page
from selenium.webdriver import Firefox
from selenium.webdriver.remote.webelement import WebElement
from tricks import EXTENSIONS, call, shown, visit

OVERVIEW = "overview/overview.html"
X = "https://x.com/*"
ORIGINS = {"x": X, "chatgpt": "https://chatgpt.com/*"}
# Chromium does not ask again for what was once allowed on its page of extensions, and is refused only there.
ALLOWED_BEFORE = """
await chrome.developerPrivate.updateProfileConfiguration({inDeveloperMode: true});
await chrome.developerPrivate.addHostPermission(a[0], a[1]);
"""
ASK_NOTHING = "Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false)"
GRANTED = "return chrome.permissions.contains({origins: [a[0]]})"
SCRIPTS = "return (await chrome.scripting.getRegisteredContentScripts()).map(({id}) => id).sort()"


def say_yes(page: Page, origin: str = X) -> None:
    """Have the browser answer its own question for the person: yes."""
    if isinstance(page.driver, Firefox):
        with page.driver.context(page.driver.CONTEXT_CHROME):
            page.driver.execute_script(ASK_NOTHING)
    else:
        page.driver.get(EXTENSIONS)
        call(page, ALLOWED_BEFORE, page.extension, origin)


def row(page: Page, site: str = "x") -> WebElement:
    """A site's row of the page of all sites, unfolded."""
    found = shown(page, f'[data-site="{site}"]')
    page.driver.execute_script("arguments[0].open = true", found)
    return found


def press(page: Page, action: str, site: str = "x") -> None:
    """Click a button of that row."""
    row(page, site).find_element("css selector", f'[data-action="{action}"]').click()


def allow(page: Page, site: str = "x", *origins: str) -> None:
    """Turn a site on by a click on the page of all sites, and wait until its scripts are registered.

    origins: match patterns of what it asks for, where that is more than its own.
    """
    for origin in origins or (ORIGINS[site],):
        say_yes(page, origin)
    visit(page, OVERVIEW)
    press(page, "allow", site)
    page.until(lambda: f"{site}-entries" in scripts(page), says="scripts registered")


def scripts(page: Page) -> list[str]:
    """The names of the registered scripts, from the extension's page that is open."""
    found: list[str] = call(page, SCRIPTS)
    return found


def is_granted(page: Page, origin: str = X) -> bool:
    """Whether the extension, whose page is open, may see pages of that origin."""
    return bool(call(page, GRANTED, origin))
