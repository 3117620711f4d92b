/** When a state may be believed: ticks are ms. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Clock, State } from "../../extension/core/stability.ts";
import {
  filled,
  held,
  isBelievable,
  isChecked,
  isLocked,
  note,
  startClock,
} from "../../extension/core/stability.ts";

type Look = readonly [tick: number, state: State, isLocked?: boolean];

/** A clock after these looks at a page that was watched from its first node on. */
const seenAs = (...looks: readonly Look[]): Clock =>
  looks.reduce(
    (clock, [tick, state, locked = false]) => note(clock, { state, isLocked: locked }, tick),
    START,
  );

const START = startClock(100, 0, true);

test("a clock has seen nothing at its beginning", () => {
  assert.deepEqual(START, {
    state: null,
    wasOn: false,
    lockedSince: null,
    first: null,
    looked: 100,
    held: 0,
    filled: 0,
    isWatched: true,
  });
});

describe("a look", () => {
  test("counts the time that a state has stood", () => {
    const clock = seenAs([200, "off"], [300, "off"], [450, "off"]);
    assert.deepEqual([clock.state, clock.first, clock.looked, clock.held], ["off", 200, 450, 250]);
    assert.equal(held(clock, 500), 300);
  });

  test("begins anew with another state", () => {
    const clock = seenAs([200, "off"], [300, "off"], [450, "on"], [460, "on"]);
    assert.deepEqual([clock.state, clock.held], ["on", 10]);
    assert.equal(seenAs([200, "on"], [900, null]).held, 0);
  });

  test("counts from the beginning what could not be told before", () => {
    assert.equal(seenAs([400, null]).held, 300);
  });

  test("does not count what the page has slept through", () => {
    assert.equal(seenAs([200, "off"], [2700, "off"]).held, 2500);
    assert.equal(seenAs([200, "off"], [2701, "off"]).held, 0);
    const clock = seenAs([200, "off"], [1200, "off"], [90_000, "off"], [90_100, "off"]);
    assert.equal(clock.held, 1100);
    assert.equal(held(clock, 92_600), 3600);
    assert.equal(held(clock, 92_601), 1100);
  });

  test("remembers that it was on", () => {
    assert.equal(seenAs([200, "off"], [300, null]).wasOn, false);
    assert.equal(seenAs([200, "on"]).wasOn, true);
    assert.equal(seenAs([200, "on"], [300, "off"], [400, "off"]).wasOn, true);
  });

  test("remembers since when it is locked", () => {
    assert.equal(seenAs([200, "on"]).lockedSince, null);
    assert.equal(seenAs([200, "on"], [300, "on", true], [400, "off", true]).lockedSince, 300);
    assert.equal(seenAs([200, "on", true], [300, "on"]).lockedSince, null);
    assert.equal(seenAs([200, "on", true], [300, "on"], [400, "on", true]).lockedSince, 400);
  });

  test("changes nothing of what was noted before", () => {
    const clock = Object.freeze(seenAs([200, "off"]));
    note(clock, Object.freeze({ state: "on", isLocked: true }), 300);
    assert.deepEqual(clock, seenAs([200, "off"]));
  });
});

describe("how late a page fills in the truth", () => {
  const cases: [string, readonly Look[], number | null][] = [
    [
      "at once: on",
      [
        [200, "on"],
        [900, "on"],
      ],
      0,
    ],
    [
      "at once: off",
      [
        [200, "off"],
        [900, "off"],
      ],
      0,
    ],
    [
      "off first, on later",
      [
        [200, "off"],
        [900, "on"],
      ],
      700,
    ],
    [
      "off first, on later, and off by a press",
      [
        [200, "off"],
        [900, "on"],
        [5000, "off"],
      ],
      700,
    ],
    [
      "twice: the later time",
      [
        [200, "off"],
        [900, "on"],
        [1000, "off"],
        [1300, "on"],
      ],
      1100,
    ],
    [
      "untold first, which nobody would believe",
      [
        [200, null],
        [900, "on"],
      ],
      0,
    ],
    [
      "on first, off later",
      [
        [200, "on"],
        [900, "off"],
      ],
      0,
    ],
  ];
  for (const [name, looks, expected] of cases)
    test(`${name}: ${expected}`, () => assert.equal(filled(seenAs(...looks)), expected));

  const watched: [string, Clock, number | null][] = [
    ["watched from the first node on", startClock(250, 0, true), 0],
    ["where looks began too late", startClock(251, 0, true), null],
    ["of a page that stood already", startClock(100, 0, false), null],
    ["by the time of the script, not of the page", startClock(9250, 9000, true), 0],
  ];
  for (const [name, start, expected] of watched)
    test(`${name}: ${expected}`, () => {
      assert.equal(filled(note(start, { state: "off", isLocked: false }, 9400)), expected);
    });

  test("is known only of a switch that was looked at", () => assert.equal(filled(START), null));

  test("is known only where the first look came soon after the page's change", () => {
    const first = (tick: number, changed: number) =>
      note(START, { state: "off", isLocked: false }, tick, changed);
    assert.equal(filled(first(1000, 850)), 0);
    assert.equal(filled(first(1000, 849)), null);
    // Later looks may come as late as they like.
    const later = note(first(1000, 850), { state: "on", isLocked: false }, 5000, 1100);
    assert.equal(filled(later), 4000);
    const late = note(first(1000, 849), { state: "on", isLocked: false }, 5000, 5000);
    assert.equal(filled(late), null);
  });
});

describe("a state may be told", () => {
  const cases: [string, readonly Look[], number, boolean][] = [
    ["on: at once", [[200, "on"]], 200, true],
    [
      "off: after 3 s",
      [
        [200, "off"],
        [2000, "off"],
      ],
      3200,
      true,
    ],
    [
      "off: not sooner",
      [
        [200, "off"],
        [2000, "off"],
      ],
      3199,
      false,
    ],
    [
      "off where the page has turned it off: after 1 s",
      [
        [200, "on"],
        [300, "off"],
      ],
      1300,
      true,
    ],
    [
      "off where the page has turned it off: not sooner",
      [
        [200, "on"],
        [300, "off"],
      ],
      1299,
      false,
    ],
    [
      "off, on, off: after 1 s",
      [
        [200, "off"],
        [300, "on"],
        [400, "off"],
      ],
      1400,
      true,
    ],
    ["off in a page that slept: not by that", [[200, "off"]], 90_000, false],
    ["none that cannot be told", [[200, null]], 2600, false],
    ["on that is locked: not", [[200, "on", true]], 200, false],
    [
      "on that was locked: at once",
      [
        [200, "on", true],
        [300, "on"],
      ],
      300,
      true,
    ],
    [
      "off that is locked: not",
      [
        [200, "off", true],
        [2000, "off", true],
      ],
      4000,
      false,
    ],
  ];
  for (const [name, looks, tick, expected] of cases)
    test(name, () => assert.equal(isBelievable(seenAs(...looks), tick), expected));
});

test("a switch is locked once it has been for 2.5 s, and no longer filled in", () => {
  const locked = seenAs([200, "on", true]);
  assert.deepEqual(
    [2699, 2700].map((tick) => isLocked(locked, tick)),
    [false, true],
  );
  assert.equal(isLocked(seenAs([200, "on", true], [300, "on"]), 9000), false);
  assert.equal(isLocked(seenAs([0, "on", true]), 2500), true);
});

describe("after a reload a state may be told", () => {
  const cases: [string, number | null, number][] = [
    ["of a page that drew the truth at once: after 500 ms", 0, 500],
    ["of a page that nobody watched: after 3 s", null, 3000],
    ["of a page that took 1 s: after 3 s", 1000, 3000],
    ["of a page that took 1.25 s: after 3 s", 1250, 3000],
    ["of a page that took 1.5 s: after twice that, and 500 ms", 1500, 3500],
    ["of a page that took 15 s: as well", 15_000, 30_500],
  ];
  for (const [name, before, needed] of cases)
    test(name, () => {
      for (const state of ["on", "off"] as const) {
        const clock = { ...seenAs([200, state]), held: needed - 100 };
        assert.deepEqual(
          [299, 300].map((tick) => isChecked(clock, tick, before)),
          [false, true],
        );
      }
    });

  test("where it can be told at all", () => {
    assert.equal(isChecked({ ...seenAs([200, null]), held: 60_000 }, 200, 0), false);
  });

  test("by time in which the page was awake", () => {
    assert.equal(isChecked(seenAs([200, "off"]), 90_000, 0), false);
  });
});
