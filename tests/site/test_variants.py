"""The stand-in by itself: what a scenario changes on pages other than the AI page."""

import pytest
from page import Page
from selenium.webdriver.common.by import By
from standin import AI_KEY, HOST, KEYS, ORIGIN, Scenario, Site, answer

TOKEN = {"Cookie": 'JSESSIONID="a:1"', "csrf-token": "a:1"}
RESEARCH = "/mypreferences/d/settings/policy-and-academic-research"


@pytest.mark.parametrize(("row", "word"), [("word", "On"), ("none", ""), ("wrong", "Off")])
def test_the_row_may_tell_no_state_or_a_wrong_one(site: Site, row: str, word: str) -> None:
    site.reset()
    site.scenario = Scenario(row=row)
    for dress in ("d", "m"):
        _, text = answer(site, "GET", HOST, f"/mypreferences/{dress}/categories/privacy")
        link = text.rsplit("/settings/data-for-ai-improvement", 1)[1].split("</a>", 1)[0]
        assert link.endswith(f">{word}</span>")


def test_one_settings_saves_may_fail(site: Site) -> None:
    site.reset()
    site.scenario = Scenario(fails=KEYS[1:2])
    statuses = [
        answer(site, "PUT", HOST, f"/mysettings-api/settingsApiSettings/{key}", TOKEN)[0] for key in KEYS[:2]
    ]
    assert statuses == [200, 500]
    assert site.account.writes == [(AI_KEY, False)]


def test_a_page_may_have_moved_and_a_switch_be_locked(bare: Page) -> None:
    bare.site.scenario = Scenario(
        lost=("ads-by-age",), locks=("policy-and-academic-research", "member-cookies"), hydrate=0
    )
    bare.open("/mypreferences/d/settings/ads-by-age")
    assert bare.driver.current_url == f"{ORIGIN}/mypreferences/d/categories/ads"
    for path in (RESEARCH, "/mypreferences/d/member-cookies"):
        bare.open(path)
        bare.ready()
        assert not bare.driver.find_element(By.CSS_SELECTOR, "[data-hk='0']").is_enabled()
