"""The background stopped, or the browser killed, in the middle: what was begun ends rightly."""

from functools import partial
from pathlib import Path

from outside import another, background_runs, kill, stop_background
from page import Page
from standin import AI_KEY, Site
from tricks import send, shown, stored, visit

POPUP = "popup/popup.html"


def stopped(page: Page) -> bool:
    """Stop the background; whether it is, or the page's last words have started it again."""
    stop_background(page)
    return not background_runs(page)


def test_a_press_is_proved_though_the_background_was_stopped(page: Page) -> None:
    page.open()
    page.wait_state("on")
    page.until(lambda: stopped(page), says="background stopped")
    page.act("turn-off")
    page.until(lambda: page.site.account.writes, says="saved")
    # Not waited for: the page's next word may have started it again already.
    stop_background(page)
    page.wait_state("verified", timeout=25)
    visit(page, POPUP)
    kept = stored(page)
    assert [one["outcome"] for one in kept["receipts"]] == ["verified"]
    assert kept["known"]["ai-training"]["state"] == "off"


def test_a_check_up_goes_on_though_the_background_was_stopped(page: Page) -> None:
    visit(page, POPUP)
    settings = {
        "research": "policy-and-academic-research",
        "ads-age": "ads-by-age",
        "cookies": "member-cookies",
    }
    send(page, {"type": "start-jobs", "want": "look", "settings": list(settings)})
    # Away from here: under Chromium's driver no background starts while a page of the extension is open.
    page.driver.get("about:blank")
    for slug in settings.values():
        # As soon as the page is asked for: it finds nobody there when it begins.
        page.until(partial(asked_for, page, slug), says=f"page {slug}")
        stop_background(page)
    page.until(lambda: len(page.driver.window_handles) == 1, timeout=20, says="its tab closed")
    visit(page, POPUP)
    run = stored(page)["run"]
    assert (run["ended"], run["outcomes"]) == ("done", dict.fromkeys(settings, "on"))


def test_a_press_is_told_rightly_though_the_browser_crashed(
    browser_name: str, site: Site, dist: Path, tmp_path: Path
) -> None:
    site.reset()
    with another(browser_name, site, dist, tmp_path) as page:
        visit(page, POPUP)
        send(page, {"type": "start-jobs", "want": "off", "settings": ["ai-training", "research"]})
        page.until(lambda: site.account.writes and stored(page)["receipts"], says="saved")
        kill(page)
    assert site.account.writes == [(AI_KEY, False)]
    with another(browser_name, site, dist, tmp_path) as page:
        visit(page, POPUP)
        shown(page, "[data-ended=closed]")
        (receipt,) = stored(page)["receipts"]
        assert (receipt["outcome"], receipt["reloaded"]) == ("unproved", None)
        page.open()
        state = page.wait_state("verified", "off", "failed", "on")
        visit(page, POPUP)
        (after,) = stored(page)["receipts"]
        assert (state, after["outcome"]) in (("verified", "verified"), ("off", "unproved"))
        assert after["id"] == receipt["id"]
        assert shown(page, "[data-setting=ai-training]").get_attribute("data-state") == "off"
    assert site.account.writes == [(AI_KEY, False)]


def asked_for(page: Page, slug: str) -> bool:
    """Whether the page of a setting was loaded."""
    return any(request.path.endswith(slug) for request in page.site.requests)
