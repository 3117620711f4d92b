"""The stand-in by itself: members side by side, each with an account and a scenario of their own."""

import pytest
from page import Page
from selenium.webdriver.common.by import By
from standin import AI_KEY, AI_PATH, HOST, ORIGIN, Member, Scenario, Site, answer


@pytest.mark.parametrize("shape", ["current", "iframe", "closed-shadow"])
def test_what_a_member_saves_reaches_that_members_account_only(bare: Page, shape: str) -> None:
    site = bare.site
    site.members = {"a": Member(), "b": Member(scenario=Scenario(shape=shape, hydrate=0))}
    bare.open(f"{AI_PATH}?member=b")
    bare.ready()
    bare.until(lambda: bare.shown() is not None, says="switch drawn")
    bare.press()
    bare.until(lambda: site.members["b"].account.writes == [(AI_KEY, False)], says="saved")
    assert site.account.writes == site.members["a"].account.writes == []


def test_a_link_and_a_reload_stay_with_the_member(bare: Page) -> None:
    bare.site.members = {"b": Member(scenario=Scenario(row="wrong", hydrate=0))}
    bare.open(f"{AI_PATH}?member=b")
    bare.ready()
    bare.driver.find_element(By.CSS_SELECTOR, "main a").click()
    bare.at("/mypreferences/d/categories/privacy")
    for _ in range(2):
        bare.ready()
        assert bare.driver.find_element(By.CSS_SELECTOR, "main li a").text.endswith("Off")
        bare.driver.refresh()
    assert bare.driver.current_url == f"{ORIGIN}/mypreferences/d/categories/privacy?member=b"


def test_a_members_pages_lead_to_the_members_own(site: Site) -> None:
    site.reset()
    site.members = {"b": Member()}
    site.members["b"].account.signed_in = False
    path = f"{AI_PATH}?member=b"
    status, _ = answer(site, "GET", HOST, path)
    referer = {"Referer": ORIGIN + path}
    assert (status, answer(site, "GET", HOST, AI_PATH, referer)[0]) == (302, 302)
    assert answer(site, "GET", HOST, AI_PATH)[0] == 200


def test_a_switch_in_a_declared_root_listens_once(bare: Page) -> None:
    button = '<button type="button" aria-pressed="true" data-hk="0">●</button>'
    html = f'<div><template shadowrootmode="open">{button}</template></div>'
    bare.site.scenario = Scenario(html=html, hydrate=0)
    bare.open()
    bare.ready()
    bare.press()
    bare.until(lambda: bare.site.account.writes == [(AI_KEY, False)], says="saved as off")
