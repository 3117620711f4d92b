/** What the background is told of a page on which nothing is under way. */

import type { Effect } from "./optout-events.ts";
import type { Step, Watching } from "./optout-states.ts";
import type { Moment, Reading } from "./reading.ts";
import { believedState, isUnknown } from "./reading.ts";
import type { OnOff } from "./schemas.ts";
import type { Clock } from "./stability.ts";
import { held, isLasting } from "./stability.ts";

const UNKNOWN = 3000; // ms that a "don't know" must have stood before it is kept
const SETTLED = 10_000; // ms that an "off" nobody pressed or asked for must hold until it is remembered

/** Whether a state stands for so long that it may be kept. */
const isSettled = ({ job, known }: Watching, believed: OnOff, clock: Clock, tick: number): boolean => {
  if (believed === "off") return job !== null || held(clock, tick) >= SETTLED;
  return (known?.off == null && job?.want !== "look") || isLasting(clock, tick);
};

/** What the page says, once for each change; and where it is on, what was asked for elsewhere is claimed. */
export const report = (state: Watching, { chosen }: Reading, at: Moment): Step => {
  const { job, reported, shown, visit, result } = state;
  const believed = believedState(chosen, at);
  if (believed !== null && chosen && isSettled(state, believed, chosen.clock, at.tick)) {
    // By the page's own word, after a save that came to nothing: as wanted, or off.
    const isDoubtful = result?.isFresh === false && (believed === result.want || believed === "off");
    if (believed === reported || isDoubtful) return [state, []];
    const isClaiming = job?.want === "off" && believed === "on";
    const seen: Effect = { do: "report-seen", state: believed };
    const next = { ...state, reported: believed, job: null, isClaiming };
    return [next, isClaiming ? [seen, { do: "claim" }] : [seen]];
  }
  const why = shown.name;
  const isExpected = visit.isSignIn || (why === "signed-out" && job !== null);
  // Scrolled out of a list that draws only what is in view, say: what was seen here stands.
  const wasSeen = why === "absent" && (reported === "on" || reported === "off");
  if (!isUnknown(why) || isExpected || wasSeen || at.tick - shown.since.tick < UNKNOWN || why === reported)
    return [state, []];
  return [{ ...state, reported: why }, [{ do: "report-unknown", why }]];
};
