/**
 * Loads anew, past all that the browser keeps of the page: on its own reload Firefox fills in what stood in
 * the page's fields, a switch too, and a save that was lost would look as if it had been kept.
 */

import { reloadByTab } from "./tab-state.ts";

const COMING = 120_000; // ms in which the document comes

/**
 * @param site its id
 * @param page performance.timeOrigin of the document that is to go
 */
export const reload = async (tab: number, site: string, page: number): Promise<void> => {
  await reloadByTab.set(tab, { site, page, at: Date.now() });
  await chrome.tabs.reload(tab, { bypassCache: true });
};

/** Whether a document of the site is what came of that, told once. @param page its performance.timeOrigin */
export const takeReloaded = async (tab: number, site: string, page: number): Promise<boolean> => {
  const asked = await reloadByTab.get(tab);
  if (!asked || asked.page === page) return false;
  await reloadByTab.remove(tab);
  const age = Date.now() - asked.at;
  return asked.site === site && age >= 0 && age < COMING;
};
