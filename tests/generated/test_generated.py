"""Generated pages in real browsers. The oracle is the account behind the page."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from generated.crowd import Crowd, Verdict
from generated.scenes import NEUTRAL, Row, Scene, scenes
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from page import Page
from standin import AI_KEY

CORPUS = Path(__file__).parent / "corpus"
QUICK, LONG, BATCH = 15, 5_000, 100
SEED = 20261127  # of the quick run, which is the same for everybody
STEPS = 40  # pages tried at most to find the smallest that has a fault


@pytest.fixture
def crowd(page: Page) -> Iterator[Crowd]:
    """The windows; what they owe is not the page's to tell."""
    made = Crowd(page)
    yield made
    made.close()


def corpus() -> list[Scene]:
    """Pages that once told something: the seeds, and every page that ever failed."""
    return [
        Scene.read(json.loads(path.read_text("utf-8"))["scene"]) for path in sorted(CORPUS.glob("*.json"))
    ]


class Tally:
    """What a run has come to."""

    def __init__(self) -> None:
        """Begin to count."""
        self.began = time.monotonic()
        self.verdicts: list[Verdict] = []
        self.again: list[Verdict] = []
        self.smallest: dict[Scene, Scene] = {}

    def add(self, crowd: Crowd, pages: list[Scene]) -> None:
        """Try pages; those with a fault once more, each alone in the browser."""
        verdicts = crowd.run(pages)
        self.verdicts += verdicts
        for verdict in filter(faults, verdicts):
            alone = crowd.run([verdict.scene])
            self.again += alone
            if any(map(faults, alone)):
                self.smallest[verdict.scene] = smallest(
                    verdict.scene, lambda scene: any(map(faults, crowd.run([scene])))
                )

    def figures(self) -> str:
        """The counts, as one line."""
        counted = self.verdicts
        count: dict[str, int] = {
            "tried": len(counted),
            "found": sum(verdict.found for verdict in counted),
            "proofs": sum(bool(verdict.proof) for verdict in counted),
            "not pressed after all": sum(verdict.refused for verdict in counted),
            "unsure": sum(verdict.state == "unsure" for verdict in counted),
            "locked, signed out or absent": sum(
                verdict.state in ("locked", "signed-out", "absent") for verdict in counted
            ),
            "untold": sum(verdict.state in (None, "looking") for verdict in counted),
            "with the known key": sum(verdict.scene.is_known for verdict in counted),
            "of these not found": sum(verdict.missed for verdict in counted),
            "odd": sum(bool(verdict.odd) for verdict in counted),
            "wrong": sum(bool(verdict.wrong) for verdict in counted),
        }
        seconds = time.monotonic() - self.began
        return ", ".join(f"{name} {number}" for name, number in count.items()) + f", {seconds:.0f} s"

    def check(self) -> None:
        """Fail, where a page has a fault; tells each as it can be put into the corpus."""
        lines = []
        for verdict in filter(faults, self.verdicts):
            alone = [found for found in self.again if found.scene == verdict.scene]
            # What was only odd, and only in the crowd, is a machine with too much to do: no fault.
            if not (verdict.wrong or verdict.missed or any(map(faults, alone))):
                continue
            again = "; ".join(faults(found) or "nothing" for found in alone)
            note = f"{faults(verdict)} (alone: {again})"
            scene = self.smallest.get(verdict.scene, verdict.scene)
            lines.append(json.dumps({"note": note, "scene": scene.data()}, ensure_ascii=False))
        if lines:
            pytest.fail("\n".join([f"{len(lines)} pages with a fault:", *lines]), pytrace=False)


def faults(verdict: Verdict) -> str:
    """What is wrong with a verdict; empty where nothing is."""
    missed = [f"has the known key, and the banner says {verdict.state}"] if verdict.missed else []
    return "; ".join([*(f"WRONG: {wrong}" for wrong in verdict.wrong), *missed, *verdict.odd])


def smallest(scene: Scene, has_fault: Callable[[Scene], bool]) -> Scene:
    """The simplest page found from this one that has a fault too."""
    steps = STEPS
    queue = list(scene.simpler())
    while queue and steps > 0:
        one = queue.pop(0)
        steps -= 1
        # What a person could not tell apart, or nobody asks about, is no page to keep.
        if one.is_honest and one.is_quick and has_fault(one):
            scene, queue = one, list(one.simpler())
    return scene


def tried(
    crowd: Crowd, record: Callable[[str, object], None], config: pytest.Config, pages: int, number: int
) -> Tally:
    """Try the corpus and so many new pages; `number`: the seed, where the command line has none."""
    tally = Tally()
    tally.add(crowd, corpus())
    number = int(config.getoption("--hypothesis-seed") or number)
    batch = min(pages, BATCH)

    @seed(number)
    @settings(
        max_examples=pages // batch + 1,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(scenes(), min_size=batch, max_size=batch))
    def try_batch(found: list[Scene]) -> None:
        # The first that hypothesis makes is one page, the plainest of all, again and again.
        if len(set(found)) == 1:
            return
        crowd.forget()
        tally.add(crowd, found)

    try_batch()
    record("figures", f"{crowd.page.name}: {tally.figures()}, seed {number}")
    return tally


def test_no_generated_page_is_pressed_wrongly(
    crowd: Crowd, record_property: Callable[[str, object], None], pytestconfig: pytest.Config
) -> None:
    tally = tried(crowd, record_property, pytestconfig, QUICK, SEED)
    tally.check()


@pytest.mark.long
def test_none_of_thousands_is_pressed_wrongly(
    crowd: Crowd, record_property: Callable[[str, object], None], pytestconfig: pytest.Config
) -> None:
    tally = tried(crowd, record_property, pytestconfig, LONG, secrets.randbits(32))
    tally.check()


def test_of_a_page_with_a_fault_the_smallest_is_kept() -> None:
    ours = Row("ai", "button-switch", NEUTRAL, key=AI_KEY, around=("section", "list"), text="More of it.")
    other = replace(ours, owner="nothing", key="", locked=True)
    found = Scene(rows=(other, ours, other), lang="fr", draw="restless", decoys=("nav",), save="slow")
    kept = smallest(
        found, lambda scene: scene.draw == "restless" and AI_KEY in (row.key for row in scene.rows)
    )
    assert kept == Scene(rows=(replace(ours, around=(), text=""),), draw="restless")
