/** What the browser lets Untick see: the pages of sites, each site with the script for what is told there. */

import { GUIDES } from "#data/guides";
import { SITES } from "#data/sites";
import type { Guide } from "../core/guides.ts";
import type { KnownSite } from "../core/site.ts";
import { entriesOf } from "../core/site.ts";

/** A site by what there is to see of it. */
export interface Visible {
  readonly id: string;
  /** whether it is asked for at installation; any other one is when a person turns it on */
  readonly required: boolean;
  readonly origins: readonly string[];
  /** what the addresses begin with on which something is told, or somebody signs in */
  readonly entries: readonly string[];
  /** the bundle that tells it, which comes after the shield */
  readonly script: string;
}

const ofSite = (site: KnownSite): Visible => ({
  id: site.id,
  required: site.required,
  origins: [site.origin],
  entries: entriesOf(site),
  script: "page/engine.js",
});

const ofGuide = ({ id, origins, entries, signIn }: Guide): Visible => ({
  id,
  required: false,
  origins,
  entries: [...entries, ...signIn],
  script: "page/guide.js",
});

/** Every site of which there is something to see. */
export const VISIBLE: readonly Visible[] = [
  ...SITES.map(ofSite),
  ...GUIDES.filter(({ origins }) => origins.length > 0).map(ofGuide),
];

export const visibleNamed = (id: string): Visible | undefined => VISIBLE.find((site) => site.id === id);

/** The site that an address is a page of. */
export const visibleAt = (url: string): Visible | undefined =>
  VISIBLE.find(({ origins }) => origins.some((origin) => url.startsWith(`${origin}/`)));

export const permissionOf = ({ origins }: Visible): { origins: string[] } => ({
  origins: origins.map((origin) => `${origin}/*`),
});

export const isAllowed = (site: Visible): Promise<boolean> => chrome.permissions.contains(permissionOf(site));

export const allowedSites = async (): Promise<readonly Visible[]> => {
  const answers = await Promise.all(VISIBLE.map(isAllowed));
  return VISIBLE.filter((_site, index) => answers[index]);
};
