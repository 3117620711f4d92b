"""What tests do to a browser from outside: one more, killed, governed by policy, without its background."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import browsers
from page import Page
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.service import Service
from selenium.webdriver.remote.webdriver import WebDriver
from standin import Site
from tricks import EXTENSIONS, call

UUIDS = "extensions.webextensions.uuids"
UUID = "c0ffee00-0000-4000-8000-000000000001"
# In Firefox's own scripts, and on Chromium's page of extensions, where an unpacked one needs developer mode.
IN_FIREFOX = """
const [id, isOn, done] = arguments;
const {AddonManager} = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
AddonManager.getAddonByID(id).then((addon) => isOn ? addon.enable() : addon.disable())
  .then(() => done(null), (error) => done(String(error)));
"""
ALLOW_IN_FIREFOX = """
const [id, done] = arguments;
const {AddonManager} = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
const {ExtensionPermissions} = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
const allowed = {permissions: ["internal:privateBrowsingAllowed"], origins: []};
ExtensionPermissions.add(id, allowed, WebExtensionPolicy.getByID(id).extension)
  .then(() => AddonManager.getAddonByID(id)).then((addon) => addon.reload())
  .then(() => done(WebExtensionPolicy.getByID(id).privateBrowsingAllowed), (error) => done(String(error)));
"""
IN_CHROMIUM = """
await chrome.developerPrivate.updateProfileConfiguration({inDeveloperMode: true});
await chrome.management.setEnabled(a[0], a[1]);
"""


@contextmanager
def another(name: str, site: Site, dist: Path, profile: Path | None = None) -> Iterator[Page]:
    """One more browser with the extension; on the profile of one that was killed, with what it had kept."""
    driver = browsers.open_browser(name, port=site.port, profile=profile)
    try:
        if isinstance(driver, webdriver.Firefox):
            # Its storage goes by this, which is written down too late for a browser that is killed.
            uuids = json.dumps({gecko_id(dist): UUID})
            with driver.context("chrome"):
                driver.execute_script(f"Services.prefs.setStringPref('{UUIDS}', arguments[0])", uuids)
        yield Page(name, driver, site, browsers.install(driver, dist / name))
    finally:
        if _service(driver).process.poll() is None:
            driver.quit()


def gecko_id(dist: Path) -> str:
    """The name by which Firefox knows the extension."""
    manifest = json.loads((dist / "firefox" / "manifest.json").read_text("utf-8"))
    return str(manifest["browser_specific_settings"]["gecko"]["id"])


def kill(page: Page) -> None:
    """End the browser at once, as a crash does: it writes nothing down and tells nobody."""
    if page.name == "chrome":
        with suppress(WebDriverException):  # nobody is there to answer
            page.driver.execute_cdp_cmd("Browser.crash", {})
    else:
        os.kill(page.driver.capabilities["moz:processID"], signal.SIGKILL)
    # Its driver goes too: it would wait for an answer.
    process = _service(page.driver).process
    process.kill()
    process.wait()


def _service(driver: WebDriver) -> Service:
    found: Service = driver.service  # type: ignore[attr-defined]  # every local browser has one
    return found


def govern(page: Page, home: Path, values: dict[str, Any]) -> None:
    """Have an organisation set these options; `home` is the home folder that Firefox has."""
    assert page.extension
    if page.name == "chrome":
        mandatory = {"namespace": page.extension, "level": 1, "scope": 1, "source": 5}
        policies = [{**mandatory, "name": name, "value": value} for name, value in values.items()]
        page.driver.get("chrome://policy/test")
        page.driver.execute_script(
            "chrome.send('setLocalTestPolicies', ['', JSON.stringify(arguments[0]), ''])", policies
        )
    else:
        folder = home / ".mozilla" / "managed-storage"
        folder.mkdir(parents=True)
        manifest = {"name": page.extension, "description": "test", "type": "storage", "data": values}
        (folder / f"{page.extension}.json").write_text(json.dumps(manifest), "utf-8")


def stop_background(page: Page) -> None:
    """Stop the extension's background, as browsers do when they want the memory; the next event starts it."""
    if page.name == "chrome":
        for target in page.driver.execute_cdp_cmd("Target.getTargets", {})["targetInfos"]:
            if target["type"] == "service_worker" and str(page.extension) in target["url"]:
                page.driver.execute_cdp_cmd("Target.closeTarget", {"targetId": target["targetId"]})
    elif isinstance(page.driver, webdriver.Firefox):
        with page.driver.context("chrome"):
            page.driver.execute_async_script(
                "const {extension} = WebExtensionPolicy.getByID(arguments[0]);"
                "extension.terminateBackground({disableResetIdleForTest: true}).then(arguments[1])",
                page.extension,
            )


def background_runs(page: Page) -> bool:
    """Whether the extension's background is there."""
    if isinstance(page.driver, webdriver.Firefox):
        with page.driver.context("chrome"):
            script = "return WebExtensionPolicy.getByID(arguments[0]).extension.backgroundState"
            return str(page.driver.execute_script(script, page.extension)) != "stopped"
    targets = page.driver.execute_cdp_cmd("Target.getTargets", {})["targetInfos"]
    return any(one["type"] == "service_worker" and str(page.extension) in one["url"] for one in targets)


def turn(page: Page, *, on: bool) -> None:
    """Turn the extension on or off, in a tab for that."""
    before = page.new_tab()
    if isinstance(page.driver, webdriver.Firefox):
        with page.driver.context(page.driver.CONTEXT_CHROME):
            assert page.driver.execute_async_script(IN_FIREFOX, page.extension, on) is None
    else:
        page.driver.get(EXTENSIONS)
        call(page, IN_CHROMIUM, page.extension, on)
    page.driver.close()
    page.driver.switch_to.window(before)
