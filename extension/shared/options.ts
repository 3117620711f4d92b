/** The person's options, and those that an organisation has set for them (storage.managed). */

import type { Effective } from "../core/options.ts";
import { effectiveOptions, validOptions } from "../core/options.ts";
import type { Options } from "../core/schemas.ts";
import { isLanguage } from "./languages.ts";

/** Those of the values that are options and can be used. */
export const valid = (values: Readonly<Record<string, unknown>>): Partial<Options> =>
  validOptions(values, isLanguage);

/** What holds. @param own the person's, as stored */
export const effective = async (own: Partial<Options>): Promise<Effective> => {
  // Firefox rejects where no policy is set; on Android it has no such storage.
  const policy = await chrome.storage.managed?.get().catch(() => ({}));
  return effectiveOptions(policy ?? {}, own, isLanguage);
};
