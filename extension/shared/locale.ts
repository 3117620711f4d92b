/** The person's language: messages, numbers, dates and times. */

import type { Direction } from "../core/language.ts";
import type { Name } from "../core/names.ts";
import type { Value, Values } from "../core/phrase.ts";
import type { Messages } from "./messages.ts";

type Moment = string | number | Date;

export interface Locale {
  /** language tag, such as fr-CA */
  readonly tag: string;
  readonly direction: Direction;
  /** The message of that key. Values fill its placeholders, by name. */
  say(key: string, values?: Values): string;
  date(moment: Moment): string;
  time(moment: Moment): string;
  moment(moment: Moment): string;
}

/** The same, for what is said of one site. @param site its name */
export const about = (locale: Locale, site: string): Locale => ({
  ...locale,
  say: (key, values) => locale.say(key, { site, ...values }),
});

/** A name, with that of its site before it where it has one. */
export const nameIn = (locale: Pick<Locale, "say">, name: Name): string => {
  if (typeof name === "string") return name;
  const said = locale.say(name.message);
  return name.of === undefined ? said : `${name.of} · ${said}`;
};

/** A moment in a language, as Intl has it, but for what it does not know. */
export const formatDate = (tag: string, moment: Moment, options: Intl.DateTimeFormatOptions): string => {
  const format = new Intl.DateTimeFormat(tag, options);
  // Without a language's data (Chromium has none for Punjabi) months are named "M11": then all by numbers.
  const isNamed =
    options.dateStyle === undefined ||
    format.formatToParts(0).every(({ type, value }) => type !== "month" || !/^M\d/.test(value));
  const chosen = isNamed ? format : new Intl.DateTimeFormat(tag, { ...options, dateStyle: "short" });
  return chosen.format(new Date(moment));
};

/** Where something applies, in a sentence; null where that is not told. @param codes such as CH or EU */
export const sayRegions = (
  { tag, say }: Pick<Locale, "tag" | "say">,
  codes: readonly string[] | undefined,
): string | null => {
  if (!codes) return null;
  const names = new Intl.DisplayNames(tag, { type: "region" });
  return say("site_regions", {
    regions: new Intl.ListFormat(tag).format(codes.map((code) => names.of(code) ?? code)),
  });
};

/**
 * A locale from its messages.
 * @param tag for numbers and dates
 */
export const createLocale = (messages: Messages, tag: string, direction: Direction): Locale => {
  const textOf = (value: Value): string => {
    if (typeof value === "number") return new Intl.NumberFormat(tag).format(value);
    if (typeof value === "string") return value;
    if ("date" in value) return locale.date(value.date);
    if ("time" in value) return locale.time(value.time);
    if ("moment" in value) return locale.moment(value.moment);
    return nameIn(locale, value);
  };
  // Set apart where its direction may be another than the sentence's.
  const shown = (value: Value): string =>
    direction === "rtl" ? `\u2068${textOf(value)}\u2069` : textOf(value);
  const locale: Locale = {
    tag,
    direction,
    say: (key, values = {}) => {
      const message = messages[key];
      if (!message) throw new RangeError(`no message ${key}`);
      return message.message.replace(/\{(\w+)\}/g, (_, name: string) => shown(values[name] ?? ""));
    },
    date: (moment) => formatDate(tag, moment, { dateStyle: "long" }),
    time: (moment) => formatDate(tag, moment, { timeStyle: "short" }),
    moment: (moment) => formatDate(tag, moment, { dateStyle: "long", timeStyle: "short" }),
  };
  return locale;
};
