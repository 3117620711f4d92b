"""One tab of a browser on the stand-in site, as a test sees it: the page's switch, the extension's banner."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import browsers
from selenium.common.exceptions import (
    DetachedShadowRootException,
    NoSuchElementException,
    NoSuchShadowRootException,
    StaleElementReferenceException,
    WebDriverException,
)
from selenium.common.exceptions import TimeoutException as Late
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.shadowroot import ShadowRoot
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait
from standin import AI_PATH, ORIGIN, Site

Found = TypeVar("Found")
# Through the prototype: a page may have an element that hides the document's own member.
HOST_SCRIPT = """
const html = Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement').get.call(document);
const isHost = (node) => !['head', 'body'].includes(node.localName) && !node.attributes.length;
return [...(html?.children ?? [])].find(isHost) ?? null
"""
POLL = 0.2  # seconds; each time costs 5 to 40 ms of work
GONE = (
    DetachedShadowRootException,
    NoSuchElementException,
    NoSuchShadowRootException,
    StaleElementReferenceException,
)


class _LeftMeanwhile:
    """A page that was left between two commands has no such part: that is an answer, not an error."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, GONE):
            return True
        # Chromium's and Firefox's words for it, which Selenium has no class for.
        unnamed = ("does not belong to the document", "evalInSandbox")
        return isinstance(error, WebDriverException) and any(words in str(error.msg) for words in unnamed)


class Page:
    """A fresh tab. `extension`: the id of the installed extension, or None where the browser is bare."""

    def __init__(self, name: str, driver: WebDriver, site: Site, extension: str | None) -> None:
        """Take over the driver's current tab."""
        self.name, self.driver, self.site, self.extension = name, driver, site, extension
        self._seen: WebElement | None = None

    def open(self, path: str = AI_PATH) -> None:
        """Load an address of the site."""
        self.driver.get(ORIGIN + path)

    def go(self, path: str) -> None:
        """Go to an address of the site without a load, as its own router does."""
        script = "history.pushState({}, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate'))"
        self.driver.execute_script(script, path)

    def open_extension(self, path: str) -> None:
        """Load one of the extension's own pages, such as popup/popup.html."""
        assert self.extension, "this page has no extension"
        self.driver.get(f"{browsers.extension_origin(self.driver, self.extension)}/{path}")

    def redraw(self) -> None:
        """Have the AI page, which stands, drawn anew by its own router, without a load."""
        self.driver.execute_script("document.body.classList.remove('boot-complete')")
        self.go(AI_PATH)
        self.ready()

    def until(self, what: Callable[[], Found | None], timeout: float = 10, says: str = "") -> Found:
        """Ask again until the answer is true.

        Raises:
            AssertionError: it was not within `timeout` seconds.
        """
        try:
            found: Any = WebDriverWait(self.driver, timeout, POLL, GONE).until(lambda _: what())
        except Late:
            raise AssertionError(f"{says or 'awaited'}: not within {timeout} s") from None
        answer: Found = found
        return answer

    def never(self, *unwanted: str | None, seconds: float = 1) -> None:
        """Hold that the banner has none of these states for a while (None: no banner).

        Raises:
            AssertionError: it had one.
        """
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            state = self.state()
            assert state not in unwanted, f"the banner says {self.text()!r}"
            time.sleep(POLL)  # nothing tells that nothing will come

    @property
    def path(self) -> str:
        """The address on the site that the tab is at; of another place, all of it."""
        return self.driver.current_url.removeprefix(ORIGIN).split("?")[0]

    def at(self, path: str, timeout: float = 15) -> None:
        """Wait until the tab is at an address of the site."""
        self.until(lambda: self.path == path, timeout, f"at {path}")

    def new_tab(self) -> str:
        """Open another tab and turn to it; gives the handle of the one left."""
        left = self.driver.current_window_handle
        self.driver.switch_to.new_window("tab")
        return left

    def renew(self) -> None:
        """Go on in another tab, on a fresh account: what this one owes is not the next page's."""
        left = self.new_tab()
        fresh = self.driver.current_window_handle
        self.driver.switch_to.window(left)
        self.driver.close()
        self.driver.switch_to.window(fresh)
        self.site.reset()

    def ready(self, timeout: float = 15) -> None:
        """Wait until the page has been drawn and its switch listens."""
        script = "return document.body?.classList.contains('boot-complete')"
        self.until(lambda: self.driver.execute_script(script), timeout, "page ready")

    # The page's own switch

    def switch(self) -> WebElement:
        """The control of the page's (first) setting; where it is in a frame, that frame is entered."""
        self.driver.switch_to.default_content()
        for frame in self.driver.find_elements(By.CSS_SELECTOR, "main iframe"):
            self.driver.switch_to.frame(frame)
        control = self._below(self.driver)
        if control is None:
            raise NoSuchElementException("no switch on the page")
        return control

    def _below(self, part: WebDriver | ShadowRoot) -> WebElement | None:
        # Of a pair the last is the one that people see, but a host's inner input is its own.
        found = part.find_elements(By.CSS_SELECTOR, "[data-hk='0']:not([aria-hidden])")
        if found:
            return found[0]
        inside = "main div, main iframe, mp-setting-toggle" if isinstance(part, WebDriver) else "*"
        for node in part.find_elements(By.CSS_SELECTOR, inside):
            with suppress(NoSuchShadowRootException):
                control = self._below(node.shadow_root)
                if control is not None:
                    return control
        return None

    def press(self) -> None:
        """Click the page's switch as a person does: itself, or the track that is drawn for it."""
        control = self.switch()
        if "a11y-text" in (control.get_attribute("class") or ""):
            control = control.find_element(By.XPATH, "following-sibling::*")
        control.click()
        self.driver.switch_to.default_content()

    def shown(self) -> bool | None:
        """What the page's switch shows; None where there is none."""
        try:
            control = self.switch()
            if control.tag_name == "input":
                return control.is_selected()
            return "true" in (control.get_attribute("aria-checked"), control.get_attribute("aria-pressed"))
        except GONE:
            return None
        finally:
            self.driver.switch_to.default_content()

    def toast(self) -> str:
        """What the page's own message says; empty without one."""
        found = self.driver.find_elements(By.CSS_SELECTOR, "[role=status]")
        return found[0].text if found else ""

    # The extension's banner and ring

    @property
    def host(self) -> WebElement | None:
        """The one element that the extension adds: a child of <html> without attributes."""
        found: WebElement | None = self.driver.execute_script(HOST_SCRIPT)
        return found

    def parts(self, selector: str) -> list[WebElement]:
        """Elements inside the extension's closed root; none where it is not there."""
        with _LeftMeanwhile():
            host = self.host
            return host.shadow_root.find_elements(By.CSS_SELECTOR, selector) if host else []
        return []

    @property
    def banner(self) -> WebElement | None:
        """The banner, where there is one."""
        return next(iter(self.parts('[data-part="banner"]')), None)

    def state(self) -> str | None:
        """The banner's data-state; None without a banner."""
        # The one seen last, while it is there: to look for it anew takes three commands more.
        with _LeftMeanwhile():
            if self._seen:
                return self._seen.get_dom_attribute("data-state")
        self._seen = None
        with _LeftMeanwhile():
            self._seen = self.banner
            return self._seen.get_dom_attribute("data-state") if self._seen else None
        return None

    def text(self) -> str:
        """What the banner says."""
        with _LeftMeanwhile():
            banner = self.banner
            return (banner.text or "") if banner else ""
        return ""

    def wait_state(self, *wanted: str | None, timeout: float = 15) -> str | None:
        """Wait until the banner has one of the wanted states (None: no banner); give that one.

        Raises:
            AssertionError: it had none of them within `timeout` seconds; tells the states it went through.
        """
        began = time.monotonic()
        seen: list[tuple[str | None, float]] = []
        while True:
            state = self.state()
            if not seen or seen[-1][0] != state:
                seen.append((state, time.monotonic() - began))
            if state in wanted:
                return state
            if time.monotonic() - began > timeout:
                went = " → ".join(f"{name} at {at:.1f} s" for name, at in seen)
                raise AssertionError(
                    f"waited {timeout} s for {wanted}; saw {went}; banner says {self.text()!r}"
                )
            time.sleep(POLL)  # asks again: no event tells of a closed root

    def act(self, action: str, timeout: float = 5) -> None:
        """Press one of the banner's buttons with a real click, as soon as it is shown."""
        selector = f'[data-action="{action}"]'

        def shown() -> WebElement | None:
            return next((button for button in self.parts(selector) if button.is_displayed()), None)

        self.until(shown, timeout, f"button {action} (the banner says {self.text()!r})").click()

    def ring_rect(self) -> dict[str, float] | None:
        """Where the highlight is, in CSS pixels of the viewport (x, y, width, height); None without one."""
        for ring in self.parts('[data-part="highlight"]'):
            with suppress(*GONE):
                if ring.is_displayed():
                    return self.rect(ring)
        return None

    def rect(self, node: WebElement) -> dict[str, float]:
        """Where an element is, in CSS pixels of the viewport (x, y, width, height)."""
        script = (
            "const {x, y, width, height} = arguments[0].getBoundingClientRect(); return {x, y, width, height}"
        )
        box: dict[str, float] = self.driver.execute_script(script, node)
        return box

    def shot(self, path: Path) -> None:
        """Write a screenshot (PNG) of what the tab shows."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.driver.get_screenshot_as_png())
