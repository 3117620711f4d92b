"""The fresh page that alone proves a press: what stands in its way."""

from page import Page
from standin import AI_KEY, Scenario

# As the router of an app that draws every address by itself, the same one too.
INTERCEPT = """
navigation.addEventListener("navigate", (event) => {
  if (event.navigationType !== "reload" || !event.canIntercept) return;
  window.taken = (window.taken ?? 0) + 1;
  event.intercept({ handler: async () => {} });
});
location.reload();
"""


def test_a_router_that_draws_a_reload_by_itself(page: Page) -> None:
    page.open()
    page.wait_state("on")
    page.ready()
    page.driver.execute_script(INTERCEPT)
    page.until(lambda: page.driver.execute_script("return window.taken === 1"), says="taken by the router")
    page.act("turn-off")
    page.until(lambda: page.site.account.writes == [(AI_KEY, False)], says="saved")
    page.wait_state("verified", timeout=20)
    assert page.driver.execute_script("return window.taken") is None, "a fresh document"


def test_what_the_browser_kept_of_the_pages_fields_is_no_proof(page: Page) -> None:
    """On its own reload Firefox fills in what stood there, and the page listens only seconds later."""
    page.site.scenario = Scenario(cache=True, save="lost", hydrate=4)
    page.open()
    page.wait_state("on")
    page.ready()
    page.act("turn-off")
    assert page.wait_state("verified", "failed", timeout=40) == "failed"
    assert page.site.account.values[AI_KEY]
