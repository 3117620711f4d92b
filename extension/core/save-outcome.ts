/**
 * How the page's own save went, by the requests that were seen of it. Nothing is ever requested by Untick.
 */

import type { Save } from "./schemas.ts";

/** The page's saves since a press. */
export interface SaveWatch {
  /** HTTP statuses of the answers, in their order; 0 where none came */
  readonly statuses: readonly number[];
  /** tick of the press */
  readonly since: number;
  /** … of the last of them, or of the press */
  readonly latest: number;
}

/** What the page says of the switch meanwhile: at work on it, put back as it was, or nothing. */
export type Meanwhile = "busy" | "back" | "";

const QUIET = 250; // ms without another request to the settings address
const RETRY = 2500; // ms in which a page that was refused, and has not put its switch back, may try again
// ms to wait for one that does not show: Chromium reports none whose answer the page leaves unread
const UNSEEN = 5000;
const LONGEST = 15_000; // ms, for a page that says it is busy
const ENDLESS = 30_000; // ms after which a page that never stops asking is not waited for any longer

const isTaken = (status: number | undefined): boolean => status !== undefined && status > 0 && status < 400;

/** Whether the save is over, or is not to be waited for any longer. */
export const isSaveOver = (
  { statuses, since, latest }: SaveWatch,
  meanwhile: Meanwhile,
  tick: number,
): boolean => {
  const quiet = tick - latest;
  if (tick - since >= ENDLESS) return true;
  if (meanwhile === "back" && quiet >= QUIET) return true;
  if (isTaken(statuses.at(-1))) return quiet >= QUIET;
  if (statuses.length > 0) return quiet >= RETRY;
  return quiet >= (meanwhile === "busy" ? LONGEST : UNSEEN);
};

/** @param isBack whether the page has put its switch back */
export const saveOutcome = (statuses: readonly number[], isBack: boolean): Save => {
  if (statuses.length === 0) return { kind: "unseen", status: 0 };
  const refused = statuses.findLast((status) => status >= 400);
  if (refused !== undefined && (isBack || !isTaken(statuses.at(-1))))
    return { kind: "refused", status: refused };
  const answered = statuses.findLast((status) => status > 0);
  return answered === undefined ? { kind: "unreachable", status: 0 } : { kind: "saved", status: answered };
};
