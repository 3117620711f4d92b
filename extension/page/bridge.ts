/**
 * What the shield keeps at document_start, before the page's first script: the engine takes it from here, and
 * only from here.
 */

import type { ViewName } from "../core/reading.ts";
import type { WordedSite } from "../core/site.ts";

/** Hands the trusted events of a closed root's host to its owner, and to nobody else. */
export interface EventShield {
  protect(host: Element, handle: (event: Event) => void): void;
  release(): void;
  /** While it acts, the page hears of no event that is shielded: it could take the focus back. */
  silently(act: () => void): void;
  /** For a document written anew (document.open), which takes every listener with it. */
  renew(): void;
}

export interface Bridge {
  /** a page can take the name `chrome` away later by `<iframe name="chrome">` (Chromium) */
  readonly api: typeof chrome;
  readonly shield: EventShield;
  /**
   * Firefox shows a page the inner nodes of a closed root (event.originalTarget, window.find); Chromium does
   * not
   */
  readonly leaksRoots: boolean;
  /** whether the engine has been started in this document */
  hasEngine: boolean;
  /** the engine's: a report is weighed by the same words */
  sites?: readonly WordedSite[];
  /** what the banner of a setting's page says: for a report of that page */
  told?: { readonly path: string; readonly setting: string; readonly state: ViewName };
}

/** No name of a page's element or frame can be a symbol. */
const KEY = Symbol.for("untick");

interface World {
  [KEY]?: Bridge;
}

const world = globalThis as World;

/** Undefined where no shield has been started. */
export const bridgeHere = (): Bridge | undefined => world[KEY];

export const setBridge = (made: Bridge): void => {
  world[KEY] = made;
};

/** Throws where no shield has been started: the engine comes after it, always. */
export const bridge = (): Bridge => {
  const here = bridgeHere();
  if (!here) throw new Error("the shield has not been started in this document");
  return here;
};
