"use strict";
// The popup: how the first setting stands, what can be done about it, and the way to everything else.

(() => {
  const site = SITES[0];
  const [first] = site.settings;
  const origins = [`${site.origin}/*`];
  let isGranted = true;
  let isFull = false;

  /** @param {string} text @param {HTMLElement[]} buttons @param {string} kind */
  const notice = (kind, text, ...buttons) =>
    Page.make("div", { "data-part": "notice", "data-kind": kind, role: "status" }, Page.make("p", {}, text), ...(buttons.length > 0 ? [Page.make("div", { class: "actions" }, ...buttons)] : []));

  /** @param {string} action @param {() => void} act */
  const button = (action, act) => {
    const made = Page.button(action, Locale.say(`action_${action.replaceAll("-", "_")}`));
    made.addEventListener("click", act);
    return made;
  };

  /** Asks for the site's pages again; only within the person's own click. */
  const grant = async () => {
    isGranted = await api.permissions.request({ origins });
    if (isGranted) await Page.send({ type: "granted" });
    await redraw();
  };

  /** @param {Stored} stored @param {Options} options @returns {HTMLElement[]} */
  const notices = ({ aside, known }, options) => {
    const shown = [];
    if (!isGranted) shown.push(notice("permission", Locale.say("notice_permission"), button("grant", () => void grant())));
    if (aside.length > 0) {
      const save = button("export-aside", () => Page.download("untick-set-aside.json", aside));
      shown.push(notice("aside", Locale.say(aside.some(({ why }) => why === "newer") ? "notice_newer" : "notice_aside"), save, button("discard", () => void Page.send({ type: "discard" }))));
    }
    if (isFull) shown.push(notice("full", Locale.say("notice_full")));
    if (States.isDue(known[first.id], options)) shown.push(notice("due", Locale.say("notice_due")));
    return shown;
  };

  /** @param {Known | undefined} known @returns {HTMLElement} the first setting, apart from all others */
  const card = (known) =>
    Page.make(
      "div",
      { class: "card", "data-setting": first.id, "data-state": States.of(known) },
      Page.make("div", { class: "head" }, Page.make("span", { class: "mark", "aria-hidden": "true" }), Page.make("h1", {}, Page.nameOf(first.id))),
      Page.make("p", {}, Checkup.words(known)),
      ...(States.of(known) === "again" ? [Page.make("p", {}, Locale.say("again_account"))] : []),
      Page.make("p", { class: "soft" }, Locale.say("setting_ai_training_does")),
      Checkup.actions(first.id, known),
    );

  /** @type {() => Promise<void>} */
  let redraw = async () => {};

  const start = async () => {
    redraw = await Page.start("popup_title", ({ stored, options }) => [
      Page.brand(),
      ...notices(stored, options),
      card(stored.known[first.id]),
      Checkup.draw(stored, () => void redraw()),
      Page.make(
        "footer",
        { class: "actions" },
        button("receipts", () => void Page.send({ type: "open", page: "receipt" })),
        button("options", () => void Page.send({ type: "open", page: "options" })),
      ),
    ]);
    // After the first draw, which need not wait for it.
    const [has, { full }] = await Promise.all([api.permissions.contains({ origins }), api.storage.session.get("full")]);
    isGranted = has;
    isFull = full !== undefined;
    if (!isGranted || isFull) await redraw();
    api.permissions.onRemoved.addListener(() => {
      isGranted = false;
      void redraw();
    });
  };
  void start();
})();
