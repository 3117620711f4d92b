"""The stand-in by itself: what becomes of a save."""

import time
from http.client import RemoteDisconnected

import pytest
from page import Page
from standin import AI_KEY, AI_PATH, HOST, Scenario, Site, answer
from standin.scenario import WORDS
from standin.server import SLOW

SAVED, FAILED = WORDS["en"]["saved"], WORDS["en"]["not_saved"]


def pressed(bare: Page, save: str) -> None:
    bare.site.scenario = Scenario(save=save, hydrate=0)
    bare.open()
    bare.ready()
    bare.press()


def test_ok_is_stored_and_said(bare: Page) -> None:
    pressed(bare, "ok")
    bare.until(lambda: bare.toast() == SAVED, says="message")
    assert bare.site.account.values[AI_KEY] is False


def test_slow_is_stored_after_three_seconds_and_not_in_a_later_account(bare: Page) -> None:
    began = time.monotonic()
    pressed(bare, "slow")
    assert bare.shown() is False
    account = bare.site.account
    assert account.writes == []
    bare.site.reset()
    bare.until(lambda: bare.toast() == SAVED, says="message")
    assert time.monotonic() - began > SLOW
    assert account.writes == [(AI_KEY, False)]
    assert bare.site.account.writes == []


@pytest.mark.parametrize("save", ["error", "offline"])
def test_a_failed_save_flips_the_switch_back(bare: Page, save: str) -> None:
    pressed(bare, save)
    bare.until(lambda: bare.toast() == FAILED, says="message")
    assert bare.shown() is True
    assert bare.site.account.writes == []


def test_lost_looks_stored_and_is_not(bare: Page) -> None:
    pressed(bare, "lost")
    bare.until(lambda: bare.toast() == SAVED, says="message")
    assert bare.shown() is False
    assert bare.site.account.values[AI_KEY] is True
    bare.open()
    assert bare.shown() is True


def test_revert_is_stored_and_comes_back(bare: Page) -> None:
    pressed(bare, "revert")
    bare.until(lambda: bare.toast() == SAVED, says="message")
    assert bare.site.account.writes == [(AI_KEY, False)]
    bare.until(lambda: bare.site.account.values[AI_KEY], says="back on")


@pytest.mark.parametrize(
    ("save", "told", "writes"), [("retried", SAVED, 1), ("twice", SAVED, 2), ("half", FAILED, 1)]
)
def test_answered_twice(bare: Page, save: str, told: str, writes: int) -> None:
    pressed(bare, save)
    bare.until(lambda: bare.toast() == told, says="message")
    assert bare.site.account.writes == [(AI_KEY, False)] * writes
    assert bare.shown() is (save == "half")


def test_out_of_reach_nothing_is_answered(site: Site) -> None:
    site.reset()
    site.reachable = False
    with pytest.raises(RemoteDisconnected):
        answer(site, "GET", HOST, AI_PATH)
