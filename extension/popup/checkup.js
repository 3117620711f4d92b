"use strict";
// The check-up: the site's other switches, each with what it does, read or turned off one after another at the person's word.

const Checkup = (() => {
  const SILENT = 60_000; // ms without progress after which a page has given no answer (Errands.LIMIT)
  const site = SITES[0];
  const others = site.settings.slice(1);
  /** Nothing is ticked beforehand. @type {Set<string>} */
  const ticked = new Set();
  /** @type {number | undefined} */
  let silence;

  /** @param {string[]} settings @param {"look" | "off"} want */
  const begin = (want, settings) => void Page.send({ type: "begin", want, settings });

  /** @param {Known | undefined} known @returns {string} the state in words, with when it was seen */
  const words = (known) => {
    const state = States.of(known);
    const seen = known?.at ? Page.moment(known.at) : "";
    if (state === "again") return Locale.say("state_again", { before: Page.moment(known?.off ?? 0), now: seen });
    if (state === "on" || state === "off") return Locale.say(`state_${state}`, { moment: seen });
    const unknown = Locale.say(`state_${state.replace("-", "_")}`);
    return known?.state ? `${unknown} ${Locale.say(`state_before_${known.state}`, { moment: seen })}` : unknown;
  };

  /** @param {string} id @param {Known | undefined} known @param {string} [described] id of what names the setting @returns {HTMLElement} what can be done about one */
  const actions = (id, known, described) => {
    /** @type {Record<string, string>} */
    const by = described ? { "aria-describedby": described } : {};
    const off = Page.button("turn-off", Locale.say("action_turn_off"), { ...by, class: described ? "" : "main" });
    off.addEventListener("click", () => begin("off", [id]));
    const show = Page.button("show", Locale.say("action_show"), by);
    show.addEventListener("click", () => void api.tabs.create({ url: site.origin + site.settings.filter((setting) => setting.id === id)[0].paths[0] }));
    return Page.make("div", { class: "actions" }, ...(States.of(known) === "off" ? [show] : [off, show]));
  };

  /** @param {Setting} setting @param {Known | undefined} known @param {() => void} changed */
  const row = ({ id }, known, changed) => {
    const box = Page.make("input", { type: "checkbox", name: id });
    box.checked = ticked.has(id);
    box.addEventListener("change", () => {
      if (box.checked) ticked.add(id);
      else ticked.delete(id);
      changed();
    });
    const name = Page.make("span", { id: `name-${id}` }, Page.nameOf(id));
    return Page.make(
      "li",
      { "data-setting": id, "data-state": States.of(known) },
      Page.make("label", { class: "head" }, box, name, Page.make("span", { class: "mark", "aria-hidden": "true" })),
      Page.make("p", {}, Locale.say(`setting_${id.replaceAll("-", "_")}_does`)),
      Page.make("p", { class: "soft" }, words(known)),
      actions(id, known, `name-${id}`),
    );
  };

  /** @param {string} key @param {string[]} ids @returns {HTMLElement[]} a sentence that names settings, where there are any */
  const named = (key, ids) => {
    const list = new Intl.ListFormat(Locale.tag()).format(ids.map(Page.nameOf));
    return ids.length > 0 ? [Page.make("p", {}, Locale.say(key, { names: list }))] : [];
  };

  /** @param {Run} run @param {() => void} redraw @returns {HTMLElement} how the last run stands */
  const progress = (run, redraw) => {
    const { want, settings, outcomes, at } = run;
    const done = settings.filter((id) => Object.hasOwn(outcomes, id));
    const left = settings.filter((id) => !done.includes(id));
    const values = { done: done.length, total: settings.length };
    clearTimeout(silence);
    const wait = at + SILENT - Date.now();
    if (run.ended === null && wait > 0) {
      silence = setTimeout(redraw, wait);
      const text = Locale.say("checkup_progress", { done: done.length + 1, total: settings.length });
      const stop = Page.button("stop", Locale.say("action_stop"));
      stop.addEventListener("click", () => void Page.send({ type: "stop" }));
      const bar = Page.make("progress", { value: `${done.length}`, max: `${settings.length}`, "aria-label": text });
      return Page.make("div", { "data-part": "progress", role: "status" }, bar, Page.make("span", {}, text), Page.make("div", { class: "actions" }, stop));
    }
    const ended = run.ended ?? "silent";
    const resume = Page.button("resume", Locale.say("action_resume"));
    resume.addEventListener("click", () => begin(want, left));
    return Page.make(
      "div",
      { "data-part": "progress", "data-ended": ended, role: "status" },
      Page.make("p", {}, Locale.say(`run_${ended.replace("-", "_")}`, ended === "done" ? { moment: Page.moment(at) } : values)),
      ...named("run_failed", done.filter((id) => outcomes[id] === "failed")),
      ...named("run_missed", done.filter((id) => ["signed-out", "locked", "absent", "unsure"].includes(outcomes[id]))),
      ...(left.length > 0 ? [Page.make("div", { class: "actions" }, resume)] : []),
    );
  };

  return Object.freeze({
    words,
    actions,

    /** @param {Stored} stored @param {() => void} redraw @returns {HTMLElement} */
    draw({ known, run }, redraw) {
      const look = Page.button("look-all", Locale.say("action_look_all"));
      look.addEventListener("click", () => begin("look", site.settings.map(({ id }) => id)));
      const off = Page.button("turn-off-ticked", "", { class: "main" });
      off.addEventListener("click", () => {
        const settings = others.map(({ id }) => id).filter((id) => ticked.has(id));
        ticked.clear();
        begin("off", settings);
      });
      const changed = () => {
        off.textContent = Locale.say("checkup_turn_off", { count: ticked.size });
        off.disabled = ticked.size === 0;
      };
      changed();
      return Page.make(
        "section",
        {},
        Page.make("h2", {}, Locale.say("checkup_title")),
        Page.make("p", { class: "soft" }, Locale.say("checkup_body")),
        Page.make("div", { class: "actions" }, look),
        ...(run ? [progress(run, redraw)] : []),
        Page.make("ul", { class: "list" }, ...others.map((setting) => row(setting, known[setting.id], changed))),
        Page.make("div", { class: "actions" }, off),
      );
    },
  });
})();
