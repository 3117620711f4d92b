"""Contact sheets: every state of what people see, in each language, to be looked at."""

import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import browsers
import locales
import package
from errors import BuildError
from render import Browser

PAGES = Path(__file__).resolve().parent / "sheets"
DRAW = """
const [code, done] = arguments, { body } = document;
Sheet.draw(code).then(() => done([body.scrollWidth, body.scrollHeight]));
"""


def copy(dist: Path, browser: str, to: Path) -> Path:
    """Copy the extension of `browser` from `dist` into the folder `to`, with the sheets' own pages in it."""
    made = to / browser
    shutil.copytree(dist / browser, made)
    shutil.copytree(PAGES, made / "sheets")
    return made


def main(project: Path, dist: Path, browser: Browser, wanted: Sequence[str]) -> int:
    """Make one picture per language in shots/sheets: all in one would have 240 million pixels.

    Raises BuildError for a language that there is not, or a browser that does not start.
    """
    known = list(locales.load(project / "extension"))
    for code in wanted:
        if code not in known:
            raise BuildError(f"--lang: {code!r}; expected some of {', '.join(known)}")
    package.build(project, dist, [browser])
    shots = project / "shots" / "sheets"
    shots.mkdir(parents=True, exist_ok=True)
    # No page of a site is opened, so that no port is needed.
    driver = browsers.open_browser(browser, port=1)
    try:
        with tempfile.TemporaryDirectory() as work:
            extension = browsers.install(driver, copy(dist, browser, Path(work)))
            driver.set_script_timeout(300)
            driver.get(f"{browsers.extension_origin(driver, extension)}/sheets/sheet.html")
            context = driver.current_window_handle
            for code in wanted or known:
                started = time.perf_counter()
                width, height = driver.execute_async_script(DRAW, code)
                driver.browsing_context.set_viewport(
                    context=context, viewport={"width": width + 48, "height": height + 48}
                )
                path = shots / f"{code}-{browser}.png"
                driver.save_screenshot(str(path))
                print(f"{path.relative_to(project)} ({time.perf_counter() - started:.0f} s)", flush=True)
    finally:
        driver.quit()
    return 0
