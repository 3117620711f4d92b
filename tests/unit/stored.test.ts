/** What is kept, where it is damaged, old or too new: whatever can be used is, and nothing is lost. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Stored } from "../../extension/core/schemas.ts";
import { parse } from "../../extension/core/stored.ts";
import { AT, CHECKUP, EMPTY, FULL, KNOWN, OWED, PRESS, RECEIPT } from "./builders/records.ts";

const NOW = AT + 1000; // ms since the epoch
const isLanguage = (code: string): boolean => code === "fr";
/** As the browser gives it: what JSON can tell. */
const parsed = (raw: unknown) => parse(JSON.parse(JSON.stringify(raw)), NOW, isLanguage);
const damaged = (key: string, value: unknown) => ({ at: NOW, key, value, why: "damaged" });

describe("what this version keeps", () => {
  test("is nothing at first", () => assert.deepEqual(parsed({}), { stored: EMPTY, isSound: true }));
  test("stays as it is", () => assert.deepEqual(parsed(FULL), { stored: FULL, isSound: true }));
  test("need not be complete", () =>
    assert.deepEqual(parsed({ version: 1, known: FULL.known }), {
      stored: { ...EMPTY, known: FULL.known },
      isSound: true,
    }));
  test("may have nothing in its places", () =>
    assert.deepEqual(
      parsed({ ...EMPTY, known: null, jars: null, receipts: null, options: null, owed: null, aside: null }),
      {
        stored: EMPTY,
        isSound: true,
      },
    ));
  test("may have more in a record than this version knows", () => {
    const more = {
      ...FULL,
      known: { a: { ...KNOWN, more: 1 } },
      receipts: [{ ...RECEIPT, saved: { kind: "unseen", status: 0, more: 1 } }],
    };
    assert.deepEqual(parsed(more), { stored: more, isSound: true });
  });
});

describe("what cannot be used is set aside, and the rest holds", () => {
  const bad = (value: object, changes: object) => ({ ...value, ...changes });
  const known = (changes: object): [string, object] => ["known.x", bad(KNOWN, changes)];
  const receipt = (changes: object): [string, object] => ["receipts", bad(RECEIPT, changes)];
  const run = (changes: object): [string, object] => ["run", bad(CHECKUP, changes)];
  const owed = (changes: object): [string, object] => ["owed.x", { ...OWED, pending: bad(PRESS, changes) }];
  const cases: [string, unknown][] = [
    known({ state: "maybe" }),
    known({ state: null }),
    known({ at: null }),
    known({ at: -1 }),
    known({ at: 8.64e15 + 1 }),
    known({ at: "soon" }),
    known({ off: "x" }),
    known({ off: undefined }),
    known({ missed: undefined }),
    known({ missed: { why: "tired", at: AT } }),
    known({ missed: { why: "absent", at: null } }),
    ["known.x", null],
    ["known.x", []],
    ["known.x", "off"],
    receipt({ id: 1 }),
    receipt({ label: null }),
    receipt({ want: "verified" }),
    receipt({ before: null }),
    receipt({ after: undefined }),
    receipt({ by: "site" }),
    receipt({ at: "2026-09-21" }),
    receipt({ at: "2026-13-21T12:00:00+02:00" }),
    receipt({ at: AT }),
    receipt({ saved: { kind: "saved", status: 200.5 } }),
    receipt({ saved: { kind: "lost", status: 200 } }),
    receipt({ reloaded: { state: null, at: RECEIPT.at } }),
    receipt({ reloaded: { state: "off", at: "then" } }),
    receipt({ outcome: "off" }),
    ["receipts", null],
    ["receipts", [RECEIPT]],
    run({ want: "on" }),
    run({ settings: "links-ai" }),
    run({ settings: [1] }),
    run({ outcomes: [] }),
    run({ outcomes: { "links-ads": "unproved" } }),
    run({ ended: "well" }),
    run({ at: null }),
    ["run", "done"],
    ["run", []],
    owed({ pressed: 1 }),
    owed({ page: null }),
    owed({ filled: -1 }),
    owed({ picked: undefined }),
    owed({ saved: "saved" }),
    owed({ back: 1.5 }),
    ["owed.x", { ...OWED, session: 1 }],
    ["owed.x", { session: "s" }],
    ["owed.x", { ...OWED, jar: 1 }],
    ["jars.x", null],
    ["jars.x", "off"],
    ["jars.x", []],
    ["options.language", "xx"],
    ["options.language", "toString"],
    ["options.language", null],
    ["options.banner", "nowhere"],
    ["options.reminder", -1],
    ["options.reminder", 366],
    ["options.reminder", 1.5],
    ["options.reminder", "30"],
    ["options.more", 1],
    ["options.toString", 1],
    ["aside", { at: AT, key: "x", why: "damaged" }],
    ["aside", { at: AT, key: "x", value: 1, why: "old" }],
    ["aside", { at: null, key: "x", value: 1, why: "newer" }],
    ["aside", null],
  ];
  for (const [place, found] of cases)
    test(`${place}: ${JSON.stringify(found)}`, () => {
      const value = JSON.parse(JSON.stringify(found));
      const [key = "", name] = place.split(".");
      const there = FULL[key as keyof Stored];
      const among = Array.isArray(there) ? [...there, value] : { ...(there as object), [name ?? ""]: value };
      const { stored, isSound } = parsed({ ...FULL, [key]: key === "run" ? value : among });
      const { [name as "language"]: _, ...options } = FULL.options;
      const kept = {
        ...FULL,
        ...(key === "run" ? { run: null } : {}),
        ...(key === "options" ? { options } : {}),
      };
      assert.deepEqual(stored, { ...kept, aside: [...FULL.aside, damaged(place, value)] });
      assert.equal(isSound, false);
    });

  test("of one cookie jar alone", () => {
    const odd = { ...KNOWN, state: "maybe" };
    const { stored } = parsed({ ...FULL, jars: { x: { a: odd, b: KNOWN } } });
    const aside = [...FULL.aside, damaged("jars.x.a", odd)];
    assert.deepEqual(stored, { ...FULL, jars: { x: { b: KNOWN } }, aside });
  });

  for (const key of ["known", "jars", "owed", "options", "receipts", "aside"] as const)
    for (const value of ["x", 1, true, key === "receipts" || key === "aside" ? {} : [KNOWN]])
      test(`${key} as a whole: ${JSON.stringify(value)}`, () => {
        const { stored, isSound } = parsed({ ...FULL, [key]: value });
        const aside = [...(key === "aside" ? [] : FULL.aside), damaged(key, value)];
        assert.deepEqual(stored, { ...FULL, [key]: EMPTY[key], aside });
        assert.equal(isSound, false);
      });

  test("a place that this version has not", () => {
    const { stored, isSound } = parsed({ ...FULL, later: [1], toString: 2 });
    assert.deepEqual(stored, {
      ...FULL,
      aside: [...FULL.aside, damaged("later", [1]), damaged("toString", 2)],
    });
    assert.equal(isSound, false);
  });

  test("names that every object has are names like others", () => {
    const raw = JSON.parse(
      `{"version": 1, "__proto__": 1, "known": {"__proto__": ${JSON.stringify(KNOWN)}, "constructor": 1}}`,
    );
    const { stored } = parsed(raw);
    assert.deepEqual(Object.entries(stored.known), [["__proto__", KNOWN]]);
    assert.deepEqual(stored.aside, [damaged("known.constructor", 1), damaged("__proto__", 1)]);
  });
});

describe("another version's", () => {
  for (const [version, why] of [
    [2, "newer"],
    [99, "newer"],
    [1.5, "damaged"],
    [-1, "damaged"],
    ["1", "damaged"],
    [true, "damaged"],
    [[], "damaged"],
  ])
    test(`${JSON.stringify(version)} is set aside whole, as ${why}`, () => {
      const { aside, ...rest } = { ...FULL, version, known: "off" };
      const { stored, isSound } = parsed({ ...rest, aside: [...aside, "x"] });
      const whole = { at: NOW, key: "*", value: rest, why };
      assert.deepEqual(stored, { ...EMPTY, aside: [...FULL.aside, damaged("aside", "x"), whole] });
      assert.equal(isSound, false);
    });

  const off = { state: "off", at: AT };
  const on = { state: "on", at: AT };
  const moved: [string, object, Partial<Stored>][] = [
    [
      "what was last seen",
      { seen: { a: off, b: on } },
      {
        known: { a: KNOWN, b: { ...KNOWN, state: "on", off: null } },
      },
    ],
    ["with a version", { version: 0, seen: { a: off } }, { known: { a: KNOWN } }],
    ["with no version", { version: null, seen: { a: off } }, { known: { a: KNOWN } }],
    [
      "beside what is known",
      { seen: { a: off, b: on }, known: { b: KNOWN } },
      {
        known: { a: KNOWN, b: KNOWN },
        aside: [{ ...damaged("seen", { b: on }), why: "damaged" }],
      },
    ],
    [
      "some of it damaged",
      { seen: { a: off, b: { state: "off" }, c: 1 } },
      {
        known: { a: KNOWN },
        aside: [{ ...damaged("seen", { b: { state: "off" }, c: 1 }), why: "damaged" }],
      },
    ],
    [
      "with more than it ever kept",
      { seen: { a: { ...off, missed: 5 } } },
      {
        aside: [{ ...damaged("known.a", { ...off, off: AT, missed: 5 }), why: "damaged" }],
      },
    ],
    ["all of it damaged", { seen: [off] }, { aside: [{ ...damaged("seen", [off]), why: "damaged" }] }],
    [
      "beside damage",
      { seen: { a: off }, known: [1] },
      {
        aside: [
          { ...damaged("known", [1]), why: "damaged" },
          { ...damaged("seen", { a: off }), why: "damaged" },
        ],
      },
    ],
    ["without anything seen", { options: { reminder: 30 } }, { options: { reminder: 30 } }],
  ];
  for (const [name, raw, expected] of moved)
    test(`the first builds' is taken over: ${name}`, () =>
      assert.deepEqual(parsed(raw), { stored: { ...EMPTY, ...expected }, isSound: false }));
});
