"""The popup fits on one screen, in every language, whatever it has to tell of the switch."""

from typing import Any

import pytest
from allowing import ORIGINS, allow
from drawn import CODES, STORED, draw, resize, shared
from page import Page
from tricks import call

WIDTH, HEIGHT = 360, 600  # CSS pixels: what Chromium gives a popup at most
NOW = "at: Date.now(), settings: ['ai-training', 'research'], outcomes: {}, want: 'look', ended: null"
# Drivers reach the real one in Firefox alone, and see no picture of it: the page is told that it is one.
AS_POPUP = """
chrome.extension.getViews = () => [window];
document.documentElement.classList.add("popup");
"""
# What it has besides over a page of a site: in a tab it is over none.
REPORT = """
const footer = document.querySelector("footer");
const messages = await (await fetch(`/_locales/${code}/messages.json`)).json();
const report = footer.querySelector(".report") ?? footer.lastElementChild.cloneNode();
report.className = "report";
report.textContent = messages.action_report.message;
footer.append(report);
"""
HEIGHTS = f"""
const [codes, stored] = a;
const root = document.documentElement;
const rest = () => new Promise((done) => setTimeout(done, 5));
const found = {{}};
const missed = {{ why: "locked", at: 1 }};
const off = {{ state: "off", at: 1, off: 1, missed }};
const states = {{
  again: [stored.known["ai-training"], null],
  locked: [off, null],
  "under way": [undefined, {{ {NOW} }}],
}};
for (const code of codes) {{
  for (const [name, [known, run]] of Object.entries(states)) {{
    await chrome.storage.local.set({{
      version: 1, run, options: {{ language: code }},
      known: {{ ...(known ? {{ "ai-training": known }} : {{}}), ...a[3] }},
    }});
    const state = name === "under way" ? "unknown" : name;
    const isDrawn = () =>
      `${{root.lang}}-`.startsWith(`${{code.replace("_", "-")}}-`) &&
      document.querySelector(`[data-setting][data-state=${{state}}]`) &&
      !document.querySelector(".list") && Boolean(document.querySelector("progress")) === Boolean(run);
    while (!isDrawn()) await rest();
    {REPORT}
    await new Promise(requestAnimationFrame);
    await measure.fontsReady();
    const faults = measure.faultsOf(document.body);
    const height = Math.max(root.scrollHeight, document.body.scrollHeight);
    if (height > a[2]) faults.push(`${{height}} px high`);
    if (faults.length > 0) found[`${{code}}: ${{name}}`] = faults;
  }}
}}
return found;
"""


def heights(page: Page, codes: list[str], **known: dict[str, Any]) -> dict[str, Any]:
    """What is out of place in the popup, or too high. `known`: of other sites, besides."""
    page.driver.set_script_timeout(120)
    draw(page, "popup/popup.html", WIDTH, "measure.js")
    resize(page, WIDTH, HEIGHT)
    call(page, AS_POPUP)
    return dict(call(page, HEIGHTS, codes, STORED, HEIGHT, known))


def test_it_fits(page: Page) -> None:
    assert heights(page, shared(page)) == {}


def test_it_fits_with_all_other_sites(page: Page) -> None:
    for site in ORIGINS:
        allow(page, site)
    seen = {"state": "on", "at": 1, "off": None, "missed": None}
    assert heights(page, shared(page), **dict.fromkeys(("chatgpt-training", "x-training"), seen)) == {}


@pytest.mark.long
def test_it_fits_in_all_languages(page: Page) -> None:
    assert heights(page, CODES) == {}
