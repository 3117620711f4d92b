/** The toolbar's button: how the primary settings stand. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DEFAULTS } from "../../extension/core/options.ts";
import type { Known } from "../../extension/core/schemas.ts";
import { buttonOf } from "../../extension/core/toolbar.ts";
import { AT, KNOWN } from "./builders/records.ts";

const DAY = 86_400_000; // ms
const NOW = AT + 40 * DAY;
const OPTIONS = { ...DEFAULTS, reminder: 30 };

const off = (days: number): Known => ({ ...KNOWN, at: NOW - days * DAY, off: NOW - days * DAY });
const on = (days: number): Known => ({ ...off(days), state: "on", off: null });
const again: Known = { ...on(1), off: NOW - 3 * DAY };
const locked: Known = { ...off(1), missed: { why: "locked", at: NOW } };

describe("of one setting", () => {
  const cases: [string, Known | undefined, string][] = [
    ["nobody has looked", undefined, "unknown"],
    ["a look could not tell", locked, "unknown"],
    ["on", on(1), "on"],
    ["on again", again, "again"],
    ["off", off(1), "off"],
    ["off, to the day", off(30), "off"],
    ["off long ago", off(31), "due"],
    ["off at a moment still to come", off(-1), "due"],
    ["on long ago: looking again tells nothing new", on(31), "on"],
  ];
  for (const [name, known, look] of cases)
    test(`${name}: ${look}`, () =>
      assert.deepEqual(buttonOf([known], false, OPTIONS, NOW), { look, at: known?.at ?? null }));

  test("nobody is reminded who did not want to be", () =>
    assert.equal(buttonOf([off(400)], false, DEFAULTS, NOW).look, "off"));
});

describe("of several, the one that presses most", () => {
  const ranked = [again, on(2), undefined, off(31), off(1)];
  const looks = ["again", "on", "unknown", "due", "off"];
  for (const [first, known] of ranked.entries())
    for (const other of ranked.slice(first))
      test(`${looks[first]} beside ${buttonOf([other], false, OPTIONS, NOW).look}`, () => {
        const expected = { look: looks[first], at: known?.at ?? null };
        assert.deepEqual(buttonOf([known, other], false, OPTIONS, NOW), expected);
        assert.deepEqual(buttonOf([other, known], false, OPTIONS, NOW), expected);
      });

  test("of those alike the first", () =>
    assert.equal(buttonOf([on(5), on(2)], false, OPTIONS, NOW).at, NOW - 5 * DAY));
  test("an overdue answer comes after what is on, and before what nobody knows", () =>
    assert.deepEqual(
      [again, on(2), undefined, off(31), off(1)].map((known) => buttonOf([known], true, OPTIONS, NOW).look),
      ["again", "on", "answer", "answer", "answer"],
    ));
  test("of none", () => assert.deepEqual(buttonOf([], false, OPTIONS, NOW), { look: "unknown", at: null }));
});
