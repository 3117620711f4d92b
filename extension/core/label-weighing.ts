/** What the words beside a switch say: of the setting that is looked for, of another one, or the reverse. */

import type { Language, WordedSetting, WordedSite, WordList, Words } from "./site.ts";
import { fold, folded, holds, SPACELESS, stemOf, tellingOpposites, withoutTag } from "./word-lists.ts";

/**
 * agrees: the known words; topic: speaks of what the setting is about; mixed: of that and of what other
 * settings speak of; silent: of neither; none: there is no label.
 */
export type Says = "agrees" | "opposite" | "other" | "mixed" | "topic" | "silent" | "none";

/** For which setting words are weighed, on a page of which language (of its `lang`, such as "pt-BR"). */
export interface Sought {
  readonly site: WordedSite;
  readonly setting: WordedSetting;
  readonly lang: string;
}

/** Where a sentence ends, in every script. */
const SENTENCE = /[.!?]\s+|[。！？।۔؟]\s*/;
const COMMAND = 3; // words of a sentence that is no explanation
const SPACELESS_COMMAND = 6; // characters of one, where words run into each other
const SPACELESS_WORD = 3; // characters of a word there that may be no more than "Toggle"
const ASIDE = 10; // words beside a phrase that are no explanation
const SPACELESS_ASIDE = 20;
const ENDED = /[.!?。！？।۔؟]\s*$/;

/**
 * The site file's code for a page's language, by all of its tag, such as "pt-BR", or by the first part of it.
 */
const codeFor = ({ languages }: WordedSite, lang: string): string | undefined => {
  const wanted = (lang || "en").toLowerCase().replaceAll("-", "_");
  const [first] = wanted.split("_", 1);
  const codes = Object.keys(languages);
  const isCalled = (code: string, name = "") =>
    code.toLowerCase() === name || folded(languages[code]?.also ?? "").includes(name);
  return codes.find((code) => isCalled(code, wanted)) ?? codes.find((code) => isCalled(code, first));
};

const languageFor = (site: WordedSite, lang: string): Language | undefined =>
  site.languages[codeFor(site, lang) ?? ""];

const isShort = (text: string, words: number, characters: number): boolean =>
  SPACELESS.test(text) ? text.length <= characters : text.split(/\s+/).length <= words;

/** Whether what stands beside a phrase is too short to explain it. */
const isBrief = (text: string): boolean => isShort(text, ASIDE, SPACELESS_ASIDE);

/** What is known of a setting's words in a page's language. */
const wordsFor = ({ site, setting, lang }: Sought): Words | undefined =>
  setting.words?.[codeFor(site, lang) ?? ""];

const holdsPhrase = (text: string, { phrases }: Words): boolean => holds(text, folded(phrases));

/** Words of a language that only tell of a setting. One whose own words nobody knows may be about mail. */
const noticeWords = (code: string | undefined, { site, setting }: Sought): readonly string[] =>
  Object.keys(setting.words ?? {}).length > 0 ? folded(site.languages[code ?? ""]?.notice) : [];

/** What other settings speak of in a language, and what only tells of one. */
const otherWords = (code: string | undefined, sought: Sought): readonly string[] => [
  ...folded(sought.setting.words?.[code ?? ""]?.other),
  ...noticeWords(code, sought),
];

/**
 * Whether a sentence with a setting's phrase in it is about something else, as in "Email me when AI training
 * changes". A description that was run into the phrase is longer, and may speak of anything.
 * @param found the phrase's language
 */
const isAside = (text: string, found: string, sought: Sought): boolean => {
  const phrases = folded(sought.setting.words?.[found]?.phrases);
  const rest = phrases.reduce((left, phrase) => left.replaceAll(phrase, "\n"), text);
  const codes = [found, codeFor(sought.site, sought.lang)];
  return isBrief(rest) && codes.some((code) => holds(rest, otherWords(code, sought)));
};

/** The language of whose phrases for a setting one stands in a folded text: the page's own first. */
const phraseLanguage = (
  text: string,
  { words = {} }: WordedSetting,
  { site, lang }: Sought,
): string | undefined => {
  const here = codeFor(site, lang) ?? "";
  const codes = here in words ? [here, ...Object.keys(words)] : Object.keys(words);
  return codes.find((code) => holdsPhrase(text, words[code] as Words));
};

/** Whether the site's own phrases for the sought setting are known in the page's language. */
export const isSpoken = (sought: Sought): boolean => Boolean(wordsFor(sought)?.phrases);

/**
 * Whether that names the sought setting: its own phrases do; words of its topic only where no phrases are
 * known.
 */
export const isNaming = (says: Says, sought: Sought): boolean =>
  says === "agrees" || (says === "topic" && !isSpoken(sought));

/**
 * What means the reverse: in the language of the words that were found, else in the page's, and in English
 * where the setting's phrases are not known in that.
 */
const oppositeWords = (found: string | undefined, sought: Sought): readonly string[] => {
  const language = languageFor(sought.site, found ?? sought.lang);
  const own = folded(language?.opposite);
  if (found !== undefined || isSpoken(sought)) return own;
  const english = folded(languageFor(sought.site, "en")?.opposite);
  return [...own, ...english.filter((word) => !folded(language?.homograph).includes(word))];
};

/** Whether a label has the site's own words for the setting, whatever else it says. */
export const hasPhrase = (label: string, sought: Sought): boolean =>
  phraseLanguage(fold(label), sought.setting, sought) !== undefined;

/** Whether a sentence is too short to explain anything. */
const isCommand = (text: string): boolean => isShort(text, COMMAND, SPACELESS_COMMAND);

/**
 * Whether a sentence means the reverse in any language: a page may be written in another than it says. Not a
 * word such as "Off", which is of a state.
 */
const isReversedAnywhere = (text: string, site: WordedSite): boolean =>
  !isCommand(text) && holds(withoutTag(text), tellingOpposites(site));

/** @param text one sentence, folded */
const weighSentence = (text: string, sought: Sought): Says => {
  const found = phraseLanguage(text, sought.setting, sought);
  const opposite = oppositeWords(found, sought);
  if (holds(withoutTag(text), opposite)) return "opposite";
  if (found !== undefined) return isAside(text, found, sought) ? "mixed" : "agrees";
  if (sought.site.settings.some((other) => phraseLanguage(text, other, sought) !== undefined)) return "other";
  const words = wordsFor(sought);
  const isTopic = holds(text, folded(words?.topic)) && holds(text, folded(words?.act));
  if (holds(text, otherWords(codeFor(sought.site, sought.lang), sought))) return isTopic ? "mixed" : "other";
  if (isTopic) return "topic";
  return isReversedAnywhere(text, sought.site) ? "opposite" : "silent";
};

/** Whether a later sentence of a label takes back what the first one says, as in "AI training. Opt out." */
const isTakenBack = (text: string, sought: Sought): boolean => {
  if (!isCommand(text)) return false;
  const opposite = oppositeWords(phraseLanguage(text, sought.setting, sought), sought);
  const isBegun = opposite.some((word) => text.startsWith(stemOf(word)));
  // Where a language puts its "not" is only known of those whose phrases are.
  return isBegun || (!isSpoken(sought) && holds(text, opposite));
};

/** Whether a later sentence says that it is only told of, as in "AI training. Email me about changes." */
const isNotice = (text: string, sought: Sought): boolean =>
  isBrief(text) && holds(text, noticeWords(codeFor(sought.site, sought.lang), sought));

/** Whether a text is no more than the state of a switch, such as "Off". */
const isStateWord = (text: string, { site, lang }: Sought): boolean => {
  const { on, off } = languageFor(site, lang) ?? {};
  return [...folded(on), ...folded(off)].includes(fold(text));
};

/** A label in one line: the elements in it may part words, but no sentences. */
const inOneLine = (label: string): string =>
  label
    .replace(/(?<=[.!?])\n/g, " ")
    .replaceAll("\n", "")
    .replace(/\s+/g, " ")
    .trim();

/**
 * The sentences of a label. Where one element in it explains it or takes it back, that is a sentence of its
 * own, though no full stop stands before it. A word in it that is only set off, as in "do not", is none.
 */
const sentencesOf = (label: string, sought: Sought): readonly string[] => {
  const all = label.split("\n").filter((one) => one.trim() !== "");
  // A word of the state, beside what it is the state of, names nothing.
  const lines = all.length > 1 ? all.filter((one) => !isStateWord(one, sought)) : all;
  const [line = "", explained = "", ...more] = lines;
  const isSentence = ENDED.test(explained) || isCommand(fold(explained));
  const isExplained = more.length === 0 && isSentence && isNaming(weighSentence(fold(line), sought), sought);
  return isExplained ? [line, ...explained.split(SENTENCE)] : inOneLine(lines.join("\n")).split(SENTENCE);
};

/**
 * What a label says, by its first sentence that says something: the rest explains, and may well say "we do
 * not …".
 * @param label a line for each element in it
 * @param isOwn whether it is the control's own label: a question beside it may well end in "or not?"
 */
export const weighLabel = (label: string, sought: Sought, isOwn = false): Says => {
  if (isOwn && isStateWord(label, sought)) return "silent";
  const [first = "", ...rest] = sentencesOf(label, sought).map(fold);
  const says = weighSentence(first, sought);
  if (!isOwn) return says;
  if (rest.some((text) => isTakenBack(text, sought))) return "opposite";
  if (says === "agrees" && rest.some((text) => isNotice(text, sought))) return "mixed";
  if (says !== "silent") return says;
  return rest.map((text) => weighSentence(text, sought)).find((one) => one !== "silent") ?? "silent";
};

/** A switch's label as the page shows it, and what it says. */
export interface Label {
  readonly label: string;
  readonly says: Says;
  /** by its markup or its words, not only because it stands in its row */
  readonly isOwn: boolean;
}

const weighOwn = (own: readonly string[], sought: Sought): Label[] =>
  own.map((label) => ({ label: inOneLine(label), says: weighLabel(label, sought, true), isOwn: true }));

/** Whether a label has more than one word, such as "Toggle". */
const isLong = (label: string): boolean =>
  SPACELESS.test(label) ? label.length > SPACELESS_WORD : /\S\s+\S/.test(label);

/**
 * Whether one of a control's own labels names it. A word such as "Toggle" or "Off" names nothing: then its
 * row does.
 */
export const isNamed = (own: readonly string[], sought: Sought): boolean =>
  weighOwn(own, sought).some(({ label, says }) => says !== "silent" || isLong(label));

/**
 * The label that tells the most.
 * @param own the control's own, by its markup, the strongest first
 * @param row texts of its row
 */
export const chooseLabel = (own: readonly string[], row: readonly string[], sought: Sought): Label => {
  const all = [
    ...weighOwn(own, sought),
    ...row.map((label, at) => ({
      label,
      says: weighLabel(label, sought),
      // Where nothing else names it the first text of its row does; the others explain.
      isOwn: (at === 0 && !isNamed(own, sought)) || hasPhrase(label, sought),
    })),
  ];
  for (const wanted of ["opposite", "agrees", "other", "mixed", "topic"]) {
    const telling = all.find(({ says }) => says === wanted);
    if (telling) return telling;
  }
  return all[0] ?? { label: "", says: "none", isOwn: false };
};

/**
 * The state that the last word of a row in a list of settings tells, in the page's language; null where it
 * tells none.
 */
export const stateWord = (
  last: string,
  { site, lang }: Pick<Sought, "site" | "lang">,
): "on" | "off" | null => {
  const language = languageFor(site, lang);
  if (!language) return null;
  const text = fold(last);
  const ends = (words?: WordList) => folded(words).some((word) => text === word || text.endsWith(` ${word}`));
  // The longer word may end in the shorter one, as in "pas activé".
  if (ends(language.off)) return "off";
  return ends(language.on) ? "on" : null;
};
