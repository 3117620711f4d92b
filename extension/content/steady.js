"use strict";
// When a switch's state may be believed: a page may draw it off first and fill in the truth a second later.

/**
 * @typedef {object} Clock
 * @property {State} state what was read last
 * @property {(state: State, since?: number) => void} note a new reading; since: when the page changed, by performance.now()
 * @property {() => number} held ms since the state last changed, in which the page was awake
 * @property {() => number | null} filled ms after which this page filled in the truth; null where nobody watched it being drawn, or too late
 */

const Steady = (() => {
  const FIRST_OFF = 3_000; // ms that an "off" must hold on a page about which nothing is known
  const FLIPPED_OFF = 1_000; // … where the page itself went from on to off
  const PROMPT = 150; // ms after which a first look has come too late to tell how the page was drawn
  const CHECKED_OFF = 500; // … after a reload of a page that was seen to draw the truth at once
  const UNSEEN = 250; // ms at its beginning in which nobody looks: what a page fills in then is held for long enough by CHECKED_OFF
  const GAP = 2_500; // ms between two looks in a tab that nobody sees; what is longer the page slept through: it was frozen, or the device was

  const begun = performance.now();

  return Object.freeze({
    /** @param {boolean} watched whether the page is watched from its first node on @returns {Clock} */
    clock(watched) {
      /** @type {State} */
      let state = null;
      let first = NaN;
      let looked = performance.now();
      // The background may have been slow to start: until it answers nobody looks.
      const isSeen = watched && looked - begun <= UNSEEN;
      let held = 0;
      let filled = 0;
      let isPrompt = true;
      /** @param {number} now @returns {number} ms since the last look in which the page could have changed */
      const awake = (now) => (now - looked > GAP ? 0 : now - looked);
      return {
        get state() {
          return state;
        },
        note(next, since) {
          const now = performance.now();
          if (Number.isNaN(first)) isPrompt = now - (since ?? now) <= PROMPT;
          if (Number.isNaN(first)) first = now;
          held += awake(now);
          looked = now;
          if (next === state) return;
          if (state === "off" && next === "on") filled = now - first;
          state = next;
          held = 0;
        },
        held: () => held + awake(performance.now()),
        filled: () => (isSeen && isPrompt ? filled : null),
      };
    },

    /** @param {Clock} clock @returns {boolean} whether an "off" may be told */
    isOff: (clock, /** @type {boolean} */ wasOn) => clock.state === "off" && clock.held() >= (wasOn ? FLIPPED_OFF : FIRST_OFF),

    /**
     * Whether the state after a reload may be told.
     * @param {Clock} clock
     * @param {number | null} filled ms that the page took to fill in the truth before the reload
     * @returns {boolean}
     */
    isChecked(clock, filled) {
      if (clock.state === null || Dom.readyState() === "loading") return false;
      if (filled === 0) return clock.held() >= CHECKED_OFF;
      return clock.held() >= Math.max(FIRST_OFF, CHECKED_OFF + 2 * (filled ?? 0));
    },
  });
})();
