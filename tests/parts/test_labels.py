"""Labels in the markup of many libraries: what means the reverse, or another setting, is never pressed."""

import parts
import pytest
from page import Page
from standin import AI_KEY

TITLE = "Data for Generative AI Improvement"
PHRASE = "Use my data for training content creation AI models"
SWITCH = '<input type="checkbox" role="switch" data-hk="0" checked {0}>'
AB = "aria-labelledby='a b'"
BY_KEY = f"aria-labelledby={AI_KEY}"
KEYED = f'<p id="{AI_KEY}">{PHRASE}</p>'
PLAIN = SWITCH.format("")
BUTTON = '<button type="button" role="switch" aria-checked="true" data-hk="0" {0}>{1}</button>'
REVERSED = {
    "two references": f'<h3 id="a">{TITLE}</h3><p id="b">Opt out</p>{SWITCH.format(AB)}',
    "a heading and a line": f"<div><h3>{TITLE}</h3><p>Opt me out</p>{PLAIN}</div>",
    "after a colon": f"<label>{TITLE}: don't use my data {PLAIN}</label>",
    "a hyphen": f"<label>Opt-out of AI training {PLAIN}</label>",
    "not": f"<label>My data may not be used to train AI models {PLAIN}</label>",
    "a section": f"<section><p>Opt out of AI training</p>{PLAIN}</section>",
    "a button's label": '<form><label for="s">Opt out of AI training</label>'
    + BUTTON.format('id="s"', "")
    + "</form>",
    "a table": f"<table><tr><td>Opt out of AI training</td><td>{PLAIN}</td></tr></table>",
    "bare text": f"<ul><li>Opt out of AI training {PLAIN}</li></ul>",
    "another use of AI": f"<label>Show AI writing suggestions {PLAIN}</label>",
    "ads by AI": f"<label>Use AI to personalize ads {PLAIN}</label>",
    "a notice about it": f"<label>Email me about changes to {TITLE} {PLAIN}</label>",
    "a dialog beside another setting's row": f"<section><p>Social research</p><div><div>"
    f'<input type="checkbox" name="{AI_KEY}" checked></div></div>'
    f'<div role="dialog"><label>{TITLE} {PLAIN}</label></div></section>',
    "a dialog": f'<div role="dialog">{KEYED}{SWITCH.format(BY_KEY)}</div>',
}
NAMED = {
    "a row and a word of state": f"<div><p>{PHRASE}</p>{BUTTON.format('', 'Off')}</div>",
    "a name that tells nothing": f"<div><p>{PHRASE}</p>{BUTTON.format('aria-label=Toggle', '')}</div>",
    "our key with a suffix": KEYED + SWITCH.format(f'id="{AI_KEY}-switch" aria-labelledby="{AI_KEY}"'),
    "beside a vote": f"<div><p>Let us train AI models on my posts</p>{PLAIN}</div>"
    '<p>Was this helpful? <button type="button" aria-pressed="false">Yes</button></p>',
    "an empty main before": f'<div id="main" hidden></div><div><p>{PHRASE}</p>{PLAIN}</div>',
    "a header in main": f"<header>{KEYED}{SWITCH.format(BY_KEY)}</header>",
    "a password field out of sight": '<div hidden><input type="password"></div>'
    f"<label>{PHRASE} {PLAIN}</label>",
    "a hidden twin": f"<div hidden><label>{PHRASE} {PLAIN}</label></div><label>{PHRASE} {PLAIN}</label>",
    "after another's input out of sight, in a label that draws it": "<label>"
    '<input type="checkbox" class="a11y-text" name="allowAdsByAge"><b>▣▣▣▣</b></label>'
    f'<p id="{AI_KEY}"></p>{BUTTON.format(BY_KEY, "")}',
    "by its input out of sight, after another's switch": '<b role="switch" aria-checked="true">▣▣▣▣</b>'
    f'<div><input type="checkbox" hidden name="{AI_KEY}" checked>{BUTTON.format("", "▣▣▣▣")}</div>',
    "beside a copy out of sight, with the same ids": f'<div hidden><p id="{AI_KEY}">Opt out</p>'
    f"{SWITCH.format(BY_KEY)}</div><div>{KEYED}{SWITCH.format(BY_KEY)}</div>",
    "an input out of sight": f"<label>{PHRASE} <b>▣▣▣▣</b>"
    '<input type="checkbox" hidden data-hk="0" checked></label>',
}


DECIDE = """(html) => {
  document.querySelector("#main").innerHTML = html;
  return parts.decided();
}"""


@pytest.fixture
def reading(bare: Page) -> Page:
    """The setting's page, with the parts that read it."""
    bare.open()
    bare.ready()
    parts.put(bare.driver)
    return bare


def test_what_means_something_else_is_not_pressed(reading: Page) -> None:
    for what, html in REVERSED.items():
        assert parts.ask(reading.driver, DECIDE, html)["chosen"] is None, what


def test_whatever_it_is_called_by(reading: Page) -> None:
    for what, html in NAMED.items():
        found = parts.ask(reading.driver, DECIDE, html)
        assert 'data-hk="0"' in (found["chosen"] or ""), what
        assert "" in found["vetoes"], what


def test_on_a_large_page_a_neighbours_label_is_not_taken_for_its_own(reading: Page) -> None:
    # So many elements that labels are looked for nearby; neither control has an id, neither label a "for".
    large = "document.body.append(...Array.from({ length: 20_001 }, () => document.createElement('i')))"
    decide = DECIDE.replace("return", f"{large}; return")
    rows = f"<div><label>{PHRASE}</label><label>Show tips {PLAIN}</label></div>"
    assert parts.ask(reading.driver, decide, rows)["chosen"] is None
    other = "<label>Opt out of AI training <input type='checkbox'></label>"
    rows = f"<div>{other}<label>{PHRASE} {PLAIN}</label></div>"
    assert 'data-hk="0"' in (parts.ask(reading.driver, decide, rows)["chosen"] or "")
