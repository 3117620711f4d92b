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
import { arriving } from "./builders/walk.ts";

/** Pressed in this very document. */
const HERE: Verification = { ...OWED, page: DOCUMENT };
const UNDONE: Verification = { ...OWED, want: "on" };
const end = (outcome: "verified" | "failed", state: "on" | "off" | null): Effect => ({
  do: "end",
  outcome,
  state,
});

test("what nobody can move yet is given longer: it may not have the truth", () => {
  for (const locked of [{ isLocked: true }, { isBusy: true }]) {
    const look = (held: number) =>
      arriving({ verification: OWED })
        .wait(100)
        .look(standing("off", { ...locked, held }));
    assert.deepEqual([look(5900).state.at, look(5900).state.shown.name], ["verifying", "working"]);
    assert.equal(look(6000).state.shown.name, "verified");
  }
});

describe("a page in which the person has pressed before it stood so", () => {
  const touched = (state: OnOff) =>
    arriving({ verification: OWED })
      .wait(100)
      .look(standing(state, { isTouched: true }));

  test("off is its own word: a fresh one is to tell", () => {
    const walk = touched("off");
    assert.equal(walk.state.at, "reloading");
    assert.deepEqual(walk.effects, [{ do: "reload", by: "browser" }]);
  });
  test("their save is given its time", () => {
    const fresh = { isTouched: true, held: 2400 };
    const walk = arriving({ verification: OWED }).wait(100).look(standing("off", fresh));
    assert.deepEqual([walk.state.at, walk.state.shown.name, walk.effects], ["verifying", "working", []]);
  });
  test("on is told", () => assert.equal(touched("on").state.shown.name, "failed"));
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
      assert.deepEqual(walk.state.shown, {
        name: shown,
        isProving: false,
        isAsking: false,
        since: moment(100),
      });
      assert.deepEqual(walk.state.result, { outcome, want: verification.want, since: 100, isFresh: true });
      assert.equal(walk.state.seen, state);
      assert.deepEqual(walk.state.known, known);
      // Of what the person picked nobody knows whether it is the setting: that is not told as seen.
      assert.equal(walk.state.reported, verification.picked === null ? state : "");
      assert.deepEqual(walk.state.press, verification);
    });

  test("that shows what was true before an accepted save is looked at for longer", () => {
    const Old = standing("on", { held: 5900 });
    const walk = arriving({ verification: OWED }).wait(5900).look(Old);
    assert.deepEqual([walk.state.at, walk.state.shown.name, walk.done], ["verifying", "working", ""]);
    const late = walk.wait(600).look(standing("off", { held: 550, wasOn: true }));
    assert.deepEqual(late.effects, [end("verified", "off")]);
    const failed = walk.wait(100).look(standing("on", { held: 6000 }));
    assert.deepEqual(failed.effects, [end("failed", "on")]);
  });
  test("of a save that was refused fails at once", () => {
    const refused: Verification = { ...OWED, saved: { kind: "refused", status: 500 } };
    const walk = arriving({ verification: refused })
      .wait(600)
      .look(standing("on", { held: 600 }));
    assert.deepEqual(walk.effects, [end("failed", "on")]);
  });

  test("of a save that was refused is no proof of the reverse at once", () => {
    for (const kind of ["refused", "unreachable"] as const) {
      const lost: Verification = { ...OWED, filled: 0, saved: { kind, status: 0 } };
      const at = (held: number) =>
        arriving({ verification: lost }).wait(held).look(standing("off", { held }));
      assert.deepEqual([at(2900).state.shown.name, at(3000).state.shown.name], ["working", "verified"]);
    }
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
      assert.deepEqual(walk.state.shown, {
        name: shown,
        isProving: true,
        isAsking: false,
        since: moment(100),
      });
      // Nothing is lost by that: the proof can still come.
      assert.equal(walk.look(verification === PICKED ? pickedOne("off") : OFF).state.shown.name, "verified");
    });

  test("is not kept as unknown: the press still waits for its proof", () => {
    const walk = verifying().wait(100).look(ABSENT).wait(60_000).look(ABSENT);
    assert.deepEqual([walk.state.at, walk.done], ["verifying", ""]);
    assert.deepEqual(walk.act("retry").effects, [{ do: "reload", by: "browser" }]);
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
    assert.deepEqual(walk.act("retry").effects, [{ do: "reload", by: "browser" }]);
    assert.equal(walk.wait(500).look(standing("off", { held: 500 })).done, "end");
  });

  test("shows since when it says so", () => {
    const walk = verifying().wait(100).look(without()).wait(50).look(without()).wait(50).look(ABSENT);
    assert.deepEqual(walk.state.shown.since, moment(200));
  });
});
