"use strict";
// The contact sheet of one language: every view of the banner and every page of Untick's own, narrow and wide, light and dark.

// A driver sees only what is a member of the window.
var Sheet = (() => {
  const TALL = 2400; // CSS pixels: what is drawn first has all the room that it may want
  const PAGES = {
    popup: "/popup/popup.html",
    options: "/options/options.html",
    receipts: "/receipt/receipt.html",
    receipt: "/receipt/receipt.html#f5b8a5a4-2b77-4f5e-8f53-9c4b8f7a6d03",
  };
  /** @type {[number, "light" | "dark"][]} */
  const VARIANTS = [[320, "light"], [320, "dark"], [400, "light"], [400, "dark"]];

  /** @param {string} title @param {HTMLElement[]} cells */
  const block = (title, cells) => {
    const figure = document.createElement("figure");
    const caption = document.createElement("figcaption");
    caption.textContent = title;
    figure.append(caption, ...cells);
    document.body.append(figure);
  };

  /** @param {string} address @param {number} width @returns {HTMLIFrameElement} */
  const frame = (address, width) => {
    const made = document.createElement("iframe");
    made.src = address;
    made.width = `${width}`;
    made.height = `${TALL}`;
    return made;
  };

  /** @param {HTMLIFrameElement} cell @param {string} selector of what is there once it has been drawn @returns {Promise<Window>} */
  const drawn = async (cell, selector) => {
    while (!cell.contentDocument?.querySelector(selector)) await new Promise(requestAnimationFrame);
    return /** @type {Window} */ (cell.contentWindow);
  };

  /** @param {string} code @param {string} scheme @param {string} view @returns {string} the address of a cell */
  const banner = (code, scheme, view) => `/sheets/cell.html#${encodeURIComponent(`${code}|${scheme}|${view}`)}`;

  /** @param {string} code @param {string} view @returns {Promise<unknown>} */
  const drawBanner = (code, view) => {
    const cells = VARIANTS.map(([width, scheme]) => frame(banner(code, scheme, view), width));
    block(view.replace("|", ", "), cells);
    return Promise.all(cells.map((cell) => drawn(cell, "[data-drawn]")));
  };

  /** @param {string} name @param {string} address @returns {Promise<unknown>} */
  const drawPage = (name, address) => {
    const cells = VARIANTS.map(([width]) => frame(address, width));
    block(name, cells);
    return Promise.all(
      cells.map(async (cell, at) => {
        const { documentElement, body } = (await drawn(cell, "main")).document;
        documentElement.dataset.scheme = VARIANTS[at][1];
        cell.height = `${body.scrollHeight}`;
      }),
    );
  };

  return Object.freeze({
    /** @param {string} code of a language @returns {Promise<void>} */
    async draw(code) {
      const stored = await (await fetch("/sheets/stored.json")).json();
      await api.storage.local.set({ ...stored, options: { language: code } });
      const first = frame(banner(code, "light", "on"), 320);
      document.body.replaceChildren(first);
      const { Cell } = /** @type {any} */ (await drawn(first, "[data-drawn]"));
      first.remove();
      const banners = ["on|details", ...Cell.views].map((view) => drawBanner(code, view));
      await Promise.all([...banners, ...Object.entries(PAGES).map(([name, address]) => drawPage(name, address))]);
    },
  });
})();
