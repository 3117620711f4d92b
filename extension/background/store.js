"use strict";
// What is kept on the device: checked as it is read, migrated, set aside where it cannot be used, never thrown away.
// Every page of Untick may read; only the background changes anything, one change after another.

const Store = (() => {
  const VERSION = 1;
  const LAST = 8.64e15; // the last moment that a Date can be, in ms
  const MISSED = ["signed-out", "locked", "absent", "unsure"];
  const WANTS = ["on", "off"];
  const SAVES = ["saved", "refused", "unreachable", "unseen"];
  const ENDS = [null, "done", "stopped", "closed", "signed-out", "silent"];

  /** @returns {Stored} */
  const empty = () => ({ version: VERSION, known: {}, receipts: [], run: null, options: {}, aside: [], owed: {} });

  /** @param {unknown} value @returns {value is Record<string, any>} */
  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  /** @param {unknown} value */
  const isTime = (value) => typeof value === "number" && value >= 0 && value <= LAST;
  /** @param {unknown} value */
  const isInstant = (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));
  /** @param {any} value @returns {boolean} */
  const isText = (value) => typeof value === "string";
  /** @param {any} value */
  const isWant = (value) => WANTS.includes(value);
  /** @param {any} value @param {(value: any) => boolean} check */
  const orNull = (value, check) => value === null || check(value);
  /** @param {any} value */
  const isSaved = (value) => isRecord(value) && SAVES.includes(value.kind) && Number.isInteger(value.status);
  /** @param {any} value @returns {value is Aside} */
  const isAside = (value) => isRecord(value) && isTime(value.at) && isText(value.key) && ["damaged", "newer"].includes(value.why) && Object.hasOwn(value, "value");

  /** @param {any} value @returns {value is Known} */
  const isKnown = (value) =>
    isRecord(value) && orNull(value.state, isWant) && orNull(value.at, isTime) && (value.state === null) === (value.at === null) && orNull(value.off, isTime) &&
    orNull(value.missed, (missed) => isRecord(missed) && MISSED.includes(missed.why) && isTime(missed.at));

  /** @param {any} value @returns {value is Receipt} */
  const isReceipt = (value) =>
    isRecord(value) && ["id", "setting", "address", "label", "zone", "extension", "rule"].every((key) => isText(value[key])) &&
    isWant(value.want) && isWant(value.before) && orNull(value.after, isWant) && ["untick", "hand"].includes(value.by) && isInstant(value.at) && orNull(value.saved, isSaved) &&
    orNull(value.reloaded, (fresh) => isRecord(fresh) && isWant(fresh.state) && isInstant(fresh.at)) && ["verified", "failed", "unproved"].includes(value.outcome);

  /** @param {any} value @returns {value is Run} */
  const isRun = (value) =>
    isRecord(value) && ["look", "off"].includes(value.want) && Array.isArray(value.settings) && value.settings.every(isText) && isRecord(value.outcomes) &&
    Object.values(value.outcomes).every((outcome) => [...WANTS, ...MISSED, "verified", "failed"].includes(outcome)) && isTime(value.at) && ENDS.includes(value.ended);

  /** @param {any} value */
  const isBack = (value) => value === null || isText(value) || Number.isInteger(value);

  /** @param {any} value @returns {value is Pending} */
  const isPending = (value) =>
    isRecord(value) && ["id", "setting", "label", "address"].every((key) => isText(value[key])) && isWant(value.want) && isTime(value.at) && isTime(value.page) &&
    typeof value.pressed === "boolean" && ["untick", "hand"].includes(value.by) && orNull(value.after, isWant) && orNull(value.filled, isTime) &&
    orNull(value.picked, isText) && orNull(value.saved, isSaved) && isBack(value.back);

  /** @param {any} value @returns {value is Errand} */
  const isErrand = (value) =>
    isRecord(value) && ["look", "off"].includes(value.want) && Array.isArray(value.settings) && value.settings.length > 0 && value.settings.every(isText) &&
    Number.isInteger(value.total) && isTime(value.at) && orNull(value.page, isTime) && typeof value.used === "boolean" &&
    Array.isArray(value.via) && value.via.every(isText) && isBack(value.back);

  /** What a version kept in another way, made into what the next one keeps. @type {Record<number, (raw: Record<string, any>) => Record<string, any>>} */
  const MIGRATIONS = {
    // The first builds kept only what was last seen, and no version; what is none of that is left for `parse` to set aside.
    0: (raw) => {
      const { seen, known = {}, ...rest } = raw;
      if (!isRecord(seen) || !isRecord(known)) return { ...raw, version: 1 };
      const isOld = (/** @type {string} */ id, /** @type {any} */ one) => !Object.hasOwn(known, id) && isRecord(one) && isWant(one.state) && isTime(one.at);
      const moved = Object.entries(seen).filter(([id, one]) => isOld(id, one));
      const left = Object.entries(seen).filter(([id, one]) => !isOld(id, one));
      const off = (/** @type {any} */ one) => (one.state === "off" ? one.at : null);
      return {
        ...rest,
        version: 1,
        known: { ...known, ...Object.fromEntries(moved.map(([id, one]) => [id, { ...one, off: off(one), missed: null }])) },
        ...(left.length > 0 ? { seen: Object.fromEntries(left) } : {}),
      };
    },
  };

  /**
   * @param {Record<string, any>} raw
   * @returns {{stored: Stored, isSound: boolean}} stored: whatever could be used, the rest in `aside`; isSound: whether raw is just that already
   */
  const parse = (raw) => {
    const stored = empty();
    const now = Date.now();
    if (Object.keys(raw).length === 0) return { stored, isSound: true };
    const found = raw.version ?? 0;
    const set = (/** @type {string} */ key, /** @type {unknown} */ value, /** @type {Aside["why"]} */ why = "damaged") => stored.aside.push({ at: now, key, value, why });
    const aside = raw.aside ?? [];
    if (Array.isArray(aside)) for (const one of aside) isAside(one) ? stored.aside.push(one) : set("aside", one);
    else set("aside", aside);
    const sound = Array.isArray(aside) && aside.every(isAside);
    if (!Number.isInteger(found) || found < 0 || found > VERSION) {
      const { aside: _, ...rest } = raw;
      set("*", rest, Number.isInteger(found) && found > VERSION ? "newer" : "damaged");
      return { stored, isSound: false };
    }
    let at = raw;
    for (let version = found; version < VERSION; version += 1) {
      try {
        at = MIGRATIONS[version](at);
      } catch {
        set("*", raw);
        return { stored, isSound: false };
      }
    }
    const before = stored.aside.length;
    /** @param {"known" | "owed" | "options"} key @param {(value: any, name: string) => boolean} check */
    const each = (key, check) => {
      const value = at[key] ?? {};
      if (!isRecord(value)) set(key, value);
      for (const [name, one] of Object.entries(isRecord(value) ? value : {})) {
        if (check(one, name)) /** @type {Record<string, unknown>} */ (stored[key])[name] = one;
        else set(`${key}.${name}`, one);
      }
    };
    each("known", isKnown);
    each("owed", (one) => isRecord(one) && isText(one.session) && isPending(one.pending));
    each("options", (value, key) => Options.isValid(key, value));
    const receipts = at.receipts ?? [];
    if (!Array.isArray(receipts)) set("receipts", receipts);
    else for (const one of receipts) isReceipt(one) ? stored.receipts.push(one) : set("receipts", one);
    if (at.run != null) isRun(at.run) ? (stored.run = at.run) : set("run", at.run);
    for (const key of Object.keys(at)) if (!Object.hasOwn(stored, key)) set(key, at[key]);
    return { stored, isSound: sound && at === raw && stored.aside.length === before };
  };

  /** @type {Promise<unknown>} */
  let writing = Promise.resolve();

  return Object.freeze({
    isPending,
    isErrand,

    /** @returns {Promise<Stored>} whatever can be used */
    read: async () => parse(await api.storage.local.get()).stored,

    /**
     * Changes what is kept; what cannot be used is set aside first.
     * @param {(stored: Stored) => void} edit
     * @returns {Promise<boolean>} false where the browser did not take it: the storage is full
     */
    change(edit) {
      // One that failed must not stop those after it.
      const done = writing.catch(() => {}).then(async () => {
        const raw = await api.storage.local.get();
        const { stored, isSound } = parse(raw);
        const before = isSound ? structuredClone(stored) : null;
        edit(stored);
        const keys = /** @type {(keyof Stored)[]} */ (Object.keys(stored));
        const changed = keys.filter((key) => !Object.hasOwn(raw, key) || JSON.stringify(before?.[key]) !== JSON.stringify(stored[key]));
        try {
          await api.storage.local.set(Object.fromEntries(changed.map((key) => [key, stored[key]])));
          const strange = Object.keys(raw).filter((key) => !Object.hasOwn(stored, key));
          if (strange.length > 0) await api.storage.local.remove(strange);
          return true;
        } catch {
          return false;
        }
      });
      writing = done;
      return done;
    },

    /** Forgets everything. */
    async erase() {
      const done = writing.catch(() => {}).then(() => Promise.all([api.storage.local.clear(), api.storage.session.clear()]));
      writing = done;
      await done;
    },
  });
})();
