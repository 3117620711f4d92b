"""What is kept, where it is damaged, old, too new, or too much: nothing is lost, nothing stops working."""

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from page import Page
from selenium.webdriver.common.by import By
from standin import AI_KEY
from tricks import call, downloaded, press, seed, send, shown, stored, visit

POPUP, RECEIPT_1 = "popup/popup.html", "receipts/receipts.html#1"
SETTINGS = 13
AT = 1_790_000_000_000  # ms since the epoch
INSTANT = "2026-09-21T12:00:00+02:00"
KNOWN = {"state": "off", "at": AT, "off": AT, "missed": None}
RECEIPT = {
    "id": "1",
    "setting": "ai-training",
    "want": "off",
    "by": "untick",
    "address": "https://www.linkedin.com/",
    "label": "",
    "at": INSTANT,
    "zone": "Europe/Paris",
    "before": "on",
    "after": "off",
    "saved": {"kind": "saved", "status": 200},
    "reloaded": {"state": "off", "at": INSTANT},
    "outcome": "verified",
    "extension": "1.0.0",
    "rule": "linkedin 2026-08-21",
}
RUN = {"want": "off", "settings": ["research"], "outcomes": {"research": "failed"}, "at": AT, "ended": "done"}

NAMES = st.sampled_from(["ai-training", "research", "toString", "1", "language", "state"])
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.floats(0, 1e300)
    | st.text("aé€😀\0<", max_size=4)
    | NAMES
)
JUNK = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)


def near(sound: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """What is sound but for one value."""
    one = st.tuples(st.sampled_from(sorted(sound)), JUNK)
    return st.just(sound) | one.map(lambda changed: {**sound, changed[0]: changed[1]})


BY_NAME = {"known": near(KNOWN), "owed": JUNK, "options": JUNK}
STORED = st.fixed_dictionaries(
    {},
    optional={
        **{key: JUNK | st.dictionaries(NAMES, value, max_size=2) for key, value in BY_NAME.items()},
        "receipts": JUNK | st.lists(near(RECEIPT), max_size=2),
        "run": JUNK | near(RUN),
        "aside": JUNK | st.lists(JUNK, max_size=2),
        "version": st.just(1) | st.just(1) | JUNK,
        "seen": JUNK,
        "later": JUNK,
    },
)


def pieces(value: Any) -> set[str]:
    """All that is in a JSON value, itself included."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {json.dumps(value, sort_keys=True)}.union(*map(pieces, inner))


def test_nothing_that_cannot_be_used_is_lost_or_stops_the_popup(page: Page) -> None:
    visit(page, POPUP)

    @settings(
        max_examples=5,  # of hundreds in tests/unit/stored-anything
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(STORED)
    def holds(values: dict[str, Any]) -> None:
        seed(page, values)
        before = stored(page)
        for path, selector in ((POPUP, "[data-setting]"), (RECEIPT_1, "h1")):
            page.open_extension(path)
            shown(page, selector)
            drawn = page.driver.find_elements(By.CSS_SELECTOR, selector)
            assert len(drawn) == (SETTINGS if path == POPUP else 1), values
        send(page, {"type": "set-options", "options": {"banner": "page"}})
        after = stored(page)
        assert after["options"]["banner"] == "page", values
        kept = pieces(after)
        for key, value in before.items():
            inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
            is_whole = json.dumps(value, sort_keys=True) in kept
            assert is_whole or all(json.dumps(one, sort_keys=True) in kept for one in inner), (key, values)

    holds()


def test_the_first_builds_state_is_taken_over(page: Page) -> None:
    visit(page, POPUP)
    seed(page, {"seen": {"ai-training": {"state": "off", "at": AT}}})
    page.open_extension(POPUP)
    assert shown(page, "[data-setting=ai-training]").get_attribute("data-state") == "off"
    assert not page.driver.find_elements(By.CSS_SELECTOR, "[data-part=notice]")
    page.open()
    page.wait_state("again")
    visit(page, POPUP)
    found = stored(page)
    assert found["known"]["ai-training"]["off"] == AT
    assert (found["version"], found["aside"], "seen" in found) == (1, [], False)


def test_a_newer_version_is_set_aside_whole(page: Page, tmp_path: Path) -> None:
    visit(page, POPUP)
    newer = {"version": 99, "known": {"ai-training": "off"}, "more": [1]}
    seed(page, newer)
    page.open_extension(POPUP)
    assert "newer" in shown(page, '[data-part="notice"]').text
    (saved,) = downloaded(page, "export-aside", tmp_path / "aside")
    assert (saved["value"], saved["why"]) == (newer, "newer")
    page.open()
    page.wait_state("on")
    visit(page, POPUP)
    found = stored(page)
    assert [(one["value"], one["why"]) for one in found["aside"]] == [(newer, "newer")]
    assert found["known"]["ai-training"]["state"] == "on"
    for _ in range(2):  # it asks once more
        press(page, '[data-action="discard"]')
    page.until(lambda: stored(page)["aside"] == [], says="discarded")
    page.until(lambda: not page.driver.find_elements(By.CSS_SELECTOR, "[data-part=notice]"), says="told")


def test_a_full_storage_keeps_no_click_from_working(page: Page) -> None:
    """Chromium takes some 10 MB; Firefox sets no limit, and has to keep what came on top of as much."""
    visit(page, POPUP)
    call(
        page,
        "for (let size = 10_000_000; size > 1; ) {"
        " const {receipts} = await chrome.storage.local.get('receipts');"
        " try { await chrome.storage.local.set({fill: 'x'.repeat(size), receipts}); return }"
        " catch { size -= 1 } }",
    )
    page.open()
    page.wait_state("on")
    page.act("turn-off")
    page.wait_state("verified", timeout=25)
    assert page.site.account.values[AI_KEY] is False
    visit(page, POPUP)
    if page.name == "chrome":
        shown(page, "[data-kind=full]")
    else:
        assert [one["outcome"] for one in stored(page)["receipts"]] == ["verified"]
