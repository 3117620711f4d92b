/** Scripts for pages of the sites that the browser starts none in, and Untick's own pages. */

import { ENTRIES } from "#data/entries";
import { SITES } from "#data/sites";
import { permissionOf } from "../shared/allowed.ts";
import type { Place } from "../shared/jars.ts";
import { openTab } from "../shared/jars.ts";
import type { FromOwn } from "../shared/messages.ts";

/** As the manifest lists them: for pages of the sites, and for those that the engine is needed on. */
export const scripts = () => {
  const [anywhere, entries] = chrome.runtime.getManifest().content_scripts ?? [];
  // Firefox tells whole addresses, and takes none where scripts are registered.
  const filesOf = (entry: typeof anywhere) =>
    (entry?.js ?? []).map((file) => file.replace(chrome.runtime.getURL(""), ""));
  return { anywhere: filesOf(anywhere), entries: filesOf(entries) };
};

/**
 * The person came into the settings by client-side navigation, where the browser starts no script. A script
 * that is there already does nothing when it is put in once more.
 */
export const startEngine = async (tab: number): Promise<void> => {
  const { entries } = scripts();
  await chrome.scripting.executeScript({ target: { tabId: tab }, files: entries, injectImmediately: true });
};

/** Starts in pages that stood already: Chromium starts content scripts only in pages to come. */
export const joinPages = async (): Promise<void> => {
  const { anywhere, entries } = scripts();
  // Of a site that it may not see, the browser tells no addresses.
  const seen = SITES.flatMap((site) => permissionOf(site).origins);
  // Those that still load too: one may have begun just before its scripts were registered.
  const tabs = await chrome.tabs.query({ url: seen });
  await Promise.allSettled(
    tabs.map(({ id, url = "" }) => {
      const files = ENTRIES.some((entry) => url.startsWith(entry)) ? entries : anywhere;
      return id === undefined ? null : chrome.scripting.executeScript({ target: { tabId: id }, files });
    }),
  );
};

const OWN = {
  popup: "popup/popup.html",
  overview: "overview/overview.html",
  options: "options/options.html",
  receipts: "receipts/receipts.html",
  report: "report/report.html",
};

/** Opens one of Untick's own pages in a tab. */
export const openPage = async (
  { page, receipt }: Extract<FromOwn, { type: "open-page" }>,
  from: Place,
): Promise<void> => {
  // A report is of the page that it is asked for on.
  const about = page === "report" ? `${from.tab}` : receipt;
  const hash = about === undefined ? "" : `#${encodeURIComponent(about)}`;
  await openTab(chrome.runtime.getURL(OWN[page]) + hash, from);
};
