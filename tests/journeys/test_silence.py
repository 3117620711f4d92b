"""What a page can notice and cannot do: it sees one element, and finds no way to the banner's nodes."""

import pytest
from page import Page
from preferring import MOTION, preferring
from standin import AI_KEY, AI_PATH, Scenario

SPY = """
window.seen = [];
const types = ['click', 'pointerdown', 'mousedown', 'mousemove', 'keydown', 'focusin', 'animationstart'];
for (const type of types) addEventListener(type, (event) => {
  const {target, originalTarget, explicitOriginalTarget} = event;
  for (const node of [target, originalTarget, explicitOriginalTarget, ...event.composedPath()])
    if (node?.getRootNode && node.getRootNode() !== document) seen.push(`${type} ${node.nodeName}`);
}, true);
"""


def test_the_page_gets_one_element_without_attributes_and_nothing_else(page: Page, bare_html: str) -> None:
    page.open()
    page.wait_state("on")
    host = page.host
    assert host is not None
    told = page.driver.execute_script(
        "const [h] = arguments;"
        "return [h.localName, h.shadowRoot, h.childNodes.length, h.parentNode.localName]",
        host,
    )
    assert told == ["div", None, 0, "html"]
    assert (
        page.driver.execute_script("arguments[0].remove(); return document.documentElement.outerHTML", host)
        == bare_html
    )
    page.until(lambda: page.host, says="the banner is put back")
    assert (
        page.driver.execute_script("return [...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        == []
    )
    assert page.driver.execute_script("return performance.getEntriesByType('mark').length") == 0


@pytest.fixture
def bare_html(page: Page) -> str:
    """The page's markup as it is with a banner closed, which leaves nothing behind."""
    page.open()
    page.wait_state("on")
    page.ready()
    page.act("dismiss")
    page.wait_state(None)
    html: str = page.driver.execute_script("return document.documentElement.outerHTML")
    return html


def test_events_do_not_lead_the_page_into_the_banner(page: Page) -> None:
    page.open("/feed/")
    page.ready()
    page.driver.execute_script(SPY)
    with preferring(page, *MOTION):
        page.go(AI_PATH)
        page.wait_state("on")
        page.act("details")
        page.act("turn-off")
        page.until(lambda: page.site.account.writes == [(AI_KEY, False)], says="saved")
        assert page.driver.execute_script("return seen") == []


def test_a_page_cannot_take_the_browsers_api_away(page: Page) -> None:
    page.site.scenario = Scenario(
        html='<iframe name="chrome"></iframe><iframe name="browser"></iframe><iframe name="Dom"></iframe>'
        '<img name="readyState"><img name="hidden"><img name="fonts"><img name="title">'
        '<form id="navigation"><input name="querySelector"><input name="parentNode">'
        '<input name="getAttribute"><input name="localName">'
        f'<p id="{AI_KEY}">Use my data for training content creation AI models</p>'
        '<input type="checkbox" role="switch" name="attributes"'
        f' aria-labelledby="{AI_KEY}" data-hk="0" checked></form>',
        draw="late",
        delay=0.2,
    )
    page.open()
    page.wait_state("on")
    page.act("turn-off")
    page.wait_state("verified", timeout=20)
