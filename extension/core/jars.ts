/**
 * Cookie jars: what is known of a setting, or was sent about a site, is so for one, since another may be
 * signed in to another account. Firefox has one for each kind of container tab, and every browser one for
 * private windows.
 */

import type { Jar, Known, Said, Stored } from "./schemas.ts";

/** The one of private windows, of which nothing is kept. */
export const PRIVATE = "private";

/** What is known in a cookie jar, to be read or changed. */
export const knownIn = (stored: Pick<Stored, "known" | "jars">, jar: Jar): Record<string, Known> => {
  if (jar === null) return stored.known;
  stored.jars[jar] ??= {};
  return stored.jars[jar];
};

/** The name of a site in the record of what a person says to have done: of a jar but the own, with its. */
export const saidKey = (jar: Jar, site: string): string => (jar === null ? site : `${jar}/${site}`);

/** What a person says to have done in a cookie jar, by site. Of private windows nothing is kept. */
export const saidIn = ({ said }: Pick<Stored, "said">, jar: Jar): Record<string, Said> => {
  if (jar === PRIVATE) return {};
  const own = Object.entries(said).flatMap(([key, one]) => {
    const site = key.slice(key.lastIndexOf("/") + 1);
    return key === saidKey(jar, site) ? [[site, one] as const] : [];
  });
  return Object.fromEntries(own);
};

/** Forgets in every jar how settings stood, and a check-up's results. @param ids of settings and sites */
export const forget = (stored: Pick<Stored, "known" | "jars" | "run">, ids: readonly string[]): void => {
  for (const known of [stored.known, ...Object.values(stored.jars)]) for (const id of ids) delete known[id];
  const { run } = stored;
  if (!run) return;
  const settings = run.settings.filter((id) => !ids.includes(id));
  const outcomes = Object.fromEntries(Object.entries(run.outcomes).filter(([id]) => !ids.includes(id)));
  stored.run = settings.length > 0 ? { ...run, settings, outcomes } : null;
};
