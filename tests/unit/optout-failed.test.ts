/** A press that failed: what is said of it, for how long, and what another try does. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { OnOff, Verification } from "../../extension/core/schemas.ts";
import type { Look } from "./builders/moments.ts";
import {
  ABSENT,
  JOB,
  LOCKED,
  OFF,
  ON,
  OWED,
  PASSWORD,
  pickedOne,
  SEVERAL,
  saves,
  standing,
  UNTOLD,
  without,
} from "./builders/moments.ts";
import { failed, lost, pressing, saving, verified } from "./builders/stages.ts";
import type { Walk } from "./builders/walk.ts";
import { arriving } from "./builders/walk.ts";

const UNDONE: Verification = { ...OWED, want: "on" };
const undoFailed = (): Walk => arriving({ verification: UNDONE }).wait(100).look(OFF);
const isFresh = ({ state }: Walk): boolean | undefined =>
  state.at === "watching" ? state.result?.isFresh : undefined;
const justOff = standing("off", { held: 2500, wasOn: true });

/** An undo of which the save got no answer. */
const undoLost = (look: Look): Walk => {
  const made = verified().act("undo").look(OFF).kept().pressed("on");
  return made.wait(2500).look(look, saves(made.tick, 0));
};

describe("a press whose save came to nothing, which no fresh page has told", () => {
  const unanswered = (look: Look): Walk => {
    const walk = saving();
    return walk.wait(2500).look(look, saves(walk.tick, 0));
  };
  const never = (look: Look): Walk => {
    const walk = pressing().pressed("on");
    return walk.wait(5000).look(look, saves(walk.tick));
  };
  const stays: [string, Walk][] = [
    ["the page leaves its switch off", unanswered(justOff)],
    ["the page has put its switch back", unanswered(ON)],
    ["the switch cannot be told", unanswered(UNTOLD)],
    ["the switch is gone", unanswered(ABSENT)],
    ["no save showed, and it never moved", never(ON)],
  ];
  for (const [name, walk] of stays)
    test(`failed, whatever the page shows from then on: ${name}`, () => {
      assert.deepEqual([walk.state.at, walk.state.shown.name, walk.done], ["watching", "failed", "end"]);
      assert.deepEqual(walk.effects.at(-1), { do: "end", outcome: "failed", state: null });
      assert.equal(isFresh(walk), false);
      for (const look of [OFF, justOff, UNTOLD, ABSENT, PASSWORD, SEVERAL, without(), pickedOne("off"), ON]) {
        const after = walk.wait(250).look(look).wait(60_000).look(look);
        assert.deepEqual([after.state.shown.name, after.done], ["failed", ""]);
      }
    });

  test("is never told as off, not even where that was asked for elsewhere", () => {
    const hand = arriving({ job: JOB }).wait(100).look(SEVERAL).hand(false, "Something");
    const walk = hand.wait(2500).look(OFF, saves(hand.tick, 0));
    assert.deepEqual([walk.done, walk.state.job], ["end", JOB]);
    assert.equal(walk.wait(60_000).look(OFF).done, "");
    assert.equal(walk.wait(250).look(ON).done, "report-seen claim");
  });

  test("is locked where nobody can move it any more", () => {
    assert.equal(lost().wait(250).look(LOCKED).state.shown.name, "locked");
  });

  test("tells since when", () => {
    const walk = saving();
    const { state, tick } = walk.wait(2500).look(justOff, saves(walk.tick, 0));
    assert.deepEqual(state.at === "watching" && state.result, {
      outcome: "failed",
      want: "off",
      since: tick,
      isFresh: false,
    });
  });
});

describe("another try", () => {
  const wants: [string, Walk, OnOff][] = [
    ["where it stands on", lost().wait(250).look(ON), "off"],
    ["where it cannot be told", lost().wait(250).look(UNTOLD), "off"],
    ["where it is gone", lost().wait(250).look(ABSENT), "off"],
    ["where only what the person picked stands off", lost().wait(250).look(pickedOne("off")), "off"],
    ["of an undo that got no answer, where it stands off", undoLost(OFF), "on"],
    ["after a fresh page", failed(), "off"],
    ["of an undo, after a fresh page", undoFailed(), "on"],
    [
      "of what a fresh page told, of which it is just redrawn off",
      failed().look(standing("off", { held: 0 })),
      "off",
    ],
  ];
  for (const [name, walk, want] of wants)
    test(`presses, to turn it ${want}: ${name}`, () => {
      assert.equal(walk.state.shown.name, "failed");
      const { state, done } = walk.act("retry");
      assert.deepEqual([state.at === "preparing" && state.want, done], [want, ""]);
    });

  const reloads: [string, Walk][] = [
    ["off", lost().wait(250).look(OFF)],
    [
      "off, just now",
      lost()
        .wait(250)
        .look(standing("off", { held: 0 })),
    ],
    ["off, at the look that told that it failed", saving().wait(2500).look(justOff, saves(400, 0))],
    ["on again, after an undo", undoLost(ON)],
  ];
  for (const [name, walk] of reloads)
    test(`loads the page anew where it shows what no site has taken: ${name}`, () => {
      assert.equal(walk.state.shown.name, "failed");
      const after = walk.act("retry");
      assert.deepEqual([after.state, after.effects], [walk.state, [{ do: "reload", by: "browser" }]]);
    });
});

describe("a press that a fresh page has told to have failed", () => {
  test("to turn it off: failed while it is on, and off once it is that", () => {
    const walk = failed().wait(250).look(ON).wait(60_000).look(ON);
    assert.deepEqual([walk.state.shown.name, walk.done, isFresh(walk)], ["failed", "", true]);
    const off = walk.wait(250).look(OFF);
    assert.deepEqual([off.state.shown.name, off.done], ["off", "report-seen"]);
  });

  test("to turn it on again: failed for as long as it is off, and on once it is that", () => {
    const walk = undoFailed().wait(250).look(OFF).wait(60_000).look(OFF);
    assert.deepEqual([walk.state.shown.name, walk.done, isFresh(walk)], ["failed", "", true]);
    const on = walk.wait(250).look(ON);
    assert.deepEqual([on.state.shown.name, on.done], ["again", "report-seen"]);
  });

  test("is failed while nobody can tell", () => {
    for (const walk of [failed(), undoFailed()])
      for (const look of [UNTOLD, ABSENT, SEVERAL, PASSWORD])
        assert.equal(walk.wait(60_000).look(look).state.shown.name, "failed");
  });
});
