/**
 * Sites on which Untick presses nothing: what is known of each, and what a person says to have done there.
 * Their files are in sites/, beside those of the sites with a switch.
 */

import type { Glance } from "./glance.ts";
import { glanceOf, glancePhrases } from "./glance.ts";
import { addressOf } from "./jobs.ts";
import type { Phrase } from "./phrase.ts";
import type { Known, Said } from "./schemas.ts";
import type { Grade, KnownSite, Texts } from "./site.ts";
import { settingOf } from "./site.ts";

export interface Guide {
  readonly id: string;
  readonly name: string;
  /**
   * read: the person turns it off, and its state is read; guide: they turn it off; form: they send an
   * objection; none: there is no control
   */
  readonly kind: "read" | "guide" | "form" | "none";
  /** of the weakest fact that is told */
  readonly grade: Grade;
  /** the day its facts were last checked, YYYY-MM-DD; none where their source has no day */
  readonly checked?: string;
  /** where the way begins, or the form */
  readonly address?: string;
  /** of the pages on which a banner tells of it, where the person lets Untick see them */
  readonly origins: readonly string[];
  /** what the addresses of those pages begin with */
  readonly entries: readonly string[];
  /** of the pages on which somebody signs in, where a state is read */
  readonly signIn: readonly string[];
  /** what the site does where nobody has changed it */
  readonly default?: "on" | "off" | "unknown";
  /** where that applies, or the right that is told of, by codes of CLDR; none for everywhere, or not known */
  readonly regions?: readonly string[];
  /** whether "on" protects: the switch is called "Prevent …" */
  readonly protects?: boolean;
  /** the switch's label, as the site shows it */
  readonly words: readonly string[];
  /** how its page tells the state: CSS selector of the one element whose value it is, and its values */
  readonly state?: { readonly hook: string; readonly on: string; readonly off: string };
  /** the company's other forms */
  readonly forms: readonly { readonly address: string }[];
  /** by language; English is always there */
  readonly texts: Readonly<Record<string, Texts>>;
}

/** What a person can do by hand on a site with a switch, where Untick may not see it. */
export const guideOf = (site: KnownSite): Guide => {
  const { id, name, grade, checked, label, regions, texts, primary } = site;
  const words = label === undefined ? [] : [label];
  const usual = settingOf(site, primary).default;
  const address = addressOf([site], primary);
  const made = { id, name, kind: "guide", grade, checked, address, default: usual, words, texts } as const;
  return { ...made, ...(regions && { regions }), forms: [], origins: [], entries: [], signIn: [] };
};

/** Whether the banner may tell of it on a page. @param address of the page */
export const isToldAt = ({ entries }: Pick<Guide, "entries">, address: string): boolean =>
  entries.some((entry) => address.startsWith(entry));

/** Whether a page is one on which somebody signs in. */
export const isSignInAt = (
  { signIn }: Pick<Guide, "signIn">,
  { origin, pathname }: { readonly origin: string; readonly pathname: string },
): boolean => signIn.includes(origin + pathname.replace(/\/+$/, ""));

const DAY = 86_400_000; // ms
const STALE = 180 * DAY;

/** A site's texts in a language, or in English, and which it is. @param code such as pt_BR */
export const textsOf = ({ texts }: Pick<Guide, "texts">, code: string): Texts & { readonly lang: string } => {
  const lang = [code, code.split("_", 1)[0] ?? ""].find((one) => Object.hasOwn(texts, one)) ?? "en";
  return { lang, ...(texts[lang] ?? { way: [], facts: [], forms: [] }) };
};

/** Whether its facts are old enough to be doubted. */
export const isStale = ({ checked }: Pick<Guide, "checked">, now: number): boolean =>
  checked !== undefined && now - Date.parse(checked) > STALE;

/** When an answer is due: a month later (GDPR, Article 12(3)), or on that month's last day. */
export const dueOf = ({ sent }: Said): number => {
  const due = new Date(sent);
  const day = due.getUTCDate();
  due.setUTCMonth(due.getUTCMonth() + 1);
  if (due.getUTCDate() !== day) due.setUTCDate(0);
  return due.getTime();
};

const isOverdue = (said: Said, now: number): boolean => said.answered === null && now > dueOf(said);

/** Whether an answer is overdue. @param said by site */
export const hasOverdue = (said: Readonly<Record<string, Said>>, now: number): boolean =>
  Object.values(said).some((one) => isOverdue(one, now));

/** What is kept of such a site: what the person says to have done, and how it was seen. */
export interface Kept {
  readonly said?: Said | undefined;
  readonly known?: Known | undefined;
}

/** What a row's picture and words tell. */
export type GuideState = Exclude<Guide["kind"], "read"> | "sent" | "overdue" | "answered" | Glance;

export const guideState = ({ kind }: Pick<Guide, "kind">, { said, known }: Kept, now: number): GuideState => {
  if (kind === "read") return glanceOf(known);
  if (kind !== "form" || !said) return kind;
  if (said.answered !== null) return "answered";
  return isOverdue(said, now) ? "overdue" : "sent";
};

/** How it was seen, or what a person says to have done about it; else what the site does by itself. */
export const guidePhrases = (
  { kind, default: usual = "unknown", protects = false }: Pick<Guide, "kind" | "default" | "protects">,
  kept: Kept,
  now: number,
): Phrase[] => {
  const { said, known } = kept;
  const state = guideState({ kind }, kept, now);
  if (kind === "read" && known) return glancePhrases(known, (moment) => ({ date: moment }));
  if (kind === "form" && said) {
    return [[`site_${state}`, { date: { date: said.answered ?? said.sent }, due: { date: dueOf(said) } }]];
  }
  // "On by default" would be taken for the switch's state, which means the reverse there.
  return usual === "unknown" || protects ? [] : [[`site_default_${usual}`]];
};

/** What is kept once a person has said so. */
export const say = (
  said: Record<string, Said>,
  site: string,
  what: "sent" | "answered" | "unsaid",
  now: number,
): void => {
  const before = said[site];
  if (what === "sent") said[site] = { sent: now, answered: null };
  else if (what === "unsaid") delete said[site];
  else if (before) said[site] = { ...before, answered: now };
};
