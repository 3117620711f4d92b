/** What settings are called. */

import { keyOf, nameKey } from "./phrase.ts";
import type { Site } from "./site.ts";
import { isSetting } from "./site.ts";

/** A message's key in place of its words, or a name that is the same in every language. */
export type Name = { readonly message: string } | string;

/** Of a setting; of one that only another version had, its id. */
export const nameOf = (sites: readonly Site[], id: string): Name =>
  isSetting(sites, id) ? { message: nameKey(id) } : id;

/** The message that tells what a setting does while it is on. */
export const doesKey = (setting: string): string => `setting_${keyOf(setting)}_does`;
