/** What one look at a setting's page gives, and what a page says on which nothing is under way. */

import type { Known, OnOff, Unknown } from "./schemas.ts";
import type { Clock, State } from "./stability.ts";
import { held, isBelievable, isLasting, isLocked } from "./stability.ts";

/**
 * tick: ms of performance.now(), for what is measured, since the clock may be moved; now: ms since the epoch
 */
export interface Moment {
  readonly tick: number;
  readonly now: number;
}

/** A switch as it stands. */
export interface Seen {
  readonly label: string;
  /** as it shows now; what may be believed of it is in its clock */
  readonly state: State;
  readonly clock: Clock;
  readonly isLocked: boolean;
  /** the page says that it is at work on it */
  readonly isBusy: boolean;
  /** the person has pressed something in this document before it stood so: what it shows no site need have */
  readonly isTouched: boolean;
}

export interface Reading {
  /** the one control that may be pressed */
  readonly chosen: Seen | null;
  /** the one that the last press was about: `chosen`, or the one that the person picked */
  readonly subject: Seen | null;
  /** whether there are others, once nothing more is expected to be drawn */
  readonly hasCandidates: boolean;
  /** the page asks for a password instead */
  readonly asksPassword: boolean;
  /** ms since the arrival, in which the page was awake */
  readonly elapsed: number;
  /** the document is still being parsed */
  readonly isParsing: boolean;
  /** the dialog that it stands in has closed, or has not come */
  readonly isClosed: boolean;
}

/** What the banner shows of a setting's page, by the contract's names. */
export type ViewName = "looking" | "on" | "again" | "off" | "working" | "verified" | "failed" | Unknown;

// ms until a switch that is not drawn counts as absent: LinkedIn takes up to 15 s, and clients wait 22 s
const SEARCH = 25_000;
const UNTOLD = 3000; // ms that a state may stay untold

export const isUnknown = (name: ViewName): name is Unknown =>
  name === "signed-out" || name === "locked" || name === "absent" || name === "unsure";

/** Whether nothing is drawn yet that could be the switch, and it may still come. */
export const isSearching = ({ elapsed, isClosed }: Reading): boolean => elapsed < SEARCH && !isClosed;

/** What the last press came to, until the page says something else. */
export interface Result {
  readonly outcome: "verified" | "failed";
  readonly want: OnOff;
  /** tick of when that was told */
  readonly since: number;
  /** whether a fresh page told it; else what the page shows is its own word, which no site has taken */
  readonly isFresh: boolean;
}

/** The state that may be told of a switch; null while none may. */
export const believedState = (seen: Seen | null, { tick }: Moment): State =>
  seen && isBelievable(seen.clock, tick) ? seen.clock.state : null;

/** What a page says on which nothing is under way. */
export const nameOf = (
  reading: Reading,
  at: Moment,
  result: Result | null,
  known: Known | null,
): ViewName => {
  const { chosen, subject } = reading;
  const believed = believedState(chosen, at);
  if (chosen && isLocked(chosen.clock, at.tick)) return "locked";
  // What was proved stays so once the person has closed its dialog.
  const stands = subject ? subject.state === "off" : reading.isClosed;
  if (result?.outcome === "verified" && result.want === "off" && stands) return "verified";
  if (result?.outcome === "failed" && (!result.isFresh || believed !== result.want)) return "failed";
  if (believed === "off") return "off";
  if (believed === "on" && known?.off == null) return "on";
  if (believed === "on") return chosen && isLasting(chosen.clock, at.tick) ? "again" : "looking";
  if (chosen)
    return chosen.clock.state === null && held(chosen.clock, at.tick) >= UNTOLD ? "unsure" : "looking";
  if (reading.asksPassword) return "signed-out";
  if (reading.hasCandidates) return "unsure";
  return isSearching(reading) ? "looking" : "absent";
};
