"use strict";
// What presses and looks leave behind: the proofs that tabs owe, what is known of each setting, receipts.

const Proofs = (() => {
  const PROOF = 120_000; // ms after which a press is no longer proved by a reload
  const site = SITES[0];

  /** @param {number} tab */
  const keyOf = (tab) => `pending-${tab}`;
  /** @param {string} id @returns {string[]} */
  const pathsOf = (id) => site.settings.find((setting) => setting.id === id)?.paths ?? [];
  /** @param {number} tab */
  const quietOf = (tab) => `quiet-${tab}`;
  /** @param {number} tab @returns {Promise<Pending | null>} */
  const of = async (tab) => {
    const kept = (await api.storage.session.get(keyOf(tab)))[keyOf(tab)];
    return Store.isPending(kept) ? kept : null;
  };
  /** @param {number} at @returns {boolean} a moment still to come is no recent one: the clock was moved */
  const isRecent = (at) => at <= Date.now() && Date.now() - at < PROOF;
  /** @param {Pending | null} pending @returns {pending is Pending} */
  const isDue = (pending) => pending !== null && pending.pressed && isRecent(pending.at);

  /** @returns {Promise<string>} a name for this run of the browser: another one after a restart, an update, or being turned off */
  const session = async () => String((await api.storage.session.get("session")).session);

  /** @param {(stored: Stored) => void} edit */
  const change = async (edit) => {
    const isKept = await Store.change(edit);
    await (isKept ? api.storage.session.remove("full") : api.storage.session.set({ full: Date.now() }));
    await Toolbar.paint();
  };

  /** @param {number} ms @returns {string} ISO 8601 with the offset of the person's zone */
  const instant = (ms) => {
    const offset = -new Date(ms).getTimezoneOffset(); // minutes
    const two = (/** @type {number} */ value) => String(Math.trunc(Math.abs(value))).padStart(2, "0");
    return `${new Date(ms + offset * 60_000).toISOString().slice(0, 19)}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
  };

  /** @param {Pending} pending @returns {Receipt} of a press that has no proof yet */
  const receipt = ({ id, setting, want, by, address, label, at, after, saved }) => ({
    id, setting, want, by, address, label,
    at: instant(at),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    before: want === "off" ? "on" : "off",
    after, saved,
    reloaded: null,
    outcome: "unproved",
    extension: api.runtime.getManifest().version,
    rule: `${site.id} ${site.checked}`,
  });

  /** @param {Stored} stored @param {Receipt} filed in the place of an earlier one of the same press */
  const file = ({ receipts }, filed) => {
    const at = receipts.findIndex(({ id }) => id === filed.id);
    if (at < 0) receipts.push(filed);
    else receipts[at] = filed;
  };

  /** @param {Stored} stored @param {string} setting @param {Want} state @param {boolean} isWish whether the person wanted it so */
  const remember = ({ known }, setting, state, isWish) => {
    const at = Date.now();
    const off = state === "off" ? at : isWish ? null : (known[setting]?.off ?? null);
    known[setting] = { state, at, off, missed: null };
  };

  return Object.freeze({
    of,
    change,

    /** @param {Tab} tab @param {string} path of its page @returns {Promise<Pending | null>} the proof that the tab owes */
    async owed({ id, isPrivate }, path) {
      const own = await of(id);
      if (own || isPrivate) return isDue(own) ? own : null;
      // Pressed before the browser was started anew: its tab has another number now.
      const [stored, now] = [await Store.read(), await session()];
      const left = Object.entries(stored.owed).find(([, one]) => one.session !== now && isDue(one.pending) && pathsOf(one.pending.setting).includes(path));
      if (!left) return null;
      const [tab, { pending }] = left;
      const adopted = { ...pending, back: null };
      await api.storage.session.set({ [keyOf(id)]: adopted });
      await change(({ owed }) => void delete owed[tab]);
      return adopted;
    },

    /** @param {Tab} tab @param {Pending} pending a press that is about to be, was made, or was saved */
    async keep({ id, isPrivate }, pending) {
      // Should the browser not take it, the press is made all the same: only its proof is then not told.
      await api.storage.session.set({ [keyOf(id)]: pending }).catch(() => {});
      if (isPrivate || !pending.pressed) return;
      const now = await session();
      await change((stored) => {
        stored.owed[id] = { session: now, pending };
        file(stored, receipt(pending));
      });
    },

    /**
     * A press has come to its end.
     * @param {Tab} tab
     * @param {"verified" | "failed" | "unpressed"} outcome
     * @param {Want | null} state what the fresh page showed; null without one
     * @returns {Promise<Pending | null>} the press
     */
    async settle({ id, isPrivate }, outcome, state) {
      const pending = await of(id);
      await api.storage.session.remove(keyOf(id));
      if (!pending || isPrivate) return pending;
      await change((stored) => {
        delete stored.owed[id];
        if (outcome !== "unpressed") file(stored, { ...receipt(pending), outcome, reloaded: state && { state, at: instant(Date.now()) } });
        const one = stored.known[pending.setting];
        // Called off since the press, and it was not.
        if (outcome === "failed" && one?.off != null && one.off >= pending.at) one.off = null;
        // What the person picked is proved, but whether it is this setting only they can tell.
        if (state && pending.picked === null) remember(stored, pending.setting, state, pending.want === state);
      });
      return pending;
    },

    /** @param {Tab} tab @param {string} setting @param {Want} state that has settled */
    async seen({ isPrivate }, setting, state) {
      if (!isPrivate) await change((stored) => remember(stored, setting, state, false));
    },

    /** @param {Tab} tab @param {string} setting @param {Missed} why its page did not tell */
    async missed({ isPrivate }, setting, why) {
      const missed = { why, at: Date.now() };
      if (!isPrivate) await change(({ known }) => void (known[setting] = { ...(known[setting] ?? { state: null, at: null, off: null }), missed }));
    },

    /** @param {number} tab closed: its proof will not be taken */
    closed: (tab) => api.storage.session.remove([keyOf(tab), quietOf(tab)]),

    /** Discarded by Chromium, a tab gets another number: what it owes goes along. @param {number} to @param {number} from */
    async moved(to, from) {
      for (const name of [keyOf, quietOf]) {
        const kept = (await api.storage.session.get(name(from)))[name(from)];
        if (kept !== undefined) await api.storage.session.set({ [name(to)]: kept });
      }
      await Proofs.closed(from);
      await change(({ owed }) => {
        if (owed[from]) owed[to] = owed[from];
        delete owed[from];
      });
    },

    /** The browser, or Untick, was started anew: what an earlier run left without an end gets one. */
    async begin() {
      await api.storage.session.set({ session: crypto.randomUUID() });
      await change((stored) => {
        if (stored.run?.ended === null) stored.run.ended = "closed";
        for (const [tab, { pending }] of Object.entries(stored.owed)) if (!isDue(pending)) delete stored.owed[tab];
      });
    },
  });
})();
