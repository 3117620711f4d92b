/** What settings are called. */

import type { Guide } from "./guides.ts";
import { keyOf, nameKey } from "./phrase.ts";
import type { Site } from "./site.ts";
import { isSetting, siteOf } from "./site.ts";

/** A message's key in place of its words, or a name that is the same in every language. */
export type Name = { readonly message: string; readonly of?: string } | string;

/** Of a setting; of one that only another version had, its id. */
export const nameOf = (sites: readonly Site[], id: string): Name =>
  isSetting(sites, id) ? { message: nameKey(id) } : id;

/** The same with its site's name before it, where several sites' are told: each has an AI training. */
export const fullNameOf = (sites: readonly Site[], id: string): Name =>
  isSetting(sites, id) ? { message: nameKey(id), of: siteOf(sites, id).name } : id;

/** Of what the person turns off on a site on which Untick presses nothing: by the site's own words. */
export const guidedName = ({ name, words }: Pick<Guide, "name" | "words">): Name =>
  [name, ...words.slice(0, 1)].join(" · ");

/** The message that tells what a setting does while it is on. */
export const doesKey = (setting: string): string => `setting_${keyOf(setting)}_does`;
