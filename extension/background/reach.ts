/** The shortcut: into the banner of the page in front, else to the popup. */

import { FOCUS_BANNER } from "../shared/focus-banner.ts";

/** @param tab the one in front */
export const reach = async (tab: chrome.tabs.Tab | undefined): Promise<void> => {
  // Rejected where no banner listens.
  const isThere =
    tab?.id !== undefined &&
    (await chrome.tabs.sendMessage(tab.id, FOCUS_BANNER, { frameId: 0 }).catch(() => false)) === true;
  if (!isThere) await chrome.action.openPopup();
};
