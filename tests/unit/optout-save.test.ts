/** From the press to the reload: when the page's save is over, and what it is left to stand for. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Save } from "../../extension/core/schemas.ts";
import type { Look } from "./builders/moments.ts";
import {
  ABSENT,
  DOCUMENT,
  OFF,
  ON,
  OWED,
  PICKED,
  QUIET,
  SEVERAL,
  saves,
  standing,
  UNTOLD,
} from "./builders/moments.ts";
import { holding, pressing, saved, saving } from "./builders/stages.ts";
import type { Walk } from "./builders/walk.ts";
import { arriving } from "./builders/walk.ts";

/** As it is pressed: which look ends the wait for its save, how, and what it comes to. */
describe("the save", () => {
  const kept = "saved: keep";
  const lost = "watching: end";
  const back = standing("on", { held: 0 });
  const taken = (status: number): Save => ({ kind: "saved", status });
  const refused = (status: number): Save => ({ kind: "refused", status });
  const unseen: Save = { kind: "unseen", status: 0 };
  const cases: [string, Walk, Look, number[], number, string, Save | null][] = [
    ["is answered", saving(), OFF, [200], 250, kept, taken(200)],
    ["is answered, and another may come", saving(), OFF, [200], 249, "", null],
    ["is refused", saving(), OFF, [500], 2500, kept, refused(500)],
    ["is refused, and may be tried again", saving(), OFF, [500], 2499, "", null],
    ["is refused, and the switch put back", saving(), back, [500], 250, kept, refused(500)],
    ["is refused, never having moved", pressing().pressed("on"), ON, [500], 2500, kept, refused(500)],
    ["is answered, never having moved", pressing().pressed("on"), ON, [200], 250, kept, taken(200)],
    ["is tried again, and the switch put back", saving(), back, [500, 200], 250, kept, refused(500)],
    ["is refused and tried again", saving(), OFF, [500, 204], 250, kept, taken(204)],
    ["gets no answer", saving(), back, [0], 2500, lost, { kind: "unreachable", status: 0 }],
    ["gets no answer yet", saving(), OFF, [0], 2499, "", null],
    ["does not show, the switch moved", saving(), OFF, [], 12_000, kept, unseen],
    ["does not show yet", saving(), OFF, [], 11_999, "", null],
    ["is not sent, and the switch put back", saving(), back, [], 2500, kept, unseen],
    ["does not show, nor does it move", pressing().pressed("on"), ON, [], 5000, lost, unseen],
    ["moves the switch late", pressing().pressed("on"), OFF, [], 12_000, kept, unseen],
    ["is under way, the page says", saving(), standing("off", { isBusy: true }), [], 14_999, "", null],
    ["is under way for too long", saving(), standing("off", { isBusy: true }), [], 15_000, kept, unseen],
    ["locks the switch", saving(), standing("off", { isLocked: true }), [], 14_999, "", null],
    ["takes the switch away", saving(), ABSENT, [], 12_000, kept, unseen],
    ["leaves it untold", saving(), UNTOLD, [], 250, "", null],
  ];
  for (const [name, walk, look, statuses, quiet, does, save] of cases)
    test(`${name}: ${does || "goes on"}`, () => {
      const after = walk.wait(quiet).look(look, saves(walk.tick, ...statuses));
      const isMoved = after.state.at !== "saving";
      assert.equal(isMoved ? `${after.state.at}: ${after.done}` : after.done, does);
      assert.deepEqual(after.state.press?.saved, save);
    });

  test("of what only the person could tell, taken up again, need not have moved it", () => {
    const here = { ...PICKED, page: DOCUMENT, saved: null };
    const walk = arriving({ verification: here }).wait(5000);
    assert.equal(walk.look(SEVERAL, saves(0)).state.at, "saved");
    const own = arriving({ verification: { ...OWED, page: DOCUMENT, saved: null } }).wait(5000);
    assert.equal(own.look(SEVERAL, saves(0)).state.at, "watching");
  });

  test("is not waited for where nobody watches it", () => {
    assert.equal(saving().wait(60_000).look(OFF).state.at, "saving");
  });

  test("that was lost: told as failed, with the page as it stands", () => {
    const walk = saving();
    const after = walk.wait(2500).look(ON, saves(walk.tick, 0));
    const { press } = after.state;
    assert.deepEqual(press?.saved, { kind: "unreachable", status: 0 });
    assert.deepEqual(after.effects, [{ do: "end", outcome: "failed", state: null }]);
    assert.deepEqual([after.state.shown.name, after.state.press?.after], ["failed", "on"]);
  });

  test("of a page that asks without end is over 30 s after the press", () => {
    const [quick, slow] = [saving(), pressing().pressed("on")];
    for (const [walk, look] of [
      [quick, OFF],
      [slow, standing("on", { isBusy: true })],
    ] as const) {
      let asked = walk;
      const since = walk.tick;
      for (let ms = 200; ms < 30_000; ms += 200) {
        asked = asked.wait(200).look(look, { ...QUIET, since, latest: asked.tick + 200, statuses: [200] });
        assert.equal(asked.state.at, "saving");
      }
      const over = asked.wait(200).look(look, { ...QUIET, since, latest: asked.tick + 200, statuses: [200] });
      assert.deepEqual([over.state.at, over.state.press?.saved], ["saved", { kind: "saved", status: 200 }]);
    }
  });

  test("of a page that asks without end, and gets no answer, is lost 30 s after the press", () => {
    const { tick: since } = saving();
    const walk = saving().wait(29_999);
    const look = (one: Walk): Walk => one.look(OFF, { ...QUIET, since, latest: one.tick, statuses: [0, 0] });
    assert.equal(look(walk).state.at, "saving");
    assert.equal(look(walk.wait(1)).done, "end");
  });

  test("keeps what the switch showed last before the reload", () => {
    const walk = saving();
    const shown = (look: Look) => walk.wait(12_000).look(look, saves(walk.tick)).state.press?.after;
    assert.deepEqual([shown(OFF), shown(back), shown(ABSENT), shown(UNTOLD)], ["off", "on", null, null]);
  });

  test("put back before it was ever off is none that was put back", () => {
    const walk = pressing().pressed("on").wait(250);
    assert.equal(walk.look(ON, saves(walk.tick - 250, 500)).state.at, "saving");
    // … but after any look that showed it off.
    const moved = walk.look(OFF, saves(walk.tick - 250, 500));
    assert.equal(moved.look(ON, saves(walk.tick - 250, 500)).state.at, "saved");
  });
});

describe("a page that asks first", () => {
  const asks = { ...QUIET, asked: "now" } as const;
  /** Asked for a minute, with the switch as it stands meanwhile. */
  const asked = (walk: Walk, look: Look): Walk => {
    const at = walk
      .wait(250)
      .look(look, { ...asks, since: walk.tick, latest: walk.tick })
      .wait(60_000);
    return at.look(look, { ...asks, since: at.tick, latest: at.tick });
  };
  const answered = (walk: Walk, ...statuses: number[]) =>
    ({ ...saves(walk.tick, ...statuses), asked: "before" }) as const;
  const moved = asked(saving(), OFF);
  const unmoved = asked(pressing().pressed("on"), ON);

  test("is waited for without an end, and the banner says so", () => {
    for (const { state, done } of [moved, unmoved]) {
      assert.deepEqual([state.at, done], ["saving", ""]);
      assert.deepEqual([state.shown.name, state.shown.isAsking], ["working", true]);
    }
  });

  test("and is told to go on: its save is waited for as any other", () => {
    for (const walk of [moved, unmoved]) {
      const waiting = walk.wait(2499).look(OFF, answered(walk));
      assert.deepEqual([waiting.state.at, waiting.state.shown.isAsking], ["saving", false]);
      const over = walk.wait(250).look(OFF, answered(walk, 200));
      assert.deepEqual([over.state.at, over.state.press?.saved?.kind], ["saved", "saved"]);
    }
  });

  test("and is told not to: it was declined, and no fresh page is asked for", () => {
    for (const walk of [moved, unmoved]) {
      assert.equal(walk.wait(2499).look(ON, answered(walk)).state.at, "saving");
      const over = walk.wait(2500).look(ON, answered(walk));
      assert.deepEqual([over.state.at, over.state.shown.name, over.done], ["watching", "failed", "end"]);
      assert.deepEqual(over.state.press?.saved, { kind: "declined", status: 0 });
    }
  });

  test("and has sent something else meanwhile: only a fresh page can tell", () => {
    const over = moved.wait(2500).look(ON, { ...answered(moved), hasOther: true });
    assert.deepEqual([over.state.at, over.state.press?.saved?.kind], ["saved", "unseen"]);
  });

  test("what had been saved before is no question of it", () => {
    const walk = saving();
    const over = walk.wait(250).look(OFF, { ...asks, since: walk.tick, latest: walk.tick, statuses: [200] });
    assert.deepEqual([over.state.at, over.state.shown.isAsking], ["saved", false]);
  });
});

describe("what was saved", () => {
  test("is left to stand for 2.5 s, and not where the page takes it back, or the switch away", () => {
    for (const look of [ON, ABSENT, UNTOLD, SEVERAL]) {
      const walk = holding().wait(100).look(look);
      assert.deepEqual([walk.state.at, walk.done], ["reloading", "reload"]);
    }
  });

  test("of a switch that only the person could tell stands by itself", () => {
    const hand = arriving().wait(100).look(SEVERAL).hand(false, "Something");
    const held = hand.wait(250).look(SEVERAL, saves(hand.tick, 200)).kept();
    assert.equal(held.wait(2499).look(SEVERAL).state.at, "holding");
    assert.equal(held.wait(2500).look(SEVERAL).state.at, "reloading");
  });

  test("or refused is looked up on a fresh page at once", () => {
    const refused = saved(500).kept();
    assert.deepEqual([refused.state.at, refused.done], ["reloading", "reload"]);
    const made = saving();
    const unseen = made.wait(12_000).look(OFF, saves(made.tick)).kept();
    assert.deepEqual([unseen.state.at, unseen.done], ["reloading", "reload"]);
  });

  test("is off in the document in which it was pressed, and that proves nothing", () => {
    const walk = saved().kept().wait(60_000).look(OFF).wait(100).look(OFF);
    assert.deepEqual([walk.state.at, walk.done, walk.state.shown.name], ["reloading", "", "working"]);
  });
});

describe("a fresh page that does not come", () => {
  /** Looks twice a second for so many ms. */
  const looks = (walk: Walk, ms: number): Walk => {
    let at = walk;
    for (let left = ms; left > 0; left -= 500) at = at.wait(500).look(OFF);
    return at;
  };
  const asked = saved().kept().wait(2500).look(OFF);

  test("is asked for past the page's own router first", () => {
    assert.deepEqual(asked.effects, [{ do: "reload", by: "browser" }]);
    assert.equal(looks(asked, 2500).state.shown.name, "working");
  });
  test("then by the page", () => {
    const again = looks(asked, 2500).wait(500).look(OFF);
    assert.deepEqual(again.effects, [{ do: "reload", by: "page" }]);
    assert.equal(again.state.shown.name, "working");
  });
  test("then it is told that nothing was proved, and not more often", () => {
    const told = looks(asked, 15_500);
    assert.deepEqual([told.state.at, told.state.shown.name], ["reloading", "unsure"]);
    assert.equal(told.state.shown.isProving, true);
    const later = looks(told, 60_000);
    assert.deepEqual([later.state, later.done], [{ ...told.state, looked: later.tick }, ""]);
  });
  test("is told at once where the browser has asked whether to stay, and the person does", () => {
    const stayed = asked.wait(8000).look(OFF);
    assert.deepEqual([stayed.state.shown.name, stayed.done], ["unsure", ""]);
  });
  test("is asked for again by a person's own click", () => {
    const again = looks(asked, 15_500).act("retry");
    assert.deepEqual(again.effects, [{ do: "reload", by: "browser" }]);
    assert.deepEqual([again.state.at, again.state.shown.name], ["reloading", "working"]);
    assert.equal(looks(again, 15_500).state.shown.name, "unsure");
  });
});
