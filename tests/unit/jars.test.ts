/** Cookie jars: what is known is known for one of them, and a job goes with its page from one to another. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PRIVATE, saidIn, saidKey } from "../../extension/core/jars.ts";
import type { Arrival } from "../../extension/core/jobs.ts";
import { createJob, isMoved } from "../../extension/core/jobs.ts";
import { conclude, forgetAccount, takeLeft } from "../../extension/core/proof.ts";
import type { Jar, Job, Known, Stored } from "../../extension/core/schemas.ts";
import { AT, EMPTY, KNOWN, OWED, PRESS } from "./builders/records.ts";
import { links, photos } from "./builders/two-sites.ts";

const LATER = AT + 8000; // ms since the epoch
const AI = "/d/settings/ai";
const CIRCUMSTANCES = { zone: "Europe/Paris", offsetOf: () => 60, extension: "2.0.0", rule: "links" };
const storedOf = (changes: Partial<Stored> = {}): Stored => structuredClone({ ...EMPTY, ...changes });

test("whoever is asked to sign in may have another account: what was seen is not known any more", () => {
  const on: Known = { state: "on", at: AT, off: null, missed: { why: "locked", at: AT } };
  const missed = { why: "signed-out", at: LATER } as const;
  const unseen: Known = { state: null, at: null, off: null, missed: { why: "absent", at: AT } };
  const known = { a: { ...KNOWN }, b: on, c: unseen, "of another site": KNOWN };
  forgetAccount(known, [{ id: "a" }, { id: "b" }, { id: "c" }, { id: "never seen" }], LATER);
  assert.deepEqual(known, {
    a: { ...KNOWN, missed },
    b: { ...on, missed },
    c: unseen,
    "of another site": KNOWN,
  });
});

describe("a press that has come to its end", () => {
  test("is known for its own cookie jar alone", () => {
    const kept = storedOf({ known: { "links-ai": KNOWN } });
    const end = { outcome: "verified", state: "off" } as const;
    conclude(kept, PRESS, end, { tab: 5, jar: "a container", now: LATER }, CIRCUMSTANCES);
    assert.deepEqual(kept.known, { "links-ai": KNOWN });
    assert.deepEqual(kept.jars, { "a container": { "links-ai": { ...KNOWN, at: LATER, off: LATER } } });
    assert.equal(kept.receipts.length, 1);
  });

  test("has no receipt in a private window", () => {
    const kept = storedOf();
    const end = { outcome: "verified", state: "off" } as const;
    conclude(kept, PRESS, end, { tab: 5, jar: PRIVATE, now: LATER }, CIRCUMSTANCES);
    assert.deepEqual(kept.receipts, []);
  });
});

test("a proof that an earlier run of the browser owes is taken in its own cookie jar", () => {
  const owed = {
    5: { ...OWED, session: "earlier", jar: "a container" },
    6: { session: "earlier", pending: PRESS },
  };
  const kept = storedOf({ owed });
  const take = (jar: Jar) => takeLeft(kept, [PRESS.setting], { jar, session: "now" }, LATER);
  assert.equal(take("another"), null);
  assert.ok(take("a container"));
  assert.equal(take("a container"), null);
  // The first builds knew of one jar only.
  assert.ok(take(null));
});

describe("a job whose tab was closed at once", () => {
  const look = createJob({ want: "look", settings: ["links-ai"], jar: null, via: [], back: 7 }, AT);
  const click: Job = { ...look, want: "off", via: ["/d/categories/privacy"] };
  const first: Arrival = { site: links, path: AI, document: AT, came: null, isRedirect: false, owes: null };
  const other = "firefox-container-2";
  test("goes on in another cookie jar, where its page is the first of a tab", () => {
    for (const path of [AI, "/login"]) assert.ok(isMoved(look, other, { ...first, path }, AT + 9000));
    assert.ok(isMoved({ ...look, jar: other }, null, first, AT));
  });

  const refused: [string, Job, Jar, Arrival, number][] = [
    ["in the same jar", look, null, first, AT],
    ["in a private window", look, PRIVATE, first, AT],
    ["out of a private window", { ...look, jar: PRIVATE }, null, first, AT],
    ["after a while", look, other, first, AT + 10_001],
    ["by a clock that was moved", look, other, first, AT - 1],
    ["on another page", look, other, { ...first, path: "/d/settings/promotions" }, AT],
    ["where the tab had another page before", look, other, { ...first, came: "" }, AT],
    ["where a page had taken it up", { ...look, page: AT }, other, first, AT],
    ["where it had begun on another page", click, other, first, AT],
    ["at another site", look, other, { ...first, site: photos }, AT],
  ];
  for (const [name, job, jar, reached, now] of refused)
    test(`does not ${name}`, () => assert.equal(isMoved(job, jar, reached, now), false));
});

test("what a person says to have sent is said of one jar, and never of a private window", () => {
  const said = { sent: AT, answered: null };
  const jars: Jar[] = [null, "firefox-container-1", "firefox-container-11"];
  const stored = storedOf();
  for (const jar of jars) stored.said[saidKey(jar, `site-of-${jar}`)] = said;
  for (const jar of jars) assert.deepEqual(saidIn(stored, jar), { [`site-of-${jar}`]: said });
  assert.deepEqual(saidIn(stored, PRIVATE), {});
});
