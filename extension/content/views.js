"use strict";
// What the banner says in each state. Every claim is one of the site file's or was just seen.

/**
 * @typedef {object} Told what a view speaks of
 * @property {Site} site
 * @property {Setting} setting
 * @property {string} since the day since when it is on by default, in the person's language
 * @property {string} checked the day on which the site file was last checked, in the person's language
 * @property {Known | null} known what was known before this page
 * @property {Pending | null} pending the press that is being proved, or was
 * @property {number} at ms since the epoch, of the last reading
 * @property {boolean} proving whether a press is still without its proof
 * @property {string | number | null} back where the person came from for this
 * @property {{done: number, total: number} | null} run a check-up that is under way
 * @property {boolean} isExpected whether the person asked elsewhere for what is to be done here
 */

const Views = (() => {
  /** @param {Told} told @returns {string} why a press did not hold, as far as it could be seen */
  const failure = ({ pending }) => {
    const { kind, status } = pending?.saved ?? { kind: "unseen", status: 0 };
    if (kind === "refused") return Locale.say("failed_refused", { status: `${status}` });
    return Locale.say(`failed_${kind}`);
  };

  /**
   * Words for the site's first setting, or the same for any other by its name.
   * @param {Told} told @param {string} key @param {Record<string, string>} [values] @returns {string}
   */
  const say = ({ site, setting }, key, values = {}) => {
    if (setting === site.settings[0]) return Locale.say(key, values);
    return Locale.say(`other_${key}`, { ...values, name: Locale.say(`setting_${setting.id.replaceAll("-", "_")}_name`) });
  };

  /** @param {Told} told @param {string[]} texts @returns {string[]} none for other settings, of which less is known */
  const first = ({ site, setting }, ...texts) => (setting === site.settings[0] ? texts : []);

  /** @param {Told} told @param {...Action} actions @returns {Action[]} */
  const withBack = ({ back }, ...actions) => (back === null ? actions : ["back", ...actions]);

  /** @param {Known | null} known @param {number} at @returns {string[]} both dates, and that it may be another account's */
  const again = (known, at) => [
    Locale.say("again_dates", { before: Locale.date(known?.off ?? at), now: Locale.date(at) }),
    Locale.say("again_account"),
  ];

  /** @type {Record<string, (told: Told) => Omit<View, "state">>} */
  const VIEWS = {
    looking: (told) => ({ title: say(told, "looking_title"), body: [Locale.say("looking_body")] }),
    on: (told) => ({
      title: say(told, "on_title"),
      body: first(told, Locale.say("on_default", { date: told.since }), Locale.say("on_effect")),
      actions: ["turn-off", "show"],
    }),
    again: (told) => ({ title: say(told, "again_title"), body: again(told.known, told.at), actions: ["turn-off", "show"] }),
    off: (told) => ({ title: say(told, "off_title"), body: first(told, Locale.say("off_body")), actions: withBack(told) }),
    working: (told) => ({
      title: say(told, told.pending?.want === "on" ? "working_undo" : "working_title"),
      steps: [
        { text: Locale.say("step_press"), done: told.pending !== null },
        { text: Locale.say("step_save"), done: told.pending?.saved != null },
        { text: Locale.say("step_check"), done: false },
      ],
    }),
    verified: (told) => ({
      title: say(told, "verified_title", { time: Locale.time(told.at) }),
      body: [say(told, told.pending?.picked ? "verified_picked" : "verified_body")],
      actions: withBack(told, ...(told.pending?.picked ? [] : /** @type {Action[]} */ (["undo"])), ...(isKept() ? /** @type {Action[]} */ (["receipt"]) : [])),
    }),
    failed: (told) => ({
      title: say(told, told.pending?.want === "on" ? "failed_undo" : "failed_title"),
      body: [failure(told), Locale.say("failed_hand")],
      actions: ["retry", "show"],
    }),
    unsure: (told) => ({
      title: Locale.say("unsure_title"),
      body: [Locale.say(told.proving ? "unproved" : "unsure_body"), say(told, "unsure_hand")],
      actions: ["show", "retry"],
    }),
    locked: (told) => ({
      title: Locale.say("locked_title"),
      body: [Locale.say("locked_body"), ...(told.proving ? [Locale.say("unproved")] : [])],
      actions: ["show"],
    }),
    "signed-out": (told) => ({
      title: Locale.say("signed_out_title"),
      body: [Locale.say(told.isExpected ? "signed_out_expected" : "signed_out_body"), ...(told.proving ? [Locale.say("unproved")] : [])],
    }),
    absent: (told) => ({
      title: Locale.say("absent_title"),
      body: [
        ...(told.proving ? [Locale.say("unproved")] : []),
        Locale.say("absent_body", { date: told.checked }),
        ...first(told, Locale.say("absent_hand")),
      ],
      actions: ["retry"],
    }),
  };
  const FOLDED = ["on", "again", "off", "verified", "locked", "absent"];

  /** @returns {boolean} whether a receipt is kept: a private window leaves nothing behind */
  const isKept = () => !api.extension.inIncognitoContext;

  return Object.freeze({
    /** @param {string} state @param {Told} told @returns {View} */
    of(state, told) {
      const view = { state, folds: FOLDED.includes(state) && told.setting === told.site.settings[0], ...VIEWS[state](told) };
      return told.run ? { ...view, folds: false, actions: ["stop"], progress: told.run } : view;
    },

    /**
     * On a page of the settings that is not the switch's own.
     * @param {Known | null} known
     * @param {Want | null} word what the page's list of settings says
     * @returns {View}
     */
    elsewhere(known, word) {
      const now = Date.now();
      const isAgain = word !== "off" && known?.off != null;
      const seen = known?.at ? Locale.date(known.at) : "";
      const [title, ...body] =
        isAgain ? [Locale.say("again_title"), ...again(known, word === "on" ? now : (known.at ?? now))]
        : word ? [Locale.say(`elsewhere_row_${word}`), Locale.say(word === "on" ? "elsewhere_offer" : "elsewhere_row_off_body")]
        : known?.missed ? [Locale.say("elsewhere_unknown"), Locale.say(`state_${known.missed.why.replace("-", "_")}`), Locale.say("elsewhere_offer")]
        : known?.state === "on" ? [Locale.say("elsewhere_on", { date: seen }), Locale.say("elsewhere_offer")]
        : [Locale.say("elsewhere_unknown"), Locale.say("elsewhere_offer")];
      const looks = isAgain ? "again" : (word ?? (known?.state === "on" ? "on" : "unknown"));
      return { state: "elsewhere", looks, title, body, actions: word === "off" ? ["show"] : ["turn-off", "show"] };
    },
  });
})();
