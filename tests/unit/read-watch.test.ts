/** A state that is read while the person presses: what is believed of it, and when it is proved. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { ReadWatch } from "../../extension/core/read-watch.ts";
import { dueOf, keepable, notePress, noteValue, startReadWatch } from "../../extension/core/read-watch.ts";
import type { OnOff } from "../../extension/core/schemas.ts";

const BEAT = 250; // ms

/** Reads the values one after another, each for so many ms. */
const watched = (isReloaded: boolean, ...values: [OnOff | null, number][]): [ReadWatch, number] => {
  let watch = startReadWatch(isReloaded, false, 0);
  let tick = 0;
  for (const [value, ms] of values)
    for (const end = tick + ms; tick < end; tick += BEAT) watch = noteValue(watch, value, tick);
  return [watch, tick];
};

test("a value that has not held is not believed", () => {
  assert.equal(watched(false, ["off", 750])[0].seen, null);
  assert.equal(watched(false, ["off", 750], ["on", 2000])[0].seen, "on");
  assert.equal(watched(false, ["off", 2000])[0].seen, "off");
});

describe("turned off on the page", () => {
  const [made, tick] = watched(false, ["on", 2000], ["off", 2000]);

  test("it is a change to be proved, and not kept as off", () => {
    assert.notEqual(made.changedAt, null);
    assert.equal(keepable(made), null);
  });
  test("also where its row was drawn anew between", () => {
    const [between] = watched(false, ["on", 2000], [null, 500], ["off", 2000]);
    assert.notEqual(between.changedAt, null);
    const [long] = watched(false, ["on", 2000], [null, 3000], ["off", 2000]);
    assert.notEqual(long.changedAt, null);
    assert.equal(keepable(long), null);
  });
  test("it is loaded anew once its saves are done", () => {
    const at = (made.changedAt ?? 0) + 2500;
    assert.equal(dueOf(made, 0, at - 1), "nothing");
    assert.equal(dueOf(made, 0, at), "reload");
    assert.equal(dueOf(made, 1, at), "nothing");
    assert.equal(dueOf(made, 1, at + 60_000), "give-up");
  });
  test("turned on again, nothing is to be proved", () => {
    const [back] = watched(false, ["on", 2000], ["off", 2000], ["on", 2000]);
    assert.equal(dueOf(back, 0, tick + 60_000), "nothing");
    assert.equal(keepable(back), "on");
  });
});

test("pressed before on has held, off is no proof, though the page was loaded anew", () => {
  const [drawn, tick] = watched(true, ["on", 500]);
  const off = (watch: ReadWatch): ReadWatch => noteValue(noteValue(watch, "off", tick), "off", tick + 1000);
  const pressed = off(notePress(drawn));
  assert.equal(pressed.isReread, false);
  assert.equal(keepable(pressed), null);
  assert.equal(dueOf(pressed, 0, tick + 60_000), "reload");
  // Nor before anything was read of it.
  const unread = off(notePress(startReadWatch(true, false, 0)));
  assert.equal(unread.isReread, false);
  assert.equal(dueOf(unread, 0, tick + 60_000), "reload");
  assert.equal(keepable(off(notePress(startReadWatch(false, false, 0)))), "off", "on a mere visit");
  // By itself it is the page's word: it may draw "on" before it has the truth.
  assert.equal(keepable(off(drawn)), "off");
  assert.equal(off(notePress(watched(true, ["off", 500])[0])).isReread, true);
});

test("where it was on in this document before, off is its own word", () => {
  let watch = startReadWatch(false, true, 0);
  for (let tick = 0; tick <= 2000; tick += BEAT) watch = noteValue(watch, "off", tick);
  assert.equal(keepable(watch), null);
  assert.equal(dueOf(watch, 0, 10_000), "reload");
});

describe("loaded anew for that", () => {
  test("what it shows first is the proof", () => {
    assert.deepEqual(
      [watched(true, ["off", 2000])[0].isReread, watched(true, ["on", 2000])[0].isReread],
      [true, true],
    );
    assert.equal(keepable(watched(true, ["off", 2000])[0]), "off");
  });
  test("what it shows later is none", () =>
    assert.equal(watched(true, ["off", 2000], ["on", 2000])[0].isReread, false));
});

test("off is never kept of a document in which it was believed on", () => {
  const value = fc.constantFrom<OnOff | null>("on", "off", null);
  const steps = fc.array(fc.tuple(value, fc.integer({ min: BEAT, max: 4000 })), { maxLength: 12 });
  fc.assert(
    fc.property(fc.boolean(), steps, (isReloaded, all) => {
      let watch = startReadWatch(isReloaded, false, 0);
      let tick = 0;
      let wasOn = false;
      for (const [one, ms] of all)
        for (const end = tick + ms; tick < end; tick += BEAT) {
          watch = noteValue(watch, one, tick);
          wasOn ||= watch.seen === "on";
          assert.ok(!(wasOn && keepable(watch) === "off"));
        }
    }),
  );
});
