/** What a person lets Untick see, on its own pages. */

import { allowedSites, permissionOf, visibleNamed } from "../shared/allowed.ts";
import { send } from "./browser.ts";

/** Only within the person's own click: nothing is waited for before. */
export const allow = async (id: string): Promise<void> => {
  const site = visibleNamed(id);
  if (site) await chrome.permissions.request(permissionOf(site));
};

/** What was seen there is forgotten: nobody looks again. */
export const giveBack = async (id: string): Promise<void> => {
  const site = visibleNamed(id);
  if (!site || !(await chrome.permissions.remove(permissionOf(site)))) return;
  await send({ type: "forget-site", site: id });
};

let allowed: readonly string[] = [];

/** As it was at the last look. @param site its id */
export const isAllowedNow = (site: string): boolean => allowed.includes(site);

/** Looks, now and at every change. @param changed called after a change */
export const followAllowed = async (changed: () => void): Promise<void> => {
  const look = async (): Promise<void> => {
    allowed = (await allowedSites()).map(({ id }) => id);
  };
  const again = (): undefined => void look().then(changed);
  chrome.permissions.onAdded.addListener(again);
  chrome.permissions.onRemoved.addListener(again);
  await look();
};
