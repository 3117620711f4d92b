"use strict";
// One press and what it owes: the page's own save, a reload, and a reading of the fresh page.

/**
 * @typedef {object} Hands what a press needs of the page
 * @property {ReturnType<typeof Look.create>} look
 * @property {(pending: Pending) => Promise<void>} keep stores the owed proof, so that it survives the reload
 * @property {(pending: Pending) => void} show draws the progress
 * @property {AbortSignal} signal the page was left
 */

const Press = (() => {
  const READY = 5_000; // ms to wait for a switch that is still being filled in
  const STEADY = 300; // ms that it must have stood still
  const HOLD = 2_500; // ms after the save: a site that takes it back does so by then

  /** @param {Hands} hands @param {Want} from @param {number} until @returns {Promise<boolean>} whether the switch stands ready */
  const ready = async ({ look, signal }, from, until) => {
    while (!signal.aborted && performance.now() < until) {
      const { chosen, state } = look.pass("beat");
      if (chosen && state === from && look.clock.held() >= STEADY && !Controls.isLocked(chosen.control)) return true;
      await Save.pause(50);
    }
    return false;
  };

  /**
   * Waits for the save and lets it stand a while, then reloads; the proof is taken from the fresh page.
   * @param {Hands} hands @param {Pending} pending
   * @param {ReturnType<typeof Save.watch>} saving @param {boolean} hasMoved whether the switch has taken the new state
   * @returns {Promise<Pending | null>} what failed at once, without a reload; null where the reload is on its way
   */
  const prove = async ({ look, keep, show, signal }, pending, saving, hasMoved) => {
    const saved = await saving.ended(() => {
      const { chosen, state } = look.pass("beat");
      hasMoved ||= state === pending.want;
      if (chosen && (Controls.isBusy(chosen.control) || Controls.isLocked(chosen.control))) return "busy";
      return hasMoved && state !== null && state !== pending.want ? "back" : "";
    }, signal);
    if (signal.aborted) return null;
    const after = look.pass("beat").state;
    const ended = { ...pending, saved, after: pending.picked === null ? after : pending.after };
    // A page that is offline would be replaced by the browser's error page, and the switch with it.
    if (saved.kind === "unreachable" || (saved.kind === "unseen" && pending.picked === null && !hasMoved)) return ended;
    await keep(ended);
    show(ended);
    const until = performance.now() + HOLD;
    const stands = () => pending.picked !== null || look.pass("beat").state === pending.want;
    while (!signal.aborted && saved.kind === "saved" && performance.now() < until && stands()) await Save.pause(50);
    if (!signal.aborted) location.reload();
    return null;
  };

  return Object.freeze({
    prove,

    /**
     * Presses the switch once, where it is the one and stands as it should.
     * @param {Site} site @param {Pending} planned @param {Hands} hands
     * @returns {Promise<Pending | "unpressed" | null>} the pending proof where it failed at once; "unpressed" where nothing was done; null where the reload is on its way
     */
    async turn(site, planned, hands) {
      const { want } = planned;
      const from = want === "off" ? "on" : "off";
      const until = performance.now() + READY;
      while (await ready(hands, from, until)) {
        await hands.keep(planned);
        // Decided anew with no wait before the press: nothing can change in between.
        const chosen = hands.look.decide();
        if (hands.signal.aborted || !chosen || Controls.state(chosen.control) !== from || Controls.isLocked(chosen.control)) continue;
        const saving = Save.watch(site, chosen.control.element, performance.now());
        Controls.press(chosen.control);
        // Asked at once: a site that refuses may put its switch back within a frame.
        const after = Controls.state(chosen.control);
        const pressed = { ...planned, pressed: true, label: chosen.label, after };
        const kept = hands.keep(pressed);
        hands.show(pressed);
        await kept;
        return prove(hands, pressed, saving, after === want);
      }
      return "unpressed";
    },
  });
})();
