/** What the toolbar's button shows: what presses most of all sites' primary settings, and of objections. */

import { glanceOf, isReminderDue } from "./glance.ts";
import type { Known, Options } from "./schemas.ts";

/** answer: one to an objection is overdue */
export type Look = "again" | "on" | "answer" | "unknown" | "due" | "off";

/** The more pressing a look, the lower. */
const RANKS: Readonly<Record<Look, number>> = { again: 0, on: 1, answer: 2, unknown: 3, due: 4, off: 5 };

const lookOf = (known: Known | undefined, options: Options, now: number): Look => {
  const glance = glanceOf(known);
  if (glance === "off") return isReminderDue(known, options, now) ? "due" : "off";
  return glance === "on" || glance === "again" ? glance : "unknown";
};

/**
 * The look of the button, and when its setting was seen (ms since the epoch; null where it never was).
 * @param all what is known of each primary setting @param isAnswerDue whether one to an objection is overdue
 */
export const buttonOf = (
  all: readonly (Known | undefined)[],
  isAnswerDue: boolean,
  options: Options,
  now: number,
): { readonly look: Look; readonly at: number | null } => {
  const settings = all.map((known) => ({ look: lookOf(known, options, now), at: known?.at ?? null }));
  const answers = isAnswerDue ? [{ look: "answer" as const, at: null }] : [];
  const shown = [...settings, ...answers];
  return shown.sort((one, other) => RANKS[one.look] - RANKS[other.look])[0] ?? { look: "unknown", at: null };
};
