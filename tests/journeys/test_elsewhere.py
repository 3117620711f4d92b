"""Settings pages that are not the switch's own: what is said there, one click to the proof, and back."""

from page import Page
from standin import AI_KEY, AI_PATH, Scenario
from tricks import proved_and_back

PRIVACY = "/mypreferences/d/categories/privacy"
AGE = "/mypreferences/d/settings/ads-by-age"
LANGUAGE = "/mypreferences/d/settings/language"
MOBILE = "/mypreferences/m/categories/account"
MOBILE_AI = AI_PATH.replace("/d/", "/m/")
PAGES = ("/mypreferences/d/categories/ads", LANGUAGE, AGE, MOBILE, "/mypreferences/d/")
ROW = "main a[href$='/settings/data-for-ai-improvement']"
PROVED = 25  # seconds: the way there, a press, its hold, a reload


def actions(page: Page) -> list[str]:
    return [button.get_attribute("data-action") or "" for button in page.parts("[data-action]")]


def turn_off(page: Page, start: str, there: str) -> None:
    """From one page by one click to the proof on another, and back."""
    page.open(start)
    page.wait_state("elsewhere")
    page.act("turn-off")
    proved_and_back(page, start, there)


def test_each_offers_it_until_it_is_known_to_be_off(page: Page) -> None:
    for path in PAGES:
        page.open(path)
        page.wait_state("elsewhere")
        assert sorted(actions(page)) == ["dismiss", "show", "turn-off"], path
    page.act("show")
    page.wait_state("on")
    assert page.path == AI_PATH
    assert page.site.account.writes == []
    turn_off(page, LANGUAGE, AI_PATH)
    for path in PAGES:
        page.open(path)
        page.ready()
        page.never("elsewhere", seconds=0.6)
    assert page.site.account.writes == [(AI_KEY, False)]


def test_from_a_phones_page_to_the_phones_switch_and_back(page: Page) -> None:
    turn_off(page, MOBILE, MOBILE_AI)
    page.ready()
    page.never("elsewhere")


def test_the_row_is_ringed_and_its_word_is_a_second_witness(page: Page) -> None:
    page.site.scenario = Scenario(row="none", draw="late", delay=0.5)
    page.open(PRIVACY)
    page.wait_state("elsewhere")
    ringed(page)
    assert "not known yet" in page.text()
    page.site.scenario = Scenario()
    page.driver.refresh()
    page.until(lambda: "says this list" in page.text(), says="the row's word")
    turn_off(page, PRIVACY, AI_PATH)
    page.ready()
    page.never("elsewhere")
    page.site.scenario = Scenario(row="none")
    page.driver.refresh()
    page.ready()
    page.never("elsewhere")
    page.site.scenario = Scenario(row="wrong")
    page.driver.refresh()
    page.wait_state("elsewhere")
    ringed(page)
    assert "on again" in page.text()
    assert "another account" in page.text()


def ringed(page: Page) -> None:
    """Wait until the ring encloses the row's link."""

    def encloses() -> bool:
        links, ring = page.driver.find_elements("css selector", ROW), page.ring_rect()
        if not links or ring is None:
            return False
        link = page.rect(links[0])
        return all(
            ring[at] <= link[at] and link[at] + link[size] <= ring[at] + ring[size]
            for at, size in (("x", "width"), ("y", "height"))
        )

    page.until(encloses, says="ring round the row")


def test_closed_it_stays_away_in_that_tab(page: Page) -> None:
    page.open(AGE)
    page.wait_state("elsewhere")
    page.act("dismiss")
    page.wait_state(None)
    page.open(LANGUAGE)
    page.ready()
    page.never("elsewhere")
    page.go(PRIVACY)
    page.ready()
    page.never("elsewhere")
    page.go(AI_PATH)
    page.wait_state("on")
    page.new_tab()
    page.open(LANGUAGE)
    page.wait_state("elsewhere")


def test_nothing_on_the_sites_other_pages(page: Page) -> None:
    for path in ("/feed/", "/help/linkedin"):
        page.open(path)
        page.ready()
        page.never("elsewhere", "on", "looking")
        assert page.host is None
