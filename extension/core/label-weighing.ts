/** What the words beside a switch say: of the setting that is looked for, of another one, or the reverse. */

import type { WordedSetting, WordedSite, Words } from "./site.ts";

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

/** Words run into each other in these scripts. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Telugu}]/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
/**
 * Whether a letter stands there. A space is the usual answer: to ask the pattern the first time takes 1 ms.
 */
const isLetter = (character: string): boolean =>
  character !== "" && character !== " " && LETTER.test(character);
/** Where a sentence ends, in every script. */
const SENTENCE = /[.!?]\s+|[。！？।۔؟]\s*/;
const COMMAND = 3; // words of a sentence that is no explanation
const SPACELESS_COMMAND = 6; // characters of one, where words run into each other
const ENDED = /[.!?。！？।۔؟]\s*$/;

/** Whether a text has a word in it. */
export const isWordy = (text: string): boolean => /\p{L}{3}/u.test(text);

/** A text as words are compared: without case, kinds of quotes and of space. */
export const fold = (text: string): string =>
  text
    // Before the rest: a normal form of an accent alone is a space and a mark.
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[-\u2010-\u2015]/g, " ")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/**
 * Whether one of the words stands in a text as a word, not within another: "AI" is not in "aim".
 * @param text both it and the words as `fold` gives them
 * @param isWhole whether a word's end must be a word's end; for short ones it must
 */
const holds = (text: string, words: readonly string[], isWhole: boolean): boolean =>
  words.some((word) => {
    for (let at = word === "" ? -1 : text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const after = isWhole || word.length < 4 ? text.charAt(at + word.length) : "";
      if (!isLetter(text.charAt(at - 1)) && !isLetter(after)) return true;
    }
    return false;
  });

const foldedLists = new WeakMap<readonly string[], readonly string[]>();
/** The words folded, once. */
const folded = (words: readonly string[]): readonly string[] => {
  const known = foldedLists.get(words);
  if (known) return known;
  const made = words.map(fold);
  foldedLists.set(words, made);
  return made;
};

/** The key by which a record has a page's language: all of its code, such as "pt-BR", or its first part. */
const keyFor = (record: Readonly<Record<string, unknown>>, lang: string): string | undefined => {
  const wanted = (lang || "en").toLowerCase().replaceAll("-", "_");
  const keys = Object.keys(record);
  return (
    keys.find((key) => key.toLowerCase() === wanted) ?? keys.find((key) => key === wanted.split("_", 1)[0])
  );
};

const forLang = <Value>(record: Readonly<Record<string, Value>>, lang: string): Value | undefined =>
  record[keyFor(record, lang) ?? ""];

const holdsPhrase = (text: string, { phrases }: Words): boolean =>
  folded(phrases).some((phrase) => text.includes(phrase));

/** The language of whose phrases for a setting one stands in a folded text: the page's own first. */
const phraseLanguage = (text: string, { words }: WordedSetting, lang: string): string | undefined => {
  const here = keyFor(words, lang);
  const keys = here === undefined ? Object.keys(words) : [here, ...Object.keys(words)];
  return keys.find((key) => holdsPhrase(text, words[key] as Words));
};

/** Whether it means the reverse, in a language of which no more is known. */
const isRefusal = (text: string, { site, lang }: Sought): boolean =>
  folded(forLang(site.refusals, lang) ?? []).some((word) =>
    SPACELESS.test(word) ? text.includes(word) : holds(text, [word], true),
  );

/** Whether the words of the sought setting are known in the page's language. */
export const isSpoken = ({ setting, lang }: Sought): boolean => keyFor(setting.words, lang) !== undefined;

/**
 * What means the reverse: in the language of the words that were found, else in the page's, and in English
 * where the setting has no words in that.
 */
const oppositeWords = (found: string | undefined, sought: Sought): readonly string[] => {
  const { languages } = sought.site;
  const known = [found ?? sought.lang, ...(found !== undefined || isSpoken(sought) ? [] : ["en"])];
  return known.flatMap((lang) => folded(forLang(languages, lang)?.opposite ?? []));
};

/** Whether a label has the site's own words for the setting, whatever else it says. */
export const hasPhrase = (label: string, { setting, lang }: Sought): boolean =>
  phraseLanguage(fold(label), setting, lang) !== undefined;

/** @param text one sentence, folded @param isOwn whether it is of the control's own label */
const weighSentence = (text: string, sought: Sought, isOwn: boolean): Says => {
  const { site, setting, lang } = sought;
  const found = phraseLanguage(text, setting, lang);
  if (holds(text, oppositeWords(found, sought), true)) return "opposite";
  if (found !== undefined) return "agrees";
  if (site.settings.some((other) => phraseLanguage(text, other, lang) !== undefined)) return "other";
  const words = forLang(setting.words, lang);
  if (!words) return isOwn && isRefusal(text, sought) ? "opposite" : "silent";
  const isTopic = holds(text, folded(words.topic), false) && holds(text, folded(words.act), false);
  if (holds(text, folded(words.other), true)) return isTopic ? "mixed" : "other";
  return isTopic ? "topic" : "silent";
};

/** Whether a sentence is too short to explain anything. */
const isCommand = (text: string): boolean =>
  SPACELESS.test(text) ? text.length <= SPACELESS_COMMAND : text.split(" ").length <= COMMAND;

/** Whether a later sentence of a label takes back what the first one says, as in "AI training. Opt out." */
const isTakenBack = (text: string, sought: Sought): boolean => {
  if (!isCommand(text)) return false;
  const opposite = oppositeWords(phraseLanguage(text, sought.setting, sought.lang), sought);
  const isOpposite = opposite.some((word) => word !== "" && text.startsWith(word));
  return isOpposite || (!isSpoken(sought) && isRefusal(text, sought));
};

/** A label in one line: the elements in it may part words, but no sentences. */
const inOneLine = (label: string): string =>
  label
    .replace(/(?<=[.!?])\n/g, " ")
    .replaceAll("\n", "")
    .replace(/\s+/g, " ")
    .trim();

/** Whether a line could be all of a label: it says what is sought, or speaks of AI where no more is known. */
const isLabel = (line: string, sought: Sought): boolean => {
  const text = fold(line);
  if (isSpoken(sought)) return weighSentence(text, sought, true) === "agrees";
  return !isRefusal(text, sought) && (SPACELESS.test(text) ? text.includes("ai") : holds(text, ["ai"], true));
};

/**
 * The sentences of a label. Where one element in it explains it or takes it back, that is a sentence of its
 * own, though no full stop stands before it. A word in it that is only set off, as in "do not", is none.
 */
const sentencesOf = (label: string, sought: Sought): readonly string[] => {
  const [line = "", explained = "", ...more] = label.split("\n").filter((one) => one.trim() !== "");
  const isSentence = ENDED.test(explained) || isCommand(fold(explained));
  const isExplained = more.length === 0 && isSentence && isLabel(line, sought);
  return isExplained ? [line, ...explained.split(SENTENCE)] : inOneLine(label).split(SENTENCE);
};

/**
 * What a label says, by its first sentence that says something: the rest explains, and may well say "we do
 * not …".
 * @param label a line for each element in it
 * @param isOwn whether it is the control's own label: a question beside it may well end in "or not?"
 */
export const weighLabel = (label: string, sought: Sought, isOwn = false): Says => {
  const [first = "", ...rest] = sentencesOf(label, sought).map(fold);
  const says = weighSentence(first, sought, isOwn);
  if (!isOwn) return says;
  if (rest.some((text) => isTakenBack(text, sought))) return "opposite";
  // Of a language without words, a long sentence may refuse anything, once the label has spoken of AI.
  if (says !== "silent" || (!isSpoken(sought) && isLabel(first, sought))) return says;
  return rest.map((text) => weighSentence(text, sought, isOwn)).find((one) => one !== "silent") ?? "silent";
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

/**
 * Whether one of a control's own labels names it. A word such as "Toggle" or "Off" names nothing: then its
 * row does.
 */
export const isNamed = (own: readonly string[], sought: Sought): boolean =>
  weighOwn(own, sought).some(({ label, says }) => says !== "silent" || /\S\s+\S/.test(label));

/**
 * The label that tells the most.
 * @param own the control's own, by its markup, the strongest first
 * @param row texts of its row
 */
export const chooseLabel = (own: readonly string[], row: readonly string[], sought: Sought): Label => {
  const all = [
    ...weighOwn(own, sought),
    ...row.map((label) => ({ label, says: weighLabel(label, sought), isOwn: hasPhrase(label, sought) })),
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
  const language = forLang(site.languages, lang);
  if (!language) return null;
  const text = fold(last);
  const ends = (words: readonly string[]) =>
    folded(words).some((word) => text === word || text.endsWith(` ${word}`));
  // The longer word may end in the shorter one, as in "pas activé".
  if (ends(language.off)) return "off";
  return ends(language.on) ? "on" : null;
};
