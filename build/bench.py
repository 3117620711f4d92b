"""What the extension costs, beside an empty one, a floor, and a peer; and how fast it is.

Everything is measured in Chromium, all sides in one run.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import browsers
import cpu
import floors
import package
import parts
from errors import BuildError
from render import BROWSERS

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT / "tests"), str(PROJECT / "tests" / "helpers")]

if TYPE_CHECKING:
    from page import Page
    from selenium.webdriver.remote.webdriver import WebDriver
    from standin import Scenario, Site

LOADS = 5  # counted, after one that is not
LONG_LOADS = 1  # of those that last long
MANY_LOADS = 20  # of what takes less than some samples: there the mean tells more than the median
# Rows from which a page changes less often, since a frame of it takes so long, and how often it does then.
BURSTS = {0: 200, 10_000: 20, 100_000: 3}
# How the switch is drawn: in words, in the scenario, and for how many seconds it is measured then.
DRAWS: dict[str, tuple[dict[str, Any], int]] = {
    "drawn after 3 s": ({"draw": "late", "delay": 3}, 5),
    "drawn after 12 s": ({"draw": "late", "delay": 12}, 14),
    "never drawn": ({"draw": "never"}, 28),
}
SEEN = {"never": "absent"}  # what the banner says in the end, by the draw; elsewhere "on"
PART_TIMES = 30  # that each part is run


def main(args: argparse.Namespace) -> int:
    """Measure and print; gives 0. Raises BuildError where the build or the browser fails."""
    from standin import Site

    package.build(PROJECT, PROJECT / "dist", BROWSERS)
    with Site() as site, tempfile.TemporaryDirectory() as work:
        driver = browsers.open_browser("chrome", port=site.port)
        try:
            extensions = floors.extensions(Path(work), PROJECT / "dist" / "chrome")
            print(f"Chromium {driver.capabilities['browserVersion']}, medians of {LOADS} loads or of 1")
            run = Run(driver, site, extensions)
            run.pages(args.rows)
            run.alone(args.rows)
        finally:
            driver.quit()
    return 0


class Run:
    """All sides in one browser."""

    def __init__(self, driver: "WebDriver", site: "Site", extensions: dict[str, Path]) -> None:
        """Begin; `extensions`: folders by name."""
        self.driver, self.site, self.extensions = driver, site, extensions

    @contextmanager
    def page(self, name: str) -> Iterator["Page"]:
        """A page of a fresh site, with this extension alone."""
        from page import Page

        self.site.reset()
        installed = browsers.install(self.driver, self.extensions[name])
        yield Page("chrome", self.driver, self.site, installed)
        self.driver.get("about:blank")
        browsers.uninstall(self.driver, installed)

    def each(
        self, scenario: "Scenario", measure: Callable[["Page"], float], loads: int = LOADS
    ) -> dict[str, float]:
        """One measure for every extension. Raises BuildError where Untick's banner says another thing."""
        found = {}
        for name in self.extensions:
            with self.page(name) as page:
                self.site.scenario = scenario
                found[name] = _median(partial(measure, page), loads)
                said = page.state()
                if name == "untick" and said != SEEN.get(scenario.draw, "on"):
                    raise BuildError(f"measured on a page of which the banner says {said}: {scenario}")
        return found

    def pages(self, sizes: Sequence[int]) -> None:
        """Print what each extension costs the AI page, as a table."""
        from standin import AI_PATH, Scenario

        print("CPU in ms under the extension's own frames on the AI page, and of Untick in cards\n")
        print(f"| rows | the switch | {' | '.join(self.extensions)} | Untick : card |")
        print("|---" * (len(self.extensions) + 3) + "|")
        for rows in sizes:
            bursts = next(count for least, count in reversed(BURSTS.items()) if rows >= least)
            loads = LOADS if rows < 10_000 else LONG_LOADS
            told = f"drawn at once; {bursts} changes of the page"
            measure = partial(cpu.cost, path=AI_PATH, frames=bursts + 30, seconds=100)
            _tell(rows, told, self.each(Scenario(rows=rows, bursts=bursts), measure, loads))
            for told, (drawn, seconds) in DRAWS.items():
                measure = partial(cpu.cost, path=AI_PATH, frames=10**6, seconds=seconds)
                _tell(rows, told, self.each(Scenario(rows=rows, **drawn), measure, LONG_LOADS))

    def alone(self, sizes: Sequence[int]) -> None:
        """Print what only Untick does: memory, other pages, a hidden tab, its speed, its parts."""
        from standin import AI_PATH, Scenario

        heaps = self.each(Scenario(), partial(cpu.heap, path=AI_PATH))
        print(
            "\n" + ", ".join(f"{name} {heap - heaps['empty']:.0f}" for name, heap in heaps.items()),
            "KB of heap",
        )
        with self.page("untick") as page:
            others = [cpu.cost(page, "/feed/", 60, 10) for _ in range(MANY_LOADS)]
            print(f"another page: {statistics.mean(others):.2f} ms (mean of {MANY_LOADS})")
            print(f"a hidden tab, for 10 s: {_hidden(page):.2f} ms")
            for told, measure in (
                ("popup, opened to painted", _until_drawn),
                ("switch drawn to banner on", _until_on),
                ("press to verified", _until_verified),
            ):
                print(f"{told}: {_median(partial(measure, page)):.0f} ms")
        print(f"\nParts by themselves, in ms, means of {PART_TIMES}, after a change of the page each\n")
        print(f"| rows | {' | '.join(parts.NAMES)} |")
        print("|---" * (len(parts.NAMES) + 1) + "|")
        for rows in sizes:
            with self.page("empty") as page:
                self.site.scenario = Scenario(rows=rows)
                page.open()
                page.ready(timeout=100)
                parts.put(self.driver)
                times = parts.ask(self.driver, f"() => parts.time({PART_TIMES})")
            print(f"| {rows:,} | " + " | ".join(f"{times[name]:.2f}" for name in parts.NAMES) + " |")


def _tell(rows: int, what: str, costs: dict[str, float]) -> None:
    ratio = costs["untick"] / costs["card"] if costs["card"] else float("nan")
    cells = " | ".join(f"{cost:.1f}" for cost in costs.values())
    print(f"| {rows:,} | {what} | {cells} | {ratio:.1f} |", flush=True)


def _median(measure: Callable[[], float], loads: int = LOADS) -> float:
    measure()
    return statistics.median(measure() for _ in range(loads))


def _hidden(page: "Page") -> float:
    """CPU in ms of the AI page in a tab that nobody sees, for 10 s from two seconds after its load."""
    page.open()
    page.wait_state("on", "again")
    left = page.new_tab()
    page.driver.switch_to.window(left)
    spent = cpu.idle(page, 10)
    page.driver.close()
    page.driver.switch_to.window(page.driver.window_handles[0])
    return spent


def _until_drawn(page: "Page") -> float:
    """Milliseconds from the popup being opened to its first paint, which is of all that it shows."""
    page.driver.get("about:blank")
    page.open_extension("popup/popup.html")
    script = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
    return float(page.until(lambda: page.driver.execute_script(script), says="painted"))


def _until_on(page: "Page") -> float:
    """Milliseconds from the switch being drawn, a second after the load, to the banner's "on"."""
    from standin import Scenario

    page.site.reset()
    page.site.scenario = Scenario(draw="late", delay=1)
    page.driver.get("about:blank")
    page.open()
    page.driver.execute_script(
        "new MutationObserver(() => {"
        " if (document.querySelector('[role=switch]')) window.drawn ??= Date.now();"
        "}).observe(document, {childList: true, subtree: true})"
    )
    page.wait_state("on")
    on = time.time() * 1000
    return on - float(page.driver.execute_script("return window.drawn"))


def _until_verified(page: "Page") -> float:
    """Milliseconds from the press to the banner's "verified"."""
    from standin import Scenario

    page.site.reset()
    page.site.scenario = Scenario()
    page.driver.get("about:blank")
    page.open()
    page.wait_state("on", "again")
    began = time.monotonic()
    page.act("turn-off")
    page.wait_state("verified", timeout=30)
    return (time.monotonic() - began) * 1000
