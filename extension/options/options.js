"use strict";
// Options: language, where the banner shows, a reminder; what is kept, to take along or to erase.

(() => {
  const REMINDERS = [0, 30, 90]; // days

  /** @type {string} message key of what was last done */
  let said = "";

  /** @param {Partial<Options>} options */
  const set = async (options) => {
    said = "options_saved";
    await Page.send({ type: "options", options });
  };

  /** @param {string} code @returns {string} the language's own name for itself */
  const languageName = (code) => {
    const tag = code.replace("_", "-");
    return new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
  };

  /** @param {string[]} fixed @param {string} key @returns {HTMLElement[]} */
  const note = (fixed, key) => (fixed.includes(key) ? [Page.make("p", { class: "soft" }, Locale.say("options_fixed"))] : []);

  /**
   * @param {"language" | "reminder"} key @param {string} value @param {[string, string][]} choices value and text
   * @param {string[]} fixed @param {(value: string) => Partial<Options>} read
   */
  const choice = (key, value, choices, fixed, read) => {
    const made = Page.make("select", { name: key, id: key, disabled: fixed.includes(key) }, ...choices.map(([one, text]) => Page.make("option", { value: one, selected: one === value }, text)));
    made.addEventListener("change", () => void set(read(made.value)));
    return Page.make("div", {}, Page.make("label", { class: "field", for: key }, Locale.say(`options_${key}`)), made, ...note(fixed, key));
  };

  /** @param {Options} options @param {string[]} fixed */
  const banner = (options, fixed) => {
    const radio = (/** @type {Options["banner"]} */ value) => {
      const made = Page.make("input", { type: "radio", name: "banner", value, checked: options.banner === value, disabled: fixed.includes("banner") });
      made.addEventListener("change", () => void set({ banner: value }));
      return Page.make("label", {}, made, Page.make("span", {}, Locale.say(`options_banner_${value}`)));
    };
    return Page.make("fieldset", {}, Page.make("legend", {}, Locale.say("options_banner")), radio("settings"), radio("page"), ...note(fixed, "banner"));
  };

  /** @param {string} action @param {() => void} act */
  const button = (action, act) => {
    const made = Page.button(action, Locale.say(`action_${action.replaceAll("-", "_")}`));
    made.addEventListener("click", act);
    return made;
  };

  /** Asks once more, in place. */
  const erase = () => {
    const made = button("erase", () => {
      if (made.dataset.armed) {
        said = "options_erased";
        void Page.send({ type: "erase" });
      }
      made.dataset.armed = "yes";
      made.textContent = Locale.say("action_sure");
    });
    return made;
  };

  void Page.start("options_title", ({ stored, options, fixed, wrong }) => {
    const languages = Object.keys(LOCALES).map((code) => /** @type {[string, string]} */ ([code, languageName(code)]));
    const days = [...new Set([...REMINDERS, options.reminder])].sort((one, other) => one - other);
    const reminders = days.map((count) => /** @type {[string, string]} */ ([`${count}`, count === 0 ? Locale.say("options_reminder_never") : Locale.say("options_reminder_days", { count })]));
    return [
      Page.brand(),
      Page.make("h1", {}, Locale.say("options_title")),
      Page.make("p", { role: "status", class: "soft" }, said ? Locale.say(said) : ""),
      ...(wrong.length > 0 ? [Page.make("div", { "data-part": "notice" }, Page.make("p", {}, Locale.say("options_wrong", { keys: wrong.join(", ") })))] : []),
      choice("language", options.language, [["auto", Locale.say("options_language_auto")], ...languages], fixed, (language) => ({ language })),
      banner(options, fixed),
      choice("reminder", `${options.reminder}`, reminders, fixed, (count) => ({ reminder: Number(count) })),
      Page.make(
        "section",
        {},
        Page.make("h2", {}, Locale.say("options_kept")),
        Page.make("p", {}, Locale.say("options_kept_body", { settings: Object.keys(stored.known).length, receipts: stored.receipts.length })),
        Page.make("p", {}, Locale.say("options_privacy")),
        Page.make("div", { class: "actions" }, button("export-everything", () => Page.download("untick.json", stored)), erase()),
      ),
      Page.make("footer", { class: "soft" }, Locale.say("options_version", { version: api.runtime.getManifest().version, date: Locale.date(SITES[0].checked) })),
    ];
  });
})();
