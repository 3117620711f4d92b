"use strict";
// The popup: how the first setting stands, what can be done about it, and the way to everything else.

(() => {
  const { make, button, send } = Page;
  const site = SITES[0];
  const [first] = site.settings;
  const origins = [`${site.origin}/*`];
  let isGranted = true;
  let isFull = false;

  /** @param {string} kind @param {string} text @param {HTMLElement[]} buttons */
  const notice = (kind, text, ...buttons) =>
    make("div", { "data-part": "notice", "data-kind": kind }, make("p", {}, text), ...(buttons.length > 0 ? [make("div", { class: "actions" }, ...buttons)] : []));

  /** @param {Kept} kept @returns {HTMLElement[]} what the person should know first */
  const notices = ({ stored: { aside, known }, options }) => {
    const isNewer = aside.some(({ why }) => why === "newer");
    return [
      ...(isGranted ? [] : [notice("permission", Locale.say("notice_permission"), button("grant", { class: "main" }))]),
      ...(aside.length > 0 ? [notice("aside", Locale.say(isNewer ? "notice_newer" : "notice_aside"), button("export-aside"), button("discard", { "data-twice": true }))] : []),
      ...(isFull ? [notice("full", Locale.say("notice_full"))] : []),
      ...(States.isDue(known[first.id], options) ? [notice("due", Locale.say("notice_due"))] : []),
    ];
  };

  /** @param {Known | undefined} known @returns {HTMLElement} the first setting, apart from all others */
  const card = (known) =>
    make(
      "section",
      { class: "card", "data-setting": first.id, "data-state": States.of(known) },
      make("div", { class: "head" }, make("span", { class: "mark", "aria-hidden": "true" }), make("h1", { class: "title", tabindex: "-1" }, Page.nameOf(first.id))),
      make("p", {}, Checkup.words(known, Page.moment)),
      ...(States.of(known) === "again" ? [make("p", {}, Locale.say("again_account"))] : []),
      make("p", { class: "soft" }, Checkup.does(first.id)),
      Checkup.buttons(first.id, known),
    );

  /** After the first draw, which need not wait for it. */
  const look = async () => {
    [isGranted, isFull] = await Promise.all([api.permissions.contains({ origins }), Page.isFull()]);
    Page.repaint();
  };

  const start = async () => {
    await Page.start({
      title: "popup_title",
      draw: (kept) => [
        make("div", { role: "status" }, ...notices(kept)),
        card(kept.stored.known[first.id]),
        Checkup.draw(kept.stored),
        make("footer", { class: "actions" }, button("receipts"), button("options")),
      ],
      acts: {
        ...Checkup.acts,
        // Only within the person's own click.
        grant: async () => {
          if (await api.permissions.request({ origins })) await send({ type: "granted" });
          await look();
        },
        "export-aside": ({ stored }) => Page.download("untick-set-aside.json", stored.aside),
        discard: () => send({ type: "discard" }),
        receipts: () => send({ type: "open", page: "receipt" }),
        options: () => send({ type: "open", page: "options" }),
      },
    });
    api.permissions.onAdded.addListener(() => void look());
    api.permissions.onRemoved.addListener(() => void look());
    api.storage.session.onChanged.addListener(({ full }) => void (full && look()));
    await look();
  };
  void start();
})();
