"""axe finds nothing: every view of the banner, and each page, in both schemes and directions."""

import pytest
from drawn import PAGES, STORED, WIDE, draw
from page import Page
from tricks import call

# What it can not judge counts as well.
FOUND = """
const found = ({ violations, incomplete }) =>
  [...violations, ...incomplete].map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`);
"""
BANNERS = f"""{FOUND}
const [code, scheme] = a;
const all = {{}};
await cell.speak(code, scheme);
for (const [name, isUnfolded] of [["on", true], ...cell.views.map((name) => [name, false])]) {{
  cell.show(name, isUnfolded);
  const faults = found(await axe.run(cell.copy()));
  if (faults.length > 0) all[name] = faults;
}}
return all;
"""
PAGE = f"""{FOUND}
const [code, scheme, stored] = a;
const root = document.documentElement;
await chrome.storage.local.set({{ ...stored, options: {{ language: code }} }});
while (!root.lang.startsWith(code)) await new Promise((done) => setTimeout(done, 5));
await new Promise(requestAnimationFrame);
root.dataset.scheme = scheme;
return found(await axe.run(document));
"""


@pytest.mark.parametrize(("code", "scheme"), [("en", "light"), ("ar", "dark")])
def test_axe_finds_nothing(page: Page, code: str, scheme: str) -> None:
    draw(page, "sheets/cell.html", WIDE, "axe.js")
    assert call(page, BANNERS, code, scheme) == {}
    for path in PAGES:
        draw(page, path, WIDE, "axe.js")
        assert call(page, PAGE, code, scheme, STORED) == [], path


def test_axe_sees_into_the_root(page: Page) -> None:
    draw(page, "sheets/cell.html", WIDE, "axe.js")
    unnamed = "card.querySelector('.close').removeAttribute('aria-label')"
    pale = "card.querySelector('.title').style.color = '#ccc'"
    call(page, f"await cell.speak('en', 'light'); const card = cell.show('on'); {unnamed}; {pale}")
    found = call(page, f"{FOUND} return found(await axe.run(cell.copy()))")
    assert [fault.split(":")[0] for fault in found] == ["button-name", "color-contrast"], found
