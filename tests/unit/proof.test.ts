/** Presses and their proofs: what is kept of each, and for how long a proof may come. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Circumstances } from "../../extension/core/proof.ts";
import {
  conclude,
  instant,
  isDue,
  knownAfter,
  knownAfterRetraction,
  knownUnless,
  owe,
  planHandPress,
  planPress,
} from "../../extension/core/proof.ts";
import type { Known, OnOff, Receipt, Stored, Unknown, Verification } from "../../extension/core/schemas.ts";
import { AT, EMPTY, KNOWN, OWED, PRESS, RECEIPT } from "./builders/records.ts";

const LATER = AT + 8000; // ms since the epoch
const DUE = 120_000; // ms in which a fresh page is a proof
const PARIS: Circumstances = {
  zone: "Europe/Paris",
  offsetOf: (ms) => (ms < LATER ? 120 : 60), // summer time has ended between press and proof
  extension: "2.0.0",
  rule: "links 2026-08-21",
};
/** Where it was pressed, and where and when it is proved. */
const TAB = { tab: 5, jar: null, session: "s" };
const END = { tab: 5, jar: null, now: LATER };
const stored = (changes: Partial<Stored> = {}): Stored => structuredClone({ ...EMPTY, ...changes });

/** Of PRESS, before any proof. */
const UNPROVED: Receipt = {
  ...RECEIPT,
  address: PRESS.address,
  label: PRESS.label,
  at: instant(AT, 120),
  reloaded: null,
  outcome: "unproved",
  extension: "2.0.0",
};

describe("an instant", () => {
  const cases: [number, number, string][] = [
    [AT, 0, "2026-09-21T14:13:20+00:00"],
    [AT + 999, -0, "2026-09-21T14:13:20+00:00"],
    [AT, 120, "2026-09-21T16:13:20+02:00"],
    [AT, -210, "2026-09-21T10:43:20-03:30"],
    [AT, 765, "2026-09-22T02:58:20+12:45"],
    [AT, -30, "2026-09-21T13:43:20-00:30"],
  ];
  for (const [ms, offset, expected] of cases)
    test(expected, () => {
      assert.equal(instant(ms, offset), expected);
      assert.equal(Date.parse(expected), AT);
    });
});

test("a press is planned with nothing done yet", () => {
  const { setting, address, id, want, at } = PRESS;
  const planned = planPress({ setting, document: 5, address, back: 7 }, { id, want, at, filled: 300 });
  const nothing = { pressed: false, label: "", after: null, saved: null };
  assert.deepEqual(planned, { ...PRESS, ...nothing, page: 5, back: 7, filled: 300 });
});

test("the person's own press is made when it is told, and its receipt says whose it was", () => {
  const { setting, address, page, id, at, label } = PRESS;
  const press = planHandPress({ setting, document: page, address, back: null }, { id, at, label });
  assert.deepEqual(press, { ...PRESS, by: "hand", back: null, saved: null });
  const kept = stored();
  owe(kept, press, TAB, PARIS);
  assert.deepEqual(kept.receipts, [{ ...UNPROVED, by: "hand", saved: null }]);
});

describe("a press waits for its proof", () => {
  const cases: [string, Partial<Verification>, number, boolean][] = [
    ["at once", {}, AT, true],
    ["for two minutes", {}, AT + DUE - 1, true],
    ["no longer", {}, AT + DUE, false],
    ["not by a clock that was moved", {}, AT - 1, false],
    ["not before it was made", { pressed: false }, AT, false],
  ];
  for (const [name, changes, now, expected] of cases)
    test(name, () => assert.equal(isDue({ ...PRESS, ...changes }, now), expected));
});

describe("what is known after a look", () => {
  const before: Known = { state: "on", at: AT - 9, off: AT - 99, missed: { why: "absent", at: AT - 5 } };
  const seen: [string, Known | null | undefined, OnOff, boolean, number | null][] = [
    ["off", undefined, "off", false, LATER],
    ["off as it was wanted", before, "off", true, LATER],
    ["on, of which nothing was known", null, "on", false, null],
    ["on again", before, "on", false, AT - 99],
    ["on as it was wanted", before, "on", true, null],
  ];
  for (const [name, known, state, isWish, off] of seen)
    test(name, () =>
      assert.deepEqual(knownAfter(known, state, isWish, LATER), { state, at: LATER, off, missed: null }),
    );

  const retracted: [string, Known | null, OnOff, number | null][] = [
    ["on: it never was off", { state: "off", at: AT + 1, off: AT + 1, missed: null }, "on", null],
    ["on: not even at the moment of the press", { ...before, off: AT }, "on", null],
    ["on, and was off before the press: on again", { ...before, off: AT - 1 }, "on", AT - 1],
    ["on, of which nothing was known", null, "on", null],
    ["off after all", { state: "on", at: AT + 1, off: null, missed: null }, "off", LATER],
  ];
  for (const [name, known, state, off] of retracted)
    test(`that has taken back a proof, ${name}`, () => {
      const frozen = known && Object.freeze({ ...known });
      const after = knownAfterRetraction(frozen, PRESS, state, LATER);
      assert.deepEqual(after, { state, at: LATER, off, missed: null });
    });

  const unknown: [Known | undefined, Unknown][] = [
    [undefined, "signed-out"],
    [before, "locked"],
  ];
  for (const [known, why] of unknown)
    test(`${why}: what was seen before stays`, () =>
      assert.deepEqual(knownUnless(known, why, LATER), {
        state: known?.state ?? null,
        at: known?.at ?? null,
        off: known?.off ?? null,
        missed: { why, at: LATER },
      }));
});

describe("a press that was made", () => {
  test("is owed by its tab, and has a receipt that claims nothing", () => {
    const kept = stored();
    owe(kept, PRESS, TAB, PARIS);
    assert.deepEqual(kept, stored({ owed: { 5: OWED }, receipts: [UNPROVED] }));
  });

  test("keeps one receipt, in its place, when its save is over", () => {
    const earlier: Receipt = { ...RECEIPT, id: "0" };
    const later: Receipt = { ...RECEIPT, id: "2" };
    const kept = stored({ receipts: [earlier] });
    owe(kept, { ...PRESS, saved: null, after: null }, TAB, PARIS);
    kept.receipts.push(later);
    assert.deepEqual(kept.receipts, [earlier, { ...UNPROVED, saved: null, after: null }, later]);
    owe(kept, PRESS, TAB, PARIS);
    assert.deepEqual(kept.receipts, [earlier, UNPROVED, later]);
  });

  test("that turned it on began with it off", () => {
    const kept = stored();
    owe(kept, { ...PRESS, want: "on", by: "hand" }, TAB, PARIS);
    const [receipt] = kept.receipts;
    assert.deepEqual([receipt?.before, receipt?.want, receipt?.by], ["off", "on", "hand"]);
  });
});

describe("a press that has come to its end", () => {
  const off: Known = { state: "off", at: LATER, off: LATER, missed: null };
  const on: Known = { state: "on", at: LATER, off: null, missed: null };
  const reloaded = (state: OnOff) => ({ state, at: instant(LATER, 60) });
  type End = Parameters<typeof conclude>[2];
  const cases: [
    string,
    Partial<Verification>,
    Known | undefined,
    End,
    Known | undefined,
    Partial<Receipt>,
  ][] = [
    [
      "proved off",
      {},
      undefined,
      { outcome: "verified", state: "off" },
      off,
      { outcome: "verified", reloaded: reloaded("off") },
    ],
    [
      "proved on, as it was wanted",
      { want: "on" },
      KNOWN,
      { outcome: "verified", state: "on" },
      on,
      { want: "on", before: "off", outcome: "verified", reloaded: reloaded("on") },
    ],
    [
      "still on",
      {},
      undefined,
      { outcome: "failed", state: "on" },
      on,
      { outcome: "failed", reloaded: reloaded("on") },
    ],
    [
      "still on, and was off before: on again",
      {},
      { ...KNOWN, off: AT - 1 },
      { outcome: "failed", state: "on" },
      { ...on, off: AT - 1 },
      { outcome: "failed", reloaded: reloaded("on") },
    ],
    [
      "called off since, and it was not",
      {},
      { ...KNOWN, off: AT },
      { outcome: "failed", state: "on" },
      on,
      { outcome: "failed", reloaded: reloaded("on") },
    ],
    [
      "not saved",
      {},
      { ...KNOWN, off: AT + 1 },
      { outcome: "failed", state: null },
      { ...KNOWN, off: null },
      { outcome: "failed" },
    ],
    [
      "not saved, and nothing was called off since",
      {},
      { ...KNOWN, off: AT - 1 },
      { outcome: "failed", state: null },
      { ...KNOWN, off: AT - 1 },
      { outcome: "failed" },
    ],
    [
      "that the person picked, and this one was seen off since",
      { picked: "x" },
      { ...KNOWN, off: AT + 1 },
      { outcome: "verified", state: "off" },
      { ...KNOWN, off: AT + 1 },
      { outcome: "verified", reloaded: reloaded("off") },
    ],
    [
      "that the person picked: whether it is this setting nobody can tell",
      { picked: "x" },
      undefined,
      { outcome: "verified", state: "off" },
      undefined,
      { outcome: "verified", reloaded: reloaded("off") },
    ],
  ];
  for (const [name, changes, before, end, after, receipt] of cases)
    test(name, () => {
      const press = { ...PRESS, ...changes };
      const owed = {
        5: { session: "s", jar: null, pending: press },
        6: OWED,
      };
      const known = before ? { "links-ai": { ...before } } : {};
      const kept = stored({ owed, known, receipts: [{ ...UNPROVED, label: "earlier" }] });
      conclude(kept, press, end, END, PARIS);
      assert.deepEqual(kept.owed, { 6: OWED });
      assert.deepEqual(kept.known, after ? { "links-ai": after } : {});
      assert.deepEqual(kept.receipts, [{ ...UNPROVED, ...receipt }]);
    });

  test("that was none leaves nothing", () => {
    const kept = stored({ owed: { 5: OWED } });
    conclude(kept, PRESS, { outcome: "unpressed", state: null }, END, PARIS);
    assert.deepEqual(kept, stored());
  });
});
