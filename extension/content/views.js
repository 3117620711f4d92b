"use strict";
// What the banner says in each state. Every claim is one of the site file's or was just seen.

/**
 * @typedef {object} Told what a view speaks of
 * @property {string} since the day since when it is on by default, in the person's language
 * @property {string} checked the day on which the site file was last checked, in the person's language
 * @property {Seen | null} seen what was known before this page
 * @property {Pending | null} pending the press that is being proved, or was
 * @property {number} at ms since the epoch, of the last reading
 * @property {boolean} proving whether a press is still without its proof
 */

const Views = (() => {
  /** @param {Told} told @returns {string} why a press did not hold, as far as it could be seen */
  const failure = ({ pending }) => {
    const { kind, status } = pending?.saved ?? { kind: "unseen", status: 0 };
    if (kind === "refused") return Locale.say("failed_refused", { status });
    return Locale.say(`failed_${kind}`);
  };

  /** @type {Record<string, (told: Told) => Omit<View, "state">>} */
  const VIEWS = {
    looking: () => ({ title: Locale.say("looking_title"), body: [Locale.say("looking_body")] }),
    on: ({ since }) => ({
      title: Locale.say("on_title"),
      body: [Locale.say("on_default", { date: since }), Locale.say("on_effect")],
      actions: ["turn-off", "show"],
      folds: true,
    }),
    again: ({ seen, at }) => ({
      title: Locale.say("again_title"),
      body: [Locale.say("again_dates", { before: Locale.date(seen?.at ?? at), now: Locale.date(at) }), Locale.say("again_account")],
      actions: ["turn-off", "show"],
      folds: true,
    }),
    off: () => ({ title: Locale.say("off_title"), body: [Locale.say("off_body")], folds: true }),
    working: ({ pending }) => ({
      title: Locale.say(pending?.want === "on" ? "working_undo" : "working_title"),
      steps: [
        { text: Locale.say("step_press"), done: pending !== null },
        { text: Locale.say("step_save"), done: pending?.saved != null },
        { text: Locale.say("step_check"), done: false },
      ],
    }),
    verified: ({ at, pending }) => ({
      title: Locale.say("verified_title", { time: Locale.time(at) }),
      body: [Locale.say(pending?.picked ? "verified_picked" : "verified_body")],
      actions: pending?.picked ? [] : ["undo"],
      folds: true,
    }),
    failed: (told) => ({
      title: Locale.say(told.pending?.want === "on" ? "failed_undo" : "failed_title"),
      body: [failure(told), Locale.say("failed_hand")],
      actions: ["retry", "show"],
    }),
    unsure: ({ proving }) => ({
      title: Locale.say("unsure_title"),
      body: [Locale.say(proving ? "unproved" : "unsure_body"), Locale.say("unsure_hand")],
      actions: ["show", "retry"],
    }),
    locked: ({ proving }) => ({
      title: Locale.say("locked_title"),
      body: [Locale.say("locked_body"), ...(proving ? [Locale.say("unproved")] : [])],
      actions: ["show"],
      folds: true,
    }),
    "signed-out": ({ proving }) => ({
      title: Locale.say("signed_out_title"),
      body: [Locale.say("signed_out_body"), ...(proving ? [Locale.say("unproved")] : [])],
    }),
    absent: ({ proving, checked }) => ({
      title: Locale.say("absent_title"),
      body: [
        ...(proving ? [Locale.say("unproved")] : []),
        Locale.say("absent_body", { date: checked }),
        Locale.say("absent_hand"),
      ],
      actions: ["retry"],
      folds: true,
    }),
  };

  return Object.freeze({
    /** @param {string} state @param {Told} told @returns {View} */
    of: (state, told) => ({ state, ...VIEWS[state](told) }),
  });
})();
