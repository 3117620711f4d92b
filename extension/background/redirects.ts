/**
 * Where a site sends a tab outside of its settings, the browser starts no engine: for what a person has
 * asked for in that tab, or pressed, it is started there too. Listens only until that is over.
 */

import { ENTRIES } from "#data/entries";
import { startEngine } from "./pages.ts";
import { jobByTab, verificationByTab } from "./tab-state.ts";

const followed = new Set<number>();

const arrived = async (tab: number, { status }: { status?: string }, { url = "" }: chrome.tabs.Tab) => {
  if (!followed.has(tab) || status !== "complete" || ENTRIES.some((entry) => url.startsWith(entry))) return;
  const [job, verification] = await Promise.all([jobByTab.get(tab), verificationByTab.get(tab)]);
  if (job || verification)
    await startEngine(tab).catch(() => null); // a page of another site
  else endFollowing(tab);
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
