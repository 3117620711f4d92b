"""The extension at work on the stand-in site: from on to verified in a real browser, step by step."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import browsers
import package
import run
from errors import BuildError
from selenium.common.exceptions import WebDriverException

PROJECT = Path(__file__).resolve().parent.parent
# The stand-in and the page object are the tests' own: the demo shows what they prove.
sys.path[:0] = [str(PROJECT / "tests"), str(PROJECT / "tests" / "helpers")]

if TYPE_CHECKING:
    from page import Page
    from standin import Site

PROOF_SECONDS = 30


SITES = ("linkedin", "x", "chatgpt")


class Way(NamedTuple):
    """Where the demo goes.

    An address, what the banner says there first, the switch's name, and whether the account has it on.
    """

    address: str
    first: str
    key: str
    is_on: Callable[[], bool]


def main(browser: str | None, lang: str, headless: bool, wanted: str = SITES[0]) -> int:
    """Show the extension; gives the exit code: 0 only where it says verified and the account behind is off.

    Raises:
        BuildError: the build, the browser or a step failed.
    """
    from page import Page
    from standin import LANGS, Scenario, Site, chatgpt, x

    known = {"x": x.WORDS, "chatgpt": chatgpt.WORDS}.get(wanted, LANGS)
    if lang not in known:
        raise BuildError(f"--lang: {lang!r}; expected one of {', '.join(known)}")
    headless = headless or not run.has_screen()
    tell = _teller()
    package.build(PROJECT, PROJECT / "dist", ("chrome", "firefox"))
    tell("built", "dist/chrome, dist/firefox")
    name = browser or _first_found()
    with Site() as site:
        site.x.scenario = x.XScenario(lang=lang if wanted == "x" else "en")
        site.chatgpt.scenario = chatgpt.ChatGPTScenario(lang=lang if wanted == "chatgpt" else "en")
        site.scenario = Scenario(lang=lang if wanted == "linkedin" else "en")
        driver = browsers.open_browser(name, port=site.port, lang=lang.replace("_", "-"), headless=headless)
        try:
            version = driver.capabilities["browserVersion"]
            tell("opened", f"{name} {version}{' without a window' if headless else ''}")
            page = Page(name, driver, site, browsers.install(driver, PROJECT / "dist" / name))
            if wanted != "linkedin":
                _turn_on(page, wanted, tell)
            proved = _walk(page, _way(site, wanted), f"{wanted}-{name}-{lang}", tell)
            if not headless:
                _stay(page)
        finally:
            with suppress(WebDriverException):  # the person may have closed it
                driver.quit()
    return 0 if proved else 1


def _first_found() -> str:
    """The first browser that is there; with none, the first is offered or asked for."""
    return next((name for name in browsers.NAMES if browsers.find(name)), browsers.NAMES[0])


def _teller() -> Callable[[str, str], None]:
    began = time.monotonic()

    def tell(step: str, detail: str) -> None:
        print(f"{time.monotonic() - began:6.2f} s  {step:<9} {detail}", flush=True)

    return tell


def _way(site: Site, wanted: str) -> Way:
    from standin import AI_KEY, AI_PATH, ORIGIN, chatgpt, x

    if wanted == "chatgpt":
        address, training = chatgpt.ORIGIN + chatgpt.PATH, chatgpt.TRAINING
        return Way(address, "elsewhere", training, lambda: site.chatgpt.account.values[training])
    if wanted == "x":
        return Way(x.ORIGIN + x.GROK_PATH, "on", x.HOOK, lambda: site.x.account.values[x.TRAINING])
    return Way(ORIGIN + AI_PATH, "on", AI_KEY, lambda: site.account.values[AI_KEY])


def _turn_on(page: Page, site: str, tell: Callable[[str, str], None]) -> None:
    """What a person does first for a site that is not asked for at installation."""
    from allowing import allow

    try:
        allow(page, site)
    except AssertionError as error:
        raise BuildError(f"demo: {error}") from None
    tell("allowed", "the person has let Untick see the site, on the page of all sites")


def _walk(page: Page, way: Way, label: str, tell: Callable[[str, str], None]) -> bool:
    """From the switch that is on to the proof that it is off; True where both sides say so."""
    taken = 0

    def look(state: str) -> None:
        nonlocal taken
        taken += 1
        shot = PROJECT / "shots" / f"demo-{label}-{taken}-{state}.png"
        page.shot(shot)
        said = " ".join(page.text().split())
        tell(state, f"{said[:72]}{'…' if len(said) > 72 else ''}  [{shot.relative_to(PROJECT).as_posix()}]")

    try:
        page.driver.get(way.address)
        tell("page", f"{way.address}, answered by the stand-in on this machine")
        page.wait_state(way.first)
        look(way.first)
        page.act("turn-off")
        tell("pressed", "turn-off")
        state = page.wait_state("working", "verified", "failed")
        if state == "working":
            look("working")
            state = page.wait_state("verified", "failed", timeout=PROOF_SECONDS)
        look(str(state))
    except AssertionError as error:
        raise BuildError(f"demo: {error}") from None
    off = not way.is_on()
    tell("account", f"{way.key} is {'off' if off else 'still on'} at the site")
    return state == "verified" and off


def _stay(page: Page) -> None:
    """Leave the window to the person until they close it or press Enter."""
    print("The browser stays open to play with; press Enter here or close its window to end.", flush=True)
    entered = threading.Event()

    def wait() -> None:
        sys.stdin.readline()
        entered.set()

    threading.Thread(target=wait, daemon=True).start()
    while not entered.wait(0.5):
        try:
            if not page.driver.window_handles:
                return
        except WebDriverException:
            return
