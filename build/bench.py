"""What the extension costs, beside an empty one, a floor, and a peer; and how fast it is.

Everything is measured in Chromium, all sides in one run.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import browsers
import cpu
import node
import package
from render import BROWSERS

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT / "tests"), str(PROJECT / "tests" / "helpers")]

if TYPE_CHECKING:
    from page import Page

BURSTS, FEW_BURSTS = 200, 20  # times that the page changes, a frame each; few where a frame takes a second
LARGE = 10_000  # rows from which it does
LOADS, FEW_LOADS = 5, 1  # counted, after one that is not; few of those that last long
MANY_LOADS = 20  # of what takes less than some samples: there the mean tells more than the median
PEER = "@duckduckgo/autoconsent@16.23.0"  # presses switches of consent banners, in all pages
# The least that an extension can do that waits for a switch: a keyed look-up a frame while the page changes.
FLOOR = """"use strict";
let framed = false;
const observer = new MutationObserver(() => {
  if (framed) return;
  framed = true;
  requestAnimationFrame(() => {
    framed = false;
    document.getElementById("allowDataForGenerativeAI");
  });
});
observer.observe(document, { childList: true, subtree: true });
"""


def main(args: argparse.Namespace) -> int:
    """Measure and print; gives 0. Raises BuildError where the build or the browser fails."""
    from page import Page
    from standin import AI_PATH, Scenario, Site

    package.build(PROJECT, PROJECT / "dist", BROWSERS)
    with Site() as site, tempfile.TemporaryDirectory() as work:
        driver = browsers.open_browser("chrome", port=site.port)
        try:
            extensions = {
                "empty": _extension(Path(work) / "empty", '"use strict";\n'),
                "floor": _extension(Path(work) / "floor", FLOOR),
                "untick": PROJECT / "dist" / "chrome",
                "autoconsent": node.packed(PEER, Path(work)) / "dist" / "addon-mv3",
            }
            print(f"Chromium {driver.capabilities['browserVersion']}, medians of {LOADS} loads")

            def each(
                scenario: Scenario, measure: Callable[["Page"], float], loads: int = LOADS
            ) -> dict[str, float]:
                """One measure for every extension."""
                found = {}
                for name, folder in extensions.items():
                    installed = browsers.install(driver, folder)
                    site.reset()
                    site.scenario = scenario
                    page = Page("chrome", driver, site, installed)
                    found[name] = _median(partial(measure, page), loads)
                    driver.get("about:blank")
                    browsers.uninstall(driver, installed)
                return found

            print("CPU in ms under the extension's own frames on the AI page")
            for rows in args.rows:
                bursts = BURSTS if rows < LARGE else FEW_BURSTS
                scenario = Scenario(rows=rows, bursts=bursts)
                costs = each(scenario, partial(cpu.cost, path=AI_PATH, frames=bursts + 30, seconds=100))
                _tell(f"{rows} rows, {bursts} changes", costs)
            for told, scenario, seconds in (
                ("drawn after 3 s", Scenario(rows=3000, draw="late", delay=3), 5),
                ("drawn after 12 s", Scenario(rows=3000, draw="late", delay=12), 14),
                ("never drawn, 25 s", Scenario(rows=3000, draw="never"), 25),
            ):
                _tell(
                    told,
                    each(scenario, partial(cpu.cost, path=AI_PATH, frames=10**6, seconds=seconds), FEW_LOADS),
                )
            heaps = each(Scenario(), partial(cpu.heap, path=AI_PATH))
            _tell("memory in KB", {name: value - heaps["empty"] for name, value in heaps.items()})
            page = Page("chrome", driver, site, browsers.install(driver, extensions["untick"]))
            site.scenario = Scenario()
            others = [cpu.cost(page, "/feed/", 60, 10) for _ in range(MANY_LOADS)]
            print(f"{'another page':>24}  {statistics.mean(others):.2f} ms (mean of {MANY_LOADS})")
            print(f"{'hidden tab, 10 s':>24}  {_hidden(page):.2f} ms")
            for told, measure in (
                ("popup", _until_drawn),
                ("drawn to on", _until_on),
                ("to verified", _until_verified),
            ):
                print(f"{told:>24}  {_median(partial(measure, page)):.0f} ms")
        finally:
            driver.quit()
    return 0


def _tell(what: str, costs: dict[str, float]) -> None:
    print(f"{what:>24}  " + "  ".join(f"{name} {cost:.1f}" for name, cost in costs.items()), flush=True)


def _extension(folder: Path, script: str) -> Path:
    folder.mkdir()
    manifest: dict[str, Any] = {
        "manifest_version": 3,
        "name": folder.name,
        "version": "1",
        "content_scripts": [
            {"matches": ["https://www.linkedin.com/*"], "js": ["content.js"], "run_at": "document_start"}
        ],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "content.js").write_text(script, encoding="utf-8")
    return folder


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
