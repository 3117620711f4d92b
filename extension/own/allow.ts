/** What a person lets Untick see, on its own pages. */

import { SITES } from "#data/sites";
import type { KnownSite } from "../core/site.ts";
import { allowedSites, permissionOf } from "../shared/allowed.ts";
import { send } from "./browser.ts";

const siteNamed = (id: string): KnownSite | undefined => SITES.find((site) => site.id === id);

/** Only within the person's own click: nothing is waited for before. */
export const allow = async (id: string): Promise<void> => {
  const site = siteNamed(id);
  if (site) await chrome.permissions.request(permissionOf(site));
};

/** What was seen there is forgotten: nobody looks again. */
export const giveBack = async (id: string): Promise<void> => {
  const site = siteNamed(id);
  if (!site || !(await chrome.permissions.remove(permissionOf(site)))) return;
  await send({ type: "forget-site", site: id });
};

let allowed: readonly KnownSite[] = [];

/** As it was at the last look. */
export const isAllowedNow = (site: KnownSite): boolean => allowed.includes(site);

/** Looks, now and at every change. @param changed called after a change */
export const followAllowed = async (changed: () => void): Promise<void> => {
  const look = async (): Promise<void> => {
    allowed = await allowedSites();
  };
  const again = (): undefined => void look().then(changed);
  chrome.permissions.onAdded.addListener(again);
  chrome.permissions.onRemoved.addListener(again);
  await look();
};
