"""The stand-in by itself: how its pages are drawn."""

from page import Page
from selenium.webdriver.common.by import By
from standin import AI_KEY, Scenario


def test_at_once_loses_a_press_before_it_listens(bare: Page) -> None:
    bare.site.scenario = Scenario(draw="at-once", hydrate=4)
    bare.open()
    assert bare.shown() is True
    bare.press()
    assert bare.shown() is False
    bare.ready()
    assert bare.shown() is True
    assert bare.site.account.writes == []


def test_late_shows_a_skeleton_first(bare: Page) -> None:
    bare.site.scenario = Scenario(draw="late", delay=4)
    bare.open()
    assert bare.shown() is None
    assert bare.driver.find_elements(By.CSS_SELECTOR, "[aria-busy=true]")
    bare.until(lambda: bare.shown() is True, says="drawn")


def test_filled_is_drawn_off_first(bare: Page) -> None:
    bare.site.scenario = Scenario(draw="filled", delay=1)
    bare.open()
    bare.until(lambda: bare.shown() is False, says="drawn off")
    bare.until(lambda: bare.shown() is True, says="filled in")
    assert bare.site.account.writes == []


def test_restless_draws_new_nodes_all_the_time(bare: Page) -> None:
    bare.site.scenario = Scenario(draw="restless")
    bare.open()
    bare.ready()
    first = "window.first = document.querySelector('#main input')"
    bare.driver.execute_script(first)
    bare.until(lambda: bare.driver.execute_script("return !window.first.isConnected"), says="drawn anew")
    # One script, since the node is another one a moment later.
    bare.driver.execute_script("document.querySelector('#main input').click()")
    bare.until(lambda: bare.site.account.writes == [(AI_KEY, False)], says="stored")
    bare.driver.execute_script(first)
    bare.until(lambda: bare.driver.execute_script("return !window.first.isConnected"), says="drawn anew")
    assert bare.driver.execute_script("return document.querySelector('#main input').checked") is False


def test_never_stays_a_skeleton(bare: Page) -> None:
    bare.site.scenario = Scenario(draw="never")
    bare.open()
    bare.ready()
    assert bare.shown() is None


def test_rows_and_bursts(bare: Page) -> None:
    bare.site.scenario = Scenario(rows=3000, bursts=900)
    bare.open()
    count = "return document.querySelectorAll('#main > div > button').length"
    assert bare.driver.execute_script(count) >= 3000
    bare.until(lambda: bare.driver.execute_script(count) == 3005, says="rows come")
    bare.until(lambda: bare.driver.execute_script(count) == 3000, says="rows go")


def test_trusted_types_do_not_break_the_page(bare: Page) -> None:
    bare.site.scenario = Scenario(draw="late", delay=0.05, trusted_types=True)
    bare.open()
    bare.until(lambda: bare.shown() is True, says="drawn")
