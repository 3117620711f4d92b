"use strict";
// Receipts: what was seen and done, kept on this device only; to read, print, export and delete.

(() => {
  const SCHEMA = "untick-receipts-1"; // the $id of receipt.schema.json

  /** @param {string} action @param {() => void} act */
  const button = (action, act) => {
    const made = Page.button(action, Locale.say(`action_${action.replaceAll("-", "_")}`));
    made.addEventListener("click", act);
    return made;
  };

  /** A deletion asks once more, in place. @param {string} action @param {() => void} act */
  const twice = (action, act) => {
    const made = button(action, () => {
      if (made.dataset.armed) return act();
      made.dataset.armed = "yes";
      made.textContent = Locale.say("action_sure");
      return undefined;
    });
    return made;
  };

  /** @param {Receipt[]} receipts */
  const save = (receipts) =>
    Page.download(`untick-receipt-${receipts.length === 1 ? receipts[0].at.slice(0, 10) : "all"}.json`, { schema: SCHEMA, exported: new Date().toISOString(), receipts });

  /** @param {string} instant @param {string} zone @returns {string} in the person's language, with the zone in which it was */
  const when = (instant, zone) => {
    const format = { dateStyle: /** @type {"long"} */ ("long"), timeStyle: /** @type {"long"} */ ("long") };
    const timeZone = Intl.supportedValuesOf("timeZone").includes(zone) ? zone : "UTC";
    return new Intl.DateTimeFormat(Locale.tag(), { ...format, timeZone }).format(new Date(instant));
  };

  /** @param {Saved | null} saved @returns {string} the site's own answer */
  const answer = (saved) => {
    if (!saved) return Locale.say("receipt_none");
    return Locale.say(`receipt_saved_${saved.kind}`, saved.status ? { status: saved.status } : {});
  };

  /** @param {Want | null} state */
  const stateOf = (state) => Locale.say(state === null ? "receipt_none" : `receipt_${state}`);

  /** @param {Receipt} receipt @returns {HTMLElement} */
  const sheet = (receipt) => {
    const { id, setting, want, by, address, label, at, zone, before, after, saved, reloaded, outcome, extension, rule } = receipt;
    const name = SITES[0].settings.some((one) => one.id === setting) ? Page.nameOf(setting) : setting;
    const facts = {
      receipt_when: when(at, zone),
      receipt_address: address,
      receipt_label: label || Locale.say("receipt_none"),
      receipt_by: Locale.say(`receipt_by_${by}`),
      receipt_before: stateOf(before),
      receipt_after: stateOf(after),
      receipt_answer: answer(saved),
      receipt_reloaded: reloaded ? `${stateOf(reloaded.state)} (${when(reloaded.at, zone)})` : Locale.say("receipt_none"),
      receipt_versions: `Untick ${extension}, ${rule}`,
      receipt_id: id,
    };
    return Page.make(
      "article",
      { class: "card", id, "data-receipt": id, "data-state": outcome === "verified" ? want === "off" ? "verified" : "on" : outcome === "failed" ? "failed" : "unknown" },
      Page.make("div", { class: "head" }, Page.make("span", { class: "mark", "aria-hidden": "true" }), Page.make("h2", {}, Locale.say(`receipt_${outcome}_${want}`, { name }))),
      Page.make("dl", {}, ...Object.entries(facts).flatMap(([key, value]) => [Page.make("dt", {}, Locale.say(key)), Page.make("dd", {}, value)])),
      Page.make(
        "div",
        { class: "actions" },
        button("print", () => void show(id)),
        button("export", () => save([receipt])),
        twice("delete", () => void Page.send({ type: "forget", receipts: [id] })),
      ),
    );
  };

  /** @type {() => Promise<void>} */
  let redraw = async () => {};

  /** Prints one receipt alone. @param {string} id */
  const show = async (id) => {
    history.replaceState(null, "", `#${encodeURIComponent(id)}`);
    await redraw();
    print();
  };

  const asked = () => decodeURIComponent(location.hash.slice(1));

  const start = async () => {
    redraw = await Page.start("receipt_title", ({ stored }) => {
      const one = stored.receipts.filter(({ id }) => id === asked());
      const receipts = one.length > 0 ? one : stored.receipts.toReversed();
      const all = Page.make("a", { href: "#", class: "screen" }, Locale.say("receipt_all"));
      return [
        Page.brand(),
        Page.make("h1", {}, Locale.say("receipt_title")),
        ...(one.length > 0 && stored.receipts.length > 1 ? [Page.make("p", {}, all)] : []),
        ...(receipts.length === 0 ? [Page.make("p", {}, Locale.say("receipt_empty"))] : []),
        Page.make("section", {}, ...receipts.map(sheet)),
        Page.make("h2", {}, Locale.say("receipt_proves_title")),
        Page.make("p", {}, Locale.say("receipt_proves")),
        Page.make("p", {}, Locale.say("receipt_proves_not")),
        ...(one.length === 0 && receipts.length > 0
          ? [Page.make("div", { class: "actions" }, button("export-all", () => save(receipts)), twice("delete-all", () => void Page.send({ type: "forget", receipts: "all" })))]
          : []),
        Page.make("p", { class: "soft screen" }, Locale.say("receipt_schema"), " ", Page.make("a", { href: "/receipt/receipt.schema.json" }, "receipt.schema.json")),
      ];
    });
    addEventListener("hashchange", () => void redraw());
  };
  void start();
})();
