"""The stand-in by itself: addresses, moves without a load, sign-in, the log."""

import pytest
from page import Page
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from standin import AI_KEY, AI_PATH, HOST, LANGS, ORIGIN, SETTINGS, Scenario, Site, answer
from standin.scenario import WORDS

ROW = "a[href$='/settings/data-for-ai-improvement']"


def path(page: Page) -> str:
    return page.driver.current_url.removeprefix(ORIGIN)


def follow(page: Page, selector: str) -> None:
    def link() -> WebElement | None:
        return next(iter(page.driver.find_elements(By.CSS_SELECTOR, selector)), None)

    page.until(link, says=selector).click()


def test_redirects(bare: Page) -> None:
    for asked, landed in (
        ("/", "/feed/"),
        ("/mypreferences/d/", "/mypreferences/d/categories/account"),
        ("/mypreferences/m/", "/mypreferences/m/categories/account"),
        ("/psettings/privacy", "/mypreferences/d/categories/privacy"),
        ("/psettings/advertising", "/mypreferences/d/categories/ads"),
    ):
        bare.open(asked)
        assert path(bare) == landed


@pytest.mark.parametrize("leads", ["server", "script", "router", "push", "assign"])
def test_a_page_that_has_moved(bare: Page, leads: str) -> None:
    moved = "/mypreferences/d/settings/ai-training-data"
    bare.site.scenario = Scenario(moved=moved, leads=leads)
    bare.open(AI_PATH)
    bare.until(lambda: path(bare) == moved, says="led there")
    bare.ready()
    assert bare.shown() is True


def test_the_row_ends_with_the_state(bare: Page) -> None:
    bare.open("/mypreferences/d/categories/privacy")
    assert bare.driver.find_element(By.CSS_SELECTOR, ROW).text.endswith("On")
    bare.site.account.values[AI_KEY] = False
    bare.open("/mypreferences/d/categories/privacy")
    assert bare.driver.find_element(By.CSS_SELECTOR, ROW).text.endswith("Off")


def test_hooks_by_which_others_drive_the_site(bare: Page) -> None:
    bare.open("/feed/")
    bare.ready()
    follow(bare, "nav a[href*='/in/']")
    bare.until(lambda: path(bare) == "/in/maya-ferreira/", says="the member's profile")
    for setting in SETTINGS:
        bare.open(f"/mypreferences/d/{setting.tail}")
        bare.ready()
        for key in setting.keys:
            by_label = f'#main input[role="switch"][aria-labelledby="{key}"]'
            by_id = f'#main input[role="switch"]#{key}:not([aria-labelledby])'
            hook = by_id if key == "nonEssentialCookieConsent" else by_label
            assert len(bare.driver.find_elements(By.CSS_SELECTOR, hook)) == 1, key


def test_from_the_feed_to_the_switch_without_a_load(bare: Page) -> None:
    bare.open("/feed/")
    bare.ready()
    bare.driver.execute_script("window.kept = true")
    follow(bare, "[aria-controls=me-menu]")
    follow(bare, "#me-menu a[href='/mypreferences/d/']")
    follow(bare, "nav a[href$='/categories/privacy']")
    follow(bare, ROW)
    bare.until(lambda: path(bare) == AI_PATH and bare.shown(), says="the switch")
    bare.ready()
    bare.press()
    bare.until(lambda: bare.site.account.writes == [(AI_KEY, False)], says="stored")
    bare.driver.back()
    bare.until(lambda: path(bare).endswith("/categories/privacy"), says="back")
    bare.until(lambda: bare.driver.find_element(By.CSS_SELECTOR, ROW).text.endswith("Off"), says="row")
    assert bare.driver.execute_script("return window.kept")


def test_signed_out_leads_to_the_form_and_back(bare: Page) -> None:
    bare.site.account.signed_in = False
    bare.open()
    assert path(bare).startswith("/uas/login?session_redirect=")
    bare.driver.find_element(By.ID, "username").send_keys("maya@mail.example")
    bare.driver.find_element(By.ID, "password").send_keys("secret")
    bare.driver.find_element(By.CSS_SELECTOR, "[type=submit]").click()
    bare.until(lambda: path(bare) == AI_PATH, says="back")
    assert bare.site.account.signed_in


def test_a_save_after_sign_out_leads_to_the_form(bare: Page) -> None:
    bare.open()
    bare.ready()
    bare.site.account.signed_in = False
    bare.press()
    bare.until(lambda: path(bare).startswith("/uas/login"), says="the form")
    assert bare.site.account.writes == []


@pytest.mark.parametrize("dress", ["d", "m"])
def test_every_setting_has_its_page(site: Site, dress: str) -> None:
    site.reset()
    for setting in SETTINGS:
        status, text = answer(site, "GET", HOST, f"/mypreferences/{dress}/{setting.tail}", {})
        assert status == 200
        assert all(f'"{key}"' in text for key in setting.keys), setting.tail


@pytest.mark.parametrize("lang", LANGS)
def test_every_language_says_its_words(site: Site, lang: str) -> None:
    site.reset()
    site.scenario = Scenario(lang=lang)
    _, text = answer(site, "GET", HOST, AI_PATH, {})
    words = WORDS[lang]["settings"]["data-for-ai-improvement"]
    assert f'<html lang="{WORDS[lang]["tag"]}"' in text
    assert f"<h1>{words['title']}</h1>" in text
    assert f'id="{AI_KEY}">{words["label"]}</p>' in text


def test_other_hosts_and_extensions_are_foreign(site: Site) -> None:
    site.reset()
    extension = {"Origin": "moz-extension://a"}
    assert answer(site, "GET", "tracker.example", "/x", {})[0] == 404
    assert answer(site, "GET", HOST, "/feed/", extension)[0] == 200
    assert answer(site, "GET", "update.googleapis.com", "/", {})[0] == 404
    assert [(request.host, request.path) for request in site.foreign] == [
        ("tracker.example", "/x"),
        (HOST, "/feed/"),
    ]
    site.reset()


def test_a_write_needs_the_token(site: Site) -> None:
    site.reset()
    target = f"/mysettings-api/settingsApiSettings/{AI_KEY}"
    assert answer(site, "PUT", HOST, target, {})[0] == 403
    assert answer(site, "PUT", HOST, target, {"Cookie": 'JSESSIONID="a:1"', "csrf-token": "a:1"})[0] == 200
    assert site.account.writes == [(AI_KEY, False)]
    site.reset()
