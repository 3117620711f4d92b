/** Every view of the banner, as the engine makes it of a state. */

import { SITES } from "#data/sites";
import type { View } from "../../extension/core/banner-words.ts";
import { viewElsewhere, viewOf } from "../../extension/core/banner-words.ts";
import type { OptOut } from "../../extension/core/optout-states.ts";
import { nameKey } from "../../extension/core/phrase.ts";
import type { ViewName } from "../../extension/core/reading.ts";
import type { Job, Known, Save, Unknown, Verification } from "../../extension/core/schemas.ts";
import type { KnownSite } from "../../extension/core/site.ts";
import { settingOf } from "../../extension/core/site.ts";
import type { Locale } from "../../extension/shared/locale.ts";
import type { Details } from "../../extension/shared/messages.ts";
import { detailsOf, wordsOf } from "../../extension/shared/site-words.ts";

const AT = Date.UTC(2026, 10, 22, 13, 5);
const BEFORE = Date.UTC(2026, 8, 28, 8, 45);
const KNOWN: Known = { state: "on", at: BEFORE, off: BEFORE, missed: null };
const CHECKUP = { done: 3, total: 12 };

interface More {
  readonly press?: Partial<Verification>;
  readonly job?: Job;
  readonly isProving?: boolean;
  readonly isAsking?: boolean;
  readonly back?: number;
  readonly checkup?: typeof CHECKUP;
}

const pressOf = (setting: string, more: Partial<Verification>): Verification => ({
  id: "1",
  setting,
  want: "off",
  at: AT,
  page: AT,
  pressed: true,
  by: "untick",
  label: "",
  address: "",
  after: null,
  filled: null,
  picked: null,
  saved: null,
  back: null,
  ...more,
});

const JOB: Job = {
  want: "off",
  settings: [""],
  total: 1,
  at: AT,
  page: null,
  used: false,
  jar: null,
  via: [],
  back: null,
};

export const firstSite = (): KnownSite => {
  const site = SITES.find(({ required }) => required);
  if (!site) throw new Error("no site file");
  return site;
};

/** Which site the banner speaks of. */
export const siteName = (): string => firstSite().name;

/** What can be unfolded. @param code of the language */
export const allDetails = (locale: Locale, code: string): Details => detailsOf(firstSite(), locale, code);

/** The views in a language, by name: the state, and what makes it another one. */
export const allViews = (locale: Locale): Readonly<Record<string, () => View>> => {
  const site = firstSite();
  const primary = settingOf(site, site.primary);
  const nameOf = (id: string) => locale.say(nameKey(id));
  const others = site.settings.filter(({ id }) => id !== site.primary);
  const longest = others.reduce((one, other) =>
    nameOf(other.id).length > nameOf(one.id).length ? other : one,
  );

  const stateOf = (setting: string, name: ViewName, more: More): OptOut => ({
    at: "watching",
    result: null,
    seen: null,
    isClaiming: false,
    isHidden: false,
    visit: {
      setting,
      document: AT,
      address: "",
      isSignIn: false,
      isStale: false,
      checkup: more.checkup ?? null,
      back: more.back ?? null,
    },
    known: KNOWN,
    job: more.job ?? null,
    reported: "",
    press: more.press ? pressOf(setting, more.press) : null,
    shown: {
      name,
      isProving: more.isProving ?? false,
      isAsking: more.isAsking ?? false,
      since: { tick: 0, now: AT },
    },
  });
  const words = wordsOf(site, locale, locale.date);
  const facts = { checked: locale.date(site.checked), words, isKept: true };
  const of = (name: ViewName, more: More = {}) =>
    viewOf(stateOf(primary.id, name, more), { ...facts, isPrimary: true });
  const ofOther = (name: ViewName, more: More = {}) =>
    viewOf(stateOf(longest.id, name, more), { ...facts, isPrimary: false });
  const failed = (kind: Save["kind"], press: Partial<Verification> = {}) =>
    of("failed", { press: { saved: { kind, status: 500 }, ...press } });
  const elsewhere = (known: Known | null, word: "on" | "off" | null): View => {
    const view = viewElsewhere(known, word, AT);
    if (!view) throw new Error("nothing to say");
    return view;
  };
  const unknown = (why: Unknown) =>
    elsewhere({ state: null, at: null, off: null, missed: { why, at: AT } }, null);

  return {
    looking: () => of("looking"),
    on: () => of("on"),
    "on, covered": () => ({ ...of("on"), note: ["covered"] }),
    again: () => of("again"),
    off: () => of("off"),
    "off, back": () => of("off", { back: 1 }),
    working: () => of("working"),
    "working, pressed": () => of("working", { press: {} }),
    "working, saved": () => of("working", { press: { saved: { kind: "saved", status: 200 } } }),
    "working, asked": () => of("working", { press: {}, isAsking: true }),
    "working, undo": () => of("working", { press: { want: "on" } }),
    verified: () => of("verified", { press: {} }),
    "verified, back": () => of("verified", { press: {}, back: 1 }),
    "verified, by hand": () => of("verified", { press: { picked: "A switch" } }),
    "failed, refused": () => failed("refused"),
    "failed, declined": () => failed("declined"),
    "failed, unreachable": () => failed("unreachable"),
    "failed, saved": () => failed("saved"),
    "failed, unseen": () => failed("unseen"),
    "failed, undo": () => failed("refused", { want: "on" }),
    unsure: () => of("unsure"),
    "unsure, pressed": () => of("unsure", { isProving: true }),
    "unsure, stayed": () => {
      const reloading = { at: "reloading", by: "page", until: 0, looked: 0 } as const;
      const state = { ...stateOf(primary.id, "unsure", {}), press: pressOf(primary.id, {}), ...reloading };
      return viewOf(state, { ...facts, isPrimary: true });
    },
    locked: () => of("locked"),
    "locked, pressed": () => of("locked", { isProving: true }),
    "signed-out": () => of("signed-out"),
    "signed-out, expected": () => of("signed-out", { job: JOB, isProving: true }),
    absent: () => of("absent"),
    "absent, pressed": () => of("absent", { isProving: true }),
    elsewhere: () => elsewhere(null, null),
    "elsewhere, on": () => elsewhere({ ...KNOWN, off: null }, null),
    "elsewhere, again": () => elsewhere(KNOWN, "on"),
    "elsewhere, row on": () => elsewhere(null, "on"),
    "elsewhere, row off": () => elsewhere(null, "off"),
    "elsewhere, signed out": () => unknown("signed-out"),
    "elsewhere, locked": () => unknown("locked"),
    "elsewhere, absent": () => unknown("absent"),
    "elsewhere, unsure": () => unknown("unsure"),
    "other, looking": () => ofOther("looking", { checkup: CHECKUP }),
    "other, on": () => ofOther("on"),
    "other, again": () => ofOther("again"),
    "other, off": () => ofOther("off", { back: 1 }),
    "other, working": () => ofOther("working", { checkup: CHECKUP }),
    "other, undo": () => ofOther("working", { press: { want: "on" } }),
    "other, verified": () => ofOther("verified", { press: {}, back: 1 }),
    "other, by hand": () => ofOther("verified", { press: { picked: "A switch" } }),
    "other, failed": () => ofOther("failed", { press: {} }),
    "other, failed undo": () => ofOther("failed", { press: { want: "on" } }),
    "other, unsure": () => ofOther("unsure"),
  };
};
