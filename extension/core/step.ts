/**
 * The step that opens the dialog in which a switch is. It is taken only for what a person has asked for, and
 * once it has led there, not again.
 */

import type { Sought } from "./label-weighing.ts";
import { hasPhrase, weighLabel } from "./label-weighing.ts";

/** What has come of it since the person asked. */
export interface Opening {
  /** tick of that; null where they have not, or take it back */
  readonly asked: number | null;
  readonly tries: number;
  /** tick of the last one */
  readonly at: number;
  /** whether the dialog has come */
  readonly hasCome: boolean;
}

export const UNASKED: Opening = { asked: null, tries: 0, at: Number.NEGATIVE_INFINITY, hasCome: false };

const SOON = 25_000; // ms in which its button may be drawn: what comes later the person does not wait for
const TRIES = 3; // a page that is drawn before it listens does nothing at first
const WAIT = 3000; // ms in which the dialog may come

/** Whether it is to be taken now. A dialog that has closed by itself is not opened again. */
export const isToTake = ({ asked, tries, at, hasCome }: Opening, tick: number): boolean =>
  asked !== null && tick - asked < SOON && !hasCome && tries < TRIES && tick - at >= WAIT;

/** Whether the dialog has closed, or will not come. */
export const isOver = ({ tries, at, hasCome }: Opening, isOpen: boolean, tick: number): boolean =>
  hasCome ? !isOpen : tries >= TRIES && tick - at >= WAIT;

/**
 * Whether a button may be pressed that is called by the step's hook: the address agrees, or the setting's
 * words. That it speaks of another setting is against it.
 */
export const isStep = (labels: readonly string[], { path, ...sought }: Sought & { path: string }): boolean =>
  labels.some((label) => hasPhrase(label, sought)) ||
  (sought.setting.paths.includes(path) &&
    !labels.some((label) => ["opposite", "other", "mixed"].includes(weighLabel(label, sought))));
