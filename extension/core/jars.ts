/**
 * Cookie jars: what is known of a setting is known for one, since another may be signed in to another
 * account. Firefox has one for each kind of container tab, and every browser one for private windows.
 */

import type { Jar, Known, Stored } from "./schemas.ts";

/** The one of private windows, of which nothing is kept. */
export const PRIVATE = "private";

/** What is known in a cookie jar, to be read or changed. */
export const knownIn = (stored: Pick<Stored, "known" | "jars">, jar: Jar): Record<string, Known> => {
  if (jar === null) return stored.known;
  stored.jars[jar] ??= {};
  return stored.jars[jar];
};

/** Forgets in every jar how settings stood. */
export const forget = (
  stored: Pick<Stored, "known" | "jars">,
  settings: readonly { readonly id: string }[],
): void => {
  for (const known of [stored.known, ...Object.values(stored.jars)])
    for (const { id } of settings) delete known[id];
};
