/** The person's language, from Untick's own files: for the background and Untick's own pages. */

import { LANGUAGES } from "#data/languages";
import { dateTag, pickLanguage } from "../core/language.ts";
import type { Options } from "../core/schemas.ts";
import type { Locale } from "./locale.ts";
import { createLocale } from "./locale.ts";
import type { Messages } from "./messages.ts";

/** Whether Untick speaks the language of that code. */
export const isLanguage = (code: string): boolean => Object.hasOwn(LANGUAGES, code);

/** The code of the language that the options want. */
export const languageOf = ({ language }: Pick<Options, "language">): string =>
  language === "auto"
    ? pickLanguage(LANGUAGES, chrome.i18n.getMessage("ui_language"), navigator.languages)
    : language;

const files = new Map<string, Promise<Messages>>();

/** The messages of a language; its file is read once. */
export const loadMessages = (code: string): Promise<Messages> => {
  const loading =
    files.get(code) ??
    fetch(chrome.runtime.getURL(`_locales/${code}/messages.json`)).then(
      (file) => file.json() as Promise<Messages>,
    );
  files.set(code, loading);
  return loading;
};

/** The language tag for dates and numbers in the language of that code. */
export const tagOf = (code: string): string => dateTag(code, navigator.languages);

/** What speaks the language that the options want. */
export const speak = async (options: Pick<Options, "language">): Promise<Locale> => {
  const code = languageOf(options);
  return createLocale(await loadMessages(code), tagOf(code), LANGUAGES[code]?.direction ?? "ltr");
};
