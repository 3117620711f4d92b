/**
 * Where a site sends a tab outside of its settings, the browser starts no engine: for what a person has
 * asked for in that tab, or pressed, it is started there too. Listens only until that is over.
 */

import { ENTRIES } from "#data/entries";
import { visibleAt } from "../shared/allowed.ts";
import { startScript } from "./pages.ts";
import { jobByTab, verificationByTab } from "./tab-state.ts";

const followed = new Set<number>();

const arrived = async (tab: number, { status }: { status?: string }, { url = "" }: chrome.tabs.Tab) => {
  if (!followed.has(tab) || status !== "complete" || ENTRIES.some((entry) => url.startsWith(entry))) return;
  const [job, verification] = await Promise.all([jobByTab.get(tab), verificationByTab.get(tab)]);
  const site = visibleAt(url);
  if (!job && !verification) endFollowing(tab);
  else if (site) await startScript(tab, site).catch(() => null); // a page that has gone by now
};

export const followTab = (tab: number): void => {
  followed.add(tab);
  // The same listener is not added twice.
  chrome.tabs.onUpdated.addListener(arrived);
};

export const endFollowing = (tab: number): void => {
  followed.delete(tab);
  if (followed.size === 0) chrome.tabs.onUpdated.removeListener(arrived);
};
