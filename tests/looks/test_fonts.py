"""What is measured and looked at is drawn in the project's own fonts, whatever the machine has."""

from typing import Any

import pytest
from drawn import CODES, PAGES, STORED, draw, shared
from page import Page
from tricks import call

# The widths of all texts in the project's fonts with one of two others behind them, and in another alone.
WIDTHS = """
const root = document.documentElement;
const measured = async (what) => {
  const widths = async (fonts) => {
    root.style.setProperty("--fonts", fonts);
    await measure.fontsReady();
    return measure.textWidths(what);
  };
  root.style.removeProperty("--fonts");
  const own = getComputedStyle(root).getPropertyValue("--fonts");
  const boxes = await widths(`${own}, Boxes`);
  const blank = await widths(`${own}, Blank`);
  const alone = await widths("Blank");
  const strays = blank.filter(([, width], at) => width !== boxes[at][1]).map(([text]) => text);
  const untouched = alone.filter(([, width], at) => width === blank[at][1]).map(([text]) => text);
  return { texts: blank.length, strays, untouched };
};
const all = {};
"""
# All that any view says, in one banner: to measure each would take minutes.
BANNERS = f"""{WIDTHS}
for (const code of a[0]) {{
  await cell.speak(code, "light");
  const said = cell.views.map((name) => cell.show(name).textContent).join(" ");
  const card = cell.show("on", true);
  card.querySelector(".content p").append(said);
  all[code] = await measured(card);
}}
return all;
"""
PAGE = f"""{WIDTHS}
const [codes, stored] = a;
for (const code of codes) {{
  await chrome.storage.local.set({{ ...stored, options: {{ language: code }} }});
  const drawn = () => `${{root.lang}}-`.startsWith(`${{code.replace("_", "-")}}-`);
  while (!drawn()) await new Promise((done) => setTimeout(done, 5));
  await new Promise(requestAnimationFrame);
  all[code] = await measured(document.body);
}}
return all;
"""
SPOIL = """
const sheet = new CSSStyleSheet();
sheet.replaceSync(a[0]);
await cell.speak("bn", "light");
for (const root of [document, cell.show("on").getRootNode()]) root.adoptedStyleSheets.push(sheet);
"""


def own(found: dict[str, dict[str, Any]]) -> None:
    """Hold that every character of every text is drawn in the project's fonts."""
    for what, one in found.items():
        assert one["texts"] > 0, what
        assert one["strays"] == [], f"{what}: characters that none of the fonts has"
        assert one["untouched"] == [], f"{what}: drawn in other fonts than those that are asked for"


def test_every_character_is_drawn_in_the_projects_fonts(page: Page) -> None:
    drawn_in_own(page, shared(page))


@pytest.mark.long
def test_every_character_of_every_language_is(page: Page) -> None:
    drawn_in_own(page, CODES)


def drawn_in_own(page: Page, codes: list[str]) -> None:
    """Hold it of these languages, in the banner and in every page."""
    page.driver.set_script_timeout(120)
    draw(page, "sheets/cell.html")
    own(call(page, BANNERS, codes))
    for path in PAGES:
        draw(page, path, 1280, "measure.js")
        own(call(page, PAGE, codes, STORED))


@pytest.mark.parametrize(
    ("style", "wrong"),
    [(":root:root:root { --script: serif }", "strays"), ("p { font-family: serif }", "untouched")],
)
def test_another_font_is_told_from_them(page: Page, style: str, wrong: str) -> None:
    draw(page, "sheets/cell.html")
    call(page, SPOIL, style)
    found = call(page, BANNERS, ["bn"])
    assert all(one[wrong] for one in found.values()), found
