"use strict";
// What Untick's own pages share: language and colours, drawing, what buttons do, messages to the background, downloads.

/**
 * @typedef {object} Kept what a page is drawn from
 * @property {Stored} stored
 * @property {Options} options
 * @property {string[]} fixed options that the organisation has set
 * @property {string[]} wrong those of its values that could not be used
 */
/**
 * @typedef {object} Plan a page
 * @property {string} title message key
 * @property {(kept: Kept) => Node[]} draw
 * @property {Record<string, (kept: Kept, id: string) => unknown>} acts what each button does, by its `data-action`; id: of the setting or receipt that it is in
 * @property {(control: HTMLInputElement | HTMLSelectElement) => unknown} [changed] what a choice does
 */

const Page = (() => {
  const SAID = 8000; // ms for which it is told what came of a click
  const isPopup = api.extension.getViews({ type: "popup" }).includes(window);
  /** @type {Plan} */
  let plan;
  /** @type {Kept} */
  let kept;
  /** Message key of what came of the last click. */
  let said = "";
  let saying = 0;

  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} name @param {Record<string, string | boolean>} [attributes] true: there without a value; false: not there
   * @param {(Node | string)[]} children @returns {HTMLElementTagNameMap[K]}
   */
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== false) element.setAttribute(key, value === true ? "" : value);
    element.append(...children);
    return element;
  };

  /** @param {string} id */
  const isSetting = (id) => SITES[0].settings.some((setting) => setting.id === id);

  /** @param {Element | null} element @returns {Element | null} the setting or receipt that it is in */
  const holderOf = (element) => element?.closest("[data-setting],[data-receipt]") ?? null;

  /** Draws what is known already. */
  const repaint = () => {
    const focused = document.activeElement;
    const holder = holderOf(focused);
    const brand = make("p", { class: "brand" }, make("img", { src: "/icons/icon-48.png", alt: "" }), "Untick");
    const status = make("p", { role: "status" }, said && Locale.say(said));
    Redraw.children(document.body, [make("header", {}, brand, status), make("main", {}, ...plan.draw(kept))]);
    // The focused button has gone: on with what stands in its place.
    if (focused !== document.body && document.activeElement === document.body) {
      const next = holder?.isConnected ? holder.querySelector("button") : document.querySelector("h1");
      next?.focus({ preventScroll: true });
    }
  };

  /** @type {Promise<unknown>} */
  let refreshing = Promise.resolve();
  /** Reads and draws, in the order of the changes. */
  const refresh = () => {
    refreshing = refreshing.catch(() => {}).then(async () => {
      const stored = await Store.read();
      const effective = await Options.effective(stored.options);
      const code = effective.options.language === "auto" ? Locale.pick() : effective.options.language;
      Locale.use(code, await Locale.load(code));
      document.documentElement.lang = Locale.tag();
      document.documentElement.dir = Locale.direction();
      document.title = Locale.say(plan.title);
      kept = { stored, ...effective };
      repaint();
    });
    return refreshing;
  };

  /** @param {() => unknown} act at the person's word; where it fails, they are told */
  const attempt = async (act) => {
    said = "";
    clearTimeout(saying);
    try {
      await act();
    } catch (error) {
      console.warn(error);
      said = "page_failed";
    }
    saying = setTimeout(() => {
      said = "";
      repaint();
    }, SAID);
    repaint();
  };

  /** Firefox leaves a popup open over the tab that was opened for it. */
  const leave = () => void (isPopup && close());

  /** @param {MouseEvent} event */
  const clicked = (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const action = button?.dataset.action;
    // The second click of a double click is no second thought.
    if (!button || !action || event.detail > 1) return;
    if (button.dataset.twice === "") {
      const text = button.textContent;
      button.dataset.twice = "armed";
      button.textContent = Locale.say("action_sure");
      const disarm = () => {
        button.dataset.twice = "";
        button.textContent = text;
      };
      button.addEventListener("blur", disarm, { once: true });
    } else {
      const holder = holderOf(button);
      const id = holder?.getAttribute("data-setting") ?? holder?.getAttribute("data-receipt") ?? "";
      void attempt(() => plan.acts[action](kept, id));
    }
  };

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const colour = () => void (document.documentElement.dataset.scheme = dark.matches ? "dark" : "light");
  dark.addEventListener("change", colour);
  colour();
  // A popup has no width of its own; the same page in a tab has the tab's.
  document.documentElement.classList.toggle("popup", isPopup);

  return Object.freeze({
    make,
    repaint,

    /** Draws the page, and again whenever what is kept has changed. @param {Plan} own */
    async start(own) {
      plan = own;
      // Most want this one: it comes while what is kept is read.
      void Locale.load(Locale.pick());
      await refresh();
      api.storage.onChanged.addListener((_changes, area) => void (area !== "session" && refresh()));
      document.addEventListener("click", clicked);
      document.addEventListener("change", ({ target }) => {
        if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) void attempt(() => plan.changed?.(target));
      });
    },

    /** @param {string} action @param {Record<string, string | boolean>} [attributes] `data-twice`: asks once more, in place @param {string} [text] */
    button: (action, attributes = {}, text = Locale.say(`action_${action.replaceAll("-", "_")}`)) => make("button", { type: "button", "data-action": action, ...attributes }, text),

    /** Told with the next drawing. @param {string} key */
    say: (key) => void (said = key),

    /** @param {FromOwn | FromBoth} message to the background, which alone changes anything */
    async send(message) {
      await api.runtime.sendMessage(message);
      if (message.type === "begin" || message.type === "open") leave();
    },

    /** @param {string} url opened in a tab */
    async visit(url) {
      await api.tabs.create({ url });
      leave();
    },

    /** @returns {Promise<boolean>} whether the browser did not take the last result: the storage is full */
    isFull: async () => (await api.storage.session.get("full")).full !== undefined,

    /** @param {number} moment ms since the epoch @returns {string} day and time */
    moment: (moment) => Locale.format(moment, { dateStyle: "long", timeStyle: "short" }),

    /** @param {string} id of a setting, which another version may have had @returns {boolean} */
    isSetting,

    /** @param {string} id of a setting @returns {string} */
    nameOf: (id) => (isSetting(id) ? Locale.say(`setting_${id.replaceAll("-", "_")}_name`) : id),

    /** @param {string} name of the file @param {unknown} value saved as JSON */
    download(name, value) {
      const url = URL.createObjectURL(new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: "application/json" }));
      make("a", { href: url, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    },
  });
})();
