"use strict";
// The banner outside of any site, in any language, scheme and view: to be looked at and measured.

// A driver sees only what is a member of the window.
var Cell = (() => {
  const BACKGROUND = { light: "#f4f2ee", dark: "#1b1f23" };
  /** @type {ReturnType<typeof Banner.create> | undefined} */
  let banner;
  let current = "";

  /** @returns {HTMLElement} */
  const card = () => {
    const roots = [...document.documentElement.children].map(({ shadowRoot }) => shadowRoot);
    return /** @type {HTMLElement} */ (roots.map((root) => root?.querySelector('[data-part="banner"]')).find(Boolean));
  };

  return Object.freeze({
    views: Object.keys(AllViews),

    /** @param {string[]} languages that a person wants pages in, as their browser tells them @returns {string} */
    pick(languages) {
      Object.defineProperty(navigator, "languages", { value: languages, configurable: true });
      return Locale.pick();
    },

    /** @param {string} code @param {"light" | "dark"} scheme of the page that it lies on */
    async speak(code, scheme) {
      document.body.style.backgroundColor = BACKGROUND[scheme];
      if (code === current) return;
      current = code;
      Locale.use(code, await Locale.load(code));
      document.documentElement.lang = Locale.tag();
      document.documentElement.dir = Locale.direction();
      banner?.end();
      banner = Banner.create(() => {});
      // The first view is drawn a frame later.
      banner.show(AllViews.looking());
      while (!card().dataset.state) await new Promise(requestAnimationFrame);
    },

    /** @param {string} name of a view @param {boolean} [isUnfolded] whether its details are wanted @returns {HTMLElement} the banner */
    show(name, isUnfolded = false) {
      banner?.show(AllViews[name]());
      const fold = /** @type {HTMLElement | null} */ (card().querySelector('[data-action="details"]'));
      if (fold && (fold.ariaExpanded === "true") !== isUnfolded) {
        fold.focus();
        Guard.click();
      }
      return card();
    },

    /** @returns {HTMLElement} the host of a copy of the banner as it stands, in the body: axe judges no colours outside of that */
    copy() {
      const host = document.createElement("div");
      const root = host.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = /** @type {ShadowRoot} */ (card().getRootNode()).adoptedStyleSheets;
      const copied = /** @type {HTMLElement} */ (card().cloneNode(true));
      copied.removeAttribute("popover");
      // Arriving, it can not be seen at first.
      copied.style.animation = "none";
      root.append(copied);
      document.body.replaceChildren(host);
      return host;
    },
  });
})();

// In a contact sheet the address says what is wanted, and the frame is cut to it.
if (frameElement) {
  const MARGIN = 24; // CSS pixels above and below the banner together
  const [code, scheme, name, details] = decodeURIComponent(location.hash.slice(1)).split("|");
  void Cell.speak(code, /** @type {"light" | "dark"} */ (scheme)).then(() => {
    frameElement?.setAttribute("height", `${Cell.show(name, details !== undefined).offsetHeight + MARGIN}`);
    document.documentElement.dataset.drawn = "";
  });
}
