"use strict";
// One look at one setting's page, from arrival on: which control it is, and what it says.

/**
 * @typedef {object} Reading
 * @property {Evidence | null} chosen the one control that may be pressed
 * @property {Evidence[]} candidates all that are drawn, once nothing more is expected; else none
 * @property {State} state of the chosen control
 * @property {boolean} told whether the state may be told
 * @property {boolean} locked for so long that it is no longer being filled in
 * @property {boolean} signIn the page asks for a password instead
 * @property {number} elapsed ms since arrival
 */

const Look = (() => {
  const DRAWN = 1_500; // ms without another control, after which the page counts as drawn
  const LOCKED = 2_500; // ms that a switch stays locked, which may be locked while it is being filled in
  const RETRY = 100; // ms between looks at what stands by a key and did not agree
  const GRACE = 600; // ms that a control may be away while the page redraws it
  const BUSY = [0, 100, 200, 400, 800, 1_600, 3_200]; // ms between surveys of a page that never rests
  const IDLE = [500, 1_000, 2_000, 4_000, 8_000]; // … of one that rests: closed roots fill without a mutation

  return Object.freeze({
    /**
     * @param {Site} site @param {Setting} setting @param {string} path
     * @param {boolean} watched whether the page was watched from its first node on
     */
    create(site, setting, path, watched) {
      const began = performance.now();
      const clock = Steady.clock(watched);
      let dirty = true;
      let complete = false; // whether the last survey saw all that is to be drawn
      let surveys = 0;
      let surveyed = -Infinity;
      let drawnSince = began;
      let count = 0;
      let wasOn = false;
      let asksPassword = false;
      let goneSince = NaN;
      let refused = -Infinity; // when what stands by the key was last found not to agree
      let lockedSince = NaN;
      /** @type {Evidence | null} */
      let asked = null;
      /** @type {Decision} */
      let decision = { chosen: null, candidates: [] };
      /** @type {Node[]} */
      let roots = [];

      const isLoaded = () => performance.now() - drawnSince >= DRAWN && Dom.readyState() === "complete";
      const page = () => ({ site, setting, path, main: Survey.main(site), loaded: isLoaded() });

      /** @param {"light" | "deep" | "thorough"} reach */
      const survey = (reach) => {
        const found = Survey.all(site, reach);
        roots = found.roots;
        surveys += 1;
        surveyed = performance.now();
        dirty = false;
        if (reach === "deep") {
          if (found.controls.length !== count) drawnSince = surveyed;
          count = found.controls.length;
        }
        const now = page();
        complete = now.loaded;
        decision = Decide.weigh(found.controls, now);
      };

      /** @param {number} now @returns {boolean} */
      const isDue = (now) => {
        if (!complete && decision.chosen === null && isLoaded()) return true;
        const isSought = decision.chosen === null || !Number.isNaN(goneSince);
        const steps = dirty && isSought ? BUSY : IDLE;
        return now - surveyed >= steps[Math.min(surveys, steps.length - 1)] && Dom.readyState() !== "loading";
      };

      const seek = () => {
        const now = performance.now();
        const { chosen } = decision;
        if (chosen && Controls.isConnected(chosen.control)) {
          goneSince = NaN;
          return;
        }
        const quick = Survey.byKey(setting);
        if (quick.length > 0) {
          const weighed = Decide.weigh(quick, page());
          if (weighed.chosen) {
            decision = weighed;
            goneSince = NaN;
            // Found by its key alone: a survey more, for a rival elsewhere, where that costs next to nothing.
            if (!Survey.isLarge()) survey("light");
            return;
          }
          refused = now;
        }
        if (chosen) {
          if (Number.isNaN(goneSince)) {
            goneSince = now;
            surveys = 0;
          }
          if (now - goneSince >= GRACE) decision = { chosen: null, candidates: [] };
        }
        if (isDue(now)) {
          const before = decision;
          survey(surveys > 1 && (!dirty || surveys % 3 === 0) ? "thorough" : "deep");
          if (decision.chosen) goneSince = NaN;
          else if (before.chosen && now - goneSince < GRACE) decision = before;
        }
      };

      return {
        clock,
        roots: () => roots,

        /** @returns {boolean} whether a change of the page is worth a pass; asks for no layout */
        stirs() {
          dirty = true;
          const { chosen } = decision;
          if (chosen) return !Controls.isConnected(chosen.control);
          const now = performance.now();
          return isDue(now) || (now - refused >= RETRY && Survey.hasKey(setting));
        },

        /** For a press: everything anew, whatever it costs. @returns {Evidence | null} */
        decide() {
          survey("thorough");
          return decision.chosen;
        },

        /** @param {"mutation" | "beat"} cause @param {number} [since] when the page changed, by performance.now() @returns {Reading} */
        pass(cause, since) {
          seek();
          const now = performance.now();
          const { chosen, candidates } = decision;
          if (chosen && Controls.isConnected(chosen.control)) {
            clock.note(Controls.state(chosen.control), since);
            if (cause === "beat" || chosen !== asked) lockedSince = Controls.isLocked(chosen.control) ? lockedSince || now : NaN;
            asked = chosen;
          }
          wasOn ||= clock.state === "on";
          if (cause === "beat" && chosen === null) asksPassword = !Survey.isLarge() && Dom.queryAll(document, 'input[type="password" i]').some(Dom.isRendered);
          return {
            chosen,
            candidates: complete ? candidates.filter(({ control }) => Controls.isConnected(control)) : [],
            state: chosen ? clock.state : null,
            told: chosen !== null && Number.isNaN(lockedSince) && (clock.state === "on" || Steady.isOff(clock, wasOn)),
            locked: chosen !== null && now - lockedSince >= LOCKED,
            signIn: chosen === null && asksPassword,
            elapsed: now - began,
          };
        },
      };
    },
  });
})();
