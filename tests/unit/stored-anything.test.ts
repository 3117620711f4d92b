/** Whatever is found in the storage: nothing of it is lost, and what is made of it is sound. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Stored } from "../../extension/core/schemas.ts";
import type { Raw } from "../../extension/core/stored.ts";
import { parse } from "../../extension/core/stored.ts";
import { AT, CHECKUP, FULL, KNOWN, OWED, PRESS, RECEIPT } from "./builders/records.ts";

const NOW = AT + 1000; // ms since the epoch

const isLanguage = (code: string): boolean => code === "fr";

const names = fc.constantFrom("links-ai", "constructor", "__proto__", "1", "language", "banner", "state");
const leaves = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double({ min: 0, noNaN: true }),
  fc.string({ maxLength: 4, unit: "grapheme" }),
  names,
);
const { junk } = fc.letrec<{ junk: unknown }>((tie) => ({
  junk: fc.oneof(
    { maxDepth: 2 },
    leaves,
    fc.array(tie("junk"), { maxLength: 3 }),
    fc.dictionary(names, tie("junk"), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
/** Sound but for one value. */
const near = (sound: object) =>
  fc
    .tuple(fc.constantFrom("", ...Object.keys(sound)), junk)
    .map(([key, value]) => (key === "" ? sound : { ...sound, [key]: value }));
const named = (values: fc.Arbitrary<unknown>) =>
  fc.oneof(junk, fc.dictionary(names, values, { maxKeys: 3, noNullPrototype: true }));
const listed = (values: fc.Arbitrary<unknown>) => fc.oneof(junk, fc.array(values, { maxLength: 3 }));
const anything: fc.Arbitrary<Raw> = fc
  .record(
    {
      known: named(near(KNOWN)),
      owed: named(
        fc.oneof(
          near(OWED),
          near(PRESS).map((pending) => ({ ...OWED, pending })),
        ),
      ),
      options: fc.oneof(junk, near(FULL.options)),
      receipts: listed(near(RECEIPT)),
      run: fc.oneof(junk, near(CHECKUP)),
      aside: listed(fc.oneof(junk, near(FULL.aside[0] ?? {}))),
      version: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: junk }),
      seen: named(near({ state: "off", at: AT })),
      later: junk,
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map((raw) => JSON.parse(JSON.stringify(raw)));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What was found that is nowhere in what is kept: each value, or all of its parts, by its place. */
const lost = (raw: Raw, { aside, ...stored }: Stored): string[] => {
  const isAside = (key: string, value: unknown) =>
    aside.some((one) => one.key === key && alike(one.value, value));
  const isWhole = aside.some(({ key }) => key === "*");
  const missing: string[] = [];
  for (const [key, value] of Object.entries(raw)) {
    const kept: unknown =
      key === "aside" ? aside : Object.hasOwn(stored, key) ? stored[key as keyof typeof stored] : undefined;
    if (value === null || key === "version" || alike(kept, value) || isAside(key, value)) continue;
    if (isWhole && key !== "aside") {
      if (!aside.some(({ value: all }) => isRecord(all) && alike(all[key], value))) missing.push(key);
    } else if (Array.isArray(value)) {
      const left = value.filter((one) => !(Array.isArray(kept) && kept.some((other) => alike(other, one))));
      if (!left.every((one) => isAside(key, one))) missing.push(key);
    } else if (key === "seen" && isRecord(value)) {
      // Moved to what is known, with what was not kept then.
      for (const [name, one] of Object.entries(value)) {
        const isLeft = aside.some(
          (other) => other.key === key && isRecord(other.value) && alike(other.value[name], one),
        );
        const places = [stored.known[name], aside.find((other) => other.key === `known.${name}`)?.value];
        const isMoved = places.some(
          (place) =>
            isRecord(place) &&
            isRecord(one) &&
            Object.keys(one).every((part) => alike(place[part], one[part])),
        );
        if (!isLeft && !isMoved) missing.push(`seen.${name}`);
      }
    } else if (isRecord(value)) {
      for (const [name, one] of Object.entries(value)) {
        const isKept = isRecord(kept) && Object.hasOwn(kept, name) && alike(kept[name], one);
        if (!isKept && !isAside(`${key}.${name}`, one)) missing.push(`${key}.${name}`);
      }
    } else missing.push(key);
  }
  return missing;
};

test("nothing of it is lost", () =>
  fc.assert(
    fc.property(anything, (raw) => assert.deepEqual(lost(raw, parse(raw, NOW, isLanguage).stored), [])),
    { numRuns: 300 },
  ));

test("what is made of it is sound, and stays as it is", () =>
  fc.assert(
    fc.property(anything, (raw) => {
      const { stored } = parse(raw, NOW, isLanguage);
      const once = JSON.parse(JSON.stringify(stored));
      assert.deepEqual(parse(once, NOW + 1, isLanguage), { stored: once, isSound: true });
    }),
    { numRuns: 300 },
  ));

test("it is called sound only where nothing has to be written", () =>
  fc.assert(
    fc.property(anything, (raw) => {
      const { stored, isSound } = parse(raw, NOW, isLanguage);
      const kept: Raw = { ...stored };
      const isSame = Object.entries(raw).every(([key, value]) => value === null || alike(kept[key], value));
      assert.equal(isSound, isSame && (raw.version === 1 || Object.keys(raw).length === 0));
    }),
    { numRuns: 300 },
  ));

test("it is not changed itself", () =>
  fc.assert(
    fc.property(anything, (raw) => {
      const before = JSON.stringify(raw);
      parse(raw, NOW, isLanguage);
      assert.equal(JSON.stringify(raw), before);
    }),
  ));
