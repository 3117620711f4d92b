/**
 * A proof that the page contradicts is taken back, and a failure that turns out to be none is proved anew.
 */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Effect } from "../../extension/core/optout-events.ts";
import type { Verification } from "../../extension/core/schemas.ts";
import {
  ABSENT,
  both,
  LOCKED,
  moment,
  OFF,
  ON,
  OWED,
  PICKED,
  pickedOne,
  SEVERAL,
  standing,
  UNTOLD,
  WAS_OFF,
} from "./builders/moments.ts";
import { verified } from "./builders/stages.ts";
import type { Walk } from "./builders/walk.ts";
import { arriving } from "./builders/walk.ts";

const UNDONE: Verification = { ...OWED, want: "on" };
const end = (outcome: "verified" | "failed", state: "on" | "off" | null): Effect => ({
  do: "end",
  outcome,
  state,
});

describe("a proof that the page contradicts", () => {
  const undone = (): Walk => arriving({ verification: UNDONE }).wait(100).look(ON);
  const picked = (): Walk =>
    arriving({ verification: PICKED, known: WAS_OFF }).wait(100).look(pickedOne("off"));
  const offAgain = standing("off", { held: 1000, wasOn: true });
  for (const [ms, look] of [
    [4999, ON],
    [1, standing("on", { held: 0 })],
  ] as const)
    test(`after ${ms} ms is taken back`, () => {
      const walk = verified().wait(ms).look(look);
      assert.ok(walk.state.at === "watching");
      assert.deepEqual(walk.effects, [{ do: "keep", press: OWED }, end("failed", "on")]);
      const { shown, result, reported } = walk.state;
      assert.deepEqual(
        [shown, reported],
        [{ name: "failed", isProving: false, isAsking: false, since: moment(walk.tick) }, "on"],
      );
      assert.deepEqual(result, { outcome: "failed", want: "off", since: 100, isFresh: true });
    });

  test("of an undo is taken back too", () => {
    for (const ms of [1000, 4999]) {
      const walk = undone().wait(ms).look(offAgain);
      assert.deepEqual(walk.effects, [{ do: "keep", press: UNDONE }, end("failed", "off")]);
      assert.deepEqual([walk.state.shown.name, walk.state.reported], ["failed", "off"]);
      assert.equal(walk.state.known?.off, moment(walk.tick).now);
      assert.deepEqual(
        [walk.wait(250).look(OFF).state.shown.name, walk.wait(250).look(OFF).done],
        ["failed", ""],
      );
    }
    const early = undone()
      .wait(999)
      .look(standing("off", { held: 999, wasOn: true }));
    assert.deepEqual([early.state.shown.name, early.done], ["looking", ""]);
    const later = undone().wait(5000).look(OFF);
    assert.deepEqual([later.state.shown.name, later.done], ["off", "report-seen"]);
  });

  test("of what the person picked is taken back too, and nothing is learnt of the setting", () => {
    const walk = picked().wait(4999).look(pickedOne("on"));
    assert.deepEqual(walk.effects, [{ do: "keep", press: PICKED }, end("failed", "on")]);
    assert.deepEqual([walk.state.shown.name, walk.state.known], ["failed", WAS_OFF]);
    const later = picked().wait(5000).look(pickedOne("on"));
    assert.deepEqual([later.state.shown.name, later.done], ["unsure", ""]);
  });

  test("takes back as well that it was ever off", () => {
    const back = verified().wait(1000).look(ON);
    assert.deepEqual(back.state.known, { state: "on", at: moment(1100).now, off: null, missed: null });
    const unpressed = back
      .act("retry")
      .wait(5000)
      .look(standing("on", { held: 0 }));
    assert.equal(unpressed.state.shown.name, "on");
  });

  test("is said to have failed from then on, until it is off", () => {
    const walk = verified().wait(1000).look(ON).kept().wait(1000).look(ON);
    assert.deepEqual([walk.state.shown.name, walk.done], ["failed", ""]);
    assert.equal(walk.wait(20_000).look(ABSENT).state.shown.name, "failed");
    const off = walk.wait(70_000).look(OFF);
    assert.deepEqual([off.state.shown.name, off.done], ["off", "report-seen"]);
    assert.equal(walk.act("retry").state.at, "preparing");
  });

  test("is proved anew where the page shows it off after all, within a minute", () => {
    const walk = verified().wait(1000).look(ON).kept().wait(20_000).look(OFF);
    assert.deepEqual([walk.state.at, walk.state.shown.name, walk.done], ["saved", "working", "keep"]);
    const asked = walk.kept().wait(2500).look(OFF);
    assert.deepEqual(asked.effects, [{ do: "reload", by: "browser" }]);
  });

  test("by a switch that cannot be told is not contradicted", () => {
    for (const [look, shown] of [
      [UNTOLD, "unsure"],
      [ABSENT, "absent"],
      [standing("on", { isLocked: true }), "looking"],
      [LOCKED, "locked"],
    ] as const) {
      const walk = verified().wait(1000).look(look);
      assert.deepEqual([walk.state.shown.name, walk.done], [shown, ""]);
    }
  });

  test("later was one: it is on again", () => {
    for (const ms of [5000, 600_000]) {
      const walk = verified().wait(ms).look(ON);
      assert.deepEqual(
        [walk.state.shown.name, walk.effects],
        ["again", [{ do: "report-seen", state: "on" }]],
      );
      assert.ok(walk.state.at === "watching");
      assert.deepEqual([walk.state.result, walk.state.press], [null, OWED]);
      const [soon, off] = [walk.wait(250).look(ON), walk.wait(250).look(OFF)];
      assert.deepEqual([soon.state.shown.name, soon.done], ["again", ""]);
      assert.deepEqual([off.state.shown.name, off.done], ["off", "report-seen"]);
    }
  });

  test("later was one, even where the page was being redrawn just then", () => {
    const walk = verified().wait(600_000).look(SEVERAL).wait(250).look(ON);
    assert.deepEqual([walk.state.shown.name, walk.done], ["again", "report-seen"]);
  });

  test("is none where what was picked stands off, whatever else there is", () => {
    const walk = picked()
      .wait(1000)
      .look(both(ON, pickedOne("off")));
    assert.deepEqual([walk.state.shown.name, walk.done], ["verified", "report-seen"]);
  });
});
