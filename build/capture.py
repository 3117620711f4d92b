"""Saves reports of a site's real settings pages, from a browser in which a person signs in themselves."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import browsers
import package
import run
import sites
from errors import BuildError
from render import Browser
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.wait import WebDriverWait

# Longer than a switch that is not drawn takes to count as absent.
SETTLED = 30
AGAIN = 2  # seconds between two looks at a page that is still being drawn
TAB = "chrome.tabs.query({url: `${arguments[0]}/*`}).then((tabs) => arguments[1](tabs.at(-1)?.id ?? null))"
# In a list, since a page that is drawn may have nothing to tell.
TOLD = (
    "return document.querySelector('h1') && [document.querySelector('[data-part=file]')?.textContent ?? '']"
)


def main(
    project: Path, dist: Path, wanted: Browser | None, site: str | None, *, profile: Path | None, into: Path
) -> int:
    """Open `wanted`, or the first browser found, let the person sign in, and save what is then seen.

    Saves the reports of `site`, or of every site asked for at installation, in the folder `into`; gives the
    exit code. Raises BuildError when there is no screen, no such site, or no browser.
    """
    if not run.has_screen():
        raise BuildError("capture: no screen here, and a person has to sign in")
    known = sites.load(project / "extension")
    chosen = [each for each in known if each.id == site or (site is None and each.required)]
    if not chosen:
        raise BuildError(f"--site: {site!r}; expected one of {', '.join(each.id for each in known)}")
    name: Browser = wanted or ("firefox" if browsers.find("firefox") else "chrome")
    package.build(project, dist, [name])
    driver = browsers.open_browser(name, port=None, headless=False, profile=profile)
    try:
        extension = browsers.install(driver, dist / name)
        for each in chosen:
            walk(driver, browsers.extension_origin(driver, extension), each, into, _sign_in)
    finally:
        with suppress(WebDriverException):  # the person may have closed it
            driver.quit()
    return 0


def walk(
    driver: WebDriver,
    own: str,
    site: sites.Site,
    into: Path,
    sign_in: Callable[[sites.Site], object],
    settings: Sequence[str] | None = None,
) -> list[Path]:
    """Save a report of each settings page of `site`, or of those of `settings`, into the folder `into`.

    `own`: where the extension's pages lie. `sign_in`: waits until the person has done that. Gives the files.
    """
    driver.get(f"{own}/overview/overview.html#{site.id}")
    left = driver.current_window_handle
    driver.switch_to.new_window("tab")
    tab = driver.current_window_handle
    driver.get(site.address())
    sign_in(site)
    saved: list[Path] = []
    into.mkdir(parents=True, exist_ok=True)
    paths = {site.paths(one)[0]: one.id for one in reversed(site.settings)}
    for path, setting in reversed(paths.items()):
        if settings is not None and setting not in settings:
            continue
        driver.switch_to.window(tab)
        driver.get(site.origin + path)
        driver.switch_to.window(left)
        report = settled(driver, own, site.origin)
        file = into / f"untick-report-{site.id}-{setting}.json"
        file.write_text(f"{json.dumps(report, indent=2, ensure_ascii=False)}\n", "utf-8")
        saved.append(file)
        chosen = report["chosen"]
        found = "no switch" if chosen is None else f"the switch is {report['seen'][chosen]['state']}"
        print(f"{setting}: {found}, {len(report['seen'])} controls  [{file.name}]", flush=True)
    driver.switch_to.window(tab)
    driver.close()
    driver.switch_to.window(left)
    return saved


def settled(driver: WebDriver, own: str, origin: str) -> dict[str, Any]:
    """Give the report of the newest tab at `origin`, once Untick has told a state there, or waited for one.

    The current tab is used for it. Raises BuildError when there is no such tab.
    """
    last: dict[str, Any] = {}

    def is_told(_: WebDriver) -> bool:
        last.update(take(driver, own, origin))
        return last["told"] not in (None, "looking") or last["chosen"] is not None

    with suppress(TimeoutException):
        WebDriverWait(driver, SETTLED, poll_frequency=AGAIN).until(is_told)
    return last


def take(driver: WebDriver, own: str, origin: str) -> dict[str, Any]:
    """Give the report of the newest tab at `origin` as it stands, by the page that shows it to people.

    Raises BuildError when there is none.
    """
    driver.get(f"{own}/options/options.html")
    tab = driver.execute_async_script(TAB, origin)
    driver.get(f"{own}/report/report.html#{tab}")
    try:
        text = WebDriverWait(driver, SETTLED).until(lambda _: driver.execute_script(TOLD))[0]
    except TimeoutException:
        raise BuildError("capture: the page of the report is not drawn") from None
    if not text:
        raise BuildError(f"capture: no page of {origin} that Untick may see")
    report: dict[str, Any] = json.loads(text)
    return report


def _sign_in(site: sites.Site) -> None:
    allow = "" if site.required else " Let Untick see it on its own page, in the other tab."
    print(f"Sign in to {site.name} in the window that is open.{allow} Nothing that you type is seen or kept.")
    input("Then press Enter here: ")
