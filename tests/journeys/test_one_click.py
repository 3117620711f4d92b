"""One click elsewhere is an intent for one tab: used once, gone after a minute or by going elsewhere."""

from page import Page
from selenium.webdriver.common.by import By
from standin import AI_KEY, AI_PATH, Scenario
from tricks import call

AGE = "/mypreferences/d/settings/ads-by-age"
LANGUAGE = "/mypreferences/d/settings/language"
PROVED = 25  # seconds: the way there, a press, its hold, a reload
OLDER = """
const isJob = ([key]) => key.startsWith("job-");
const jobs = Object.entries(await chrome.storage.session.get()).filter(isJob);
for (const [key, job] of jobs) {
  await chrome.storage.session.set({[key]: {...job, at: job.at - 61_000}});
}
return jobs.length;
"""


def click(page: Page, *, delay: float) -> None:
    """Press *Turn it off* elsewhere; the switch is drawn `delay` seconds after its page was loaded."""
    page.open(AGE)
    page.wait_state("elsewhere")
    page.site.scenario = Scenario(draw="late", delay=delay)
    page.act("turn-off")
    page.at(AI_PATH)


def not_pressed(page: Page) -> None:
    """Hold that the switch is looked at, and nothing else."""
    page.wait_state("on")
    page.never("working", "verified")
    assert page.site.account.writes == []


def grow_old(page: Page) -> None:
    """Let a minute go by for what was asked for."""
    tab = page.new_tab()
    page.open_extension("popup/popup.html")
    assert call(page, OLDER) == 1
    page.driver.close()
    page.driver.switch_to.window(tab)


def test_it_belongs_to_its_tab(page: Page) -> None:
    click(page, delay=4)
    page.wait_state("looking")
    page.site.scenario = Scenario()
    asked = page.new_tab()
    page.open()
    not_pressed(page)
    page.driver.switch_to.window(asked)
    page.wait_state("verified", timeout=PROVED)
    assert page.site.account.writes == [(AI_KEY, False)]


def test_a_reload_ends_it(page: Page) -> None:
    click(page, delay=4)
    page.wait_state("looking")
    page.site.scenario = Scenario(draw="late", delay=0.3)
    page.driver.refresh()
    not_pressed(page)
    page.driver.refresh()
    not_pressed(page)


def test_going_elsewhere_ends_it(page: Page) -> None:
    """By loads over the feed, then by client-side moves over another setting's page."""
    click(page, delay=4)
    page.wait_state("looking")
    page.open("/feed/")
    page.ready()
    page.site.scenario = Scenario()
    page.open()
    not_pressed(page)
    click(page, delay=4)
    page.wait_state("looking")
    page.site.scenario = Scenario()
    # By a press of their own; what a site's script does alone is a redirect.
    page.driver.find_element(By.TAG_NAME, "body").click()
    page.go(LANGUAGE)
    page.wait_state("elsewhere")
    page.go(AI_PATH)
    not_pressed(page)


def test_closing_the_banner_on_the_way_ends_it(page: Page) -> None:
    click(page, delay=3)
    page.wait_state("looking")
    page.act("dismiss")
    page.until(page.shown, says="the switch is drawn")
    page.never("on", "working", "verified")
    assert page.site.account.writes == []


def start_signed_out(page: Page) -> None:
    page.open(AGE)
    page.wait_state("elsewhere")
    page.site.account.signed_in = False
    page.act("turn-off")
    page.wait_state("signed-out")
    assert "goes on by itself" in page.text()


def sign_in(page: Page) -> None:
    page.driver.find_element(By.ID, "username").send_keys("maya@mail.example")
    page.driver.find_element(By.ID, "password").send_keys("secret")
    page.driver.find_element(By.CSS_SELECTOR, "[type=submit]").click()
    page.at(AI_PATH)


def test_signing_in_on_the_way(page: Page) -> None:
    start_signed_out(page)
    sign_in(page)
    page.wait_state("verified", timeout=PROVED)
    assert page.site.account.writes == [(AI_KEY, False)]
    page.act("back")
    page.at(AGE)


def test_a_minute_ends_it(page: Page) -> None:
    start_signed_out(page)
    grow_old(page)
    sign_in(page)
    not_pressed(page)
    click(page, delay=4)
    page.wait_state("looking")
    grow_old(page)
    not_pressed(page)
