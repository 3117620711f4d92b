"use strict";
// Watches the page's own save, so that no reload cuts it off. Nothing is ever requested from here.

const Save = (() => {
  const QUIET = 250; // ms without another request to the settings address
  const UNSEEN = 5_000; // ms to wait for one that does not show: Chromium reports none whose answer the page leaves unread
  const LONGEST = 15_000; // ms, for a page that says it is busy
  const RETRY = 2_500; // ms in which a page that was refused, and has not put its switch back, may try again

  /** @param {number} ms @returns {Promise<void>} */
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /** @param {PerformanceResourceTiming | undefined} save */
  const isTaken = (save) => save !== undefined && save.responseStatus > 0 && save.responseStatus < 400;

  /** @param {PerformanceResourceTiming[]} saves @param {boolean} isBack whether the page has put its switch back @returns {Saved} */
  const outcome = (saves, isBack) => {
    if (saves.length === 0) return { kind: "unseen", status: 0 };
    const refused = saves.findLast(({ responseStatus }) => responseStatus >= 400);
    if (refused && (isBack || !isTaken(saves.at(-1)))) return { kind: "refused", status: refused.responseStatus };
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
     * @returns {{ended: (look: () => "busy" | "back" | "", signal: AbortSignal) => Promise<Saved>}} ended: when the save is over, or
     *   is not to be waited for; asks whether the page says that it is busy, or has put its switch back
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
        async ended(look, signal) {
          /** @type {ReturnType<typeof look>} */
          let seen = "";
          while (!signal.aborted) {
            await pause(50);
            const quiet = performance.now() - latest;
            seen = look();
            if (seen === "back" && quiet >= QUIET) break;
            if (quiet >= (isTaken(saves.at(-1)) ? QUIET : saves.length > 0 ? RETRY : seen === "busy" ? LONGEST : UNSEEN)) break;
          }
          for (const observer of observers) observer.disconnect();
          return outcome(saves, seen === "back");
        },
      };
    },
  });
})();
