/** Whatever may happen to an opt-out, in any order: for properties. */

import fc from "fast-check";
import { next } from "../../../extension/core/optout.ts";
import type { Action, Effect, Event } from "../../../extension/core/optout-events.ts";
import type { OptOut } from "../../../extension/core/optout-states.ts";
import type { Reading, Seen } from "../../../extension/core/reading.ts";
import type { SaveWatch } from "../../../extension/core/save-outcome.ts";
import type { Verification } from "../../../extension/core/schemas.ts";
import type { State } from "../../../extension/core/stability.ts";
import type { Look } from "./moments.ts";
import {
  ABSENT,
  both,
  clock,
  DOCUMENT,
  JOB,
  LOCKED,
  moment,
  OFF,
  ON,
  OWED,
  PASSWORD,
  PICKED,
  pickedOne,
  SEVERAL,
  saves,
  standing,
  UNTOLD,
  WAS_OFF,
} from "./moments.ts";
import type { Arriving } from "./walk.ts";
import { arriving, frozen } from "./walk.ts";

/** One event, and what it came to. */
export interface Step {
  readonly before: OptOut;
  readonly event: Event;
  readonly after: OptOut;
  readonly effects: readonly Effect[];
}

/** What happens once it is known when, in which state, and what was kept before, the latest first. */
type Happening = (tick: number, before: OptOut, kept: readonly Verification[]) => Event;

const state = fc.constantFrom<State>("on", "off", null);
const span = fc.constantFrom(0, 300, 500, 1000, 3000, 10_000);
const clocks = fc.record({
  state,
  held: span,
  wasOn: fc.boolean(),
  filled: fc.constantFrom(0, 700),
  isWatched: fc.boolean(),
  lockedFor: fc.constantFrom(null, null, 0, 2500),
});
const controls: fc.Arbitrary<(tick: number) => Seen | null> = fc
  .option(
    fc.record({ state, isLocked: fc.boolean(), isBusy: fc.boolean(), isTouched: fc.boolean(), of: clocks }),
  )
  .map((control) => (tick) => {
    if (control === null) return null;
    const { of, ...seen } = control;
    const { lockedFor, state: stands, ...changes } = of;
    const lockedSince = lockedFor === null ? null : tick - lockedFor;
    return { ...seen, label: "Something", clock: clock(stands, tick, { ...changes, lockedSince }) };
  });

/** Looks that may contradict themselves: nothing is to rely on what the page's reader is like. */
const wildLook: fc.Arbitrary<Look> = fc
  .record({
    chosen: controls,
    subject: controls,
    hasCandidates: fc.boolean(),
    asksPassword: fc.boolean(),
    isParsing: fc.boolean(),
    isClosed: fc.boolean(),
    elapsed: fc.constantFrom(0, 5000, 25_000),
  })
  .map(
    ({ chosen, subject, ...reading }) =>
      (tick): Reading => ({
        ...reading,
        chosen: chosen(tick),
        subject: subject(tick),
      }),
  );

const plainLook = fc.constantFrom(
  ON,
  OFF,
  standing("off", { held: 0 }),
  standing("on", { held: 0 }),
  LOCKED,
  ABSENT,
  PASSWORD,
  SEVERAL,
  UNTOLD,
  pickedOne("off"),
  pickedOne("on"),
  both(ON, pickedOne("off")),
  both(OFF, pickedOne("on")),
);

const watches: fc.Arbitrary<(tick: number) => SaveWatch | null> = fc
  .record({
    statuses: fc.array(fc.constantFrom(0, 200, 403, 500), { maxLength: 2 }),
    pending: fc.constantFrom(0, 0, 1),
    hasOther: fc.boolean(),
    isInForm: fc.boolean(),
    asked: fc.constantFrom<SaveWatch["asked"]>("never", "never", "now", "before"),
    ago: span,
    took: fc.constantFrom(0, 0, 0, 30_000),
  })
  .map(({ ago, took, ...of }) => (tick: number) => {
    const latest = tick - ago;
    return { ...of, since: latest - took, latest };
  });

const looks: fc.Arbitrary<Happening> = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: plainLook }, wildLook),
    fc.oneof(
      { weight: 4, arbitrary: watches },
      fc.constant(() => null),
    ),
  )
  .map(([look, watched]) => (tick) => ({
    type: "read",
    at: moment(tick),
    reading: look(tick),
    saves: watched(tick),
  }));

const ACTIONS: readonly Action[] = ["turn-off", "undo", "retry", "show", "back", "receipt", "stop"];
const act =
  (action: Action): Happening =>
  (tick) => ({ type: "act", at: moment(tick), action, id: `act-${tick}` });
const acts = fc.constantFrom(...ACTIONS).map(act);

/** Of what was kept last, seldom of something before. */
const answers: fc.Arbitrary<Happening> = fc
  .oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(3))
  .map((back) => (tick, _before, kept) => ({ type: "kept", at: moment(tick), press: kept[back] ?? OWED }));

const presses: fc.Arbitrary<Happening> = fc.oneof(
  state.map(
    (after): Happening =>
      (tick) => ({ type: "pressed", at: moment(tick), label: "Use my data", after }),
  ),
  fc.constant<Happening>((tick) => ({ type: "not-pressed", at: moment(tick) })),
);
const claims: fc.Arbitrary<Happening> = fc
  .boolean()
  .map((isGood) => (tick) => ({ type: "claimed", at: moment(tick), isGood, id: `claimed-${tick}` }));
const hands: fc.Arbitrary<Happening> = fc
  .record({ label: fc.constantFrom("", "Use my data", "Something"), isChosen: fc.boolean() })
  .map((hand) => (tick) => ({
    type: "pressed-by-hand",
    at: moment(tick),
    id: `hand-${tick}`,
    ...hand,
    since: tick - 200,
    filled: 0,
  }));

const read = (tick: number, look: Look, ...statuses: number[]): Event => ({
  type: "read",
  at: moment(tick),
  reading: look(tick),
  saves: saves(tick - 3000, ...statuses),
});

/** What brings each state on its way: by chance alone, hardly a press would be made. */
const onTheWay: Happening = (tick, before, kept) => {
  const { shown } = before;
  switch (before.at) {
    case "watching":
      if (before.isClaiming) return { type: "claimed", at: moment(tick), isGood: true, id: `on-${tick}` };
      if (shown.name === "on" || shown.name === "again") return act("turn-off")(tick, before, kept);
      if (shown.name === "verified") return act("undo")(tick, before, kept);
      if (shown.name === "failed") return act("retry")(tick, before, kept);
      return read(tick, ON);
    case "preparing":
      return read(tick, before.want === "off" ? ON : OFF);
    case "pressing":
      return { type: "pressed", at: moment(tick), label: "Use my data", after: before.press.want };
    case "saving":
      return read(tick, before.press.want === "off" ? OFF : ON, 200);
    case "planned":
    case "saved":
      return { type: "kept", at: moment(tick), press: before.press };
    case "verifying":
      return read(tick, before.press.picked === null ? OFF : pickedOne("off"));
    default:
      return read(tick, OFF);
  }
};

const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 16, arbitrary: fc.constant(onTheWay) },
  { weight: 10, arbitrary: looks },
  { weight: 6, arbitrary: answers },
  { weight: 4, arbitrary: acts },
  { weight: 4, arbitrary: presses },
  { weight: 1, arbitrary: claims },
  { weight: 1, arbitrary: hands },
);
const dismissals = fc.constant(act("dismiss"));
const pauses = fc.constantFrom(0, 50, 250, 500, 2500, 5000, 60_000);

export const arrivals: fc.Arbitrary<Arriving> = fc.record({
  visit: fc.record({
    isSignIn: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
    back: fc.constantFrom(null, "/feed", 7),
  }),
  known: fc.constantFrom(null, WAS_OFF),
  job: fc.constantFrom(null, JOB),
  verification: fc.constantFrom(
    null,
    OWED,
    PICKED,
    { ...OWED, want: "on" as const },
    { ...OWED, filled: null },
    { ...OWED, page: DOCUMENT },
    { ...OWED, page: DOCUMENT, saved: null },
  ),
});

const follow = (how: Arriving, all: readonly (readonly [number, Happening])[]): Step[] => {
  let { state: before, tick, effects } = arriving(how);
  const kept: Verification[] = [];
  return all.map(([pause, happening]) => {
    for (const effect of effects) if (effect.do === "keep") kept.unshift(effect.press);
    tick += pause;
    const event = frozen(happening(tick, before, kept));
    const [after, does] = frozen(next(before, event));
    const step: Step = { before, event, after, effects: does };
    [before, effects] = [after, does];
    return step;
  });
};

export interface Trace {
  readonly how: Arriving;
  readonly steps: readonly Step[];
}

/** @param mayClose whether the banner may be closed on the way */
export const traces = (mayClose = false): fc.Arbitrary<Trace> => {
  const each = mayClose ? fc.oneof({ weight: 20, arbitrary: happenings }, dismissals) : happenings;
  return fc
    .tuple(arrivals, fc.array(fc.tuple(pauses, each), { maxLength: 60, size: "max" }))
    .map(([how, all]) => ({ how, steps: follow(how, all) }));
};
