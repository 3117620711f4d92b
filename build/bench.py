"""What the extension costs: CPU on the AI page beside an empty extension and beside a floor, and its speed.

CPU is read from Chromium's profiler: the time of all samples with a frame of an extension in their stack.
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
import package
from render import BROWSERS

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT / "tests"))

if TYPE_CHECKING:
    from page import Page
    from selenium.webdriver.remote.webdriver import WebDriver
    from standin import Site

INTERVAL = 100  # microseconds between two samples
BURSTS = 200
LOADS = 5  # counted, after one that is not
LARGE, LARGE_LOADS = 100_000, 1  # rows from which a load takes the better part of a minute, and its loads
MANY_LOADS = 20  # of what takes less than some samples: there the mean tells more than the median
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
    from standin import Site

    package.build(PROJECT, PROJECT / "dist", BROWSERS)
    with Site() as site, tempfile.TemporaryDirectory() as work:
        driver = browsers.open_browser("chrome", port=site.port)
        try:
            print(f"Chromium {driver.capabilities['browserVersion']}, medians of {LOADS} loads, in ms")
            extensions = {
                "empty": _extension(Path(work) / "empty", '"use strict";\n'),
                "floor": _extension(Path(work) / "floor", FLOOR),
                "untick": PROJECT / "dist" / "chrome",
            }
            for rows in args.rows:
                _print_costs(driver, site, rows, extensions)
            installed = browsers.install(driver, extensions["untick"])
            page = Page("chrome", driver, site, installed)
            _cost(page, "/feed/")
            others = [_cost(page, "/feed/") for _ in range(MANY_LOADS)]
            print(f"{'other page':>12}", f"{statistics.mean(others):.2f} (mean of {MANY_LOADS})")
            print(f"{'popup':>12}", f"{_median(partial(_until_drawn, page)):.0f}")
            print(f"{'drawn to on':>12}", f"{_median(partial(_until_on, page)):.0f}")
            print(f"{'to verified':>12}", f"{_median(partial(_until_verified, page)):.0f}")
        finally:
            driver.quit()
    return 0


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


def _print_costs(driver: "WebDriver", site: "Site", rows: int, extensions: dict[str, Path]) -> None:
    from page import Page
    from standin import AI_PATH, Scenario

    costs, loads = {}, LOADS if rows < LARGE else LARGE_LOADS
    for name, folder in extensions.items():
        installed = browsers.install(driver, folder)
        site.scenario = Scenario(rows=rows, bursts=BURSTS)
        page = Page("chrome", driver, site, installed)
        costs[name] = _median(partial(_cost, page, AI_PATH), loads)
        driver.get("about:blank")
        browsers.uninstall(driver, installed)
    told = "  ".join(f"{name} {cost:.2f}" for name, cost in costs.items())
    print(
        f"{rows:>7} rows",
        told,
        f"(floor + {costs['untick'] - costs['floor']:.2f}; loads: {loads})",
        flush=True,
    )


def _median(measure: Callable[[], float], loads: int = LOADS) -> float:
    measure()
    return statistics.median(measure() for _ in range(loads))


def _cost(page: "Page", path: str) -> float:
    """CPU in ms under extension frames from before the load until the page's bursts are over."""
    command = page.driver.execute_cdp_cmd
    page.driver.get("about:blank")
    command("Profiler.enable", {})
    command("Profiler.setSamplingInterval", {"interval": INTERVAL})
    command("Profiler.start", {})
    page.open(path)
    page.ready(timeout=300)
    # The bursts take a frame each; the script ends when as many frames are over.
    page.driver.set_script_timeout(120)
    page.driver.execute_async_script(
        "let left = arguments[0]; const done = arguments[1];"
        "const step = () => left-- ? requestAnimationFrame(step) : done(); step()",
        BURSTS + 30,
    )
    profile = command("Profiler.stop", {})["profile"]
    nodes = {node["id"]: node for node in profile["nodes"]}
    parents = {child: node["id"] for node in profile["nodes"] for child in node.get("children", [])}
    ours: dict[int, bool] = {}

    def is_ours(node: int) -> bool:
        if node not in ours:
            here = nodes[node]["callFrame"]["url"].startswith("chrome-extension:")
            ours[node] = here or (node in parents and is_ours(parents[node]))
        return ours[node]

    pairs = zip(profile["samples"], profile["timeDeltas"], strict=True)
    return float(sum(delta for sample, delta in pairs if is_ours(sample))) / 1000


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
