"""The stores' pictures: the product at work on the stand-in site, and tiles; in the project's own fonts."""

from __future__ import annotations

import base64
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import browsers
import node
import package
import sheets
from errors import BuildError
from render import Browser

PROJECT = Path(__file__).resolve().parent.parent
# The stand-in and the page object are the tests' own: a picture shows what they prove.
sys.path[:0] = [str(PROJECT / "tests"), str(PROJECT / "tests" / "helpers")]

if TYPE_CHECKING:
    from page import Page
    from standin import Site

# Firefox's pictures have an alpha channel, which Chrome's store refuses.
BROWSER: Browser = "chrome"
FOLDER = "store"
LANGUAGES = ("en", "fr", "de", "es", "ja", "ar")
SCHEMES = ("light", "dark")
VIEWS = ("on", "verified", "popup", "sites")
# Pixels, as Chrome's store wants them: "Supply images", developer.chrome.com. It shows at most five screens.
SCREEN = (1280, 800)
TILES = {"tile-small": (440, 280), "tile-marquee": (1400, 560)}
# Pixels for each CSS pixel: stores show screenshots at half their size.
SCALE = 1.25
PROOF_SECONDS = 30
FACE = re.compile(r"url\(\./files/(?P<file>[^)]+)\).*?unicode-range: (?P<ranges>[^;]+);", re.DOTALL)
# A page's own policy lets no font come from elsewhere; one that a script has in its hands is not fetched. The
# page's last lines say that it is a stand-in: they go beside the banner, which would lie over them.
FONTS = """
const [faces, done] = arguments;
const made = faces.map(([data, range]) => {
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  return new FontFace("Untick Pictures", bytes.buffer, { weight: "100 900", unicodeRange: range });
});
const style = new CSSStyleSheet();
style.replaceSync(`
  :root { --fonts: "Untick Pictures" }
  html * { font-family: var(--fonts) !important }
  footer { padding-inline-end: 26rem !important }
`);
document.adoptedStyleSheets.push(style);
Promise.all(made.map((face) => face.load())).then((loaded) => {
  for (const face of loaded) document.fonts.add(face);
  requestAnimationFrame(() => requestAnimationFrame(done));
});
"""
WITHOUT_BAR = "document.documentElement.style.scrollbarWidth = 'none';"


def main(project: Path, dist: Path, wanted: Sequence[str]) -> int:
    """Make the pictures in `dist`/store: of every language, or of those that are wanted.

    Raises BuildError for a language that has none, a browser that does not start, a state that did not come.
    """
    from standin import Site

    for code in wanted:
        if code not in LANGUAGES:
            raise BuildError(f"--lang: {code!r}; expected some of {', '.join(LANGUAGES)}")
    package.build(project, dist, [BROWSER])
    folder = dist / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work, Site() as site:
        extension = sheets.copy(dist, BROWSER, Path(work))
        try:
            for code in wanted or LANGUAGES:
                for scheme in SCHEMES:
                    with _opened(extension, site, code, dark=scheme == "dark") as page:
                        for view in _screens(page, code):
                            _keep(page, folder / f"{code}-{scheme}-{VIEWS.index(view) + 1}-{view}.png")
            with _opened(extension, site, "en", dark=False) as page:
                for name, size in TILES.items():
                    _poster(page, name, "en", size, 1)
                    _keep(page, folder / f"{name}-{size[0]}x{size[1]}.png")
        except AssertionError as error:
            raise BuildError(f"pictures: {error}") from None
    return 0


@contextmanager
def _opened(extension: Path, site: Site, code: str, *, dark: bool) -> Iterator[Page]:
    from page import Page
    from standin import Scenario

    site.reset()
    site.scenario = Scenario(lang=code)
    driver = browsers.open_browser(BROWSER, port=site.port, lang=code, dark=dark)
    try:
        yield Page(BROWSER, driver, site, browsers.install(driver, extension))
    finally:
        driver.quit()


def _screens(page: Page, code: str) -> Iterator[str]:
    """Go from the switch that is on to the proof, and on to what then is known; gives what is to be seen."""
    from drawn import LOAD
    from tricks import call, visit

    _resize(page, SCREEN, SCALE)
    page.open()
    page.wait_state("on")
    _bring_fonts(page, code)
    page.until(page.ring_rect, says="the ring")
    yield "on"
    page.act("turn-off")
    page.wait_state("verified", timeout=PROOF_SECONDS)
    _bring_fonts(page, code)
    yield "verified"
    _poster(page, "popup", code, SCREEN, SCALE)
    yield "popup"
    visit(page, "overview/overview.html")
    call(page, LOAD, "/sheets/measure.js")
    call(page, f"{WITHOUT_BAR} await measure.fontsReady()")
    yield "sites"


def _poster(page: Page, name: str, code: str, size: tuple[int, int], scale: float) -> None:
    from tricks import shown

    _resize(page, size, scale)
    page.driver.get("about:blank")  # an address that differs in its hash alone would not load
    page.open_extension(f"sheets/poster.html#{name}|{code}")
    shown(page, "html[data-drawn]")


def _resize(page: Page, size: tuple[int, int], scale: float) -> None:
    page.driver.browsing_context.set_viewport(
        context=page.driver.current_window_handle,
        viewport={"width": round(size[0] / scale), "height": round(size[1] / scale)},
        device_pixel_ratio=scale,
    )


def _keep(page: Page, path: Path) -> None:
    # Its own command keeps the size in CSS pixels.
    data = page.driver.browsing_context.capture_screenshot(context=page.driver.current_window_handle)
    path.write_bytes(base64.b64decode(data))
    print(f"dist/{FOLDER}/{path.name}", flush=True)


def _bring_fonts(page: Page, code: str) -> None:
    """Have the site's page, and the banner on it, drawn in the project's fonts."""
    text = f"{page.driver.execute_script('return document.body.innerText')}{page.text()}"
    fonts = node.modules(PROJECT) / "@fontsource-variable"
    names = ["noto-sans", {"ar": "noto-sans-arabic", "ja": "noto-sans-jp"}.get(code, "noto-sans")]
    faces = [
        (base64.b64encode((fonts / name / "files" / face["file"]).read_bytes()).decode(), face["ranges"])
        for name in dict.fromkeys(names)
        for face in FACE.finditer((fonts / name / "wght.css").read_text("utf-8"))
        if _covers(face["ranges"], text)
    ]
    page.driver.execute_async_script(FONTS, faces)


def _covers(ranges: str, text: str) -> bool:
    """Whether one of the characters is in CSS's `unicode-range`."""
    spans = [span.strip().removeprefix("U+").split("-") for span in ranges.split(",")]
    bounds = [(int(span[0], 16), int(span[-1], 16)) for span in spans]
    return any(first <= ord(one) <= last for one in set(text) for first, last in bounds)
