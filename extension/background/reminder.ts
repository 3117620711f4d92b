/** The reminder to look again, and of an answer that is due: an alarm once a day, where one is wanted. */

import { say } from "../core/guides.ts";
import { effective } from "../shared/options.ts";
import { read } from "../shared/storage.ts";
import { changeKept } from "./kept.ts";

const NAME = "reminder";
const DAY = 24 * 60; // minutes

/** As the options want it now, and where the person waits for an answer. */
export const setReminder = async (): Promise<void> => {
  const { stored } = await read();
  const { options } = await effective(stored.options);
  const isAwaited = Object.values(stored.said).some(({ answered }) => answered === null);
  if (options.reminder > 0 || isAwaited) await chrome.alarms.create(NAME, { periodInMinutes: DAY });
  else await chrome.alarms.clear(NAME);
};

/** Keeps what a person says to have done about a site. @param site its name in that record */
export const keepSaid = async (site: string, what: Parameters<typeof say>[2]): Promise<void> => {
  await changeKept(({ said }) => say(said, site, what, Date.now()));
  await setReminder();
};
