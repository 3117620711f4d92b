/** Moments, looks at a page and presses, for tests of the state machine. Ticks are ms since the arrival. */

import type { Visit } from "../../../extension/core/optout-events.ts";
import type { Moment, Reading, Seen } from "../../../extension/core/reading.ts";
import type { SaveWatch } from "../../../extension/core/save-outcome.ts";
import type { Job, Known, Verification } from "../../../extension/core/schemas.ts";
import type { Clock, State } from "../../../extension/core/stability.ts";

const ARRIVAL = 1_790_000_000_000; // ms since the epoch
export const DOCUMENT = ARRIVAL - 400;
const EARLIER = DOCUMENT - 9000;
const LONG = 60_000; // ms

export const moment = (tick: number): Moment => ({ tick, now: ARRIVAL + tick });

export const VISIT: Visit = {
  setting: "ai",
  document: DOCUMENT,
  address: "https://site.example/settings/ai",
  isSignIn: false,
  isStale: false,
  checkup: null,
  back: null,
};

/** Off long ago, so that "on" is on again. */
export const WAS_OFF: Known = { state: "off", at: 1000, off: 1000, missed: null };

export const JOB: Job = {
  want: "off",
  settings: ["ai"],
  total: 1,
  at: ARRIVAL - 900,
  page: DOCUMENT,
  used: false,
  jar: null,
  via: [],
  back: null,
};

/** Made by Untick in an earlier document, and saved. */
export const OWED: Verification = {
  id: "owed",
  setting: "ai",
  want: "off",
  at: ARRIVAL - 8000,
  page: EARLIER,
  pressed: true,
  by: "untick",
  label: "Use my data",
  address: VISIT.address,
  after: "off",
  filled: 0,
  picked: null,
  saved: { kind: "saved", status: 200 },
  back: null,
};

/** Of the switch "Something", which only the person could tell. */
export const PICKED: Verification = { ...OWED, by: "hand", label: "Something", picked: "Something" };

/** @param changes `looked` is the look itself, unless told otherwise */
export const clock = (state: State, tick: number, changes: Partial<Clock> = {}): Clock => ({
  state,
  wasOn: state === "on",
  lockedSince: null,
  first: 0,
  looked: tick,
  held: LONG,
  filled: 0,
  isWatched: true,
  ...changes,
});

/** A look, once it is known when it is made. */
export type Look = (tick: number) => Reading;

const seen = (clockOf: Clock, changes: Partial<Seen> = {}): Seen => ({
  label: "Use my data",
  state: clockOf.state,
  clock: clockOf,
  isLocked: false,
  isBusy: false,
  isTouched: false,
  ...changes,
});

/** No switch is drawn. */
export const without =
  (changes: Partial<Reading> = {}): Look =>
  (tick) => ({
    chosen: null,
    subject: null,
    hasCandidates: false,
    asksPassword: false,
    elapsed: tick,
    isParsing: false,
    isClosed: false,
    ...changes,
  });

interface Standing extends Partial<Clock>, Partial<Pick<Seen, "isLocked" | "isBusy" | "isTouched">> {
  readonly reading?: Partial<Reading>;
}

/** The setting's switch stands so, for long unless told otherwise. */
export const standing =
  (
    state: State,
    { isLocked = false, isBusy = false, isTouched = false, reading = {}, ...changes }: Standing = {},
  ): Look =>
  (tick) => {
    const own = clock(state, tick, { lockedSince: isLocked ? tick : null, ...changes });
    const chosen = seen(own, { isLocked, isBusy, isTouched });
    return { ...without()(tick), chosen, subject: chosen, hasCandidates: true, ...reading };
  };

/** Nobody can tell which the setting's switch is; the one that the person has picked stands so. */
export const pickedOne =
  (state: State, changes: Partial<Clock> = {}): Look =>
  (tick) => ({
    ...without({ hasCandidates: true })(tick),
    subject: seen(clock(state, tick, changes), { label: "Something" }),
  });

/** Two switches, each with its own clock: the setting's, and the one that the person has picked. */
export const both =
  (chosen: Look, picked: Look): Look =>
  (tick) => ({ ...chosen(tick), subject: picked(tick).subject });

export const ON = standing("on");
export const OFF = standing("off");
/** It can be seen, and what it says cannot be told. */
export const UNTOLD = standing(null);
export const LOCKED = standing("on", { isLocked: true, lockedSince: -LONG });
export const ABSENT = without({ elapsed: LONG });
/** The dialog that it was in has closed, or has not come. */
export const CLOSED = without({ isClosed: true });
export const PASSWORD = without({ asksPassword: true });
/** Several that could be it. */
export const SEVERAL = without({ hasCandidates: true });

/** Nothing was sent, and nothing asked. */
export const QUIET = {
  statuses: [],
  pending: 0,
  hasOther: false,
  isInForm: false,
  asked: "never",
  since: 0,
  latest: 0,
} as const;

/** Answers that the page's saves got, of which the last came at that tick; and then, too, it was pressed. */
export const saves = (latest: number, ...statuses: number[]): SaveWatch => ({
  ...QUIET,
  since: latest,
  latest,
  statuses,
});
