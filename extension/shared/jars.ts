/** The cookie jars of tabs, and tabs in them. */

import { PRIVATE } from "../core/jars.ts";
import type { Jar } from "../core/schemas.ts";

/** Firefox tells a tab's jar to everybody who sees the tab; elsewhere there are no containers. */
type Tab = chrome.tabs.Tab & { readonly cookieStoreId?: string };

const OWN = "firefox-default";

export const jarOf = ({ incognito, cookieStoreId = OWN }: Tab): Jar => {
  if (incognito) return PRIVATE;
  return cookieStoreId === OWN ? null : cookieStoreId;
};

/** Whether the browser has container tabs: desktop Firefox. */
export const hasContainers = (): boolean =>
  chrome.runtime.getURL("").startsWith("moz-") && chrome.windows !== undefined;

/** Where a person uses one of Untick's own pages. */
export interface Place {
  /** the tab with the page, or the one in front under a popup */
  readonly tab: number | undefined;
  readonly jar: Jar;
}

/** @param own the tab with the page; none for a popup */
export const placeOf = async (own: chrome.tabs.Tab | undefined): Promise<Place> => {
  const [tab] = own ? [own] : await chrome.tabs.query({ active: true, currentWindow: true });
  return { tab: tab?.id, jar: tab ? jarOf(tab) : null };
};

/**
 * Opens an address in a tab of the same cookie jar. A tab has the jar of the one that it is opened from; to
 * name a jar takes a permission that lets an extension read cookies.
 */
export const openTab = (url: string, { tab, jar }: Place): Promise<chrome.tabs.Tab> =>
  chrome.tabs.create({ url, ...(jar !== null && tab !== undefined && { openerTabId: tab }) });
