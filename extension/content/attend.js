"use strict";
// A setting's own page: what its switch says, what the person wants, and what may be claimed.

/**
 * @typedef {object} Wiring
 * @property {Site} site
 * @property {Setting} setting the one that the page is read for
 * @property {string} path of the page
 * @property {boolean} isSignIn the page stands in the way of the setting's
 * @property {Hello} hello
 * @property {(message: FromSite) => Promise<any>} tell asks the background
 * @property {AbortController} leaving ended when the address is left, or the extension is gone
 */

const Attend = (() => {
  const SEARCH = 20_000; // ms until a switch that is not drawn counts as absent; the site takes up to 15 s
  const UNKNOWN = 3_000; // ms that a state may stay untold
  const SETTLED = 10_000; // ms that an "off" nobody pressed or asked for must hold until it is remembered
  const AFTERTHOUGHT = 5_000; // ms after a proof in which the page may still show that it was none
  const MISSES = ["signed-out", "locked", "absent", "unsure"];

  /** @param {Reading} reading @returns {Evidence[]} what may be the switch: what has a veto is not even asked about */
  const possible = ({ chosen, candidates }) => (chosen ? [chosen] : candidates.filter(({ veto }) => veto === ""));

  /** @param {Reading} reading @returns {Element[]} */
  const targets = (reading) => possible(reading).map(({ control }) => control.element).filter(Dom.isConnected);

  /** @param {Reading} reading @returns {Map<string, {state: State, element: Element}>} by label */
  const states = (reading) => new Map(possible(reading).map(({ label, control }) => [label, { state: Controls.state(control), element: control.element }]));

  /** @param {Wiring} wiring @param {boolean} watched whether the page was watched from its first node on */
  const start = ({ site, setting, path, isSignIn, hello, tell, leaving }, watched) => {
    const { signal } = leaving;
    const [since, checked] = hello.dates;
    const look = Look.create(site, setting, path, watched);
    /** @type {ReturnType<typeof Banner.create> | undefined} */
    let banner;
    /** @type {"reading" | "working" | "checking" | "closed"} */
    let phase = hello.pending ? "checking" : "reading";
    let { pending, errand } = hello;
    // Pressed in this very document, and left since by client-side navigation or by an update.
    if (!isSignIn && pending?.page === performance.timeOrigin) phase = "working";
    const run = errand && (errand.want === "look" || errand.total > 1) ? { done: errand.total - errand.settings.length, total: errand.total } : null;
    const back = pending ? pending.back : (errand?.back ?? null);
    /** @type {Known | null} */
    let known = hello.known[setting.id] ?? null;
    /** @type {"verified" | "failed" | null} what the last press came to, until the page says something else */
    let result = null;
    let shown = "";
    /** @type {{proving: boolean, pending: Pending | null}} */
    let drawn = { proving: false, pending };
    /** @type {Evidence | null} */
    let ringed = null;
    /** What the background knows of this page. */
    let told = "";
    let at = Date.now();
    let drawnAt = performance.now(); // for what is measured: the clock may be moved
    /** As it was before the person's hand came down. @type {ReturnType<typeof states>} */
    let before = new Map();
    let latest = before;

    /** @param {string} state @param {boolean} [proving] */
    const draw = (state, proving = false) => {
      if (phase === "closed" || !Dom.body()) return;
      if (state === shown && proving === drawn.proving && pending === drawn.pending) return;
      drawn = { proving, pending };
      if (state !== shown) [at, drawnAt] = [Date.now(), performance.now()];
      shown = state;
      watch.news();
      banner ??= Banner.create((action) => void act(action));
      banner.show(Views.of(state, { site, setting, since, checked, known, pending, at, proving, back, run, isExpected: errand !== null }));
    };

    /** @param {Reading} reading @returns {Evidence | null} the control that the last press was about */
    const pressed = ({ chosen, candidates }) => {
      if (!pending || pending.picked === null) return chosen;
      const alike = candidates.filter(({ label, veto }) => veto === "" && label === pending?.picked);
      return alike.length === 1 ? alike[0] : null;
    };

    /** What was called proved was not: so the receipt has to say. */
    const retract = async () => {
      result = "failed";
      told = "on";
      await tell({ type: "keep", pending: /** @type {Pending} */ (pending) });
      await tell({ type: "settle", outcome: "failed", state: "on" });
    };

    /** @param {Reading} reading @returns {string} the state of a page on which nothing is under way */
    const name = (reading) => {
      if (isSignIn) return "signed-out";
      if (reading.locked) return "locked";
      const one = pressed(reading);
      if (result === "verified" && one && Controls.state(one.control) === "off") return "verified";
      // A page that fills in the truth more slowly than before the reload: then there was no proof.
      if (result === "verified" && reading.told && performance.now() - drawnAt < AFTERTHOUGHT) void retract();
      if (reading.chosen && reading.told) {
        if (reading.state === "off") return "off";
        return result === "failed" ? "failed" : known?.off != null ? "again" : "on";
      }
      if (result === "failed") return "failed";
      if (reading.chosen) return reading.state === null && look.clock.held() >= UNKNOWN ? "unsure" : "looking";
      if (reading.signIn) return "signed-out";
      if (reading.candidates.length > 0) return "unsure";
      return reading.elapsed >= SEARCH ? "absent" : "looking";
    };

    /** @param {Reading} reading the fresh page after a press */
    const check = (reading) => {
      if (!pending) return;
      const one = pressed(reading);
      if (one && one !== reading.chosen) look.clock.note(Controls.state(one.control));
      if (one && Steady.isChecked(look.clock, pending.filled)) return conclude(look.clock.state === pending.want ? "verified" : "failed");
      const state = name(reading);
      draw(["signed-out", "absent", "locked"].includes(state) || (state === "unsure" && !one) ? state : "working", true);
    };

    /** @param {"verified" | "failed"} outcome */
    const conclude = (outcome) => {
      result = outcome;
      phase = "reading";
      const { want, picked } = /** @type {Pending} */ (pending);
      const state = outcome === "verified" ? want : want === "off" ? "on" : "off";
      void tell({ type: "settle", outcome, state });
      if (picked === null) known = { state, at: Date.now(), off: state === "off" ? Date.now() : want === "on" ? null : (known?.off ?? null), missed: null };
      if (picked === null) told = state;
      if (outcome === "verified" && want === "on") result = null;
      draw(result ?? "on");
    };

    /** Tells the background what the page says, once for each change. @param {Reading} reading @param {string} state */
    const report = (reading, state) => {
      const isSettled = reading.told && (reading.state === "on" || errand !== null || look.clock.held() >= SETTLED);
      const isMissed = MISSES.includes(state) && !isSignIn && !(state === "signed-out" && errand) && performance.now() - drawnAt >= UNKNOWN;
      const news = isSettled ? `${reading.state}` : isMissed ? state : told;
      if (news === told) return;
      told = news;
      if (isMissed) void tell({ type: "missed", setting: setting.id, why: /** @type {Missed} */ (state) });
      else void tell({ type: "seen", setting: setting.id, state: /** @type {Want} */ (reading.state) });
      if (errand?.want === "off" && news === "on") void claim();
      else if (!isMissed) errand = null;
    };

    /** Presses for a click made elsewhere, which only the background can tell to be good still. */
    const claim = async () => {
      errand = null;
      if ((await tell({ type: "claim", setting: setting.id })) && phase === "reading" && !signal.aborted) await act("turn-off");
    };

    /** @type {Hands} */
    const hands = {
      look,
      signal,
      keep: async (kept) => {
        pending = kept;
        await tell({ type: "keep", pending: kept });
      },
      show: () => draw("working"),
    };

    /** @param {Pending | "unpressed" | null} ended */
    const settle = (ended) => {
      if (ended === null || signal.aborted) return;
      phase = "reading";
      const outcome = ended === "unpressed" ? "unpressed" : "failed";
      void tell({ type: "settle", outcome, state: null });
      result = ended === "unpressed" ? null : "failed";
      pending = ended === "unpressed" ? null : ended;
      update("beat");
    };

    /** @returns {Pending} a press that is about to be */
    const press = (/** @type {Want} */ want) => ({
      id: crypto.randomUUID(),
      setting: setting.id,
      want,
      at: Date.now(),
      page: performance.timeOrigin,
      pressed: false,
      by: "untick",
      label: "",
      address: location.origin + location.pathname,
      after: null,
      filled: look.clock.filled(),
      picked: null,
      saved: null,
      back,
    });

    /** @param {Action} action of the person, by a trusted click or key; or what they asked for elsewhere */
    const act = async (action) => {
      if (action === "dismiss") {
        phase = "closed";
        banner?.end();
        if (errand) void tell({ type: "stop" });
      } else if (action === "stop") {
        errand = null;
        await tell({ type: "stop" });
      } else if (action === "back") {
        if (typeof back === "number") await tell({ type: "back", tab: back });
        else if (back !== null) location.assign(back);
      } else if (action === "receipt") {
        await tell({ type: "open", page: "receipt", id: pending?.id });
      } else if (action === "show") {
        const target = targets(look.pass("beat"))[0];
        if (target) Dom.scrollIntoView(target, { block: "center", behavior: "smooth" });
      } else if (action === "retry" && shown !== "failed") {
        location.reload();
      } else if (phase === "reading") {
        const want = action === "undo" || (action === "retry" && pending?.want === "on") ? "on" : "off";
        phase = "working";
        errand = null;
        pending = null;
        draw("working");
        settle(await Press.turn(site, press(want), hands));
      }
    };

    /** After a person's own press on the page's switch: the same proof. @param {number} from when, by performance.now() */
    const byHand = async (from) => {
      const earlier = before;
      await Save.pause(200);
      if (phase !== "reading" || signal.aborted) return;
      const reading = look.pass("beat");
      const moved = [...states(reading)].find(([label, { state }]) => state === "off" && earlier.get(label)?.state === "on");
      if (!moved) return;
      const [label, { element }] = moved;
      if (!reading.chosen && label === "") return; // nobody could say which switch it was
      phase = "working";
      const picked = reading.chosen ? null : label;
      await hands.keep({ ...press("off"), pressed: true, by: "hand", label, after: "off", picked });
      draw("working");
      settle(await Press.prove(hands, /** @type {Pending} */ (pending), Save.watch(site, element, from), true));
    };

    /** Takes up a press where it was left: the page's save may still be under way, and only a fresh page proves anything. */
    const resume = async () => {
      const owed = /** @type {Pending} */ (pending);
      if (owed.saved) return location.reload();
      draw("working");
      const [control = Dom.html()] = targets(look.pass("beat"));
      settle(await Press.prove(hands, owed, Save.watch(site, control, performance.now() - (Date.now() - owed.at)), false));
    };

    /** @param {"mutation" | "beat"} cause @param {number} [since] */
    const update = (cause, since) => {
      if (phase === "closed") return;
      // Before anything is drawn: then it costs no layout.
      if (cause === "beat") banner?.place();
      const reading = look.pass(cause, since);
      if (cause === "beat") watch.also(look.roots());
      if (phase === "checking") check(reading);
      else if (phase === "reading") {
        const state = name(reading);
        draw(state);
        if (cause === "beat" || reading.chosen !== ringed) latest = states(reading);
        report(reading, state);
      }
      if (shown === "looking" && reading.elapsed < SEARCH) watch.news();
      if (!isSignIn && (cause === "beat" || reading.chosen !== ringed)) {
        ringed = reading.chosen;
        banner?.ring(targets(reading));
      }
    };

    signal.addEventListener("abort", () => banner?.end());
    const watch = Watch.start(update, () => phase !== "closed" && look.stirs(), leaving);
    if (isSignIn) return;
    if (phase === "working") void resume();
    const hold = () => {
      before = latest;
    };
    for (const type of ["pointerdown", "keydown"]) window.addEventListener(type, hold, { capture: true, passive: true, signal });
    window.addEventListener("click", (event) => void (event.isTrusted && phase === "reading" && byHand(event.timeStamp)), { capture: true, signal });
  };

  return Object.freeze({ start });
})();
