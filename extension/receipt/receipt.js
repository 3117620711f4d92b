"use strict";
// Receipts: what was seen and done, kept on this device only; to read, print, export and delete.

(() => {
  const { make, button } = Page;
  const SCHEMA = "untick-receipts-1"; // the $id of the file
  const FILE = "receipt/receipt.schema.json";

  /** @param {Receipt[]} receipts */
  const save = (receipts) => {
    const { version } = api.runtime.getManifest();
    const name = receipts.length === 1 ? `untick-receipt-${receipts[0].at.slice(0, 10)}.json` : "untick-receipts.json";
    Page.download(name, { schema: SCHEMA, described: `${FILE} in Untick ${version}`, exported: new Date().toISOString(), receipts });
  };

  /** @param {string} zone @returns {string} one that this browser knows */
  const zoneOf = (zone) => {
    try {
      return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
    } catch {
      return "UTC";
    }
  };

  /** @param {Receipt} receipt @param {string} instant of it @returns {string} in the person's language and the receipt's zone */
  const when = ({ zone }, instant) => Locale.format(instant, { dateStyle: "long", timeStyle: "long", timeZone: zoneOf(zone) });

  /** @param {Saved | null} saved @returns {string} the site's own answer */
  const answer = (saved) => (saved ? Locale.say(`receipt_saved_${saved.kind}`, { status: `${saved.status}` }) : Locale.say("receipt_none"));

  /** @param {Want | null} state */
  const stateOf = (state) => Locale.say(state === null ? "receipt_none" : `receipt_${state}`);

  /** @param {Receipt} receipt @returns {string} what it shows, as a state */
  const markOf = ({ outcome, want }) => (outcome === "unproved" ? "unknown" : outcome === "failed" ? "failed" : want === "off" ? "verified" : "on");

  /** @param {Receipt} receipt @returns {string} what was done and what came of it */
  const titleOf = ({ setting, outcome, want }) => Locale.say(`receipt_${outcome}_${want}`, { name: Page.nameOf(setting) });

  /** @param {string} id @returns {string} the address of one alone, on this page */
  const hashOf = (id) => `#${encodeURIComponent(id)}`;

  /** @returns {HTMLElement} */
  const mark = () => make("span", { class: "mark", "aria-hidden": "true" });

  /** @param {Receipt} receipt @returns {HTMLElement} one among others */
  const row = (receipt) =>
    make(
      "article",
      { class: "row", "data-receipt": receipt.id, "data-state": markOf(receipt) },
      mark(),
      make("div", {}, make("h2", { id: `title-${receipt.id}` }, make("a", { href: hashOf(receipt.id) }, titleOf(receipt))), make("p", { class: "soft" }, when(receipt, receipt.at))),
      button("delete", { "data-twice": true, "aria-describedby": `title-${receipt.id}` }),
    );

  /** @param {Receipt} receipt @returns {HTMLElement} one alone, as it is printed */
  const sheet = (receipt) => {
    const { id, by, address, label, at, zone, before, after, saved, reloaded, extension, rule } = receipt;
    const facts = {
      receipt_when: `${when(receipt, at)} (${zone})`,
      receipt_address: address,
      receipt_label: label || Locale.say("receipt_none"),
      receipt_by: Locale.say(`receipt_by_${by}`),
      receipt_before: stateOf(before),
      receipt_after: stateOf(after),
      receipt_answer: answer(saved),
      receipt_reloaded: reloaded ? `${stateOf(reloaded.state)} (${when(receipt, reloaded.at)})` : Locale.say("receipt_none"),
      receipt_versions: `Untick ${extension}, ${rule}`,
      receipt_id: id,
    };
    return make(
      "article",
      { class: "sheet", "data-receipt": id, "data-state": markOf(receipt) },
      make("div", { class: "head" }, mark(), make("h2", { class: "title" }, titleOf(receipt))),
      make("dl", {}, ...Object.entries(facts).flatMap(([key, value]) => [make("dt", {}, Locale.say(key)), make("dd", {}, make("bdi", {}, value))])),
      make("div", { class: "actions" }, button("print", { class: "main" }), button("export"), button("delete", { "data-twice": true })),
    );
  };

  const proves = () => [
    make("h2", {}, Locale.say("receipt_proves_title")),
    make("p", {}, Locale.say("receipt_proves")),
    make("p", {}, Locale.say("receipt_proves_not")),
    make("p", { class: "screen" }, Locale.say("receipt_schema"), " ", make("a", { href: `/${FILE}` }, FILE)),
  ];

  /** @param {Receipt[]} receipts newest first @returns {HTMLElement[]} */
  const list = (receipts) => [
    make("h1", { tabindex: "-1" }, Locale.say("receipt_title")),
    ...(receipts.length > 0
      ? [make("section", {}, ...receipts.map(row)), make("div", { class: "actions" }, button("export-all"), button("delete-all", { "data-twice": true }))]
      : [make("p", {}, Locale.say("receipt_empty"))]),
  ];

  /** @param {Receipt} one @returns {HTMLElement[]} */
  const detail = (one) => [
    make("p", { class: "screen" }, make("a", { href: "#" }, Locale.say("receipt_all"))),
    make("h1", { tabindex: "-1" }, Locale.say("receipt_one")),
    sheet(one),
  ];

  const page = Page.start({
    title: "receipt_title",
    draw: ({ stored }) => {
      const asked = stored.receipts.find(({ id }) => hashOf(id) === location.hash);
      return [...(asked ? detail(asked) : list(stored.receipts.toReversed())), make("section", {}, ...proves())];
    },
    acts: {
      print: () => print(),
      export: ({ stored }, id) => save(stored.receipts.filter((receipt) => receipt.id === id)),
      "export-all": ({ stored }) => save(stored.receipts.toReversed()),
      delete: (_kept, id) => Page.send({ type: "forget", receipts: [id] }),
      "delete-all": () => Page.send({ type: "forget", receipts: "all" }),
    },
  });
  void page.then(() =>
    addEventListener("hashchange", () => {
      Page.repaint();
      scrollTo(0, 0);
    }),
  );
})();
