/** What a page says on which nothing is under way. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Reading, Result, ViewName } from "../../extension/core/reading.ts";
import { believedState, isSearching, isUnknown, nameOf } from "../../extension/core/reading.ts";
import type { Known } from "../../extension/core/schemas.ts";
import type { State } from "../../extension/core/stability.ts";
import type { Look } from "./builders/moments.ts";
import {
  ABSENT,
  both,
  LOCKED,
  moment,
  OFF,
  ON,
  PASSWORD,
  pickedOne,
  SEVERAL,
  standing,
  UNTOLD,
  WAS_OFF,
  without,
} from "./builders/moments.ts";

const TICK = 500;
const JUST_OFF = standing("off", { held: 0 });
const LONG_LOCKED = { lockedSince: -9000 };
const SINCE_ON: Known = { ...WAS_OFF, state: "on", off: null };

interface Before {
  readonly result?: Result | null;
  readonly known?: Known | null;
}

const say = (look: Look, { result = null, known = null }: Before = {}): ViewName =>
  nameOf(look(TICK), moment(TICK), result, known);

const PROVED: Result = { outcome: "verified", want: "off", since: 0, isFresh: true };
const FAILED: Result = { ...PROVED, outcome: "failed" };

describe("a page", () => {
  const cases: [string, Look, Before, ViewName][] = [
    ["shows it on", ON, {}, "on"],
    ["shows it on, which it was when last seen", ON, { known: SINCE_ON }, "on"],
    ["shows it on, which was off when last seen", ON, { known: WAS_OFF }, "again"],
    ["shows it on just now", standing("on", { held: 0 }), {}, "on"],
    ["shows it off for long", OFF, {}, "off"],
    ["shows it off, and it was known off", OFF, { known: WAS_OFF }, "off"],
    ["shows it off just now", standing("off", { held: 0 }), {}, "looking"],
    ["shows it off after it was on", standing("off", { held: 1000, wasOn: true }), {}, "off"],
    ["shows it, and it cannot be told yet", standing(null, { held: 2999 }), {}, "looking"],
    ["shows it, and it cannot be told", standing(null, { held: 3000 }), {}, "unsure"],
    ["has locked it just now", standing("on", { isLocked: true, lockedSince: TICK - 2499 }), {}, "looking"],
    ["has locked it", standing("on", { isLocked: true, lockedSince: TICK - 2500 }), {}, "locked"],
    ["has locked it, off", standing("off", { isLocked: true, lockedSince: -9000 }), {}, "locked"],
    ["has none, and asks for a password", PASSWORD, {}, "signed-out"],
    [
      "asks for a password beside several",
      without({ asksPassword: true, hasCandidates: true }),
      {},
      "signed-out",
    ],
    ["has several that could be it", SEVERAL, {}, "unsure"],
    ["has several, after long", without({ hasCandidates: true, elapsed: 60_000 }), {}, "unsure"],
    ["has none yet", without(), {}, "looking"],
    ["has none yet, after 25 s less one", without({ elapsed: 24_999 }), {}, "looking"],
    ["has none", without({ elapsed: 25_000 }), {}, "absent"],
    ["shows only what the person picked", pickedOne("off"), {}, "unsure"],
    [
      "shows it off just now, and what the person picked for long",
      both(JUST_OFF, pickedOne("off")),
      {},
      "looking",
    ],
    ["shows it on, and has locked what the person picked", both(ON, pickedOne("on", LONG_LOCKED)), {}, "on"],
    ["has locked it, and not what the person picked", both(LOCKED, pickedOne("on")), {}, "locked"],
  ];
  for (const [name, look, before, expected] of cases)
    test(`${name}: ${expected}`, () => assert.equal(say(look, before), expected));
});

describe("after a proof, a page", () => {
  const cases: [string, Look, ViewName][] = [
    ["shows it off", OFF, "verified"],
    ["shows it off just now", standing("off", { held: 0 }), "verified"],
    ["shows off what the person picked", pickedOne("off"), "verified"],
    ["shows on what the person picked", pickedOne("on"), "unsure"],
    ["shows it on", ON, "on"],
    ["shows it, and it cannot be told", UNTOLD, "unsure"],
    ["has locked it, off", standing("off", { isLocked: true, lockedSince: -9000 }), "locked"],
    ["has it no more", ABSENT, "absent"],
    ["shows off what the person picked, and it on", both(ON, pickedOne("off")), "verified"],
    ["shows on what the person picked, and it off", both(OFF, pickedOne("on")), "off"],
  ];
  for (const [name, look, expected] of cases)
    test(`${name}: ${expected}`, () => assert.equal(say(look, { result: PROVED }), expected));

  test("is just a page where it was turned back on", () => {
    const result: Result = { ...PROVED, want: "on" };
    assert.deepEqual([say(ON, { result }), say(OFF, { result })], ["on", "off"]);
  });
});

describe("after a press that failed, a page", () => {
  const cases: [string, Look, ViewName][] = [
    ["shows it on", ON, "failed"],
    ["shows it off", OFF, "off"],
    ["shows it off just now", standing("off", { held: 0 }), "failed"],
    ["shows it, and it cannot be told", UNTOLD, "failed"],
    ["has locked it", LOCKED, "locked"],
    ["asks for a password", PASSWORD, "failed"],
    ["has several", SEVERAL, "failed"],
    ["has it no more", ABSENT, "failed"],
    ["shows off what the person picked", pickedOne("off"), "failed"],
    ["shows on what the person picked, and it off", both(OFF, pickedOne("on")), "off"],
  ];
  for (const [name, look, expected] of cases)
    test(`${name}: ${expected}`, () => {
      assert.equal(say(look, { result: FAILED }), expected);
      // Whatever was known before.
      assert.equal(say(look, { result: FAILED, known: WAS_OFF }), expected);
    });

  test("that was to turn it on says so until it shows it on", () => {
    const result: Result = { ...FAILED, want: "on" };
    assert.deepEqual(
      [OFF, UNTOLD, ON].map((look) => say(look, { result })),
      ["failed", "failed", "on"],
    );
    assert.equal(say(ON, { result, known: WAS_OFF }), "again");
  });

  for (const want of ["off", "on"] as const)
    test(`and no fresh page has told: it failed, whatever it shows (${want} was wanted)`, () => {
      const result: Result = { ...FAILED, want, isFresh: false };
      for (const look of [ON, OFF, UNTOLD, ABSENT, PASSWORD, SEVERAL, pickedOne(want), without()])
        assert.equal(say(look, { result }), "failed");
      assert.equal(say(LOCKED, { result }), "locked");
    });
});

describe("the state that may be told of a switch", () => {
  const cases: [string, Look, State][] = [
    ["that is on", ON, "on"],
    ["that is off for long", OFF, "off"],
    ["that is off just now", JUST_OFF, null],
    ["that says nothing", UNTOLD, null],
    ["that is locked", standing("on", { isLocked: true }), null],
    ["that is not there", ABSENT, null],
  ];
  for (const [name, look, expected] of cases)
    test(`${name}: ${expected}`, () =>
      assert.equal(believedState(look(TICK).chosen, moment(TICK)), expected));

  test("is what may be believed of it, not what it shows", () => {
    const { chosen } = OFF(TICK);
    assert.equal(believedState(chosen && { ...chosen, state: "on" }, moment(TICK)), "off");
    assert.equal(believedState(chosen, moment(TICK + 2500)), "off");
  });
});

test("four kinds of don't know look like nothing else", () => {
  const names: Record<ViewName, boolean> = {
    looking: false,
    on: false,
    again: false,
    off: false,
    working: false,
    verified: false,
    failed: false,
    "signed-out": true,
    locked: true,
    absent: true,
    unsure: true,
  };
  for (const [name, expected] of Object.entries(names)) assert.equal(isUnknown(name as ViewName), expected);
});

test("a switch is looked for, for 25 s", () => {
  const after = (elapsed: number): Reading => without({ elapsed })(TICK);
  assert.deepEqual([0, 24_999, 25_000].map(after).map(isSearching), [true, true, false]);
});
