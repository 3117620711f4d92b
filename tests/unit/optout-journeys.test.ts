/** Whole journeys, loads included: what is said at the end is true of the account, and it comes to an end. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Action } from "../../extension/core/optout-events.ts";
import type { ViewName } from "../../extension/core/reading.ts";
import type { Site, Story } from "./builders/account.ts";
import { live } from "./builders/account.ts";

const OFF: [Action, ViewName][] = [["turn-off", "on"]];
const SITE: Site = { fills: 0, save: "taken", takes: 300, putsBack: true, isWatched: true, latency: 20 };
const MINUTE = 60_000; // ms

const names = ({ shown }: Story): ViewName[] =>
  shown.map(([name]) => name).filter((name, at, all) => name !== all[at - 1]);

describe("one click", () => {
  const cases: [string, Partial<Site>, ViewName[], string[], number][] = [
    ["on a page that saves", {}, ["on", "working", "verified"], ["verified"], 2],
    [
      "on a page that fills in late",
      { fills: 1500 },
      ["looking", "on", "working", "verified"],
      ["verified"],
      2,
    ],
    ["on a page whose save is not seen", { save: "unseen" }, ["on", "working", "verified"], ["verified"], 2],
    [
      "on a page that loses it",
      { save: "lost", putsBack: false },
      ["on", "working", "failed"],
      ["failed"],
      2,
    ],
    ["on a page that takes it back", { save: "lost" }, ["on", "working", "failed"], ["failed"], 2],
    ["on a page that refuses it", { save: "refused" }, ["on", "working", "failed"], ["failed"], 2],
    ["without a network", { save: "dead" }, ["on", "working", "failed"], ["failed"], 1],
  ];
  for (const [name, changes, shown, outcomes, loads] of cases)
    test(name, () => {
      const story = live({ ...SITE, ...changes }, OFF, MINUTE);
      assert.deepEqual(names(story), shown);
      assert.deepEqual(
        story.outcomes.map(([outcome]) => outcome),
        outcomes,
      );
      assert.deepEqual([story.loads, story.presses], [loads, 1]);
    });
});

test("off, undone, and off again", () => {
  const clicks: [Action, ViewName][] = [
    ["turn-off", "on"],
    ["undo", "verified"],
    ["turn-off", "on"],
  ];
  const story = live(SITE, clicks, MINUTE);
  assert.deepEqual(names(story), ["on", "working", "verified", "working", "on", "working", "verified"]);
  assert.deepEqual([story.presses, story.loads, story.account], [3, 4, "off"]);
});

test("without a network, and the switch stays off: failed, and tried again on a fresh page", () => {
  const clicks: [Action, ViewName][] = [...OFF, ["retry", "failed"]];
  const story = live({ ...SITE, save: "dead", putsBack: false }, clicks, MINUTE);
  assert.deepEqual(names(story), ["on", "working", "failed", "on"]);
  assert.deepEqual([story.presses, story.loads, story.account], [1, 2, "on"]);
});

test("from the press to the proof: the save, 2.5 s, and half a second after the load", () => {
  const story = live(SITE, OFF, 4500);
  assert.equal(story.end.shown.name, "verified");
  assert.ok(story.end.shown.since.tick <= 600);
});

const sites: fc.Arbitrary<Site> = fc.record({
  fills: fc.constantFrom(0, 400, 2000),
  save: fc.constantFrom("taken", "lost", "refused", "dead", "unseen"),
  takes: fc.constantFrom(0, 300, 2000),
  putsBack: fc.boolean(),
  isWatched: fc.boolean(),
  latency: fc.constantFrom(0, 20, 400),
});
const clicks = fc.array(
  fc.constantFrom<[Action, ViewName]>(
    ["turn-off", "on"],
    ["turn-off", "again"],
    ["undo", "verified"],
    ["retry", "failed"],
  ),
  { maxLength: 3 },
);
const RUNS = { seed: 20_261_127, numRuns: 60 };

test("whatever the site does: never verified or off while the account is on, a press a click, an end", () => {
  fc.assert(
    fc.property(sites, clicks, (site, more) => {
      const all = [...OFF, ...more];
      const story = live(site, all, MINUTE);
      for (const [name, account] of story.shown)
        assert.ok(!((name === "verified" || name === "off") && account === "on"), name);
      for (const [outcome, state] of story.outcomes) assert.ok(outcome !== "verified" || state !== null);
      assert.ok(story.presses <= all.length);
      assert.equal(story.end.at, "watching");
    }),
    RUNS,
  );
});
