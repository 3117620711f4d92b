"""In every language nothing sticks out, lies over another thing or is too small for a finger."""

import pytest
from drawn import CODES, NARROW, PAGES, STORED, WIDE, draw
from page import Page
from tricks import call

# Each is drawn in all languages within one page: what is asserted is the boxes, not the time.
BANNERS = """
const [codes, scale] = a;
const found = {};
for (const code of codes) {
  await Cell.speak(code, "light");
  for (const [name, isUnfolded] of [["on", true], ...Cell.views.map((name) => [name, false])]) {
    const card = Cell.show(name, isUnfolded);
    card.style.fontSize = scale;
    const faults = Faults.of(card);
    if (faults.length > 0) found[`${code}: ${name}`] = faults;
  }
}
return found;
"""
PAGE = """
const [codes, scale, stored] = a;
const root = document.documentElement;
root.style.fontSize = scale;
const found = {};
const rest = () => new Promise((done) => setTimeout(done, 5));
for (const code of codes) {
  await chrome.storage.local.set({ ...stored, options: { language: code } });
  while (!`${root.lang}-`.startsWith(`${code.replace("_", "-")}-`)) await rest();
  await new Promise(requestAnimationFrame);
  const faults = Faults.of(document.body);
  if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} px wide`);
  if (faults.length > 0) found[code] = faults;
}
return found;
"""
USUAL = "93.75%"
SPOIL = """
const sheet = new CSSStyleSheet();
sheet.replaceSync(a[0]);
await Cell.speak("de", "light");
Cell.show("on").getRootNode().adoptedStyleSheets.push(sheet);
"""
# The text as most have it; and doubled, in a few languages: long words, tall scripts, right to left.
SIZES = {
    NARROW: (CODES, USUAL),
    WIDE: (CODES, USUAL),
    WIDE // 2: (["de", "fi", "hi", "th", "ar", "ja"], "200%"),
}


@pytest.mark.parametrize(
    "width", [width if width == NARROW else pytest.param(width, marks=pytest.mark.long) for width in SIZES]
)
def test_nothing_is_out_of_place(page: Page, width: int) -> None:
    codes, scale = SIZES[width]
    page.driver.set_script_timeout(120)  # 36 languages take some 20 s
    draw(page, "sheets/cell.html", width)
    assert call(page, BANNERS, codes, scale) == {}
    for path in PAGES:
        draw(page, path, width, "faults.js")
        assert call(page, PAGE, codes, scale, STORED) == {}, path


def test_what_is_out_of_place_is_found(page: Page) -> None:
    for style, says in (
        (".title { white-space: nowrap }", "sticks out"),
        (".actions { flex-wrap: nowrap } button { white-space: nowrap }", "sticks out"),
        (".content { margin-top: -20px }", "lies over"),
        ("button { min-height: 30px !important; padding: 0 !important }", "dismiss is"),
    ):
        draw(page, "sheets/cell.html", NARROW)
        call(page, SPOIL, style)
        found = call(page, BANNERS, ["de"], USUAL)
        assert any(says in fault for faults in found.values() for fault in faults), (style, found)
