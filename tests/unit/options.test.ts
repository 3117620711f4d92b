/** Options: what may be set, and what holds where an organisation has set it too. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DEFAULTS, effectiveOptions, validOptions } from "../../extension/core/options.ts";
import type { Options } from "../../extension/core/schemas.ts";

const isLanguage = (code: string): boolean => ["en", "fr", "pt_BR"].includes(code);

describe("a value", () => {
  const cases: [string, unknown, boolean][] = [
    ["language", "auto", true],
    ["language", "pt_BR", true],
    ["language", "pt-BR", false],
    ["language", "tlh", false],
    ["language", "", false],
    ["language", 5, false],
    ["language", null, false],
    ["banner", "settings", true],
    ["banner", "page", true],
    ["banner", "auto", false],
    ["banner", "", false],
    ["reminder", 0, true],
    ["reminder", 365, true],
    ["reminder", 366, false],
    ["reminder", -1, false],
    ["reminder", 0.5, false],
    ["reminder", "30", false],
    ["reminder", Number.NaN, false],
    ["colour", "auto", false],
    ["toString", "auto", false],
  ];
  for (const [key, value, isValid] of cases)
    test(`${key} ${JSON.stringify(value)}: ${isValid}`, () =>
      assert.deepEqual(validOptions({ [key]: value }, isLanguage), isValid ? { [key]: value } : {}));

  test("that cannot be used does not spoil the others", () =>
    assert.deepEqual(validOptions({ language: "tlh", banner: "page", reminder: "x" }, isLanguage), {
      banner: "page",
    }));
});

describe("what holds", () => {
  const cases: [string, Record<string, unknown>, Partial<Options>, Partial<Options>, string[], string[]][] = [
    ["is the default", {}, {}, {}, [], []],
    ["is the person's", {}, { banner: "page", reminder: 0 }, { banner: "page" }, [], []],
    ["is the organisation's", { language: "fr" }, {}, { language: "fr" }, ["language"], []],
    [
      "is the organisation's over the person's",
      { banner: "settings" },
      { banner: "page", language: "fr" },
      { language: "fr" },
      ["banner"],
      [],
    ],
    [
      "is the person's where the organisation's cannot be used",
      { reminder: "weekly", more: 1 },
      { reminder: 90 },
      { reminder: 90 },
      [],
      ["reminder", "more"],
    ],
    ["is the organisation's zero", { reminder: 0 }, { reminder: 90 }, {}, ["reminder"], []],
  ];
  for (const [name, policy, own, changes, fixed, wrong] of cases)
    test(name, () =>
      assert.deepEqual(effectiveOptions(policy, own, isLanguage), {
        options: { language: "auto", banner: "settings", reminder: 0, ...changes },
        fixed,
        wrong,
      }),
    );

  test("by default may be set", () => assert.deepEqual(validOptions(DEFAULTS, isLanguage), DEFAULTS));
});
