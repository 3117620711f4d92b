"""Another account in the same browser is not told "off" by silence."""

from page import Page
from popup import IDS, states
from standin import AI_KEY
from tricks import seed, send, shown, visit

AGE = "/mypreferences/d/settings/ads-by-age"
POPUP = "popup/popup.html"
AT = 1_790_000_000_000  # ms since the epoch
OFF = {"state": "off", "at": AT, "off": AT, "missed": None}


def test_what_was_seen_is_not_known_any_more_once_somebody_may_have_signed_in(page: Page) -> None:
    visit(page, POPUP)
    seed(page, {"version": 1, "known": {IDS[0]: OFF, "research": OFF}})
    page.open(AGE)
    page.never("elsewhere")
    page.open("/login")
    page.ready()
    page.open(AGE)
    page.wait_state("elsewhere")
    visit(page, POPUP)
    assert states(page) == {**dict.fromkeys(IDS, "unknown"), IDS[0]: "signed-out", "research": "signed-out"}
    assert "it was off" in shown(page, ".card").text
    # One look at the page settles it.
    page.site.account.values[AI_KEY] = False
    send(page, {"type": "start-jobs", "want": "look", "settings": [IDS[0]]})
    page.until(lambda: states(page)[IDS[0]] == "off", says="off in the popup")
    page.open(AGE)
    page.never("elsewhere")
