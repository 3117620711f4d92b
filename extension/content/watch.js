"use strict";
// When to look at the page again: once a frame while it changes, a slow beat for what shows in no mutation, then sleep.

const Watch = (() => {
  const BEAT = 250; // ms; `.checked` set by a script shows in no mutation
  const CALM = 5_000; // ms without news after which it beats
  const CALM_BEAT = 1_000; // … only so often
  const AWAKE = 30_000; // ms without news of the switch
  const ATTRIBUTES = ["aria-checked", "aria-pressed", "aria-disabled", "aria-busy", "disabled", "checked", "role", "hidden", "inert"];
  const WAKES = ["pointerdown", "keydown", "visibilitychange", "pageshow"];

  return Object.freeze({
    /**
     * @param {(cause: "mutation" | "beat", since: number) => void} pass since: when the page had changed, by performance.now()
     * @param {() => boolean} stirs whether what came or went is worth a pass; asked once a frame, before the layout
     * @param {AbortController} leaving ends it, and is ended where the extension is gone
     * @returns {{news: () => void, also: (roots: Node[]) => void, end: () => void}} news: something about the switch changed, stay awake; also: roots to watch besides the document
     */
    start(pass, stirs, leaving) {
      const { signal } = leaving;
      /** @type {"mutation" | "beat" | null} */
      let asked = null;
      let newsAt = -Infinity;
      let changedAt = Infinity; // the first change since the last pass
      /** @type {number | undefined} */
      let beat;
      /** @type {Set<Node>} */
      const watched = new Set([document]);

      // A size observer answers in the one moment of a frame at which style and layout are done: a look at any
      // other moment would make the page's own layout ours to pay for.
      const answer = () => {
        laidOut.disconnect();
        const cause = asked;
        asked = null;
        const since = changedAt;
        changedAt = Infinity;
        if (cause && !signal.aborted) pass(cause, Math.min(since, performance.now()));
      };
      const laidOut = new ResizeObserver(answer);
      const ask = (/** @type {"mutation" | "beat"} */ cause) => {
        if (asked === null) laidOut.observe(Dom.html());
        asked = asked === "beat" ? "beat" : cause;
      };

      let framed = false;
      let isAttribute = false;
      const frame = () => {
        framed = false;
        if (beat !== undefined && (stirs() || isAttribute)) ask("mutation");
        else changedAt = Infinity;
        isAttribute = false;
      };
      const observer = new MutationObserver((records) => {
        isAttribute ||= records.some(({ type }) => type === "attributes");
        changedAt = Math.min(changedAt, performance.now());
        if (!framed) requestAnimationFrame(frame);
        framed = true;
      });
      const observe = (/** @type {Node} */ root) =>
        observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ATTRIBUTES });

      const sleep = () => {
        clearTimeout(beat);
        beat = undefined;
        observer.disconnect();
        laidOut.disconnect();
        asked = null;
      };
      /** Updated, turned off or removed, an extension leaves its scripts behind in Chromium. */
      const isOrphan = () => !api.runtime?.id;
      const next = () => {
        beat = setTimeout(tick, performance.now() - newsAt < CALM ? BEAT : CALM_BEAT);
      };
      const tick = () => {
        if (isOrphan()) return leaving.abort();
        if (performance.now() - newsAt > AWAKE) return sleep();
        next();
        // No frame since the last beat: a tab that nobody sees. Its layout keeps no frame waiting.
        if (asked === "beat") answer();
        else ask("beat");
      };
      const wake = () => {
        if (isOrphan()) leaving.abort();
        if (signal.aborted) return;
        const wasCalm = performance.now() - newsAt >= CALM;
        newsAt = performance.now();
        if (beat === undefined) for (const root of watched) observe(root);
        else if (!wasCalm) return;
        clearTimeout(beat);
        next();
      };

      for (const type of WAKES) window.addEventListener(type, wake, { capture: true, passive: true, signal });
      signal.addEventListener("abort", sleep);
      wake();
      return {
        news: wake,
        end: sleep,
        also(roots) {
          for (const root of watched) if (!Dom.isConnected(root)) watched.delete(root);
          for (const root of roots) {
            if (watched.has(root)) continue;
            watched.add(root);
            if (beat !== undefined) observe(root);
          }
        },
      };
    },
  });
})();
