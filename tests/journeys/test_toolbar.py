"""The toolbar's button: its badge and its name tell how the first setting stands."""

from page import Page
from tricks import call, seed, send, visit

DAY = 86_400_000  # ms
BUTTON = "return Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})])"
# What is known, in days ago: the last look, the last off; then the badge, and what the name says.
CASES = [
    (None, "?", "not known whether"),
    (("on", 1, None), "!", "AI training is on, seen on"),
    (("on", 1, 3), "!!", "AI training is on again"),
    (("off", 1, 1), "", "AI training is off"),
    (("off", 40, 40), "↻", "time to look again"),
]


def test_it_tells_how_the_setting_stands(page: Page) -> None:
    visit(page, "options/options.html")
    now = int(call(page, "return Date.now()"))
    for seen, badge, name in CASES:
        known = {}
        if seen:
            state, at, off = seen
            last = None if off is None else now - off * DAY
            known = {"ai-training": {"state": state, "at": now - at * DAY, "off": last, "missed": None}}
        seed(page, {"version": 1, "known": known})
        send(page, {"type": "set-options", "options": {"reminder": 30}})
        # The answer comes when the button is drawn.
        shown = call(page, BUTTON)
        assert shown[0] == badge
        assert name in shown[1]


def test_it_tells_that_an_answer_is_overdue_unless_something_is_on(page: Page) -> None:
    visit(page, "options/options.html")
    now = int(call(page, "return Date.now()"))
    alarm = "return Boolean(await chrome.alarms.get('reminder'))"
    off = {"state": "off", "at": now - DAY, "off": now - DAY, "missed": None}
    sent = {"facebook": {"sent": now - 40 * DAY, "answered": None}}
    for state, badge in (("off", "…"), ("on", "!!")):
        seed(page, {"version": 1, "known": {"ai-training": off | {"state": state}}, "said": sent})
        send(page, {"type": "set-options", "options": {}})
        assert call(page, BUTTON)[0] == badge
    assert call(page, alarm), "it is told without the reminder to look again"
    send(page, {"type": "say", "site": "facebook", "what": "answered"})
    assert call(page, BUTTON)[0] == "!!"
    assert not call(page, alarm)
