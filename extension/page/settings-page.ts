/**
 * A setting's own page: looks at it, tells the state machine (core/optout.ts) what happens, and does what it
 * says.
 */

import { viewOf } from "../core/banner-words.ts";
import { arrive, next } from "../core/optout.ts";
import type { Action, Effect, Event, Visit } from "../core/optout-events.ts";
import { isUrgent } from "../core/optout-states.ts";
import type { Moment, ViewName } from "../core/reading.ts";
import { isSearching } from "../core/reading.ts";
import { filled } from "../core/stability.ts";
import { unlisted } from "../core/unlisted.ts";
import type { FromSite } from "../shared/messages.ts";
import { bridge } from "./bridge.ts";
import { isConnected } from "./controls.ts";
import * as dom from "./dom.ts";
import type { Entry } from "./entry.ts";
import { observeHand } from "./hand.ts";
import { observePage } from "./observer.ts";
import { pressSwitch } from "./press.ts";
import type { Question } from "./question.ts";
import { observeQuestion } from "./question.ts";
import type { Found, Look } from "./reader.ts";
import { createReader } from "./reader.ts";
import type { SaveObserver } from "./save-observer.ts";
import { observeSaves } from "./save-observer.ts";
import type { Banner } from "./ui/banner.ts";
import { createBanner } from "./ui/banner.ts";

const URGENT = 50; // ms between looks while a press is under way
const FLASH = 400; // ms in which most pages draw their switch: until then nothing is said to be looked for

/** Views of a switch that was seen. */
const TOLD: readonly ViewName[] = ["on", "again", "off"];

const now = (): Moment => ({ tick: performance.now(), now: Date.now() });

const elementOf = ({ control }: Found): Element => control.control.element;

const elementsOf = ({ possible }: Look): Element[] => possible.map(elementOf).filter(dom.isConnected);

const visitOf = (entry: Entry): Visit => {
  const { setting, path, isSignIn, isStale } = entry;
  const { verification, job } = entry.context;
  const back = verification ? verification.back : (job?.back ?? null);
  const isCheckup = job !== null && (job.want === "look" || job.total > 1);
  return {
    setting: setting.id,
    document: performance.timeOrigin,
    address: location.origin + path,
    isSignIn,
    isStale,
    checkup: isCheckup ? { done: job.total - job.settings.length, total: job.total } : null,
    back: back === path ? null : back,
  };
};

/**
 * @param isWatched whether the page was watched from its first node on
 * @param gone called where the switch of a page that is not known to be its own has gone again
 */
export const startSettingsPage = (entry: Entry, isWatched: boolean, gone?: () => void): void => {
  const { site, setting, path, isSignIn, context, locale, opener, leaving } = entry;
  const { signal } = leaving;
  const facts = {
    isPrimary: setting.id === site.primary,
    checked: context.checked,
    words: context.words,
    isKept: !context.isPrivate,
  };
  const reader = createReader(entry, isWatched);
  // The person has pressed for it: here, elsewhere, or before the reload that is to prove it.
  if (context.verification || context.job) opener?.ask(true);
  const known = context.known[setting.id] ?? null;
  const arrival = arrive(
    visitOf(entry),
    { known, job: context.job, verification: context.verification },
    now(),
  );
  let [state] = arrival;
  let drawn: Pick<typeof state, "shown" | "press"> | undefined;
  let banner: Banner<Action> | undefined;
  let saves: SaveObserver | undefined;
  let urgent: ReturnType<typeof setTimeout> | undefined;
  let ringed: Look["chosen"] = null;
  let pressedByHand: Element | undefined;
  let wasFound = false;
  let wasSeen = false;

  /**
   * Each message waits for the answer to the one before: what the background hears must come in its order.
   */
  let sent: Promise<unknown> = Promise.resolve();
  const tell = (message: FromSite): Promise<unknown> => {
    sent = sent.then(() => entry.send(message));
    return sent;
  };

  const draw = (): void => {
    if (state.at === "closed" || state.isHidden || !dom.body()) return;
    if (drawn?.shown === state.shown && drawn.press === state.press) return;
    const { name, since } = state.shown;
    const isVisit = state.press === null && state.job === null;
    if (name === "looking" && isVisit && performance.now() - since.tick < FLASH) return;
    if (drawn?.shown.name !== name) observer.hasten();
    drawn = { shown: state.shown, press: state.press };
    bridge().told = { path, setting: setting.id, state: name };
    banner ??= createBanner(locale, context.details, act);
    banner.show(viewOf(state, facts));
  };

  const dispatch = (event: Event): void => {
    if (signal.aborted) return;
    const before = state;
    const [after, effects] = next(before, event);
    state = after;
    for (const effect of effects) perform(effect);
    if (state.at !== "saving") {
      saves?.end();
      saves = undefined;
    }
    draw();
    if (isUrgent(state)) urgent ??= setTimeout(lookAgain, isUrgent(before) ? URGENT : 0);
  };

  const act = (action: Action): void => {
    dispatch({ type: "act", at: now(), action, id: crypto.randomUUID() });
    const isWanted = state.at === "preparing" || action === "show";
    if (isWanted || (action === "stop" && state.press === null)) opener?.ask(isWanted);
  };

  const look = (cause: "change" | "beat", changed?: number): Look => {
    const seen = reader.look(cause, state.press, changed);
    dispatch({ type: "read", at: now(), reading: seen.reading, saves: saves?.seen() ?? null });
    return seen;
  };

  const lookAgain = (): void => {
    urgent = undefined;
    look("beat");
  };

  const isOverlaid = (): boolean => ringed !== null && banner?.isOverlaid(elementOf(ringed)) === true;
  let question: Question | undefined;

  /** What the person would see as the switch, for what needs no more than one. */
  const firstElement = (): Element | undefined => elementsOf(reader.look("beat", null))[0];

  const perform = (effect: Effect): void => {
    switch (effect.do) {
      case "keep":
        void tell({ type: "keep-verification", verification: effect.press }).then(() =>
          dispatch({ type: "kept", at: now(), press: effect.press }),
        );
        return;
      case "press": {
        const before = observeQuestion(isOverlaid);
        const pressed = pressSwitch(reader, effect.from);
        // A page may ask by a box of the browser, which stops everything until it is answered.
        if (pressed) saves = observeSaves(site, pressed.element, performance.now(), before);
        dispatch(
          pressed
            ? { type: "pressed", at: now(), label: pressed.label, after: pressed.after }
            : { type: "not-pressed", at: now() },
        );
        return;
      }
      case "watch-save": {
        const pressed = pressedByHand ?? firstElement() ?? dom.html();
        saves = observeSaves(site, pressed, effect.since, question ?? observeQuestion(isOverlaid));
        return;
      }
      case "reload":
        // On its own reload Firefox fills in again what stood in the page's fields, its switches too.
        if (effect.by === "page" && !bridge().leaksRoots) location.reload();
        else void tell({ type: "reload", page: performance.timeOrigin });
        return;
      case "end":
        // With all that was seen of the press: the page may be left before a message more.
        void tell({
          type: "end-verification",
          setting: setting.id,
          outcome: effect.outcome,
          state: effect.state,
          verification: effect.outcome === "unpressed" ? null : state.press,
        });
        return;
      case "report-seen":
        void tell({ type: "state-seen", setting: setting.id, state: effect.state });
        return;
      case "report-unknown":
        void tell({ type: "state-unknown", setting: setting.id, why: effect.why });
        return;
      case "claim":
        void tell({ type: "claim-job", setting: setting.id }).then((isGood) =>
          dispatch({ type: "claimed", at: now(), isGood: isGood === true, id: crypto.randomUUID() }),
        );
        return;
      case "stop-job":
        void tell({ type: "stop-job" });
        return;
      case "scroll-to-switch": {
        const element = firstElement();
        if (element) dom.scrollIntoView(element, { block: "center", behavior: "smooth" });
        return;
      }
      case "go-back":
        if (typeof effect.to === "number") void tell({ type: "go-back", tab: effect.to });
        else location.assign(effect.to);
        return;
      case "open-receipt":
        void tell({ type: "open-page", page: "receipts", receipt: effect.id });
        return;
      case "open-report":
        void tell({ type: "open-page", page: "report" });
        return;
      case "close":
        banner?.end();
        return;
      default:
        unlisted(effect);
    }
  };

  const readPage = (cause: "change" | "beat", changed: number): void => {
    if (state.at === "closed") return;
    const isFree = state.at === "watching" && state.press === null;
    // A dialog that the person has closed is not missed. One that they asked for, and that closed by itself,
    // is: to begin anew would open it again and again.
    const isDone = state.job === null && TOLD.includes(state.shown.name) && opener?.isTouched();
    if (gone && opener?.isOver() && isFree && (!opener.isAsked() || isDone)) {
      gone();
      return;
    }
    // Before anything is drawn: then it costs no layout.
    if (cause === "beat") banner?.place();
    const seen = look(cause, changed);
    const isFound = seen.chosen !== null;
    // Whether its state has settled is told by the next looks.
    if (isFound && !wasFound) observer.hasten();
    wasFound = isFound;
    wasSeen ||= isFound;
    const isGone = !opener && !isFound && (wasSeen || state.shown.name !== "looking");
    if (gone && isGone && state.at === "watching" && state.press === null) {
      gone();
      return;
    }
    if (cause === "beat") observer.observe(reader.roots());
    observer.hold(
      seen.chosen && isConnected(seen.chosen.control.control) ? seen.chosen.control.control.parts : null,
    );
    if (state.shown.name === "looking" && isSearching(seen.reading)) observer.stayAwake();
    if (isSignIn || (cause === "change" && seen.chosen === ringed)) return;
    ringed = seen.chosen;
    hand?.note(seen);
    banner?.ring(elementsOf(seen));
  };
  const observer = observePage(
    {
      look: readPage,
      isWorthALook: () => state.at !== "closed" && reader.isWorthALook(),
      isUnderWay: () => state.at !== "watching" && state.at !== "closed",
    },
    leaving,
  );
  signal.addEventListener("abort", () => {
    clearTimeout(urgent);
    saves?.end();
    banner?.end();
  });
  const hand = isSignIn
    ? undefined
    : observeHand(
        () => state.at === "watching",
        () => {
          question = observeQuestion(isOverlaid);
          observer.hasten(); // a frame's window wakes nobody else
        },
        () => reader.look("beat", null),
        ({ label, element, since, look: { reading } }) => {
          pressedByHand = element;
          const { chosen } = reading;
          const event = { type: "pressed-by-hand", at: now(), id: crypto.randomUUID() } as const;
          // Of a switch that the person picked nobody has watched how the page draws it.
          dispatch({
            ...event,
            label,
            isChosen: chosen !== null,
            since,
            filled: chosen && filled(chosen.clock),
          });
        },
        signal,
      );
  for (const effect of arrival[1]) perform(effect);
  if (isUrgent(state)) lookAgain();
};
