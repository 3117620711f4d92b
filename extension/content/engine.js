"use strict";
// The wiring: where the page is, what its switch says, what the person wants, and what may be claimed.

const Engine = (() => {
  const SEARCH = 20_000; // ms until a switch that is not drawn counts as absent; the site takes up to 15 s
  const UNKNOWN = 3_000; // ms that a state may stay untold
  const SETTLED = 10_000; // ms that an "off" nobody pressed must hold until it is remembered
  const AFTERTHOUGHT = 5_000; // ms after a proof in which the page may still show that it was none
  const PROOF = 120_000; // ms after which a press is no longer proved by a reload

  const site = /** @type {Site} */ (SITES.find(({ origin }) => origin === location.origin));
  const setting = site.settings[0];
  // Put into a page that stood already, the engine has not seen how its switches were drawn.
  let watched = Dom.readyState() === "loading";
  let leaving = new AbortController();

  /**
   * Asks the background. Once the extension was updated or removed there is none, and this page goes quiet.
   * @param {Message} message @returns {Promise<any>}
   */
  const tell = async (message) => {
    for (const wait of [100, 400, 1_600, 0]) {
      try {
        return await api.runtime.sendMessage(message);
      } catch {
        if (!api.runtime?.id) break;
        // The browser may still be starting the background: tabs of the last session are drawn before it.
        await Save.pause(wait);
      }
    }
    leaving.abort();
    return undefined;
  };

  const path = () => location.pathname.replace(/\/+$/, "");
  const isSignIn = () => site.addresses.sign_in.some((prefix) => location.pathname.startsWith(prefix));
  /** @param {Hello} hello */
  const isExpected = (hello) => hello.pending !== null || site.addresses.settings.some((prefix) => [prefix, encodeURIComponent(prefix)].some((part) => location.search.includes(part)));

  /** @param {Hello} hello @param {AbortSignal} signal the address was left, or the extension is gone */
  const attend = (hello, signal) => {
    const here = path();
    const [since, checked] = hello.dates;
    const signIn = isSignIn();
    const look = Look.create(site, setting, here, watched);
    watched = false;
    /** @type {ReturnType<typeof Banner.create> | undefined} */
    let banner;
    /** @type {"reading" | "working" | "checking" | "closed"} */
    let phase = hello.pending ? "checking" : "reading";
    let pending = hello.pending;
    let seen = hello.seen[setting.id] ?? null;
    /** @type {"verified" | "failed" | null} what the last press came to, until the page says something else */
    let result = null;
    let shown = "";
    /** @type {{proving: boolean, pending: Pending | null}} */
    let drawn = { proving: false, pending };
    /** @type {Evidence | null} */
    let ringed = null;
    /** The state that the background knows. @type {State} */
    let told = null;
    let at = Date.now();
    /** As it was before the person's hand came down. @type {ReturnType<typeof states>} */
    let before = new Map();
    let latest = before;

    /** @param {string} state @param {boolean} [proving] */
    const draw = (state, proving = false) => {
      if (phase === "closed" || !Dom.body()) return;
      if (state === shown && proving === drawn.proving && pending === drawn.pending) return;
      drawn = { proving, pending };
      if (state !== shown) at = Date.now();
      shown = state;
      watch.news();
      banner ??= Banner.create(act);
      banner.show(Views.of(state, { since, checked, seen, pending, at, proving }));
    };

    /** @param {Reading} reading @returns {Evidence[]} what may be the switch: what has a veto is not even asked about */
    const possible = ({ chosen, candidates }) => (chosen ? [chosen] : candidates.filter(({ veto }) => veto === ""));

    /** @param {Reading} reading @returns {Element[]} */
    const targets = (reading) => possible(reading).map(({ control }) => control.element).filter(Dom.isConnected);

    /** @param {Reading} reading @returns {Evidence | null} the control that the last press was about */
    const pressed = ({ chosen, candidates }) => {
      if (!pending || pending.picked === null) return chosen;
      const alike = candidates.filter(({ label, veto }) => veto === "" && label === pending?.picked);
      return alike.length === 1 ? alike[0] : null;
    };

    /** @param {Reading} reading @returns {string} the state of a page on which nothing is under way */
    const name = (reading) => {
      if (signIn) return "signed-out";
      if (reading.locked) return "locked";
      const one = pressed(reading);
      if (result === "verified" && one && Controls.state(one.control) === "off") return "verified";
      // A page that fills in the truth more slowly than before the reload: then there was no proof.
      if (result === "verified" && reading.told && Date.now() - at < AFTERTHOUGHT) result = "failed";
      if (reading.chosen && reading.told) {
        if (reading.state === "off") return "off";
        return result === "failed" ? "failed" : seen?.state === "off" ? "again" : "on";
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
      // What the person picked is proved, but whether it is this setting only they can tell.
      void tell(picked === null ? { type: "proved", setting: setting.id, state } : { type: "keep", pending: null });
      if (picked === null) seen = { state, at: Date.now() };
      if (outcome === "verified" && want === "on") result = null;
      draw(result ?? "on");
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
      void tell({ type: "keep", pending: null });
      result = ended === "unpressed" ? null : "failed";
      pending = ended === "unpressed" ? null : ended;
      update("beat");
    };

    /** @param {Action} action of the person, by a trusted click or key */
    const act = async (action) => {
      if (action === "dismiss") {
        phase = "closed";
        banner?.end();
      } else if (action === "show") {
        const target = targets(look.pass("beat"))[0];
        if (target) Dom.scrollIntoView(target, { block: "center", behavior: "smooth" });
      } else if (action === "retry" && shown !== "failed") {
        enter();
      } else if (phase === "reading") {
        const want = action === "undo" || (action === "retry" && pending?.want === "on") ? "on" : "off";
        phase = "working";
        pending = null;
        draw("working");
        settle(await Press.turn(site, setting, want, hands));
      }
    };

    /** @param {Reading} reading @returns {Map<string, {state: State, element: Element}>} by label */
    const states = (reading) =>
      new Map(possible(reading).map(({ label, control }) => [label, { state: Controls.state(control), element: control.element }]));

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
      const filled = look.clock.filled();
      const page = performance.timeOrigin;
      await hands.keep({ setting: setting.id, want: "off", at: Date.now(), page, pressed: true, filled, picked, saved: null });
      draw("working");
      settle(await Press.prove(hands, /** @type {Pending} */ (pending), Save.watch(site, element, from), true));
    };

    /** @param {"mutation" | "beat"} cause */
    const update = (cause) => {
      if (phase === "closed") return;
      const reading = look.pass(cause);
      if (cause === "beat") watch.also(look.roots());
      if (phase === "checking") check(reading);
      else if (phase === "reading") {
        const state = name(reading);
        draw(state);
        if (reading.told && reading.state !== told && (reading.state === "on" || look.clock.held() >= SETTLED)) {
          told = reading.state;
          if (told) void tell({ type: "seen", setting: setting.id, state: told });
        }
        if (cause === "beat" || reading.chosen !== ringed) latest = states(reading);
      }
      if (shown === "looking" && reading.elapsed < SEARCH) watch.news();
      if (!signIn && (cause === "beat" || reading.chosen !== ringed)) {
        ringed = reading.chosen;
        banner?.ring(targets(reading));
        banner?.place();
      }
    };

    signal.addEventListener("abort", () => banner?.end());
    const watch = Watch.start(update, signal);
    if (signIn) return;
    const hold = () => {
      before = latest;
    };
    for (const type of ["pointerdown", "keydown"]) window.addEventListener(type, hold, { capture: true, passive: true, signal });
    window.addEventListener("click", (event) => void (event.isTrusted && phase === "reading" && byHand(event.timeStamp)), { capture: true, signal });
  };

  const enter = async () => {
    leaving.abort();
    leaving = new AbortController();
    const { signal } = leaving;
    const onSetting = setting.paths.includes(path());
    if (!onSetting && !isSignIn()) return;
    const code = Locale.pick();
    /** @type {Hello | undefined} */
    const hello = await tell({ type: "hello", language: code, tag: Locale.tagOf(code), dates: [setting.since ?? site.checked, site.checked] });
    if (!hello || signal.aborted) return;
    Locale.use(code, hello.messages);
    if (hello.pending && (!hello.pending.pressed || Date.now() - hello.pending.at > PROOF)) hello.pending = null;
    // Left and come back to by client-side navigation: only a fresh page proves anything.
    if (onSetting && hello.pending?.page === performance.timeOrigin) return location.reload();
    if (onSetting || isExpected(hello)) attend(hello, signal);
  };

  let here = path();
  navigation.addEventListener("currententrychange", () => {
    if (path() === here) return;
    here = path();
    void enter();
  });
  void enter();
  return Object.freeze({});
})();
