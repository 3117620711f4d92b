"""What an extension costs a page, read from Chromium: CPU by its profiler, memory by its heap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from page import Page

INTERVAL = 100  # microseconds between two samples
# Resolves when so many frames have been drawn, so many ms at the latest: a hidden tab draws none.
FRAMES = """
let left = arguments[0];
const limit = setTimeout(arguments[2], arguments[1]);
const step = () => (left-- ? requestAnimationFrame(step) : (clearTimeout(limit), arguments[2]()));
step();
"""


def cost(page: Page, path: str, frames: int, seconds: float) -> float:
    """CPU in ms under extension frames while `path` is loaded and for `frames` frames after it was drawn.

    It ends after `seconds` at the latest. Counted: samples with a chrome-extension: frame in their stack.
    """
    command = page.driver.execute_cdp_cmd
    page.driver.get("about:blank")
    command("Profiler.enable", {})
    command("Profiler.setSamplingInterval", {"interval": INTERVAL})
    command("Profiler.start", {})
    page.open(path)
    page.driver.set_script_timeout(seconds + 120)
    page.driver.execute_async_script(
        "const done = arguments[0], ready = () =>"
        " document.body?.classList.contains('boot-complete') || document.querySelector('[aria-busy=true]')"
        " ? done() : requestAnimationFrame(ready); ready()"
    )
    page.driver.execute_async_script(FRAMES, frames, seconds * 1000)
    return _under_extensions(command("Profiler.stop", {})["profile"])


def idle(page: Page, seconds: float) -> float:
    """CPU in ms under extension frames of a page that stands already, for `seconds`."""
    command = page.driver.execute_cdp_cmd
    command("Profiler.enable", {})
    command("Profiler.setSamplingInterval", {"interval": INTERVAL})
    command("Profiler.start", {})
    page.driver.set_script_timeout(seconds + 60)
    page.driver.execute_async_script("setTimeout(arguments[1], arguments[0])", seconds * 1000)
    return _under_extensions(command("Profiler.stop", {})["profile"])


def heap(page: Page, path: str) -> float:
    """Memory in KB that all scripts of a page hold once it stands, the page's own ones too."""
    command = page.driver.execute_cdp_cmd
    page.driver.get("about:blank")
    page.open(path)
    page.ready(timeout=60)
    page.driver.execute_async_script(FRAMES, 120, 5_000)
    for _ in range(3):  # what the first finds weak goes with the next
        command("HeapProfiler.collectGarbage", {})
    return float(command("Runtime.getHeapUsage", {})["usedSize"]) / 1024


def _under_extensions(profile: dict[str, Any]) -> float:
    nodes = {node["id"]: node for node in profile["nodes"]}
    parents = {child: node["id"] for node in nodes.values() for child in node.get("children", [])}
    ours: dict[int, bool] = {}

    def is_ours(node: int) -> bool:
        if node not in ours:
            here = nodes[node]["callFrame"]["url"].startswith("chrome-extension:")
            ours[node] = here or (node in parents and is_ours(parents[node]))
        return ours[node]

    pairs = zip(profile["samples"], profile["timeDeltas"], strict=True)
    return float(sum(delta for sample, delta in pairs if is_ours(sample))) / 1000
