"""Labels in the markup of many libraries: what means the reverse, or another setting, is never pressed."""

from page import Page
from standin import AI_KEY, Scenario

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
    "an input out of sight": f"<label>{PHRASE} <b>▣▣▣▣</b>"
    '<input type="checkbox" hidden data-hk="0" checked></label>',
}


def told(page: Page, html: str) -> str | None:
    """What the banner comes to say on a page with this in it."""
    page.renew()
    page.site.scenario = Scenario(html=html, draw="late", delay=0.05)
    page.open()
    return page.wait_state("unsure", "on", "off", "absent", timeout=25)


def test_what_means_something_else_is_not_pressed(page: Page) -> None:
    for what, html in REVERSED.items():
        assert told(page, html) == "unsure", what
        assert page.parts('[data-action="turn-off"]') == [], what


def test_whatever_it_is_called_by(page: Page) -> None:
    for what, html in NAMED.items():
        assert told(page, html) == "on", what
        page.act("turn-off")
        page.until(lambda: page.site.account.writes, says=f"saved: {what}")
        assert page.site.account.writes == [(AI_KEY, False)], what


def test_a_state_that_cannot_be_read_is_not_guessed(page: Page) -> None:
    page.site.scenario = Scenario(
        html=f'{KEYED}<button role="switch" data-state="checked" {BY_KEY}>',
        draw="late",
        delay=0.05,
    )
    page.open()
    assert page.wait_state("unsure", "on", "off", timeout=10) == "unsure"
