/** The reminder to look again: an alarm once a day, where the person wants one. */

import { effective } from "../shared/options.ts";
import { read } from "../shared/storage.ts";

const NAME = "reminder";
const DAY = 24 * 60; // minutes

/** As the options want it now. */
export const setReminder = async (): Promise<void> => {
  const { options } = await effective((await read()).stored.options);
  if (options.reminder > 0) await chrome.alarms.create(NAME, { periodInMinutes: DAY });
  else await chrome.alarms.clear(NAME);
};
