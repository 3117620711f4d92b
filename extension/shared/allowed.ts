/** The sites whose pages the browser lets Untick see. */

import { SITES } from "#data/sites";
import type { KnownSite, Site } from "../core/site.ts";

export const permissionOf = ({ origin }: Site): { origins: string[] } => ({ origins: [`${origin}/*`] });

export const isAllowed = (site: Site): Promise<boolean> => chrome.permissions.contains(permissionOf(site));

export const allowedSites = async (): Promise<readonly KnownSite[]> => {
  const answers = await Promise.all(SITES.map(isAllowed));
  return SITES.filter((_site, index) => answers[index]);
};
