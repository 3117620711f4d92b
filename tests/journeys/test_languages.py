"""From on to verified in every language of the site, on pages in it."""

import re
import tomllib
from pathlib import Path

import locales
import pytest
from page import Page
from standin import AI_KEY, LANGS, WORDS, Scenario
from tricks import send

EXTENSION = Path(__file__).resolve().parents[2] / "extension"
SPOKEN = locales.load(EXTENSION)
RULES = tomllib.loads((EXTENSION / "sites" / "linkedin.toml").read_text("utf-8"))


def said(code: str, key: str) -> str:
    """A pattern for what a message says, whatever stands for its placeholders."""
    return re.sub(r"\\\{\w+\\\}", ".+", re.escape(SPOKEN[code].messages[key]))


def heard(page: Page, code: str, key: str) -> None:
    """Hold that the banner's title is this message in this language, written its way.

    Raises:
        AssertionError: it is not.
    """
    (title,) = page.parts(".title")
    assert re.fullmatch(said(code, key), title.text), title.text
    (banner,) = page.parts('[data-part="banner"]')
    assert banner.get_attribute("dir") == SPOKEN[code].direction
    assert (banner.get_attribute("lang") or "").startswith(code.replace("_", "-"))


def test_pages_and_extension_speak_the_same() -> None:
    assert sorted(LANGS) == sorted(SPOKEN)
    assert {code.split("_")[0] for code in LANGS} == set(RULES["languages"])


# Of each kind one: the site's own words known or not, another script; below, from right to left, an old code.
OFTEN = ("fr", "ja", "pt_BR")
ALL = [code if code in OFTEN else pytest.param(code, marks=pytest.mark.long) for code in LANGS]


@pytest.mark.parametrize("code", ALL)
def test_turned_off_and_proved(page: Page, code: str) -> None:
    page.site.scenario = Scenario(lang=code)
    page.open_extension("options/options.html")
    send(page, {"type": "set-options", "options": {"language": code}})
    page.open()
    page.wait_state("on")
    heard(page, code, "on_title")
    page.act("turn-off")
    page.wait_state("verified", timeout=20)
    heard(page, code, "verified_title")
    assert page.site.account.writes == [(AI_KEY, False)]
    assert page.shown() is False


@pytest.mark.parametrize("lang", ["he"])
def test_the_browsers_own_language_from_right_to_left(page: Page) -> None:
    page.site.scenario = Scenario(lang="en")
    page.open()
    page.wait_state("on")
    heard(page, "he", "on_title")  # the person's language, not the page's
    page.site.scenario = Scenario(lang="he")
    page.open()
    assert page.driver.execute_script("return document.documentElement.lang") == WORDS["he"]["tag"] == "iw"
    page.wait_state("on")
    heard(page, "he", "on_title")
    # The browser's end of the line is at the left: so is the corner that the banner lies in.
    assert page.rect(page.parts('[data-part="banner"]')[0])["x"] < 100
    page.act("turn-off")
    page.wait_state("verified", timeout=20)
