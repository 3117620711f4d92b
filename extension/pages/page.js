"use strict";
// What Untick's own pages share: the person's language and colours, elements, messages to the background, downloads.

const Page = (() => {
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

  /** @param {string} action @param {string} text @param {Record<string, string | boolean>} [attributes] */
  const button = (action, text, attributes = {}) => make("button", { type: "button", "data-action": action, ...attributes }, text);

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const colour = () => void (document.documentElement.dataset.scheme = dark.matches ? "dark" : "light");
  dark.addEventListener("change", colour);
  colour();
  // A popup has no width of its own; the same page in a tab has the tab's.
  document.documentElement.classList.toggle("popup", api.extension.getViews({ type: "popup" }).includes(window));

  /** @returns {string} what finds the focused element again after it was made anew */
  const focused = () => {
    const at = document.activeElement;
    const own = at?.getAttribute("data-action") ?? at?.getAttribute("name");
    const inside = at?.closest("[data-setting],[data-receipt]");
    const holder = inside?.getAttribute("data-setting") ?? inside?.getAttribute("data-receipt");
    if (!own) return "";
    const names = `:is([data-action=${JSON.stringify(own)}],[name=${JSON.stringify(own)}])`;
    return holder ? `:is([data-setting=${JSON.stringify(holder)}],[data-receipt=${JSON.stringify(holder)}]) ${names}` : names;
  };

  return Object.freeze({
    make,
    button,

    /**
     * Draws the page, and again whenever what is kept has changed.
     * @param {string} title message key
     * @param {(kept: {stored: Stored, options: Options, fixed: string[], wrong: string[]}) => Node[]} draw
     * @returns {Promise<() => Promise<void>>} draws it again
     */
    async start(title, draw) {
      const render = async () => {
        const stored = await Store.read();
        const effective = await Options.effective(stored.options);
        const code = effective.options.language === "auto" ? Locale.pick() : effective.options.language;
        Locale.use(code, await Locale.load(code));
        document.documentElement.lang = Locale.tag();
        document.documentElement.dir = Locale.direction();
        document.title = Locale.say(title);
        const selector = focused();
        document.body.replaceChildren(...draw({ stored, ...effective }));
        const same = selector ? document.querySelector(selector) : null;
        if (same instanceof HTMLElement) same.focus({ preventScroll: true });
      };
      api.storage.onChanged.addListener(() => void render());
      await render();
      return render;
    },

    /** @param {FromOwn} message to the background, which alone changes anything */
    send: (message) => api.runtime.sendMessage(message),

    /** @param {number} moment ms since the epoch @returns {string} */
    moment: (moment) => new Intl.DateTimeFormat(Locale.tag(), { dateStyle: "long", timeStyle: "short" }).format(new Date(moment)),

    /** @param {string} id of a setting @returns {string} */
    nameOf: (id) => Locale.say(`setting_${id.replaceAll("-", "_")}_name`),

    /** @param {string} name of the file @param {unknown} value saved as JSON */
    download(name, value) {
      const url = URL.createObjectURL(new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: "application/json" }));
      make("a", { href: url, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    },

    /** @returns {HTMLElement} */
    brand: () => make("p", { class: "brand" }, make("img", { src: "/icons/icon-48.png", alt: "" }), "Untick"),
  });
})();
