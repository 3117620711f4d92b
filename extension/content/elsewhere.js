"use strict";
// A settings page that is not the switch's own: what is known of it, the way there, and the row that leads to it.

const Elsewhere = (() => {
  const SEARCH = 20_000; // ms in which the page's list may still be drawn

  /** @param {string[]} paths @param {Element} link @returns {boolean} */
  const leadsTo = (paths, link) => {
    const href = Dom.attr(link, "href") ?? "";
    return URL.canParse(href, location.href) && paths.includes(new URL(href, location.href).pathname.replace(/\/+$/, ""));
  };

  /** @param {Site} site @param {Setting} setting @returns {Element | null} the link to the switch's page in the page's main part */
  const rowOf = (site, { paths }) => {
    if (Survey.isLarge()) return null; // no list of settings is
    const ends = paths.map((path) => `a[href*=${JSON.stringify(path.split("/").slice(-2).join("/"))}]`);
    const found = Dom.queryAll(Survey.main(site) ?? document, ends.join(","));
    return found.find((link) => leadsTo(paths, link) && Dom.isRendered(link)) ?? null;
  };

  return Object.freeze({
    /** @param {Wiring} wiring */
    start({ site, setting, path, hello, tell, leaving }) {
      const { signal } = leaving;
      const began = performance.now();
      const known = hello.known[setting.id];
      /** @type {ReturnType<typeof Banner.create> | undefined} */
      let banner;
      /** @type {string | undefined} */
      let shown;
      if (!hello.everywhere) return;

      /** @returns {string} the switch's page as the site calls it here: on the desktop's or the phone's pages */
      const address = () => setting.paths.find((one) => one.split("/")[2] === path.split("/")[2]) ?? setting.paths[0];

      /** @param {Action} action of the person, by a trusted click or key */
      const act = async (action) => {
        if (action === "dismiss") {
          watch.end();
          banner?.end();
          await tell({ type: "quiet" });
        } else if (action === "show") location.assign(address());
        else if (action === "turn-off") {
          await tell({ type: "errand", setting: setting.id, from: path });
          if (!signal.aborted) location.assign(address());
        }
      };

      const update = () => {
        if (!Dom.body()) return;
        banner?.place();
        const row = rowOf(site, setting);
        const word = row ? Names.stateWord(row, site) : null;
        const isOff = known?.state === "off" && known.missed === null;
        const state = isOff && word !== "on" ? "" : `${word}`;
        // Known to be off, and nothing here speaks against it: nothing to say.
        if (state !== shown) {
          shown = state;
          if (state !== "") {
            banner ??= Banner.create((action) => void act(action));
            banner.show(Views.elsewhere(known ?? null, word));
          } else if (banner) {
            banner.end();
            banner = undefined;
          }
        }
        banner?.ring(row ? [row] : []);
        if (performance.now() - began < SEARCH) watch.news();
      };
      signal.addEventListener("abort", () => banner?.end());
      // Only the first pass hurries: the page's list may be drawn at any time, and is worth no look a frame.
      const watch = Watch.start(update, () => shown === undefined, leaving);
    },
  });
})();
