/** What the toolbar's button shows: of all sites' primary settings the one that presses most. */

import { glanceOf, isReminderDue } from "./glance.ts";
import type { Known, Options } from "./schemas.ts";

export type Look = "again" | "on" | "unknown" | "due" | "off";

/** The more pressing a look, the lower. */
const RANKS: Readonly<Record<Look, number>> = { again: 0, on: 1, unknown: 2, due: 3, off: 4 };

const lookOf = (known: Known | undefined, options: Options, now: number): Look => {
  const glance = glanceOf(known);
  if (glance === "off") return isReminderDue(known, options, now) ? "due" : "off";
  return glance === "on" || glance === "again" ? glance : "unknown";
};

/**
 * The look of the button, and when its setting was seen (ms since the epoch; null where it never was).
 * @param all what is known of each primary setting
 */
export const buttonOf = (
  all: readonly (Known | undefined)[],
  options: Options,
  now: number,
): { readonly look: Look; readonly at: number | null } => {
  const shown = all.map((known) => ({ look: lookOf(known, options, now), at: known?.at ?? null }));
  return shown.sort((one, other) => RANKS[one.look] - RANKS[other.look])[0] ?? { look: "unknown", at: null };
};
