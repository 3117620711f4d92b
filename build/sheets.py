"""Contact sheets: every state of what people see, in each language, to be looked at."""

import re
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import browsers
import locales
import node
import package
from errors import BuildError
from render import Browser, bundle_pages

PROJECT = Path(__file__).resolve().parent.parent
PAGES = PROJECT / "build" / "sheets"
SCRIPTS = ("cell", "measure", "poster", "sheet")
# The fonts that people see Untick in, as its style names them; and what copies have in their place.
SYSTEM_FONTS = re.compile(r"system-ui,\s+sans-serif")
OWN_FONTS = "var(--fonts)"
DRAW = """
const [code, done] = arguments, { body } = document;
sheet.draw(code).then(() => done([body.scrollWidth, body.scrollHeight]));
"""


def copy(dist: Path, browser: str, to: Path) -> Path:
    """Copy the extension of `browser` from `dist` into the folder `to`, with the sheets' own pages in it.

    It is drawn in the project's own fonts, so that it looks alike on machines that have others or none.
    Raises BuildError when the fonts cannot be had.
    """
    made = to / browser
    shutil.copytree(dist / browser, made)
    shutil.copytree(PAGES, made / "sheets", ignore=shutil.ignore_patterns("*.ts", "tsconfig.json"))
    bundled = {f"{name}.js": PAGES / f"{name}.ts" for name in SCRIPTS}
    for name, script in bundle_pages(PROJECT / "extension", bundled).items():
        (made / "sheets" / name).write_bytes(script)
    _copy_fonts(made / "sheets" / "fonts")
    for path in made.rglob("*.*"):
        if path.suffix in {".css", ".js"}:
            text = path.read_text(encoding="utf-8")
            path.write_text(SYSTEM_FONTS.sub(OWN_FONTS, text), encoding="utf-8")
        elif path.suffix == ".html":
            link = '<link rel="stylesheet" href="/sheets/fonts.css">'
            page = path.read_text(encoding="utf-8")
            path.write_text(page.replace("</head>", f"{link}</head>"), encoding="utf-8")
    return made


def _copy_fonts(to: Path) -> None:
    """Copy every font among the Node tools into the new folder `to`, each with a style that has its faces."""
    to.mkdir()
    for font in (node.modules(PROJECT) / "@fontsource-variable").iterdir():
        faces = (font / "wght.css").read_text(encoding="utf-8")
        (to / f"{font.name}.css").write_text(faces.replace("./files/", ""), encoding="utf-8")
        for path in (font / "files").glob("*-wght-normal.woff2"):
            shutil.copy(path, to)


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
