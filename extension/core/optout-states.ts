/** The states of one opt-out. */

import type { Effect, Visit } from "./optout-events.ts";
import type { Moment, Result, ViewName } from "./reading.ts";
import type { Job, Known, OnOff, Verification } from "./schemas.ts";
import type { State } from "./stability.ts";

interface Base {
  readonly visit: Visit;
  readonly known: Known | null;
  /** what the person asked for elsewhere, until this page has answered it */
  readonly job: Job | null;
  /** what the background was last told of this page */
  readonly reported: string;
  /** the press that is being proved, or was */
  readonly press: Verification | null;
  readonly shown: {
    readonly name: ViewName;
    /** whether a press is still without its proof */
    readonly isProving: boolean;
    /** whether the page asks the person before it saves */
    readonly isAsking: boolean;
    readonly since: Moment;
  };
  /** the person has closed the banner while a press was under way, which goes on */
  readonly isHidden: boolean;
}
type At<Name, More = unknown> = Base & { readonly at: Name } & More;
interface Pressed {
  readonly press: Verification;
}

/**
 * seen: the state of the switch at the last look; isClaiming: the background is asked whether a job is still
 * good
 */
export type Watching = At<
  "watching",
  { readonly result: Result | null; readonly seen: State; readonly isClaiming: boolean }
>;
/** A person wants the switch pressed, and it does not stand ready yet. */
export type Preparing = At<
  "preparing",
  { readonly want: OnOff; readonly id: string; readonly until: number }
>;
/** The press is planned, and the plan is being kept; then the press is made. */
export type Planned = At<"planned" | "pressing", Pressed & { readonly until: number }>;
/** Pressed: the page's save is under way. */
export type Saving = At<"saving", Pressed & { readonly hasMoved: boolean }>;
/** The save is over, which is being kept; then it is left to stand for a while. */
export type Saved = At<"saved" | "holding", Pressed & { readonly until: number }>;
/**
 * A fresh page is asked for, and this document still stands. until: when the next way is tried; looked: tick
 * of the last look; a page that asks whether to stay looks at nothing until it is answered
 */
export type Reloading = At<
  "reloading",
  Pressed & { readonly by: "browser" | "page"; readonly until: number; readonly looked: number }
>;
/** A fresh page after a press. */
export type Verifying = At<"verifying", Pressed>;
export type OptOut = Watching | Preparing | Planned | Saving | Saved | Reloading | Verifying | At<"closed">;

export type Step = readonly [OptOut, readonly Effect[]];

export const reverse = (state: OnOff): OnOff => (state === "off" ? "on" : "off");

/** Has the banner show a view. */
export const show = <S extends OptOut>(
  state: S,
  name: ViewName,
  at: Moment,
  { isProving = false, isAsking = false } = {},
): S => {
  const { shown } = state;
  if (shown.name === name && shown.isProving === isProving && shown.isAsking === isAsking) return state;
  return { ...state, shown: { name, isProving, isAsking, since: shown.name === name ? shown.since : at } };
};

const FIRST_RELOAD = 3000; // ms for a fresh page to come
const LAST_RELOAD = 12_000;

/** Asks for a fresh page, which alone can prove anything. */
export const reload = (state: OptOut & Pressed, at: Moment, by: "browser" | "page" = "browser"): Step => {
  const { visit, known, job, reported, press, isHidden } = state;
  const until = at.tick + (by === "browser" ? FIRST_RELOAD : LAST_RELOAD);
  const { shown } = show(state, "working", at);
  const base = { visit, known, job, reported, press, shown, isHidden };
  return [{ ...base, at: "reloading", by, until, looked: at.tick }, [{ do: "reload", by }]];
};

/** Nothing is under way. */
export const rest = (
  { visit, known, job, reported, shown, isHidden }: OptOut,
  press: Verification | null,
  result: Result | null,
): Watching => ({
  visit,
  known,
  job,
  reported,
  shown,
  isHidden,
  press,
  result,
  at: "watching",
  seen: null,
  isClaiming: false,
});

/** What nobody has listed does nothing; the compiler holds that there is no such thing. */
export const nothing = (_never: never, state: OptOut): Step => [state, []];

/** Whether the page has to be looked at many times a second, for a press that is under way. */
export const isUrgent = ({ at }: OptOut): boolean =>
  at === "preparing" || at === "saving" || at === "holding";
