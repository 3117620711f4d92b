/** This run of the browser: a restart, an update and being turned off begin another. */

import { startAnew } from "../core/proof.ts";
import { getSession, setSession } from "../shared/storage.ts";
import { changeKept } from "./kept.ts";
import { setReminder } from "./reminder.ts";

const KEY = "session";

/** The browser starts the background again and again in one run. */
export const isSessionStarted = async (): Promise<boolean> => (await getSession(KEY)) !== undefined;

/** A name for this run. */
export const sessionName = async (): Promise<string> => String(await getSession(KEY));

export const startSession = async (): Promise<void> => {
  await setSession(KEY, crypto.randomUUID());
  await changeKept((stored) => startAnew(stored, Date.now()));
  await setReminder();
};
