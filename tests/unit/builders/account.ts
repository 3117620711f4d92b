/** An account, its settings page, and somebody who wants it off: what Untick says of it, loads included. */

import { arrive, next } from "../../../extension/core/optout.ts";
import type { Action, Effect, Event } from "../../../extension/core/optout-events.ts";
import type { OptOut } from "../../../extension/core/optout-states.ts";
import type { Moment, Reading, ViewName } from "../../../extension/core/reading.ts";
import type { OnOff, Verification } from "../../../extension/core/schemas.ts";
import type { Clock } from "../../../extension/core/stability.ts";
import { note, startClock } from "../../../extension/core/stability.ts";
import { moment, QUIET, VISIT } from "./moments.ts";

export interface Site {
  /** ms after which the page fills in the truth; before, it shows off */
  readonly fills: number;
  /** taken; answered and not kept; refused; no answer; kept, and no answer to be seen */
  readonly save: "taken" | "lost" | "refused" | "dead" | "unseen";
  /** ms until the answer */
  readonly takes: number;
  /** whether the page puts its switch back where its save went wrong */
  readonly putsBack: boolean;
  /** whether Untick was there from the page's first node on */
  readonly isWatched: boolean;
  /** ms that the background takes to answer */
  readonly latency: number;
}

export interface Story {
  /** as they followed each other, with what the account was meanwhile */
  readonly shown: readonly (readonly [ViewName, OnOff])[];
  readonly outcomes: readonly (readonly [string, OnOff | null])[];
  readonly presses: number;
  readonly loads: number;
  readonly end: OptOut;
  readonly account: OnOff;
}

const BEAT = 100; // ms between looks
const STATUS = { taken: [200], lost: [200], refused: [500], dead: [0], unseen: [] } as const;

/** @param clicks the actions that the person takes, each as soon as it is offered */
export const live = (site: Site, clicks: readonly [Action, ViewName][], ms: number): Story => {
  let now = 0;
  let account: OnOff = "on";
  let stored: Verification | null = null;
  let presses = 0;
  let loads = 1;
  const shown: [ViewName, OnOff][] = [];
  const outcomes: [string, OnOff | null][] = [];
  const waiting = [...clicks];
  let answers: { at: number; press: Verification }[] = [];

  // One document; ticks are counted from its load.
  let loadedAt = 0;
  let drawn: OnOff = "off";
  let isFilled = false;
  let clock: Clock = startClock(0, 0, site.isWatched);
  let pressedAt: number | null = null;
  let statuses: number[] = [];
  let answeredAt = 0;
  let since = 0;
  const at = (): Moment => ({ tick: now - loadedAt, now: moment(now).now });

  const enter = (): OptOut => {
    const visit = { ...VISIT, document: moment(now).now };
    return arrive(visit, { known: null, job: null, verification: stored }, at())[0];
  };
  let state = enter();
  const load = (): void => {
    loads += 1;
    [loadedAt, drawn, isFilled, pressedAt, statuses] = [now, "off", false, null, []];
    clock = startClock(0, 0, site.isWatched);
    state = enter();
  };

  const perform = (effect: Effect): void => {
    switch (effect.do) {
      case "keep":
        stored = effect.press;
        answers.push({ at: now + site.latency, press: effect.press });
        return;
      case "press":
        if (drawn !== effect.from) {
          dispatch({ type: "not-pressed", at: at() });
          return;
        }
        drawn = drawn === "on" ? "off" : "on";
        [pressedAt, statuses, answeredAt, since] = [now, [], at().tick, at().tick];
        presses += 1;
        dispatch({ type: "pressed", at: at(), label: "Use my data", after: drawn });
        return;
      case "end":
        outcomes.push([effect.outcome, effect.state]);
        stored = null;
        return;
      case "reload":
        load();
        return;
      default:
    }
  };
  const dispatch = (event: Event): void => {
    const [after, effects] = next(state, event);
    const document = loads;
    state = after;
    for (const effect of effects) perform(effect);
    const last = shown.at(-1);
    const { name } = state.shown;
    // A page is drawn once it was looked at.
    if (loads === document && (last?.[0] !== name || last[1] !== account)) shown.push([name, account]);
  };

  const pageGoesOn = (): void => {
    if (!isFilled && now - loadedAt >= site.fills) [isFilled, drawn] = [true, account];
    if (pressedAt === null || now - pressedAt < site.takes) return;
    const isKept = site.save === "taken" || site.save === "unseen";
    if (isKept) account = drawn;
    else if (site.putsBack) drawn = account;
    [pressedAt, statuses, answeredAt] = [
      null,
      [...STATUS[site.save]],
      site.save === "unseen" ? answeredAt : at().tick,
    ];
  };
  const lookAt = (): Reading => {
    const { tick } = at();
    clock = note(clock, { state: drawn, isLocked: false }, tick);
    const chosen = {
      label: "Use my data",
      state: drawn,
      clock,
      isLocked: false,
      isBusy: false,
      isTouched: false,
    };
    const none = { hasCandidates: true, asksPassword: false, isParsing: false, isClosed: false };
    return { ...none, chosen, subject: chosen, elapsed: tick };
  };

  /** What the background has answered to by now. */
  const takeDue = (): Verification[] => {
    const [due, later] = [answers.filter((one) => one.at <= now), answers.filter((one) => one.at > now)];
    answers = later;
    return due.map(({ press }) => press);
  };
  for (; now <= ms; now += BEAT) {
    pageGoesOn();
    dispatch({
      type: "read",
      at: at(),
      reading: lookAt(),
      saves: { ...QUIET, statuses, since, latest: answeredAt },
    });
    for (const press of takeDue()) dispatch({ type: "kept", at: at(), press });
    const [click] = waiting;
    if (click && click[1] === state.shown.name && state.at === "watching") {
      waiting.shift();
      dispatch({ type: "act", at: at(), action: click[0], id: `click-${now}` });
    }
  }
  return { shown, outcomes, presses, loads, end: state, account };
};
