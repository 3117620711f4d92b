"use strict";
// What outlives a page: the proof that a tab owes, and what was last seen. Nothing here asks the network for anything.

const api = chrome;
const LANGUAGE = /^[a-z]{2,3}(_[A-Z]{2})?$/;
const WANTS = ["on", "off"];

/** Written one after another, so that two tabs lose nothing of each other's. @type {Promise<unknown>} */
let writing = Promise.resolve();

/** @param {string} language @returns {Promise<object>} the messages of one of our own files */
const messages = async (language) => (await fetch(api.runtime.getURL(`_locales/${language}/messages.json`))).json();

/** @param {number} tab */
const pendingKey = (tab) => `pending-${tab}`;

/** @param {string} setting @param {"on" | "off"} state */
const remember = (setting, state) => {
  // One that failed (storage full) must not stop those after it.
  writing = writing.catch(() => {}).then(async () => {
    const { seen } = await api.storage.local.get("seen");
    await api.storage.local.set({ seen: { .../** @type {Record<string, Seen> | undefined} */ (seen), [setting]: { state, at: Date.now() } } });
  });
  return writing;
};

/**
 * The closed set of messages; each takes the message and its sender's tab.
 * @type {{[T in Message["type"]]: (message: Extract<Message, {type: T}>, tab: number) => Promise<unknown>}}
 */
const HANDLERS = {
  /** A page begins: what it needs to speak and to go on. */
  async hello({ language, tag, dates }, tab) {
    if (!LANGUAGE.test(language)) return undefined;
    // Here, not in the page: a browser's first use of its date formats takes some 15 ms.
    const long = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
    const written = dates.map((date) => long.format(new Date(date)));
    const key = pendingKey(tab);
    const [loaded, owed, { seen = {} }] = await Promise.all([messages(language), api.storage.session.get(key), api.storage.local.get("seen")]);
    return { messages: loaded, dates: written, pending: owed[key] ?? null, seen };
  },

  /** A press owes its proof (or, with null, no longer does). */
  async keep({ pending }, tab) {
    const key = pendingKey(tab);
    if (pending === null) await api.storage.session.remove(key);
    else if (WANTS.includes(pending?.want)) await api.storage.session.set({ [key]: pending });
    return true;
  },

  /** The proof was taken, whatever it showed. */
  async proved({ setting, state }, tab) {
    await api.storage.session.remove(pendingKey(tab));
    if (typeof setting === "string" && WANTS.includes(state)) await remember(setting, state);
    return true;
  },

  /** A state that has settled was seen. */
  async seen({ setting, state }) {
    if (typeof setting === "string" && WANTS.includes(state)) await remember(setting, state);
    return true;
  },

  /** The person came into the settings by client-side navigation, where the browser starts no script. */
  async enter(_message, tab) {
    const engine = /** @type {any} */ (api.runtime.getManifest().content_scripts)[1].js;
    await api.scripting.executeScript({ target: { tabId: tab }, files: engine, injectImmediately: true });
    return true;
  },
};

api.runtime.onMessage.addListener((message, sender, answer) => {
  const type = /** @type {Message["type"]} */ (message?.type);
  const handler = Object.hasOwn(HANDLERS, type) ? /** @type {(message: any, tab: number) => Promise<unknown>} */ (HANDLERS[type]) : undefined;
  const tab = sender.tab?.id;
  if (!handler || sender.id !== api.runtime.id || tab === undefined) return false;
  handler(message, tab).then(answer, (/** @type {unknown} */ error) => {
    console.error(error);
    answer(undefined);
  });
  return true;
});

api.tabs.onRemoved.addListener((tab) => void api.storage.session.remove(pendingKey(tab)));
