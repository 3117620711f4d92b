/** One click elsewhere is for one tab: used once, gone after a minute or by going elsewhere. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Progress } from "../../extension/core/jobs.ts";
import {
  addressOf,
  claim,
  createCheckup,
  createJob,
  isCheckup,
  onArrival,
  progress,
  withOutcome,
} from "../../extension/core/jobs.ts";
import type { Checkup, Job, Outcome } from "../../extension/core/schemas.ts";
import { links, photos, SITES } from "./builders/two-sites.ts";

const NOW = 1_790_000_000_000; // ms since the epoch
const MINUTE = 60_000; // ms
const DOCUMENT = 1_789_999_000_000;
const PROMOTIONS = "/d/settings/promotions";
const ELSEWHERE = "/d/categories/privacy";

/** From a click on another page of the settings. */
const click = createJob(
  { want: "off", settings: ["links-ai"], jar: null, via: [ELSEWHERE], back: ELSEWHERE },
  NOW,
);
/** In a tab of its own. */
const look = createJob(
  { want: "look", settings: ["links-ai", "links-ads", "links-mail"], jar: null, via: [], back: 7 },
  NOW,
);

describe("a job begins", () => {
  test("with nothing done yet", () => {
    assert.deepEqual(click, {
      want: "off",
      settings: ["links-ai"],
      total: 1,
      at: NOW,
      page: null,
      used: false,
      jar: null,
      via: [ELSEWHERE],
      back: ELSEWHERE,
    });
    assert.equal(look.total, 3);
  });

  const kinds: [Job["want"], string[], boolean][] = [
    ["off", ["links-ai"], false],
    ["off", ["links-ai", "links-ads"], true],
    ["look", ["links-ai"], true],
    ["look", ["links-ai", "links-ads"], true],
  ];
  for (const [want, settings, expected] of kinds)
    test(`${want} ${settings.length}: ${expected ? "a check-up" : "no check-up"}`, () =>
      assert.equal(isCheckup(createJob({ want, settings, jar: null, via: [], back: null }, NOW)), expected));

  test("stays what it was while settings are dealt with", () =>
    assert.equal(
      isCheckup({ ...createJob({ want: "off", settings: ["a", "b"], jar: null, via: [], back: null }, NOW) }),
      true,
    ));

  test("at the page of its setting, on the setting's own site", () => {
    assert.equal(addressOf(SITES, "links-mail"), "https://www.links.example/d/settings/promotions");
    assert.equal(addressOf(SITES, "photos-ai"), "https://www.photos.example/d/settings/ai");
    assert.throws(() => addressOf(SITES, "toString"), RangeError);
    const nowhere = { ...photos, settings: photos.settings.map((setting) => ({ ...setting, paths: [] })) };
    assert.equal(addressOf([nowhere], "photos-ai"), "https://www.photos.example/");
  });
});

describe("a press for a job", () => {
  const cases: [string, Partial<Job>, string, boolean][] = [
    ["is made", {}, "links-ai", true],
    ["is made within the minute", { at: NOW - MINUTE }, "links-ai", true],
    ["is made once", { used: true }, "links-ai", false],
    ["is not made where the person only looks", { want: "look" }, "links-ai", false],
    ["is not made on another setting", {}, "links-ads", false],
    ["is not made on a setting that comes later", { settings: ["links-ads", "links-ai"] }, "links-ai", false],
    ["is not made after a minute", { at: NOW - MINUTE - 1 }, "links-ai", false],
    ["is not made by a clock that was moved", { at: NOW + 1 }, "links-ai", false],
  ];
  for (const [name, changes, setting, isGood] of cases)
    test(name, () => {
      const job: Job = { ...click, ...changes };
      assert.deepEqual(claim(job, setting, NOW), isGood ? { ...job, used: true } : null);
    });

  test("uses the job up", () => {
    const used = claim(click, "links-ai", NOW);
    assert.ok(used);
    assert.equal(claim(used, "links-ai", NOW), null);
  });
});

describe("an outcome", () => {
  const Later = NOW + 5000;
  const at = (setting: string, outcome: Outcome, path: string | null = null) => ({ setting, outcome, path });
  const next = (job: Job, address: string): Progress => ({ do: "next", job, address });
  const Paths = [PROMOTIONS, "/m/settings/promotions"];
  const looked: Job = { ...look, settings: ["links-ads", "links-ai"], page: DOCUMENT, used: true };
  const went: Job = { ...looked, settings: ["links-ai"], at: Later, page: null, used: false, via: Paths };
  const turns: Job = { ...looked, want: "off" };
  const toPhotos: Job = { ...looked, settings: ["links-ads", "photos-ai"] };
  const cases: [string, Job, ReturnType<typeof at>, Progress][] = [
    ["of a click ends it", click, at("links-ai", "verified"), { do: "end" }],
    ["that is none but a look at a switch to be turned off", click, at("links-ai", "on"), { do: "nothing" }],
    ["of a switch that was off already ends it", click, at("links-ai", "off"), { do: "end" }],
    ["of a switch that nobody could tell ends it", click, at("links-ai", "locked"), { do: "end" }],
    ["of another setting", click, at("links-ads", "verified"), { do: "nothing" }],
    ["of a setting that comes later", looked, at("links-ai", "off"), { do: "nothing" }],
    [
      "goes on with the next",
      looked,
      at("links-ads", "on"),
      next(went, "https://www.links.example/d/settings/ai"),
    ],
    [
      "of a press goes on with the next",
      turns,
      at("links-ads", "failed"),
      next({ ...went, want: "off" }, "https://www.links.example/d/settings/ai"),
    ],
    ["that a switch to be turned off is on", turns, at("links-ads", "on"), { do: "nothing" }],
    [
      "on another page goes on from there",
      looked,
      at("links-ads", "absent", "/feed"),
      next({ ...went, via: [...Paths, "/feed"] }, "https://www.links.example/d/settings/ai"),
    ],
    [
      "goes on at another site, as in a new tab",
      toPhotos,
      at("links-ads", "absent", "/feed"),
      next({ ...went, settings: ["photos-ai"], via: [] }, "https://www.photos.example/d/settings/ai"),
    ],
    ["of the last finishes", went, at("links-ai", "unsure"), { do: "finish" }],
  ];
  for (const [name, job, what, expected] of cases)
    test(name, () => assert.deepEqual(progress(job, what, SITES, Later), expected));

  test("leads to the next page, which then takes the job up", () => {
    const step = progress(looked, at("links-ads", "off"), SITES, Later);
    assert.ok(step.do === "next");
    const fresh = { path: "/d/settings/ai", document: DOCUMENT + 1, isRedirect: false, owes: null };
    const reached = onArrival(step.job, { ...fresh, site: links, came: PROMOTIONS }, Later);
    assert.equal(reached.do, "go-on");
    const other = progress(toPhotos, at("links-ads", "off"), SITES, Later);
    assert.ok(other.do === "next");
    assert.equal(onArrival(other.job, { ...fresh, site: photos, came: null }, Later).do, "go-on");
  });
});

describe("the record of a check-up", () => {
  const checkup: Checkup = {
    want: "look",
    settings: ["links-ai", "links-ads", "links-mail"],
    jar: null,
    outcomes: {},
    at: NOW,
    ended: null,
  };

  test("begins with nothing known", () => assert.deepEqual(createCheckup(look), checkup));

  test("gathers outcomes until the last", () => {
    const one = withOutcome(checkup, "links-ai", "off", false, NOW + 1);
    assert.deepEqual(one, { ...checkup, outcomes: { "links-ai": "off" }, at: NOW + 1 });
    const two = withOutcome(one, "links-ads", "locked", true, NOW + 2);
    assert.deepEqual(two.outcomes, { "links-ai": "off", "links-ads": "locked" });
    assert.deepEqual([two.ended, two.at], ["done", NOW + 2]);
    assert.deepEqual(checkup.outcomes, {});
  });

  test("goes on after a sign-in page stood in the way", () =>
    assert.equal(withOutcome({ ...checkup, ended: "signed-out" }, "links-ai", "on", false, NOW).ended, null));
});
