/** What Untick's own pages ask of the browser. */

import type { Place } from "../shared/jars.ts";
import { openTab } from "../shared/jars.ts";
import type { FromOwn } from "../shared/messages.ts";

/** Whether this page is the toolbar button's popup, and not the same page in a tab. */
export const isPopup = (): boolean => chrome.extension.getViews({ type: "popup" }).includes(window);

/** Firefox leaves a popup open over the tab that was opened for it. */
const leave = (): void => {
  if (isPopup()) close();
};

/** Tells the background, which alone changes anything. Throws where it could not do that. */
export const send = async (message: FromOwn): Promise<void> => {
  if ((await chrome.runtime.sendMessage(message)) !== true) throw new Error(`${message.type}: not done`);
  if (message.type === "start-jobs" || message.type === "open-page") leave();
};

/** Opens an address in a tab. @param from where the page is used */
export const visit = async (url: string, from: Place): Promise<void> => {
  await openTab(url, from);
  leave();
};

/** Saves a value as a JSON file. */
export const download = (name: string, value: unknown): void => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(
    new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: "application/json" }),
  );
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
