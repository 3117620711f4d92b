/** What the background is told of a page on which nothing is under way. */

import type { Effect } from "./events.ts";
import type { Step, Watching } from "./optout-states.ts";
import type { Moment, Reading } from "./reading.ts";
import { isUnknown, toldOf } from "./reading.ts";
import { held } from "./stability.ts";

const UNKNOWN = 3000; // ms that a "don't know" must have stood before it is kept
const SETTLED = 10_000; // ms that an "off" nobody pressed or asked for must hold until it is remembered

/** What the page says, once for each change; and where it is on, what was asked for elsewhere is claimed. */
export const report = (state: Watching, { chosen }: Reading, at: Moment): Step => {
  const { job, reported, shown, visit, result } = state;
  const told = toldOf(chosen, at);
  const isSettled =
    told === "on" || (told === "off" && chosen && (job !== null || held(chosen.clock, at.tick) >= SETTLED));
  if (told !== null && isSettled) {
    // By the page's own word, after a save that came to nothing: as wanted, or off.
    const isDoubtful = result?.isFresh === false && (told === result.want || told === "off");
    if (told === reported || isDoubtful) return [state, []];
    const isClaiming = job?.want === "off" && told === "on";
    const seen: Effect = { do: "report-seen", state: told };
    const next = { ...state, reported: told, job: null, isClaiming };
    return [next, isClaiming ? [seen, { do: "claim" }] : [seen]];
  }
  const why = shown.name;
  const isExpected = visit.isSignIn || (why === "signed-out" && job !== null);
  if (!isUnknown(why) || isExpected || at.tick - shown.since.tick < UNKNOWN || why === reported)
    return [state, []];
  return [{ ...state, reported: why }, [{ do: "report-unknown", why }]];
};
