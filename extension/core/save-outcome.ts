/**
 * How the page's own save went, by the requests that were seen of it. Nothing is ever requested by Untick.
 */

import type { Save } from "./schemas.ts";

/** What a page has sent and asked since a press. */
export interface SaveWatch {
  /** HTTP statuses of the saves that were answered, in their order; 0 where no answer came */
  readonly statuses: readonly number[];
  /** saves that were sent, and are not answered yet */
  readonly pending: number;
  /** whether anything else was sent that may change something: a save at an address that is not known */
  readonly hasOther: boolean;
  /** whether the switch is in a form with a button to send it: then nothing may be sent yet */
  readonly isInForm: boolean;
  /** whether the page asks the person something that it did not ask before the press, or did */
  readonly asked: "never" | "now" | "before";
  /** tick of the press, or of the last moment at which the page asked */
  readonly since: number;
  /** … of the last save or answer, or as `since` */
  readonly latest: number;
}

/** What the page says of the switch meanwhile: at work on it, put back as it was, or nothing. */
export type Meanwhile = "busy" | "back" | "";

const QUIET = 250; // ms without another save
const RETRY = 2500; // ms in which a page that was refused, or shows it back as it was, may still do something
const UNSEEN = 5000; // ms to wait for a save of which nothing shows
const UNSENT = 12_000; // … where the switch has moved and nothing was sent: behind an "Undo", say
const OTHER = 8000; // … where something else was: it may be the save, or only tell of the click
const LONGEST = 15_000; // ms, for a page that says it is busy
export const ENDLESS = 30_000; // ms after which a page that never stops sending is not waited for any longer

const isTaken = (status: number | undefined): boolean => status !== undefined && status > 0 && status < 400;

/**
 * Whether the save is over, or is not to be waited for any longer.
 * @param hasMoved whether the switch has shown what was wanted
 */
export const isSaveOver = (
  { statuses, pending, hasOther, asked, since, latest }: SaveWatch,
  meanwhile: Meanwhile,
  hasMoved: boolean,
  tick: number,
): boolean => {
  const quiet = tick - latest;
  const isAnswered = pending === 0 && isTaken(statuses.at(-1));
  if (isAnswered && quiet >= QUIET) return true;
  if (asked === "now") return false;
  if (tick - since >= ENDLESS) return true;
  if (isAnswered || pending > 0) return false;
  if (statuses.length > 0) return quiet >= (meanwhile === "back" ? QUIET : RETRY);
  if (meanwhile === "back") return quiet >= RETRY;
  if (meanwhile === "busy") return quiet >= LONGEST;
  if (!hasMoved) return quiet >= UNSEEN;
  return quiet >= (hasOther ? OTHER : UNSENT);
};

/** @param isBack whether the page has put its switch back, or left it as it was */
export const saveOutcome = (
  { statuses, hasOther, asked }: Pick<SaveWatch, "statuses" | "hasOther" | "asked">,
  isBack: boolean,
): Save => {
  if (statuses.length === 0)
    return { kind: asked === "before" && isBack && !hasOther ? "declined" : "unseen", status: 0 };
  const refused = statuses.findLast((status) => status >= 400);
  if (refused !== undefined && (isBack || !isTaken(statuses.at(-1))))
    return { kind: "refused", status: refused };
  const answered = statuses.findLast((status) => status > 0);
  return answered === undefined ? { kind: "unreachable", status: 0 } : { kind: "saved", status: answered };
};
