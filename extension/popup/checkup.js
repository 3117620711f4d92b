"use strict";
// The check-up: the site's other switches, each with what it does, read or turned off one after another at the person's word.

const Checkup = (() => {
  const { make, button, send } = Page;
  const SILENT = 60_000; // ms without progress after which a page has given no answer (Errands.LIMIT)
  const UNTOLD = ["signed-out", "locked", "absent", "unsure"];
  const site = SITES[0];
  const others = site.settings.slice(1);
  /** @type {number | undefined} */
  let silence;

  /** @param {string} id */
  const keyOf = (id) => `setting_${id.replaceAll("-", "_")}`;
  /** @returns {string[]} what the person has ticked: nothing beforehand */
  const ticked = () => [...document.querySelectorAll("input:checked")].map((box) => /** @type {HTMLInputElement} */ (box).name);
  /** @param {Run} run @returns {string[]} */
  const leftOf = ({ settings, outcomes }) => settings.filter((id) => Page.isSetting(id) && !Object.hasOwn(outcomes, id));

  /** @param {Setting} setting @param {Known | undefined} known */
  const row = ({ id }, known) =>
    make(
      "li",
      { "data-setting": id, "data-state": States.of(known) },
      make(
        "label",
        { class: "head" },
        make("input", { type: "checkbox", name: id, "aria-describedby": `state-${id}` }),
        make("span", { id: `name-${id}` }, Page.nameOf(id)),
        make("span", { class: "mark", "aria-hidden": "true" }),
      ),
      make("p", { class: "soft" }, Checkup.does(id)),
      make("p", { id: `state-${id}` }, Checkup.words(known, Locale.date)),
      Checkup.buttons(id, known),
    );

  /** @param {string} key @param {string[]} ids @returns {HTMLElement[]} a sentence that names settings, where there are any */
  const named = (key, ids) => {
    const names = new Intl.ListFormat(Locale.tag()).format(ids.map(Page.nameOf));
    return ids.length > 0 ? [make("p", {}, Locale.say(key, { names }))] : [];
  };

  /** @param {Run} run @returns {[string, ...HTMLElement[]]} what is said of one under way, and the rest of it */
  const underWay = (run) => {
    const [current] = leftOf(run);
    const total = run.settings.length;
    const done = total - leftOf(run).length;
    return [
      Locale.say("checkup_progress", { done: done + 1, total }),
      make("progress", { value: `${done}`, max: `${total}`, "aria-label": Locale.say("checkup_title") }),
      make("p", {}, Page.nameOf(current)),
      make("div", { class: "actions" }, button("stop")),
    ];
  };

  /** @param {Run} run @param {NonNullable<Run["ended"]>} ended @returns {[string, ...HTMLElement[]]} what the last one came to */
  const result = (run, ended) => {
    const { settings, outcomes, at } = run;
    const left = leftOf(run);
    const values = { done: settings.length - left.length, total: settings.length };
    /** @param {Outcome[]} wanted */
    const those = (wanted) => settings.filter((id) => wanted.includes(outcomes[id]));
    return [
      Locale.say(`run_${ended.replace("-", "_")}`, ended === "done" ? { moment: Page.moment(at) } : values),
      ...named("run_failed", those(["failed"])),
      ...named("run_missed", those(/** @type {Missed[]} */ (UNTOLD))),
      ...(left.length > 0 ? [make("div", { class: "actions" }, button("resume"))] : []),
    ];
  };

  /** @param {Run} run @returns {Run["ended"]} also of one that has fallen silent, which is looked at again when it would have */
  const endOf = (run) => {
    clearTimeout(silence);
    const wait = run.at + SILENT - Date.now();
    // Longer than it ever takes where the clock was moved.
    if (run.ended !== null || wait <= 0 || wait > SILENT || leftOf(run).length === 0) return run.ended ?? "silent";
    silence = setTimeout(Page.repaint, wait);
    return null;
  };

  /** @param {Run | null} run @returns {HTMLElement} there before anything is said in it: only a change is read out */
  const progress = (run) => {
    const ended = run && endOf(run);
    const [said, ...rest] = run ? (ended ? result(run, ended) : underWay(run)) : [""];
    return make("div", { "data-part": "run", "data-ended": ended ?? false }, make("p", { role: "status" }, said), ...rest);
  };

  return Object.freeze({
    /** @param {string} id @returns {string} what a setting does while it is on */
    does: (id) => Locale.say(`${keyOf(id)}_does`),

    /** @param {Known | undefined} known @param {(moment: number) => string} when @returns {string} the state, with when it was seen */
    words(known, when) {
      const state = States.of(known);
      const seen = known?.at ? when(known.at) : "";
      if (state === "again") return Locale.say("state_again", { before: when(known?.off ?? 0), now: seen });
      if (state === "on" || state === "off") return Locale.say(`state_${state}`, { moment: seen });
      const unknown = Locale.say(`state_${state.replace("-", "_")}`);
      return known?.state ? `${unknown} ${Locale.say(`state_before_${known.state}`, { moment: seen })}` : unknown;
    },

    /** @param {string} id @param {Known | undefined} known @returns {HTMLElement} what can be done about one setting */
    buttons(id, known) {
      const isFirst = id === site.settings[0].id;
      // Told by the row's name, since each row has the same buttons.
      /** @type {Record<string, string>} */
      const by = isFirst ? {} : { "aria-describedby": `name-${id}` };
      const off = button("turn-off", isFirst ? { class: "main" } : by);
      return make("div", { class: "actions" }, ...(States.of(known) === "off" ? [] : [off]), button("show", by));
    },

    /** @type {Plan["acts"]} */
    acts: {
      "turn-off": (_kept, id) => send({ type: "begin", want: "off", settings: [id] }),
      show: (_kept, id) => Page.visit(site.origin + site.settings.filter((setting) => setting.id === id)[0].paths[0]),
      "look-all": () => send({ type: "begin", want: "look", settings: site.settings.map(({ id }) => id) }),
      "turn-off-ticked": async () => {
        await send({ type: "begin", want: "off", settings: ticked() });
        for (const box of document.querySelectorAll("input")) box.checked = false;
      },
      resume: ({ stored: { run } }) => run && send({ type: "begin", want: run.want, settings: leftOf(run) }),
      stop: () => send({ type: "stop" }),
    },

    /** @param {Stored} stored @returns {HTMLElement} */
    draw({ known, run }) {
      const count = ticked().length;
      return make(
        "section",
        {},
        make("h2", {}, Locale.say("checkup_title")),
        make("p", { class: "soft" }, Locale.say("checkup_body")),
        make("div", { class: "actions" }, button("look-all")),
        progress(run),
        make("ul", { class: "list" }, ...others.map((setting) => row(setting, known[setting.id]))),
        make("div", { class: "actions dock" }, button("turn-off-ticked", { class: "main", disabled: count === 0 }, Locale.say("checkup_turn_off", { count }))),
      );
    },
  });
})();
