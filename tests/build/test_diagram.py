"""The drawn state machine is the one that runs."""

import re
from pathlib import Path

import diagram
import pytest

PROJECT = Path(__file__).resolve().parents[2]
STATES = re.compile(r'At<\s*((?:"[a-z]+"(?: \| )?)+)')


@pytest.fixture(scope="module")
def page() -> str:
    return diagram.page(PROJECT)


def test_the_page_is_as_the_code_is(page: str) -> None:
    kept = (PROJECT / diagram.PAGE).read_text(encoding="utf-8")
    assert kept == page, "docs/optout.md is out of date; `uv run build diagram` draws it anew"


def test_every_state_is_reached_and_drawn(page: str) -> None:
    code = (PROJECT / "extension" / "core" / "optout-states.ts").read_text(encoding="utf-8")
    states = {name for found in STATES.findall(code) for name in re.findall(r'"([a-z]+)"', found)}
    assert {"watching", "closed"} < states
    assert {state for _, state in re.findall(r"^ +(\S+) --> (\w+) :", page, re.MULTILINE)} == states


def test_what_matters_most_can_be_seen(page: str) -> None:
    """There is one way to a press, and one to a proof."""
    arrows = [line.strip() for line in page.splitlines() if "-->" in line]
    assert [one for one in arrows if re.search(r"— .*\bpress\b", one)] == [
        "planned --> pressing : the plan is kept<br/>— press"
    ]
    assert [one for one in arrows if "end verified" in one] == [
        "verifying --> watching : it is as wanted<br/>— end verified"
    ]
