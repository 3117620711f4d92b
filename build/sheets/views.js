"use strict";
// Every view of the banner, as the engine makes it from what it has been told.

const AllViews = (() => {
  const AT = Date.UTC(2026, 10, 22, 13, 5);
  const BEFORE = Date.UTC(2026, 8, 28, 8, 45);
  const [site] = SITES;
  const [first] = site.settings;
  /** @type {Known} */
  const known = { state: "on", at: BEFORE, off: BEFORE, missed: null };
  const run = { done: 3, total: 12 };

  /** @param {Setting} setting @returns {string} */
  const nameOf = ({ id }) => Locale.say(`setting_${id.replaceAll("-", "_")}_name`);
  /** @returns {Setting} the one with the longest name */
  const longest = () => site.settings.slice(1).reduce((one, other) => (nameOf(other).length > nameOf(one).length ? other : one));

  /** @param {Partial<Pending>} [more] @returns {Pending} */
  const press = (more) => ({
    id: "1", setting: first.id, want: "off", at: AT, page: AT, pressed: true, by: "untick", label: "", address: "", after: null,
    filled: null, picked: null, saved: null, back: null, ...more,
  });

  /** @param {string} state @param {Partial<Told>} [more] @returns {View} */
  const of = (state, more) => {
    const setting = more?.setting ?? first;
    const since = Locale.date(setting.since ?? AT);
    return Views.of(state, {
      site, setting, since, checked: Locale.date(site.checked), known, pending: null, at: AT, proving: false, back: null, run: null, isExpected: false, ...more,
    });
  };
  /** @param {string} state @param {Partial<Told>} [more] */
  const other = (state, more) => of(state, { setting: longest(), ...more });
  /** @param {Saved["kind"]} kind @param {Partial<Pending>} [more] */
  const failed = (kind, more) => of("failed", { pending: press({ saved: { kind, status: 500 }, ...more }) });
  /** @param {Missed} why */
  const missed = (why) => Views.elsewhere({ state: null, at: null, off: null, missed: { why, at: AT } }, null);

  /** @type {Readonly<Record<string, () => View>>} by name: the state, and what makes it another one */
  return Object.freeze({
    looking: () => of("looking"),
    on: () => of("on"),
    again: () => of("again"),
    off: () => of("off"),
    "off, back": () => of("off", { back: 1 }),
    working: () => of("working"),
    "working, pressed": () => of("working", { pending: press() }),
    "working, saved": () => of("working", { pending: press({ saved: { kind: "saved", status: 200 } }) }),
    "working, undo": () => of("working", { pending: press({ want: "on" }) }),
    verified: () => of("verified", { pending: press() }),
    "verified, back": () => of("verified", { pending: press(), back: 1 }),
    "verified, by hand": () => of("verified", { pending: press({ picked: "A switch" }) }),
    "failed, refused": () => failed("refused"),
    "failed, unreachable": () => failed("unreachable"),
    "failed, saved": () => failed("saved"),
    "failed, unseen": () => failed("unseen"),
    "failed, undo": () => failed("refused", { want: "on" }),
    unsure: () => of("unsure"),
    "unsure, pressed": () => of("unsure", { proving: true }),
    locked: () => of("locked"),
    "locked, pressed": () => of("locked", { proving: true }),
    "signed-out": () => of("signed-out"),
    "signed-out, expected": () => of("signed-out", { isExpected: true, proving: true }),
    absent: () => of("absent"),
    "absent, pressed": () => of("absent", { proving: true }),
    elsewhere: () => Views.elsewhere(null, null),
    "elsewhere, on": () => Views.elsewhere({ ...known, off: null }, null),
    "elsewhere, again": () => Views.elsewhere(known, "on"),
    "elsewhere, row on": () => Views.elsewhere(null, "on"),
    "elsewhere, row off": () => Views.elsewhere(null, "off"),
    "elsewhere, signed out": () => missed("signed-out"),
    "elsewhere, locked": () => missed("locked"),
    "elsewhere, absent": () => missed("absent"),
    "elsewhere, unsure": () => missed("unsure"),
    "other, looking": () => other("looking", { run }),
    "other, on": () => other("on"),
    "other, again": () => other("again"),
    "other, off": () => other("off", { back: 1 }),
    "other, working": () => other("working", { run }),
    "other, undo": () => other("working", { pending: press({ want: "on" }) }),
    "other, verified": () => other("verified", { pending: press(), back: 1 }),
    "other, by hand": () => other("verified", { pending: press({ picked: "A switch" }) }),
    "other, failed": () => other("failed", { pending: press() }),
    "other, failed undo": () => other("failed", { pending: press({ want: "on" }) }),
    "other, unsure": () => other("unsure"),
  });
})();
