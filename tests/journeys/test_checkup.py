"""The check-up: every switch read or turned off in one tab, stopped, closed, and gone on with."""

from page import Page
from popup import IDS, follow, opened, returned, states
from standin import AI_KEY, Scenario
from tricks import shown, stored

LOOK = '[data-action="look-all"]'
DONE = 60  # seconds: thirteen pages, on one of which the switch is looked for for 25; or three proofs


def ended(page: Page, how: str) -> str:
    """Wait until the popup tells how the run ended; gives its words."""
    return shown(page, f'[data-ended="{how}"]').text


def reach(page: Page, step: str) -> None:
    """Wait until the tab shows a step of the run, and keep it there."""
    page.until(lambda: f"Check-up: {step}" in page.text(), 30, f"step {step}")
    page.site.scenario = Scenario(draw="late", delay=20)


def test_look_at_all_tells_the_account(page: Page) -> None:
    off = ("allowAnonymizedDataResearch", "tipsForUsingLinkedinViaEmail", "nonEssentialCookieConsent")
    for key in off:
        page.site.account.values[key] = False
    page.site.scenario = Scenario(locks=("ads-by-gender",), lost=("ads-beyond-linkedin",))
    opened(page)
    popup = follow(page, LOOK)
    page.until(
        lambda: page.parts('[data-part="progress"]') and page.parts('[data-action="stop"]'), says="run"
    )
    returned(page, popup, DONE)
    told = ended(page, "done")
    for name in ("Ads by gender", "Ads outside LinkedIn"):
        assert name in told
    wanted = {
        **dict.fromkeys(IDS, "on"),
        **dict.fromkeys(("research", "promotions-email", "cookies"), "off"),
        "ads-gender": "locked",
        "ads-off-site": "absent",
    }
    assert states(page) == wanted
    assert page.site.account.writes == []


def test_stopped_and_closed_it_keeps_what_was_read(page: Page) -> None:
    page.site.account.values[AI_KEY] = False
    slow = Scenario(draw="late", delay=1)
    page.site.scenario = slow
    opened(page)
    popup = follow(page, LOOK)
    reach(page, "2 of 13")
    reach(page, "3 of 13")
    page.act("stop")
    returned(page, popup)
    assert "2 of 13" in ended(page, "stopped")
    read = {**dict.fromkeys(IDS, "unknown"), IDS[0]: "off", IDS[1]: "on"}
    assert states(page) == read
    page.site.scenario = slow
    follow(page, '[data-action="resume"]')
    reach(page, "1 of 11")
    reach(page, "2 of 11")
    page.driver.close()
    page.driver.switch_to.window(popup)
    assert "1 of 11" in ended(page, "closed")
    assert states(page) == {**read, IDS[2]: "on"}
    follow(page, '[data-action="resume"]')
    reach(page, "1 of 10")
    page.driver.switch_to.window(popup)
    shown(page, '[data-action="stop"]').click()
    returned(page, popup)
    assert "0 of 10" in ended(page, "stopped")
    assert states(page) == {**read, IDS[2]: "on"}
    assert page.site.account.writes == []


def test_the_ticked_ones_are_turned_off_and_nothing_else(page: Page) -> None:
    """One of them cannot be saved; one is the second of two switches on its page."""
    page.site.scenario = Scenario(fails=("allowAdsByAge",))
    opened(page)
    for box in ("ads-age", "promotions-email", "research"):
        shown(page, f'[name="{box}"]').click()
    popup = follow(page, '[data-action="turn-off-ticked"]')
    returned(page, popup, DONE)
    assert "Ads by age" in ended(page, "done")
    off = ("allowAnonymizedDataResearch", "tipsForUsingLinkedinViaEmail")
    assert page.site.account.writes == [(key, False) for key in off]
    puts = [request.path.rsplit("/", 1)[-1] for request in page.site.requests if request.method == "PUT"]
    assert puts == [off[0], off[1], "allowAdsByAge"]
    assert states(page) == {
        **dict.fromkeys(IDS, "unknown"),
        **dict.fromkeys(("research", "promotions-email"), "off"),
        "ads-age": "on",
    }
    outcomes = [(one["setting"], one["outcome"]) for one in stored(page)["receipts"]]
    assert outcomes == [("research", "verified"), ("promotions-email", "verified"), ("ads-age", "failed")]
