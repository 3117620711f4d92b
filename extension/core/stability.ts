/**
 * When a switch's state may be believed. A page may draw a switch off first and fill in the truth a second
 * later (hydration); it may be frozen by the browser; it may have been drawn before anybody looked. Ticks are
 * ms of performance.now().
 */

/** null: it cannot be told (mixed, or the parts of the switch disagree) */
export type State = "on" | "off" | null;

/** What is remembered of a switch from one look to the next. */
export interface Clock {
  readonly state: State;
  /** whether it was on at any time */
  readonly wasOn: boolean;
  /** tick since which the page lets nobody move it; null while it does */
  readonly lockedSince: number | null;
  /** of the first look; null before it */
  readonly first: number | null;
  /** of the last look */
  readonly looked: number;
  /** ms since the state last changed, at the last look, in which the page was awake */
  readonly held: number;
  /** ms from the first look until the page changed "off" to "on" by itself; 0 where it never did */
  readonly filled: number;
  /** whether the page was watched being drawn, so that `filled` tells how it fills in the truth */
  readonly isWatched: boolean;
}

const FIRST_OFF = 3000; // ms that an "off" must hold on a page about which nothing is known
const FLIPPED_OFF = 1000; // … where the page itself went from on to off
const LASTING = 1500; // ms that an "on" must hold where it was off before
const CHECKED = 500; // … after a reload of a page that was seen to draw the truth at once
const PROMPT = 150; // ms after which a first look has come too late to tell how the page was drawn
// ms at its beginning in which nobody looks: what a page fills in then is covered by CHECKED
const UNSEEN = 250;
// ms between two looks in a hidden tab; what is longer the page, or the device, slept through
const GAP = 2500;
const LOCKED = 2500; // ms that a switch stays locked, which may be locked while it is being filled in

/**
 * @param begun tick at which the script was started in this document
 * @param isWatched whether that was before the page's first node
 */
export const startClock = (tick: number, begun: number, isWatched: boolean): Clock => ({
  state: null,
  wasOn: false,
  lockedSince: null,
  first: null,
  looked: tick,
  held: 0,
  filled: 0,
  // The background may have been slow to start: until it answers nobody looks.
  isWatched: isWatched && tick - begun <= UNSEEN,
});

/** Of the ms between two looks, those in which the page could have changed. */
export const awakeIn = (ms: number): number => (ms > GAP ? 0 : ms);

const awake = ({ looked }: Clock, tick: number): number => awakeIn(tick - looked);

/** @param changed tick of the page's first change since the last look, where there was one */
export const note = (
  clock: Clock,
  seen: { state: State; isLocked: boolean },
  tick: number,
  changed = tick,
): Clock => {
  const first = clock.first ?? tick;
  const isSame = seen.state === clock.state;
  return {
    state: seen.state,
    wasOn: clock.wasOn || seen.state === "on",
    lockedSince: seen.isLocked ? (clock.lockedSince ?? tick) : null,
    first,
    looked: tick,
    held: isSame ? clock.held + awake(clock, tick) : 0,
    filled: clock.state === "off" && seen.state === "on" ? tick - first : clock.filled,
    isWatched: clock.isWatched && (clock.first !== null || tick - changed <= PROMPT),
  };
};

/** Ms since the state last changed, in which the page was awake. */
export const held = (clock: Clock, tick: number): number => clock.held + awake(clock, tick);

/** Ms after which this page filled in the truth; null where nobody watched the switch being drawn. */
export const filled = ({ isWatched, first, filled: ms }: Clock): number | null =>
  isWatched && first !== null ? ms : null;

/** Whether the state may be told of a page on which nothing was pressed. */
export const isBelievable = (clock: Clock, tick: number): boolean =>
  clock.lockedSince === null &&
  (clock.state === "on" ||
    (clock.state === "off" && held(clock, tick) >= (clock.wasOn ? FLIPPED_OFF : FIRST_OFF)));

/** Whether an "on" has held for so long that it is no copy from before, which a page may draw first. */
export const isLasting = (clock: Clock, tick: number): boolean => held(clock, tick) >= LASTING;

/** Whether it is locked for so long that it is no longer being filled in. */
export const isLocked = ({ lockedSince }: Clock, tick: number): boolean =>
  lockedSince !== null && tick - lockedSince >= LOCKED;

/**
 * Whether the state after a reload may be told.
 * @param before ms that the page took to fill in the truth before the reload; null where nobody watched it
 */
export const isChecked = (clock: Clock, tick: number, before: number | null): boolean => {
  if (clock.state === null) return false;
  const needed = before === 0 ? CHECKED : Math.max(FIRST_OFF, CHECKED + 2 * (before ?? 0));
  return held(clock, tick) >= needed;
};
