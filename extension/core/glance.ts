/** What may be said of a setting at a glance. */

import type { Phrase, Value } from "./phrase.ts";
import { keyOf } from "./phrase.ts";
import type { Known, Options, Unknown } from "./schemas.ts";

/** A state of the contract, or "unknown" where nobody has looked. */
export type Glance = "unknown" | "on" | "off" | "again" | Unknown;

const DAY = 86_400_000; // ms

export const glanceOf = (known: Known | undefined): Glance => {
  if (!known) return "unknown";
  if (known.missed) return known.missed.why;
  if (known.state === "on" && known.off !== null) return "again";
  return known.state ?? "unknown";
};

/**
 * Whether the person wanted to be reminded by now. By a clock that was moved nobody knows how long ago it
 * was.
 */
export const isReminderDue = (known: Known | undefined, { reminder }: Options, now: number): boolean => {
  if (reminder <= 0 || known?.at == null) return false;
  const age = now - known.at;
  return age < 0 || age > reminder * DAY;
};

/**
 * The state, with when it was seen: sentences that follow each other.
 * @param when how moments are told
 */
export const glancePhrases = (known: Known | undefined, when: (moment: number) => Value): Phrase[] => {
  const glance = glanceOf(known);
  const seen = known?.at == null ? "" : when(known.at);
  if (glance === "again") return [["state_again", { before: when(known?.off ?? 0), now: seen }]];
  if (glance === "on" || glance === "off") return [[`state_${glance}`, { moment: seen }]];
  const unknown: Phrase = [`state_${keyOf(glance)}`];
  return known?.state ? [unknown, [`state_before_${known.state}`, { moment: seen }]] : [unknown];
};
