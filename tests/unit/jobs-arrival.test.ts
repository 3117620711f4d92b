/** At which pages a job goes on: the setting's, one to which it may have moved, a sign-in page on the way. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Arrival, OnArrival } from "../../extension/core/jobs.ts";
import { createJob, onArrival } from "../../extension/core/jobs.ts";
import type { Job } from "../../extension/core/schemas.ts";
import { isKnownElse } from "../../extension/core/site.ts";
import { links, photos, SITES } from "./builders/two-sites.ts";

const NOW = 1_790_000_000_000; // ms since the epoch
const MINUTE = 60_000; // ms
const DOCUMENT = 1_789_999_000_000;
const AI = "/d/settings/ai";
const PROMOTIONS = "/d/settings/promotions";
const MOVED = "/d/settings/machine-learning";
const ELSEWHERE = "/d/categories/privacy";

/** From a click on another page of the settings. */
const click = createJob(
  { want: "off", settings: ["links-ai"], jar: null, via: [ELSEWHERE], back: ELSEWHERE },
  NOW,
);

const arrival = (changes: Partial<Arrival> = {}): Arrival => ({
  site: links,
  path: AI,
  document: DOCUMENT,
  came: ELSEWHERE,
  isRedirect: false,
  owes: null,
  ...changes,
});

describe("a page that is reached", () => {
  const taken: OnArrival = { do: "go-on", job: { ...click, page: DOCUMENT } };
  const stopped: OnArrival = { do: "end", why: "stopped" };
  const silent: OnArrival = { do: "end", why: "silent" };
  const absent: OnArrival = { do: "absent", setting: "links-ai" };
  const signIn = (path: string): OnArrival => ({ do: "sign-in", job: { ...click, via: [ELSEWHERE, path] } });
  const moved = (path: string): OnArrival => ({
    do: "go-on",
    job: { ...click, page: DOCUMENT, via: [ELSEWHERE, path] },
  });
  const cases: [string, Partial<Arrival>, Partial<Job>, OnArrival][] = [
    ["is the setting's", {}, {}, taken],
    ["is the setting's in the site's other form", { path: "/m/settings/ai" }, {}, taken],
    ["is reached from the setting's own page", { came: AI }, {}, taken],
    ["is reached from a sign-in page", { came: "/login/now" }, {}, taken],
    ["is reached from an address that the browser hides", { came: "" }, {}, taken],
    ["is reached from a page that is not on the way", { came: "/feed" }, {}, stopped],
    ["is reached from another site", { came: null }, {}, stopped],
    [
      "is reached from another site, which signs people in",
      { came: null },
      { via: [ELSEWHERE, "/login"] },
      { do: "go-on", job: { ...click, page: DOCUMENT, via: [ELSEWHERE, "/login"] } },
    ],
    [
      "is the first of a new tab",
      { came: null },
      { via: [] },
      { do: "go-on", job: { ...click, page: DOCUMENT, via: [] } },
    ],
    ["is reached in a new tab from elsewhere", { came: "/feed" }, { via: [] }, stopped],
    ["is a list of settings", { path: ELSEWHERE }, {}, absent],
    ["is the index of the settings", { path: "/d" }, {}, absent],
    ["is another setting's page", { path: PROMOTIONS }, {}, absent],
    ["is a settings page that nobody has listed: it may have moved there", { path: MOVED }, {}, moved(MOVED)],
    [
      "is such a one, to which the setting's own leads",
      { path: MOVED, came: AI, isRedirect: true },
      { page: 1 },
      moved(MOVED),
    ],
    ["is such a one, to which the person goes", { path: MOVED, came: AI }, { page: 1 }, stopped],
    [
      "is such a one after the press",
      { path: MOVED, came: AI, isRedirect: true },
      { page: 1, used: true },
      stopped,
    ],
    ["is any other page of the site", { path: "/feed" }, {}, moved("/feed")],
    ["… by client-side navigation", { path: "/feed", came: AI }, { page: DOCUMENT }, stopped],
    [
      "… to which the setting's page leads",
      { path: "/feed", came: AI, isRedirect: true },
      { page: 1 },
      moved("/feed"),
    ],
    ["… to which the person goes", { path: "/feed", came: AI }, { page: 1 }, stopped],
    ["is a sign-in page", { path: "/login" }, {}, signIn("/login")],
    [
      "is a sign-in page after another",
      { path: "/checkpoint/1", came: "/login" },
      {},
      signIn("/checkpoint/1"),
    ],
    ["is a sign-in page reached from elsewhere", { path: "/login", came: "/feed" }, {}, stopped],
    ["is the same document again", {}, { page: DOCUMENT }, taken],
    ["is another document than before: loaded anew", {}, { page: DOCUMENT - 1 }, stopped],
    [
      "is a sign-in page after the setting's",
      { path: "/login" },
      { page: 1 },
      {
        do: "sign-in",
        job: { ...click, page: 1, via: [ELSEWHERE, "/login"] },
      },
    ],
    [
      "is in time to the millisecond",
      {},
      { at: NOW - MINUTE },
      { do: "go-on", job: { ...click, at: NOW - MINUTE, page: DOCUMENT } },
    ],
    ["is too late", {}, { at: NOW - MINUTE - 1 }, silent],
    ["is too late and not on the way", { came: "/feed" }, { at: NOW - MINUTE - 1 }, stopped],
    ["is a sign-in page, too late", { path: "/login" }, { at: NOW - MINUTE - 1 }, silent],
    ["is before the click: the clock was moved", {}, { at: NOW + 1 }, silent],
    ["is of another site, with the same path", { site: photos }, {}, stopped],
    [
      "is of another site, where its own setting's press awaits its proof",
      { site: photos, owes: "photos-ai" },
      {},
      stopped,
    ],
    ["is none of a setting that there is", {}, { settings: ["toString"] }, stopped],
  ];
  for (const [name, where, changes, expected] of cases)
    test(name, () => assert.deepEqual(onArrival({ ...click, ...changes }, arrival(where), NOW), expected));

  const proofs: [string, Partial<Arrival>, Partial<Job>][] = [
    ["on a fresh document", {}, { page: DOCUMENT - 1 }],
    ["after a minute", {}, { at: NOW - MINUTE - 1 }],
    ["wherever it was reached from", { came: "/feed" }, {}],
    ["wherever the site has sent it", { path: "/feed" }, {}],
  ];
  for (const [name, where, changes] of proofs)
    test(`owes the proof of the job's press: it goes on as it is, ${name}`, () => {
      const job: Job = { ...click, ...changes, used: true };
      assert.deepEqual(onArrival(job, arrival({ ...where, owes: "links-ai" }), NOW), { do: "go-on", job });
    });

  test("owes the proof of another press: that does not help", () =>
    assert.deepEqual(onArrival({ ...click, page: 1 }, arrival({ owes: "links-ads" }), NOW), stopped));

  test("takes a job up only at its setting's page, in time, and in one document", () => {
    const paths = fc.constantFrom(AI, "/m/settings/ai", PROMOTIONS, ELSEWHERE, "/login", "/feed", "/");
    const arrivals = fc.record({
      site: fc.constantFrom(...SITES),
      path: paths,
      document: fc.nat(3),
      came: fc.option(fc.oneof(paths, fc.constant(""))),
      isRedirect: fc.boolean(),
      owes: fc.constant(null),
    });
    const jobs = fc.record({
      settings: fc.subarray(["links-ai", "photos-ai"], { minLength: 1 }),
      at: fc.integer({ min: NOW - 2 * MINUTE, max: NOW + MINUTE }),
      page: fc.option(fc.nat(3)),
      used: fc.boolean(),
      via: fc.array(paths, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(jobs, arrivals, (changes, where) => {
        const job: Job = { ...click, ...changes };
        const step = onArrival(job, where, NOW);
        if (step.do !== "go-on") return;
        const setting = where.site.settings.find(({ id }) => id === job.settings[0]);
        assert.ok(setting);
        assert.ok(job.at <= NOW && NOW - job.at <= MINUTE);
        const isOwn = setting.paths.includes(where.path);
        assert.ok(isOwn || (!isKnownElse(where.site, setting, where.path) && !job.used));
        assert.ok(!isOwn || job.page === null || job.page === where.document);
        assert.equal(step.job.page, where.document);
      }),
    );
  });
});
