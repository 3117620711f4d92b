/** On a fresh page after a press: what it proves, what it does not, and how a proof is taken back. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Effect } from "../../extension/core/optout-events.ts";
import type { ViewName } from "../../extension/core/reading.ts";
import type { Known, OnOff, Verification } from "../../extension/core/schemas.ts";
import type { Look } from "./builders/moments.ts";
import {
  ABSENT,
  both,
  DOCUMENT,
  LOCKED,
  moment,
  OFF,
  ON,
  OWED,
  PASSWORD,
  PICKED,
  pickedOne,
  SEVERAL,
  standing,
  UNTOLD,
  WAS_OFF,
  without,
} from "./builders/moments.ts";
import { verified, verifying } from "./builders/stages.ts";
import type { Walk } from "./builders/walk.ts";
import { arriving } from "./builders/walk.ts";

/** Pressed in this very document. */
const HERE: Verification = { ...OWED, page: DOCUMENT };
const UNDONE: Verification = { ...OWED, want: "on" };
const end = (outcome: "verified" | "failed", state: "on" | "off" | null): Effect => ({
  do: "end",
  outcome,
  state,
});

describe("a fresh page", () => {
  const off = { state: "off", at: moment(100).now, off: moment(100).now, missed: null } as const;
  const on = { state: "on", at: moment(100).now, off: null, missed: null } as const;
  const cases: [string, Verification, Look, "verified" | "failed", ViewName, Known | null][] = [
    ["shows it off, as wanted", OWED, OFF, "verified", "verified", off],
    ["shows it on still", OWED, ON, "failed", "failed", { ...on, off: 1000 }],
    ["shows it on, as wanted", UNDONE, ON, "verified", "on", on],
    ["shows it off still", UNDONE, OFF, "failed", "failed", off],
    ["shows off what the person picked", PICKED, pickedOne("off"), "verified", "verified", WAS_OFF],
    ["shows on what the person picked", PICKED, pickedOne("on"), "failed", "failed", WAS_OFF],
    [
      "shows that off, and the setting's on",
      PICKED,
      both(ON, pickedOne("off")),
      "verified",
      "verified",
      WAS_OFF,
    ],
    ["shows that on, and the setting's off", PICKED, both(OFF, pickedOne("on")), "failed", "failed", WAS_OFF],
  ];
  for (const [name, verification, look, outcome, shown, known] of cases)
    test(`${name}: ${outcome}`, () => {
      const walk = arriving({ verification, known: WAS_OFF }).wait(100).look(look);
      const state = look(100).subject?.state as OnOff;
      assert.ok(walk.state.at === "watching");
      assert.deepEqual(walk.effects, [end(outcome, state)]);
      assert.deepEqual(walk.state.shown, { name: shown, isProving: false, since: moment(100) });
      assert.deepEqual(walk.state.result, { outcome, want: verification.want, since: 100, isFresh: true });
      assert.equal(walk.state.seen, state);
      assert.deepEqual(walk.state.known, known);
      // Of what the person picked nobody knows whether it is the setting: that is not told as seen.
      assert.equal(walk.state.reported, verification.picked === null ? state : "");
      assert.deepEqual(walk.state.press, verification);
    });

  test("told once is not told again", () => {
    const again = verified().wait(60_000).look(OFF);
    assert.deepEqual([again.state.shown.name, again.done], ["verified", ""]);
    const back = arriving({ verification: UNDONE }).wait(100).look(ON).wait(60_000).look(ON);
    assert.deepEqual([back.state.shown.name, back.done], ["on", ""]);
  });
});

describe("how long a fresh page has to stand still", () => {
  const cases: [string, Partial<Verification>, number][] = [
    ["one that drew the truth at once", { filled: 0 }, 500],
    ["one that nobody watched being drawn", { filled: null }, 3000],
    ["one that filled in the truth soon", { filled: 100 }, 3000],
    ["one that filled in the truth late", { filled: 2000 }, 4500],
  ];
  for (const [name, changes, needed] of cases)
    test(`${name}: ${needed} ms`, () => {
      const verification = { ...OWED, ...changes };
      const walk = verifying({ verification }).wait(9000);
      const sooner = walk.look(standing("off", { held: needed - 1 }));
      assert.deepEqual([sooner.state.at, sooner.done, sooner.state.shown.name], ["verifying", "", "working"]);
      assert.equal(walk.look(standing("off", { held: needed })).state.shown.name, "verified");
      // Whatever the setting's own switch does, where the person picked another one.
      const picked = verifying({ verification: { ...verification, picked: "Something" } }).wait(9000);
      const after = (held: number, other: Look) => picked.look(both(other, pickedOne("off", { held }))).done;
      for (const other of [OFF, ON, standing("off", { held: 0 }), UNTOLD])
        assert.deepEqual(
          [needed - 1, needed].map((held) => after(held, other)),
          ["", "end"],
        );
    });

  test("… and is parsed to its end", () => {
    const walk = verifying()
      .wait(100)
      .look(standing("off", { reading: { isParsing: true } }));
    assert.deepEqual([walk.state.at, walk.state.shown.name, walk.done], ["verifying", "working", ""]);
  });
});

describe("a fresh page that does not tell", () => {
  const cases: [string, Verification, Look, ViewName][] = [
    ["nothing drawn yet", OWED, without(), "working"],
    ["drawn, not settled", OWED, standing("off", { held: 0 }), "working"],
    ["drawn, on, not settled", OWED, standing("on", { held: 0 }), "working"],
    ["drawn, untold", OWED, standing(null, { held: 0 }), "working"],
    ["drawn, untold for long", OWED, standing(null, { held: 2999 }), "working"],
    ["drawn, and it stays untold", OWED, standing(null, { held: 3000 }), "unsure"],
    ["picked, not settled", PICKED, pickedOne("off", { held: 0 }), "working"],
    ["the switch is gone", OWED, ABSENT, "absent"],
    ["the one that was picked is gone", PICKED, SEVERAL, "unsure"],
    ["several in its place", OWED, SEVERAL, "unsure"],
    ["a password instead", OWED, PASSWORD, "signed-out"],
    ["locked", OWED, standing(null, { isLocked: true, lockedSince: -5000 }), "locked"],
  ];
  for (const [name, verification, look, shown] of cases)
    test(`${name}: ${shown}`, () => {
      const walk = verifying({ verification }).wait(100).look(look);
      assert.deepEqual([walk.state.at, walk.done], ["verifying", ""]);
      assert.deepEqual(walk.state.shown, { name: shown, isProving: true, since: moment(100) });
      // Nothing is lost by that: the proof can still come.
      assert.equal(walk.look(verification === PICKED ? pickedOne("off") : OFF).state.shown.name, "verified");
    });

  test("is not kept as unknown: the press still waits for its proof", () => {
    const walk = verifying().wait(100).look(ABSENT).wait(60_000).look(ABSENT);
    assert.deepEqual([walk.state.at, walk.done], ["verifying", ""]);
    assert.deepEqual(walk.act("retry").effects, [{ do: "reload" }]);
  });

  test("is a sign-in page: the proof waits behind it", () => {
    for (const verification of [
      OWED,
      HERE,
      { ...HERE, saved: null },
      PICKED,
      { ...PICKED, page: DOCUMENT },
    ]) {
      const walk = verifying({ verification, visit: { isSignIn: true } });
      for (const look of [PASSWORD, without(), ABSENT, SEVERAL, OFF, ON, pickedOne("off")]) {
        const { state, done } = walk.wait(5000).look(look).wait(60_000).look(look);
        assert.deepEqual(
          [state.at, state.shown.name, state.shown.isProving, done],
          ["verifying", "signed-out", true, ""],
        );
      }
    }
  });

  test("says so of a switch that stays untold, and takes the proof once it tells", () => {
    const walk = verifying().wait(60_000).look(UNTOLD);
    assert.deepEqual([walk.state.shown.name, walk.state.shown.isProving, walk.done], ["unsure", true, ""]);
    assert.deepEqual(walk.act("retry").effects, [{ do: "reload" }]);
    assert.equal(walk.wait(500).look(standing("off", { held: 500 })).done, "end");
  });

  test("shows since when it says so", () => {
    const walk = verifying().wait(100).look(without()).wait(50).look(without()).wait(50).look(ABSENT);
    assert.deepEqual(walk.state.shown.since, moment(200));
  });
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
        [{ name: "failed", isProving: false, since: moment(walk.tick) }, "on"],
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
    const off = walk.wait(20_000).look(OFF);
    assert.deepEqual([off.state.shown.name, off.done], ["off", "report-seen"]);
    assert.equal(walk.act("retry").state.at, "preparing");
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
