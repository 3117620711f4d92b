/**
 * What is said, before it is said in a language: a message's key, and values for its placeholders.
 * Which phrases the banner says of a state stands in banner-words.ts.
 */

export type Value =
  | string
  | number
  /** ms since the epoch, told as a day, as a time of day, or as both */
  | { readonly date: number }
  | { readonly time: number }
  | { readonly moment: number }
  /** the message of another key; of: the name of the site that it is about, to be told before it */
  | { readonly message: string; readonly of?: string };

export type Values = Readonly<Record<string, Value>>;

export type Phrase = readonly [key: string, values?: Values];

/** Names such as "signed-out" as parts of a message's key. */
export const keyOf = (name: string): string => name.replaceAll("-", "_");

/** The message that names a setting. */
export const nameKey = (setting: string): string => `setting_${keyOf(setting)}_name`;
