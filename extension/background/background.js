"use strict";
// The wiring: messages of a closed set from pages of the site and from Untick's own, and the browser's events.
// Nothing here asks the network for anything.

(() => {
  const DAY = 24 * 60; // minutes
  const PAGES = { popup: "popup/popup.html", options: "options/options.html", receipt: "receipt/receipt.html" };
  const MISSED = ["signed-out", "locked", "absent", "unsure"];
  const site = SITES[0];

  /** @param {unknown} id */
  const isSetting = (id) => site.settings.some((setting) => setting.id === id);
  /** @param {unknown} state */
  const isWant = (state) => state === "on" || state === "off";
  /** @returns {string[][]} the manifest's lists of content scripts: for every page, the engine */
  const scripts = () => /** @type {{js: string[]}[]} */ (api.runtime.getManifest().content_scripts).map(({ js }) => js);

  /** @type {{[T in FromSite["type"]]: (message: Extract<FromSite, {type: T}>, tab: Tab) => Promise<unknown>}} */
  const FROM_SITE = {
    /** A page begins: what it needs to speak and to go on. */
    async hello({ path, page, came }, tab) {
      const quietKey = `quiet-${tab.id}`;
      const [pending, quiet] = await Promise.all([Proofs.owed(tab, path), api.storage.session.get(quietKey)]);
      const errand = await Errands.take(tab, { path, page, came, owes: pending?.setting });
      const stored = await Store.read();
      const { options } = await Options.effective(stored.options);
      // Here, not in the page: a browser's first use of what it knows of languages and dates takes 5 to 20 ms.
      const code = options.language === "auto" ? Locale.pick() : options.language;
      const messages = await Locale.load(code);
      const long = (/** @type {string} */ date) => Locale.format(date, { dateStyle: "long", timeZone: "UTC" }, Locale.tagOf(code));
      return {
        language: code,
        messages,
        dates: [site.settings[0].since ?? site.checked, site.checked].map(long),
        pending,
        errand,
        // A private window tells nothing and is told nothing: another account may be signed in there.
        known: tab.isPrivate ? {} : stored.known,
        everywhere: options.banner === "settings" && !quiet[quietKey],
      };
    },

    async keep({ pending }, tab) {
      if (Store.isPending(pending)) await Proofs.keep(tab, pending);
    },
    async settle({ outcome, state }, tab) {
      if (!["verified", "failed", "unpressed"].includes(outcome) || !(state === null || isWant(state))) return;
      const pending = await Proofs.settle(tab, outcome, state);
      if (pending) await Errands.progress(tab.id, pending.setting, outcome === "unpressed" ? "unsure" : outcome);
    },
    async seen({ setting, state }, tab) {
      if (!isSetting(setting) || !isWant(state)) return;
      await Proofs.seen(tab, setting, state);
      await Errands.progress(tab.id, setting, state);
    },
    async missed({ setting, why }, tab) {
      if (!isSetting(setting) || !MISSED.includes(why)) return;
      await Proofs.missed(tab, setting, why);
      await Errands.progress(tab.id, setting, why);
    },

    /** One click on another settings page. */
    async errand({ setting, from }, tab) {
      if (isSetting(setting) && typeof from === "string") await Errands.fromPage(tab.id, setting, from);
    },
    claim: ({ setting }, tab) => Errands.claim(tab.id, setting),
    async back({ tab: to }, tab) {
      if (Number.isInteger(to)) await Errands.back(tab.id, to);
    },

    /** The person closed the banner of a page without the switch: no more of them in this tab. */
    quiet: (_message, tab) => api.storage.session.set({ [`quiet-${tab.id}`]: true }),

    /** The person came into the settings by client-side navigation, where the browser starts no script. */
    enter: (_message, tab) => api.scripting.executeScript({ target: { tabId: tab.id }, files: scripts()[1], injectImmediately: true }),

    stop: (_message, tab) => Errands.stop(tab.id),
    open: ({ page, id }) => open(page, id),
  };

  /** @type {{[T in FromOwn["type"]]: (message: Extract<FromOwn, {type: T}>, tab: chrome.tabs.Tab | undefined) => Promise<unknown>}} */
  const FROM_OWN = {
    async begin({ want, settings }, opener) {
      const isSound = ["look", "off"].includes(want) && Array.isArray(settings) && settings.length > 0 && settings.every(isSetting);
      if (isSound) await Errands.begin(want, settings, opener);
    },
    stop: () => Errands.stopRun(),
    open: ({ page, id }) => open(page, id),
    async options({ options }) {
      await Proofs.change((stored) => void Object.assign(stored.options, Options.valid(options)));
      await remind();
    },
    forget: ({ receipts }) =>
      Proofs.change((stored) => void (stored.receipts = receipts === "all" ? [] : stored.receipts.filter(({ id }) => !receipts.includes(id)))),
    discard: () => Proofs.change((stored) => void (stored.aside = [])),
    async erase() {
      await Store.erase();
      await begin();
    },
    granted: () => join(),
  };

  /** @param {keyof typeof PAGES} page @param {string} [id] of a receipt */
  const open = async (page, id) => {
    const hash = typeof id === "string" ? `#${encodeURIComponent(id)}` : "";
    if (Object.hasOwn(PAGES, page)) await api.tabs.create({ url: api.runtime.getURL(PAGES[page]) + hash });
  };

  /** Starts in pages that stood already: Chromium starts content scripts only in pages to come. */
  const join = async () => {
    const [everyPage, engine] = scripts();
    const entries = [...site.addresses.settings, ...site.addresses.sign_in].map((prefix) => site.origin + prefix);
    // @ts-expect-error It runs where the content scripts do.
    const isThere = () => typeof Guard !== "undefined";
    const tabs = await api.tabs.query({ url: `${site.origin}/*`, status: "complete" });
    await Promise.allSettled(
      tabs.map(async ({ id = -1, url = "" }) => {
        const target = { tabId: id };
        const [{ result }] = await api.scripting.executeScript({ target, func: isThere });
        const isEntry = entries.some((entry) => url.startsWith(entry));
        if (!result) await api.scripting.executeScript({ target, files: isEntry ? [...everyPage, ...engine] : everyPage });
      }),
    );
  };

  /** Wakes once a day where the person wants to be reminded. */
  const remind = async () => {
    const { options } = await Options.effective((await Store.read()).options);
    if (options.reminder > 0) await api.alarms.create("reminder", { periodInMinutes: DAY });
    else await api.alarms.clear("reminder");
  };

  const begin = async () => {
    await Proofs.begin();
    await remind();
  };

  /** The browser starts this script again and again; whatever is in session storage tells the first time. */
  const started = (async () => {
    if ((await api.storage.session.get("session")).session !== undefined) return;
    await begin();
    void join();
  })();

  api.runtime.onMessage.addListener((message, sender, answer) => {
    if (sender.id !== api.runtime.id) return false;
    const isOwn = sender.url?.startsWith(api.runtime.getURL("")) ?? false;
    const isSite = sender.tab?.id !== undefined && sender.frameId === 0 && sender.url?.startsWith(`${site.origin}/`);
    const table = isOwn ? FROM_OWN : isSite ? FROM_SITE : {};
    if (!Object.hasOwn(table, message?.type)) return false;
    const handler = /** @type {Record<string, (message: any, tab: any) => Promise<unknown>>} */ (table)[message.type];
    const tab = isOwn ? sender.tab : { id: sender.tab?.id, isPrivate: sender.tab?.incognito };
    started
      .then(() => handler(message, tab))
      .then(answer, (/** @type {unknown} */ error) => {
        console.error(error);
        answer(undefined);
      });
    return true;
  });

  api.tabs.onRemoved.addListener((tab) => void Promise.all([Errands.closed(tab), Proofs.closed(tab)]));
  // Firefox's tabs keep their number.
  api.tabs.onReplaced?.addListener((to, from) => void started.then(() => Promise.all([Errands.moved(to, from), Proofs.moved(to, from)])));
  api.alarms.onAlarm.addListener(() => void Toolbar.paint());
})();
