/**
 * A state that a page tells and the person changes: believed once it has held, and "off" after "on" only on a
 * page that Untick has loaded anew once the page's saves are done. Times are ticks in ms.
 */

import type { OnOff } from "./schemas.ts";

export interface ReadWatch {
  /** as last read … */
  readonly value: OnOff | null;
  /** … since when */
  readonly since: number;
  /** as it has held; null while nothing has */
  readonly seen: OnOff | null;
  /** when it was turned off on this page, which is to be loaded anew; null for not */
  readonly changedAt: number | null;
  /** whether it was on in this document: then "off" is its own word, which no site has taken */
  readonly wasOn: boolean;
  /** whether Untick has loaded this document anew for such a change, and it is as it came */
  readonly isReread: boolean;
  /** whether the page's saves did not come to an end: nothing more is told of it */
  readonly isGivenUp: boolean;
}

const SETTLED = 1000; // ms that a value has to hold: a page may draw it before it has the truth
const SAVE = 2500; // ms that the page is given to send its save
const LIMIT = 30_000; // ms in which its saves have to end

/** @param wasOn whether it was on in this document before, on a page that its router has left */
export const startReadWatch = (isReread: boolean, wasOn: boolean, tick: number): ReadWatch => ({
  value: null,
  since: tick,
  seen: null,
  changedAt: null,
  wasOn,
  isReread,
  isGivenUp: false,
});

/** After a look. @param value as the page tells it now */
export const noteValue = (watch: ReadWatch, value: OnOff | null, tick: number): ReadWatch => {
  if (value !== watch.value) return { ...watch, value, since: tick };
  if (value === watch.seen || tick - watch.since < SETTLED || watch.isGivenUp) return watch;
  // A press in a menu may draw its row anew: what was turned off stays so until the page says otherwise.
  if (value === null && watch.changedAt !== null) return watch;
  const isReread = watch.seen === null && watch.isReread;
  const isChange = value === "off" && watch.wasOn;
  return {
    ...watch,
    seen: value,
    isReread,
    wasOn: watch.wasOn || value === "on",
    changedAt: isChange ? tick : null,
  };
};

/**
 * The person presses before anything has held: what shows from then on is no word of a fresh page, and where
 * that was loaded for a proof it is to be loaded once more.
 */
export const notePress = (watch: ReadWatch): ReadWatch => {
  const isOn = watch.value === "on" || (watch.value === null && watch.isReread);
  return watch.seen === null && isOn ? { ...watch, wasOn: true, isReread: false } : watch;
};

/**
 * What is to be done about a change.
 * @param open requests to the site that have no answer yet
 */
export const dueOf = (
  { changedAt, isGivenUp }: ReadWatch,
  open: number,
  tick: number,
): "nothing" | "reload" | "give-up" => {
  if (changedAt === null || isGivenUp) return "nothing";
  if (open === 0 && tick - changedAt >= SAVE) return "reload";
  return tick - changedAt >= LIMIT ? "give-up" : "nothing";
};

/** Nothing more is told of it: whether the site has taken the change nobody could tell. */
export const giveUp = (watch: ReadWatch): ReadWatch => ({
  ...watch,
  seen: null,
  changedAt: null,
  isGivenUp: true,
});

/** What is known of it now, where that may be kept: never "off" by the word of a page on which it was on. */
export const keepable = ({ seen, wasOn }: ReadWatch): OnOff | null => (seen === "off" && wasOn ? null : seen);
