"""In every language nothing sticks out, lies over another thing or is too small for a finger."""

from typing import Any

import pytest
from drawn import CODES, NARROW, PAGES, STORED, WIDE, draw, shared
from page import Page
from tricks import call

# Each is drawn in all languages within one page: what is asserted is the boxes, not the time.
BANNERS = """
const [codes, scale, fonts] = a;
document.documentElement.style.setProperty("--fonts", fonts);
const found = {};
for (const code of codes) {
  await cell.speak(code, "light");
  for (const [name, isUnfolded] of [["on", true], ...cell.views.map((name) => [name, false])]) {
    const card = cell.show(name, isUnfolded);
    card.style.fontSize = scale;
    await measure.fontsReady();
    const faults = measure.faultsOf(card);
    if (faults.length > 0) found[`${code}: ${name}`] = faults;
  }
}
return found;
"""
PAGE = """
const [codes, scale, fonts, stored] = a;
const root = document.documentElement;
root.style.fontSize = scale;
root.style.setProperty("--fonts", fonts);
const found = {};
const rest = () => new Promise((done) => setTimeout(done, 5));
for (const code of codes) {
  await chrome.storage.local.set({ ...stored, options: { language: code } });
  while (!`${root.lang}-`.startsWith(`${code.replace("_", "-")}-`)) await rest();
  await new Promise(requestAnimationFrame);
  await measure.fontsReady();
  const faults = measure.faultsOf(document.body);
  if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} px wide`);
  if (faults.length > 0) found[code] = faults;
}
return found;
"""
USUAL = "93.75%"
SPOIL = """
const sheet = new CSSStyleSheet();
sheet.replaceSync(a[0]);
await cell.speak("de", "light");
cell.show("on").getRootNode().adoptedStyleSheets.push(sheet);
"""
# The text as most have it; and doubled, in a few languages: long words, tall scripts, right to left.
SIZES = {
    NARROW: (CODES, USUAL),
    WIDE: (CODES, USUAL),
    WIDE // 2: (["de", "fi", "hi", "th", "ar", "ja"], "200%"),
}


def faults(page: Page, width: int, codes: list[str], scale: str, fonts: str = "") -> dict[str, Any]:
    """What is out of place in banners and pages; `fonts`: in place of the project's."""
    page.driver.set_script_timeout(120)  # 36 languages take some 20 s
    draw(page, "sheets/cell.html", width)
    found = {"banner": call(page, BANNERS, codes, scale, fonts)}
    for path in PAGES:
        draw(page, path, width, "measure.js")
        found[path] = call(page, PAGE, codes, scale, fonts, STORED)
    return {where: what for where, what in found.items() if what}


def test_nothing_is_out_of_place(page: Page) -> None:
    assert faults(page, NARROW, shared(page), USUAL) == {}


@pytest.mark.long
@pytest.mark.parametrize("width", SIZES)
def test_nothing_is_out_of_place_at_any_size(page: Page, width: int) -> None:
    assert faults(page, width, *SIZES[width]) == {}


def test_nothing_is_out_of_place_where_fonts_are_missing(page: Page) -> None:
    # Of scripts with long words, without spaces, from right to left: every character a box as wide as high.
    assert faults(page, NARROW, ["bn", "th", "ja", "de", "fi", "ar"], USUAL, "Boxes") == {}


def test_what_is_out_of_place_is_found(page: Page) -> None:
    for style, says in (
        (".title { white-space: nowrap }", "sticks out"),
        (".actions { flex-wrap: nowrap } button { white-space: nowrap }", "sticks out"),
        (".content { margin-top: -20px }", "lies over"),
        ("button { min-height: 30px !important; padding: 0 !important }", "dismiss is"),
    ):
        draw(page, "sheets/cell.html", NARROW)
        call(page, SPOIL, style)
        found = call(page, BANNERS, ["de"], USUAL, "")
        assert any(says in fault for faults in found.values() for fault in faults), (style, found)
