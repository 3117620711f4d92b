"use strict";
// Options: language, where the banner shows, a reminder; what is kept, to take along or to erase.

(() => {
  const { make, button } = Page;
  const REMINDERS = [0, 30, 90]; // days

  /** @param {string[]} fixed @param {string} key @returns {HTMLElement[]} */
  const note = (fixed, key) => (fixed.includes(key) ? [make("p", { class: "soft" }, Locale.say("options_fixed"))] : []);

  /** @param {"language" | "reminder"} key @param {string} value @param {[string, string][]} choices value and text @param {string[]} fixed */
  const choice = (key, value, choices, fixed) =>
    make(
      "div",
      { class: "field" },
      make("label", { for: key }, Locale.say(`options_${key}`)),
      make("select", { name: key, id: key, disabled: fixed.includes(key) }, ...choices.map(([one, text]) => make("option", { value: one, selected: one === value }, text))),
      ...note(fixed, key),
    );

  /** @param {Kept} kept */
  const language = ({ options, fixed }) => {
    const languages = Object.keys(LOCALES).map((code) => /** @type {[string, string]} */ ([code, LOCALES[code].name]));
    return choice("language", options.language, [["auto", Locale.say("options_language_auto")], ...languages], fixed);
  };

  /** @param {Kept} kept */
  const banner = ({ options, fixed }) => {
    const radio = (/** @type {Options["banner"]} */ value) => {
      const one = make("input", { type: "radio", name: "banner", value, checked: options.banner === value, disabled: fixed.includes("banner") });
      return make("label", {}, one, make("span", {}, Locale.say(`options_banner_${value}`)));
    };
    return make("fieldset", { class: "field" }, make("legend", {}, Locale.say("options_banner")), radio("settings"), radio("page"), ...note(fixed, "banner"));
  };

  /** @param {Kept} kept */
  const reminder = ({ options, fixed }) => {
    // An organisation may have set another.
    const days = [...new Set([...REMINDERS, options.reminder])].sort((one, other) => one - other);
    const after = new Intl.RelativeTimeFormat(Locale.tag());
    const choices = days.map((count) => /** @type {[string, string]} */ ([`${count}`, count === 0 ? Locale.say("options_reminder_never") : after.format(count, "day")]));
    return choice("reminder", `${options.reminder}`, choices, fixed);
  };

  /** @param {Stored} stored */
  const keeps = ({ known, receipts }) =>
    make(
      "section",
      {},
      make("h2", {}, Locale.say("options_kept")),
      make("p", {}, Locale.say("options_kept_body", { settings: Object.keys(known).length, receipts: receipts.length })),
      make("p", {}, Locale.say("options_privacy")),
      make("div", { class: "actions" }, button("export-everything"), button("erase", { "data-twice": true })),
    );

  void Page.start({
    title: "options_title",
    draw: (kept) => [
      make("h1", { tabindex: "-1" }, Locale.say("options_title")),
      ...(kept.wrong.length > 0 ? [make("div", { "data-part": "notice" }, make("p", {}, Locale.say("options_wrong", { keys: kept.wrong.join(", ") })))] : []),
      language(kept),
      banner(kept),
      reminder(kept),
      keeps(kept.stored),
      make("footer", { class: "soft" }, Locale.say("options_version", { version: api.runtime.getManifest().version, date: Locale.date(SITES[0].checked) })),
    ],
    acts: {
      "export-everything": ({ stored }) => Page.download("untick.json", stored),
      erase: () => {
        Page.say("options_erased");
        return Page.send({ type: "erase" });
      },
    },
    changed: async ({ name, value }) => {
      Page.say("options_saved");
      await Page.send({ type: "options", options: { [name]: name === "reminder" ? Number(value) : value } });
      if (await Page.isFull()) Page.say("options_full");
    },
  });
})();
