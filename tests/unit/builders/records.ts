/** Records as they are kept, each of them sound. */

import type { Checkup, Known, Receipt, Stored, Verification } from "../../../extension/core/schemas.ts";

export const AT = 1_790_000_000_000; // ms since the epoch
const INSTANT = "2026-09-21T12:00:00+02:00";

export const KNOWN: Known = { state: "off", at: AT, off: AT, missed: null };

export const RECEIPT: Receipt = {
  id: "1",
  setting: "links-ai",
  want: "off",
  by: "untick",
  address: "https://www.links.example/",
  label: "",
  at: INSTANT,
  zone: "Europe/Paris",
  before: "on",
  after: "off",
  saved: { kind: "saved", status: 200 },
  reloaded: { state: "off", at: INSTANT },
  outcome: "verified",
  extension: "1.0.0",
  rule: "links 2026-08-21",
};

export const CHECKUP: Checkup = {
  want: "off",
  settings: ["links-ads"],
  jar: null,
  outcomes: { "links-ads": "failed" },
  at: AT,
  ended: "done",
};

export const PRESS: Verification = {
  id: "1",
  setting: "links-ai",
  want: "off",
  at: AT,
  page: AT - 5000,
  pressed: true,
  by: "untick",
  label: "Use my data",
  address: "https://www.links.example/d/settings/ai",
  after: "off",
  filled: null,
  picked: null,
  saved: { kind: "saved", status: 200 },
  back: "/d/categories/privacy",
};

export const OWED = { session: "s", jar: null, pending: PRESS };

/** Nothing kept yet. */
export const EMPTY: Stored = {
  version: 1,
  known: {},
  jars: {},
  receipts: [],
  run: null,
  options: {},
  said: {},
  aside: [],
  owed: {},
};

/** Something in every place; "fr" is a language. */
export const FULL: Stored = {
  version: 1,
  known: { "links-ai": KNOWN },
  jars: { "firefox-container-2": { "links-ads": KNOWN } },
  receipts: [RECEIPT],
  run: CHECKUP,
  options: { language: "fr", banner: "page", reminder: 30 },
  said: { facebook: { sent: AT, answered: null } },
  aside: [{ at: AT, key: "later", value: null, why: "newer" }],
  owed: { 5: OWED },
};
