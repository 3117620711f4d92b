"""Firefox's container tabs: each has its own cookies. Chromium has none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

from page import Page
from tricks import call

BUTTON = """
const {id: windowId} = await chrome.windows.getCurrent();
return Promise.all([chrome.action.getBadgeText({windowId}), chrome.action.getTitle({windowId})]);
"""
# As an add-on for containers does it: before anything is loaded, in a new tab beside the one that it closes.
MOVER = """
browser.webRequest.onBeforeRequest.addListener(
  ({tabId, url}) => {
    if (tabId === -1) return {};
    return browser.tabs.get(tabId).then(async ({cookieStoreId}) => {
      if (cookieStoreId === JAR) return {};
      await browser.tabs.create({url, cookieStoreId: JAR});
      await browser.tabs.remove(tabId);
      return {cancel: true};
    });
  },
  {urls: ["https://www.linkedin.com/*"], types: ["main_frame"]},
  ["blocking"],
);
"""
MOVER_MANIFEST = {
    "manifest_version": 2,
    "name": "mover",
    "version": "1",
    # The last turns containers on.
    "permissions": [
        "cookies",
        "tabs",
        "webRequest",
        "webRequestBlocking",
        "https://www.linkedin.com/*",
        "contextualIdentities",
    ],
    "background": {"scripts": ["mover.js"]},
    "browser_specific_settings": {"gecko": {"id": "mover@example.com"}},
}


@contextmanager
def container(page: Page) -> Iterator[str]:
    """Turn to a new tab in a container of its own; the container goes at the end, with all its tabs.

    Gives the handle of the tab that was left.
    """
    left = page.driver.current_window_handle
    made = page.driver.browser.create_user_context()
    page.driver.switch_to.window(page.driver.browsing_context.create(type="tab", user_context=made))
    try:
        yield left
    finally:
        page.driver.switch_to.window(left)
        page.driver.browser.remove_user_context(made)


def jar(page: Page) -> str:
    """Firefox's name for the cookies of the extension's page that is open."""
    return str(call(page, "return (await chrome.tabs.getCurrent()).cookieStoreId"))


def button(page: Page) -> str:
    """The badge and the name of the toolbar's button, over the extension's page that is open."""
    return " ".join(call(page, BUTTON))


def mover(jar: str) -> dict[str, str]:
    """The files of an add-on that has the site opened with these cookies only."""
    return {"manifest.json": json.dumps(MOVER_MANIFEST), "mover.js": MOVER.replace("JAR", json.dumps(jar))}
