/** What the background is told of a page on which nothing is under way, and when. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Effect } from "../../extension/core/optout-events.ts";
import type { Job, Unknown } from "../../extension/core/schemas.ts";
import type { Look } from "./builders/moments.ts";
import {
  ABSENT,
  both,
  JOB,
  LOCKED,
  moment,
  OFF,
  ON,
  PASSWORD,
  PICKED,
  pickedOne,
  SEVERAL,
  standing,
  UNTOLD,
  WAS_OFF,
  without,
} from "./builders/moments.ts";
import { watchingOn } from "./builders/stages.ts";
import type { Walk } from "./builders/walk.ts";
import { arriving } from "./builders/walk.ts";

const LOOK_JOB: Job = { ...JOB, want: "look" };
const seen = (state: "on" | "off"): Effect => ({ do: "report-seen", state });
const unknown = (why: Unknown): Effect => ({ do: "report-unknown", why });

describe("a state that is seen", () => {
  test("on is told at once, and once", () => {
    const walk = arriving()
      .wait(1)
      .look(standing("on", { held: 0 }));
    assert.deepEqual(walk.effects, [seen("on")]);
    assert.equal(walk.wait(60_000).look(ON).done, "");
  });

  test("on, which was off before or is only looked at, is told once it has lasted", () => {
    for (const how of [{ known: WAS_OFF }, { job: LOOK_JOB }]) {
      const walk = arriving(how)
        .wait(100)
        .look(standing("on", { held: 1499 }));
      assert.equal(walk.done, "");
      assert.equal(walk.state.shown.name, "known" in how ? "looking" : "on");
      assert.deepEqual(walk.look(standing("on", { held: 1500 })).effects, [seen("on")]);
    }
  });

  test("what is scrolled out of sight later is not kept as absent", () => {
    const walk = watchingOn().wait(40_000).look(ABSENT);
    assert.equal(walk.state.shown.name, "absent");
    assert.equal(walk.wait(10_000).look(ABSENT).done, "");
  });

  test("off that nobody asked for is told after 10 s, and once", () => {
    const walk = arriving()
      .wait(100)
      .look(standing("off", { held: 9999 }));
    assert.deepEqual([walk.state.shown.name, walk.done], ["off", ""]);
    const later = walk.wait(1).look(standing("off", { held: 10_000 }));
    assert.deepEqual(later.effects, [seen("off")]);
    assert.equal(later.wait(60_000).look(OFF).done, "");
  });

  test("each time that it changes", () => {
    const walk = watchingOn().wait(1000).look(OFF);
    assert.deepEqual(walk.effects, [seen("off")]);
    assert.deepEqual(walk.wait(1000).look(ON).effects, [seen("on")]);
  });

  for (const job of [JOB, LOOK_JOB])
    test(`off is told as soon as it may be where a job asks (${job.want})`, () => {
      const walk = arriving({ job })
        .wait(100)
        .look(standing("off", { held: 2999 }));
      assert.equal(walk.done, "");
      const told = walk.look(standing("off", { held: 3000 }));
      assert.deepEqual([told.effects, told.state.job], [[seen("off")], null]);
    });

  test("not while it is locked, or cannot be told", () => {
    for (const look of [UNTOLD, standing("on", { isLocked: true }), without()])
      assert.equal(arriving().wait(100).look(look).done, "");
  });
});

describe("beside a switch that the person picked", () => {
  const picked = (): Walk => arriving({ verification: PICKED }).wait(100).look(pickedOne("off"));

  test("what is told of the setting is never what the other one shows", () => {
    for (const state of ["on", "off"] as const)
      assert.equal(picked().wait(20_000).look(pickedOne(state)).done, "");
    const justOff = both(standing("off", { held: 9999 }), pickedOne("off"));
    assert.equal(picked().wait(20_000).look(justOff).done, "");
    const settled = both(standing("off", { held: 10_000 }), pickedOne("off", { held: 0 }));
    assert.deepEqual(picked().wait(20_000).look(settled).effects, [seen("off")]);
  });

  test("it is told to be on where its own switch is", () => {
    const walk = picked()
      .wait(20_000)
      .look(both(ON, pickedOne("off")));
    assert.deepEqual([walk.state.shown.name, walk.effects], ["verified", [seen("on")]]);
  });
});

// A fault that is known: what the picked switch showed counts as told of the setting.
test("a proof of the other one that is taken back tells nothing of it", () => {
  const look = both(ON, pickedOne("on"));
  const back = arriving({ verification: PICKED }).wait(100).look(pickedOne("off")).wait(1000).look(look);
  assert.deepEqual([back.state.shown.name, back.state.reported], ["failed", ""]);
  assert.equal(back.wait(250).look(look).done, "report-seen");
});

describe("a job to turn it off", () => {
  test("asks whether it is still good once it is on", () => {
    const walk = arriving({ job: JOB }).wait(100).look(ON);
    assert.deepEqual(walk.effects, [seen("on"), { do: "claim" }]);
    assert.equal(walk.state.job, null);
    assert.equal(walk.claimed(true).state.at, "preparing");
    const bad = walk.claimed(false);
    assert.deepEqual([bad.state, bad.done], [{ ...walk.state, isClaiming: false }, ""]);
    assert.equal(bad.wait(250).look(ON).done, "");
  });

  test("is over where it is off", () => {
    const walk = arriving({ job: JOB }).wait(100).look(OFF);
    assert.deepEqual(walk.effects, [seen("off")]);
    assert.deepEqual(walk.wait(100).look(ON).effects, [seen("on")]);
  });

  test("to look is over where it is on", () => {
    assert.deepEqual(arriving({ job: LOOK_JOB }).wait(100).look(ON).effects, [seen("on")]);
  });

  test("stopped before, asks for nothing", () => {
    assert.deepEqual(arriving({ job: JOB }).act("stop").wait(100).look(ON).effects, [seen("on")]);
  });
});

describe("a state that is not known", () => {
  const looks: [Unknown, Look][] = [
    ["locked", LOCKED],
    ["signed-out", PASSWORD],
    ["absent", ABSENT],
    ["unsure", SEVERAL],
  ];
  for (const [why, look] of looks)
    test(`${why} is told once it has stood for 3 s, and once`, () => {
      const walk = arriving().wait(100).look(look);
      assert.deepEqual([walk.state.shown.name, walk.done], [why, ""]);
      assert.equal(walk.wait(2999).look(look).done, "");
      const told = walk.wait(3000).look(look);
      assert.deepEqual(told.effects, [unknown(why)]);
      assert.equal(told.wait(60_000).look(look).done, "");
    });

  test("counts from when it was shown first", () => {
    const walk = arriving().wait(60_000).look(SEVERAL).wait(1500).look(PASSWORD).wait(1500).look(PASSWORD);
    assert.equal(walk.done, "");
    assert.deepEqual(walk.wait(1500).look(PASSWORD).effects, [unknown("signed-out")]);
  });

  test("is told again after it was known meanwhile", () => {
    const told = arriving().wait(100).look(SEVERAL).wait(3000).look(SEVERAL).look(ON);
    assert.deepEqual(told.effects, [seen("on")]);
    assert.deepEqual(told.look(SEVERAL).wait(3000).look(SEVERAL).effects, [unknown("unsure")]);
  });

  test("leaves the job to what comes later", () => {
    const walk = arriving({ job: JOB }).wait(100).look(SEVERAL).wait(3000).look(SEVERAL);
    assert.deepEqual([walk.effects, walk.state.job], [[unknown("unsure")], JOB]);
    assert.equal(walk.look(ON).done, "report-seen claim");
  });

  test("is expected where a job meets a password: that is waited for", () => {
    const walk = arriving({ job: JOB }).wait(100).look(PASSWORD).wait(60_000).look(PASSWORD);
    assert.deepEqual([walk.state.shown.name, walk.done], ["signed-out", ""]);
  });

  test("is not told of sign-in pages, which say signed out whatever there is", () => {
    for (const job of [null, JOB])
      for (const look of [PASSWORD, ABSENT, SEVERAL, without()]) {
        const walk = arriving({ visit: { isSignIn: true }, job })
          .wait(100)
          .look(look);
        assert.equal(walk.state.shown.name, "signed-out");
        assert.equal(walk.wait(60_000).look(look).done, "");
      }
  });

  test("is not told of a page on which it is being looked for", () => {
    assert.equal(arriving().wait(100).look(without()).wait(15_000).look(without()).done, "");
  });

  test("is not told while a press is under way", () => {
    const walk = watchingOn().act("turn-off").wait(4000).look(ABSENT);
    assert.deepEqual([walk.state.at, walk.done], ["preparing", ""]);
  });
});

test("what is shown is shown since it was shown first", () => {
  const walk = arriving().wait(100).look(without());
  assert.deepEqual(walk.state.shown, {
    name: "looking",
    isProving: false,
    isAsking: false,
    since: moment(0),
  });
  const on = walk.wait(100).look(ON).wait(100).look(ON);
  assert.deepEqual(on.state.shown, { name: "on", isProving: false, isAsking: false, since: moment(200) });
  // The page draws it anew where it is another one.
  assert.equal(on.wait(100).look(ON).state.shown, on.state.shown);
});
