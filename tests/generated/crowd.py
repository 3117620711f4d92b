"""Many windows of one browser side by side, each on a page and an account of its own: pages mostly wait."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from queue import SimpleQueue
from threading import Lock
from typing import Any

from generated.scenes import Scene
from page import Page
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.remote.webdriver import WebDriver
from standin import AI_KEY, AI_PATH, ORIGIN, Account, Request
from tricks import seed

# Of the page that was asked for: the one before it may still stand.
HOST = """(search) => {
  if (location.search !== search) return null;
  const isHost = (node) => !["head", "body"].includes(node.localName) && !node.attributes.length;
  return [...(document.documentElement?.children ?? [])].find(isHost) ?? null;
}"""
FINAL = ("on", "again", "off", "unsure", "locked", "absent", "signed-out", "failed")
ON = ("on", "again")
PROVED = ("verified", "failed")
WINDOWS = 12
LONGEST = 35.0  # seconds until a page that tells nothing is given up; "absent" takes 25
PROOF = 20.0  # … and a press that comes to nothing
# Seconds between two looks; before the first; of a person before the click; that a click may take to show.
LOOK, FIRST, HAND, CLICK = 0.25, 0.5, 0.25, 1.0
# Seconds after a press before which no proof ends, so that nobody need look.
HOLD = 2.5
# Seconds from a page's document to its question for the truth, on a machine with too much to do.
FILLED = 2.0


@dataclass
class Verdict:
    """What became of one page.

    state: what the banner told. pressed: whether its button was clicked; refused: whether Untick then pressed
    nothing after all. proof: how the press ended, "" without one. wrong: against the rule; odd: to look into.
    """

    scene: Scene
    member: str
    account: Account
    state: str | None = None
    pressed: bool = False
    refused: bool = False
    proof: str | None = ""
    wrong: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)

    @property
    def found(self) -> bool:
        """Whether the banner told the switch's state."""
        return self.state in (*ON, "off")

    @property
    def missed(self) -> bool:
        """Whether the switch had the known key, with nothing against it, and was not found all the same."""
        return self.scene.is_known and not self.found

    def close(self, requests: Iterable[Request]) -> None:
        """Take the account's last word, when every save has ended; requests: those of this page."""
        if self.scene.draw == "filled" and _lag(requests) > FILLED:
            # Filled in later than the extension says that it waits: the machine's doing, not the scene's.
            self.odd += self.wrong
            self.wrong = []
        allowed: list[list[tuple[str, bool]]] = [[]]
        if self.pressed and not self.refused:
            allowed = [[(AI_KEY, False)]] if self.scene.save in ("ok", "slow", "revert") else [[]]
        if self.account.writes not in allowed:
            writes = f"{self.state}, pressed: {self.pressed}; the account was written {self.account.writes}"
            right = set(self.account.writes) <= {(AI_KEY, False)}
            (self.odd if right and self.pressed else self.wrong).append(writes)


class Window:
    """One window, driven without ever being switched to."""

    # Chromium keeps a click waiting for seconds in a window that is not the active one.
    hand = Lock()

    def __init__(self, driver: WebDriver) -> None:
        """Open it."""
        self.driver = driver
        self.context = str(driver.browsing_context.create(type="window"))
        self._search = ""

    def open(self, member: str) -> None:
        """Begin to load the AI page as a member's."""
        self._search = f"?member={member}"
        address = ORIGIN + AI_PATH + self._search
        for last in (False, True):
            try:
                self.driver.browsing_context.navigate(context=self.context, url=address, wait="none")
            except WebDriverException as error:
                # Firefox's word for a load that another one, such as the last page's reload, took over.
                if last or "NS_BINDING_ABORTED" not in str(error.msg):
                    raise
            else:
                return

    def renew(self) -> None:
        """Go on in another tab: what this one owes, such as a proof, is not the next page's."""
        left = self.context
        with self.hand:
            self.context = str(self.driver.browsing_context.create(type="tab", reference_context=left))
            self.driver.browsing_context.close(context=left)

    def _tree(self, depth: int) -> dict[str, Any] | None:
        """The extension's element and what is in its closed root; None without it, or as the page goes."""
        try:
            answer = self.driver.script.call_function(
                function_declaration=HOST,
                await_promise=False,
                target={"context": self.context},
                arguments=[{"type": "string", "value": self._search}],
                serialization_options={"maxDomDepth": depth, "includeShadowTree": "all"},
            )
        except WebDriverException:
            return None
        found: dict[str, Any] = answer.get("result", {})
        return found if found.get("type") == "node" else None

    def state(self) -> str | None:
        """The banner's data-state; None without a banner."""
        banner = _search(self._tree(2), "data-part", "banner")
        return None if banner is None else banner["value"]["attributes"].get("data-state")

    def wait(self, seconds: float, enough: Callable[[str | None], bool]) -> str | None:
        """The banner's state, as soon as it is enough; the last one, where that takes too long."""
        until = time.monotonic() + seconds
        while not enough(state := self.state()) and time.monotonic() < until:
            time.sleep(LOOK)  # no event tells of a closed root
        return state

    def click(self, action: str) -> bool:
        """A person's click on one of the banner's buttons; False where there is none."""
        button = _search(self._tree(7), "data-action", action)
        if button is None:
            return False
        aim = {"type": "element", "element": {"sharedId": button["sharedId"]}}
        steps = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": aim},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        mouse = {"type": "pointer", "id": "mouse", "actions": steps}
        try:
            with self.hand:
                self.driver.browsing_context.activate(context=self.context)
                self.driver.input.perform_actions(context=self.context, actions=[mouse])
        except WebDriverException:
            return False
        return True


def _search(node: dict[str, Any] | None, name: str, value: str) -> dict[str, Any] | None:
    """The first element below a serialised node that has such an attribute."""
    inside = (node or {}).get("value") or {}
    if inside.get("attributes", {}).get(name) == value:
        return node
    below = [*([inside["shadowRoot"]] if inside.get("shadowRoot") else []), *(inside.get("children") or [])]
    return next((found for child in below if (found := _search(child, name, value))), None)


def _lag(requests: Iterable[Request]) -> float:
    """Seconds that a page took at most to ask for what it fills in, from its document on."""
    lag, document = 0.0, 0.0
    for request in requests:
        if request.path.startswith("/mypreferences/"):
            document = request.time
        elif request.path.startswith("/mysettings-api/") and request.method == "GET":
            lag = max(lag, request.time - document)
    return lag


class Crowd:
    """Windows of one browser that go from page to page, each in a thread of its own."""

    def __init__(self, page: Page, size: int = WINDOWS) -> None:
        """Open the windows; the page's own tab stays for what only the extension's pages can do."""
        self.page = page
        self.windows = [Window(page.driver) for _ in range(size)]
        self._free: SimpleQueue[Window] = SimpleQueue()
        for window in self.windows:
            self._free.put(window)
        self._names = count()
        # Every window is to save with the same cookie.
        page.open("/feed/")

    def forget(self) -> None:
        """Empty what the extension keeps, which grows with every press."""
        self.page.open_extension("options/options.html")
        seed(self.page, {})
        self.page.open("/feed/")

    def run(self, scenes: Sequence[Scene]) -> list[Verdict]:
        """Try pages, each press up to the end of its proof."""
        with ThreadPoolExecutor(len(self.windows)) as pool:
            verdicts = list(pool.map(self._try, scenes))
        # At the end: a save may be on its way when its page is left.
        asked: dict[str, list[Request]] = {}
        for request in self.page.site.requests:
            asked.setdefault(request.member, []).append(request)
        for verdict in verdicts:
            verdict.close(asked[verdict.member])
        self.page.site.members.clear()
        return verdicts

    def _try(self, scene: Scene) -> Verdict:
        """Take one page in the next window that is free."""
        window = self._free.get()
        member = scene.member()
        name = str(next(self._names))
        self.page.site.members[name] = member
        verdict = Verdict(scene, name, member.account)
        _visit(window, verdict)
        # Told is not yet kept: left at once, a page may still owe its proof.
        if verdict.state in ON:
            window.renew()
        self._free.put(window)
        return verdict

    def close(self) -> None:
        """Close the windows."""
        for window in self.windows:
            self.page.driver.browsing_context.close(context=window.context)


def _visit(window: Window, verdict: Verdict) -> None:
    """Look at one page, and press where the switch is on."""
    window.open(verdict.member)
    time.sleep(FIRST)
    state = verdict.state = window.wait(LONGEST, lambda state: state in FINAL)
    account = verdict.account
    if state == "off" and account.values[AI_KEY]:
        verdict.wrong.append("told off, and the account is on")
    if state == "failed":
        verdict.odd.append("failed before anything was pressed")
    if state not in ON:
        return
    if account.writes:
        verdict.wrong.append("written before anything was pressed")
    time.sleep(HAND)
    if not window.click("turn-off"):
        verdict.odd.append(f"no button to press, and the banner says {window.state()}")
        return
    verdict.pressed = True
    if window.wait(CLICK, lambda state: state not in ON) in ON:
        verdict.odd.append("the click had no effect within a second")
        return
    time.sleep(HOLD)
    state = verdict.proof = window.wait(PROOF, lambda state: state in (*PROVED, *ON))
    if state == "verified" and account.values[AI_KEY]:
        verdict.wrong.append("told verified, and the account is on")
    # Looked at more closely for the press, a page may turn out to be one to leave alone.
    verdict.refused = state in ON and not account.writes and not verdict.scene.is_known
    # What is nobody's is kept by nobody: a reload shows it as it was.
    kept = verdict.scene.save in ("ok", "slow") and any(row.owner == "ai" for row in verdict.scene.rows)
    expected = "verified" if kept else "failed"
    if state != expected and not verdict.refused and not verdict.wrong:
        verdict.odd.append(f"the proof ended as {state}, expected {expected}")
