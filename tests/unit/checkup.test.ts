/** Check-ups: how far one is, what it came to, and what can be done about a setting. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Report } from "../../extension/core/checkup.ts";
import { actionsOf, concerns, othersOf, reportOf } from "../../extension/core/checkup.ts";
import { LIMIT } from "../../extension/core/jobs.ts";
import type { Checkup, Known } from "../../extension/core/schemas.ts";
import { LINKEDIN, PARLOUR } from "./builders/site.ts";

const AT = 1_790_000_000_000;
const LESSONS = { message: "setting_lessons_name" };
const CURTAINS = { message: "setting_curtains_name" };
const LETTERS = { message: "setting_letters_name" };

const checkup = (changes: Partial<Checkup> = {}): Checkup => ({
  want: "look",
  settings: ["lessons", "letters", "curtains"],
  outcomes: {},
  at: AT,
  ended: null,
  ...changes,
});

const report = (run: Checkup, age = 0): Report =>
  reportOf(run, { sites: [LINKEDIN, PARLOUR], now: AT + age, list: (names) => JSON.stringify(names) });

const known = (changes: Partial<Known> = {}): Known => ({
  state: "on",
  at: AT,
  off: null,
  missed: null,
  ...changes,
});

describe("a check-up under way", () => {
  test("is at its first setting", () => {
    assert.deepEqual(report(checkup()), {
      is: "under-way",
      text: ["checkup_progress", { done: 1, total: 3 }],
      name: LESSONS,
      done: 0,
      total: 3,
      wait: LIMIT,
    });
  });

  test("counts those that it has dealt with, whatever came of them", () => {
    const now = report(checkup({ outcomes: { lessons: "absent", letters: "off" } }), 1000);
    assert.deepEqual(now, {
      is: "under-way",
      text: ["checkup_progress", { done: 3, total: 3 }],
      name: CURTAINS,
      done: 2,
      total: 3,
      wait: LIMIT - 1000,
    });
  });

  test("takes a setting that only another version had for dealt with", () => {
    const now = report(checkup({ settings: ["cellar", "letters"] }));
    assert.ok(now.is === "under-way");
    assert.deepEqual(now.name, LETTERS);
    assert.equal(now.done, 1);
  });

  test("takes no inherited member for an outcome", () => {
    const odd = { ...PARLOUR, settings: PARLOUR.settings.map((setting) => ({ ...setting, id: "toString" })) };
    const now = reportOf(checkup({ settings: ["toString"] }), { sites: [odd], now: AT, list: String });
    assert.equal(now.is, "under-way");
  });

  for (const [age, how] of [
    [LIMIT - 1, null],
    [LIMIT, "silent"],
    [-1, "silent"],
  ] as const)
    test(`is ${how ?? "not silent"} ${age} ms after its last progress`, () => {
      const now = report(checkup(), age);
      assert.equal(now.is === "ended" ? now.how : null, how);
    });

  test("has fallen silent where nothing is left of it and nobody ended it", () => {
    const now = report(checkup({ settings: ["lessons"], outcomes: { lessons: "on" } }));
    assert.ok(now.is === "ended");
    assert.equal(now.how, "silent");
  });
});

describe("a check-up that has ended", () => {
  test("well says when, and nothing more", () => {
    const outcomes = { lessons: "on", letters: "off", curtains: "verified" } as const;
    assert.deepEqual(report(checkup({ outcomes, ended: "done" }), LIMIT), {
      is: "ended",
      how: "done",
      text: ["run_done", { moment: { moment: AT } }],
      details: [],
      left: [],
    });
  });

  for (const how of ["stopped", "closed", "signed-out", "silent"] as const)
    test(`as ${how} says how far it came, and can be gone on with`, () => {
      assert.deepEqual(report(checkup({ outcomes: { lessons: "off" }, ended: how })), {
        is: "ended",
        how,
        text: [`run_${how.replace("-", "_")}`, { done: 1, total: 3, site: PARLOUR.name }],
        details: [],
        left: ["letters", "curtains"],
      });
    });

  test("names those that are still on, and those of which nothing is known", () => {
    const outcomes = { lessons: "failed", letters: "locked", cellar: "unsure", curtains: "failed" } as const;
    const now = report(checkup({ settings: Object.keys(outcomes), outcomes, ended: "done" }));
    assert.ok(now.is === "ended");
    const site = JSON.stringify([PARLOUR.name]);
    assert.deepEqual(now.details, [
      ["run_failed", { names: JSON.stringify([LESSONS, CURTAINS]), site }],
      ["run_missed", { names: JSON.stringify([LETTERS, "cellar"]), site }],
    ]);
  });

  for (const why of ["signed-out", "locked", "absent", "unsure"] as const)
    test(`names one as not known that is ${why}`, () => {
      const now = report(checkup({ outcomes: { letters: why }, ended: "stopped" }));
      assert.ok(now.is === "ended");
      assert.deepEqual(now.details, [
        ["run_missed", { names: JSON.stringify([LETTERS]), site: JSON.stringify([PARLOUR.name]) }],
      ]);
    });
});

describe("a check-up of several sites", () => {
  const both = checkup({ settings: ["ai-training", "letters"], outcomes: { "ai-training": "failed" } });

  test("is none of either alone", () => {
    const sites = [LINKEDIN, PARLOUR];
    const run = checkup({ settings: ["letters", "cellar"] });
    assert.equal(concerns(run, PARLOUR, sites), true);
    assert.equal(concerns(run, LINKEDIN, sites), false);
    assert.equal(concerns(both, PARLOUR, sites), false);
    assert.equal(concerns(both, LINKEDIN, sites), false);
    assert.equal(concerns(checkup({ settings: [] }), PARLOUR, sites), false);
  });

  test("tells each setting with its site, and the one that it had come to", () => {
    const now = report(both);
    assert.ok(now.is === "under-way");
    assert.deepEqual(now.name, { ...LETTERS, of: PARLOUR.name });
    const ended = report({ ...both, ended: "signed-out" });
    assert.ok(ended.is === "ended");
    assert.deepEqual(ended.text, ["run_signed_out", { done: 1, total: 2, site: PARLOUR.name }]);
    const failed = JSON.stringify([{ message: "setting_ai_training_name", of: LINKEDIN.name }]);
    const site = JSON.stringify([LINKEDIN.name]);
    assert.deepEqual(ended.details, [["run_failed", { names: failed, site }]]);
  });
});

test("the others are all but the primary one, wherever that stands in the file", () => {
  assert.deepEqual(othersOf(PARLOUR), ["letters", "curtains"]);
  assert.deepEqual(othersOf({ ...PARLOUR, primary: "curtains" }), ["lessons", "letters"]);
});

test("only what was seen off is not offered to be turned off", () => {
  const both = ["turn-off", "show"];
  assert.deepEqual(actionsOf(undefined), both);
  assert.deepEqual(actionsOf(known()), both);
  assert.deepEqual(actionsOf(known({ off: AT - 1 })), both);
  assert.deepEqual(actionsOf(known({ state: "off", off: AT, missed: { why: "absent", at: AT } })), both);
  assert.deepEqual(actionsOf(known({ state: "off", off: AT })), ["show"]);
});
