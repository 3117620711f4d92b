/** Scripts for pages of the sites that the browser starts none in, and Untick's own pages. */

import type { Visible } from "../shared/allowed.ts";
import { permissionOf, VISIBLE, visibleAt } from "../shared/allowed.ts";
import type { Place } from "../shared/jars.ts";
import { openTab } from "../shared/jars.ts";
import type { FromOwn } from "../shared/messages.ts";

const SHIELD = "page/shield.js";

/** As the manifest lists them: for any page of a site, and for those on which something is told. */
export const scriptsOf = ({ script }: Visible) => ({ anywhere: [SHIELD], entries: [SHIELD, script] });

/**
 * The person came into the settings by client-side navigation, where the browser starts no script. A script
 * that is there already does nothing when it is put in once more.
 */
export const startScript = async (tab: number, site: Visible): Promise<void> => {
  const files = scriptsOf(site).entries;
  await chrome.scripting.executeScript({ target: { tabId: tab }, files, injectImmediately: true });
};

/** Starts in pages that stood already: Chromium starts content scripts only in pages to come. */
export const joinPages = async (): Promise<void> => {
  // Of a site that it may not see, the browser tells no addresses.
  const seen = VISIBLE.flatMap((site) => permissionOf(site).origins);
  // Those that still load too: one may have begun just before its scripts were registered.
  const tabs = await chrome.tabs.query({ url: seen });
  await Promise.allSettled(
    tabs.map(({ id, url = "" }) => {
      const site = visibleAt(url);
      if (id === undefined || !site) return null;
      const { anywhere, entries } = scriptsOf(site);
      const files = site.entries.some((entry) => url.startsWith(entry)) ? entries : anywhere;
      return chrome.scripting.executeScript({ target: { tabId: id }, files });
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
