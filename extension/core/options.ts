/** The options: what a person or an organisation may set, and what holds where both have. */

import * as v from "valibot";
import type { Options } from "./schemas.ts";
import { OptionSchemas } from "./schemas.ts";

type Values = Readonly<Record<string, unknown>>;

export const DEFAULTS: Options = { language: "auto", banner: "settings", reminder: 0 };

const isKey = (key: string): key is keyof Options => Object.hasOwn(OptionSchemas, key);

/** @param isLanguage whether Untick speaks the language of that code */
const isOption = (key: string, value: unknown, isLanguage: (code: string) => boolean): boolean => {
  if (!isKey(key) || !v.is(OptionSchemas[key], value)) return false;
  return key !== "language" || value === DEFAULTS.language || isLanguage(String(value));
};

/** Those of the values that are options and can be used. */
export const validOptions = (values: Values, isLanguage: (code: string) => boolean): Partial<Options> =>
  // Each was checked by its own key's schema, which the compiler cannot follow.
  Object.fromEntries(
    Object.entries(values).filter(([key, value]) => isOption(key, value, isLanguage)),
  ) as Partial<Options>;

export interface Effective {
  readonly options: Options;
  /** keys that the organisation has set */
  readonly fixed: readonly string[];
  /** those of its keys that could not be used */
  readonly wrong: readonly string[];
}

/**
 * What holds: the organisation's word over the person's over the defaults.
 * @param policy as the organisation has set it
 * @param own as stored
 */
export const effectiveOptions = (
  policy: Values,
  own: Partial<Options>,
  isLanguage: (code: string) => boolean,
): Effective => {
  const managed = validOptions(policy, isLanguage);
  return {
    options: { ...DEFAULTS, ...own, ...managed },
    fixed: Object.keys(managed),
    wrong: Object.keys(policy).filter((key) => !Object.hasOwn(managed, key)),
  };
};
