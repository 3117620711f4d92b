"use strict";
// Watches the page's own save, so that no reload cuts it off. Nothing is ever requested from here.

const Save = (() => {
  const QUIET = 250; // ms without another request to the settings address
  const UNSEEN = 5_000; // ms to wait for one that does not show: Chromium reports none whose answer the page leaves unread
  const LONGEST = 15_000; // ms, for a page that says it is busy

  /** @param {number} ms @returns {Promise<void>} */
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /** @param {PerformanceResourceTiming[]} saves @returns {Saved} */
  const outcome = (saves) => {
    if (saves.length === 0) return { kind: "unseen", status: 0 };
    const refused = saves.find(({ responseStatus }) => responseStatus >= 400);
    if (refused) return { kind: "refused", status: refused.responseStatus };
    const answered = saves.findLast(({ responseStatus }) => responseStatus > 0);
    return answered ? { kind: "saved", status: answered.responseStatus } : { kind: "unreachable", status: 0 };
  };

  return Object.freeze({
    pause,

    /**
     * Begins to watch the saves that a press brings about.
     * @param {Site} site
     * @param {Element} pressed in a frame, the save is the frame's
     * @param {number} from when it was pressed, by performance.now()
     * @returns {{ended: (look: () => "busy" | "back" | "") => Promise<Saved>}} ended: when the save is over, or is not to be
     *   waited for; asks whether the page says that it is busy, or has put its switch back
     */
    watch(site, pressed, from) {
      /** @type {PerformanceResourceTiming[]} */
      const saves = [];
      let latest = from;
      const views = new Set([window, pressed.ownerDocument.defaultView ?? window]);
      const observers = [...views].map((view) => {
        const begun = view.performance.now() - (performance.now() - from); // each document has its own clock
        const observer = new view.PerformanceObserver((list) => {
          for (const entry of /** @type {PerformanceResourceTiming[]} */ (list.getEntries())) {
            const { origin, pathname } = new URL(entry.name);
            if (entry.startTime < begun || origin !== site.origin || !pathname.startsWith(site.page.save)) continue;
            saves.push(entry);
            latest = performance.now();
          }
        });
        observer.observe({ type: "resource", buffered: true });
        return observer;
      });
      return {
        async ended(look) {
          for (;;) {
            await pause(50);
            const now = performance.now();
            const seen = look();
            if (saves.length > 0 ? now - latest >= QUIET : now - from >= (seen === "busy" ? LONGEST : UNSEEN)) break;
            if (seen === "back" && now - latest >= QUIET) break;
          }
          for (const observer of observers) observer.disconnect();
          return outcome(saves);
        },
      };
    },
  });
})();
