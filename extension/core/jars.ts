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

/** Forgets in every jar how settings stood, and what a check-up found. @param ids of settings, and of sites */
export const forget = (stored: Pick<Stored, "known" | "jars" | "run">, ids: readonly string[]): void => {
  for (const known of [stored.known, ...Object.values(stored.jars)]) for (const id of ids) delete known[id];
  const { run } = stored;
  if (!run) return;
  const settings = run.settings.filter((id) => !ids.includes(id));
  const outcomes = Object.fromEntries(Object.entries(run.outcomes).filter(([id]) => !ids.includes(id)));
  stored.run = settings.length > 0 ? { ...run, settings, outcomes } : null;
};
