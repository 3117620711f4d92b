"""The fresh page that alone proves a press: what stands in its way."""

from page import Page
from standin import AI_KEY

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
