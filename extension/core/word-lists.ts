/** Texts as they are compared with the words of the site files, and lists of those. */

import type { WordedSite, WordList } from "./site.ts";

/** Words run into each other in these scripts. */
export const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Telugu}]/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
/**
 * Whether a letter stands there. A space is the usual answer: to ask the pattern the first time takes 1 ms.
 */
const isLetter = (character: string): boolean =>
  character !== "" && character !== " " && LETTER.test(character);
/** What a word of the site file ends in that may go on, such as "train*". */
const STEM = "*";
/**
 * Whether a text has a word in it: three letters, with the vowel signs that some scripts write as marks; two
 * where words run into each other.
 */
export const isWordy = (text: string): boolean =>
  /(?:\p{L}\p{M}*){3}/u.test(text) || (SPACELESS.test(text) && /(?:\p{L}\p{M}*){2}/u.test(text));

/** A text as words are compared: without case, kinds of quotes and of space. */
export const fold = (text: string): string =>
  text
    // Before the rest: a normal form of an accent alone is a space and a mark.
    .replace(/[\u2018\u2019\u02bc\u00b4\u05f3`]/g, "'")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("i\u0307", "i") // what a Turkish capital becomes
    .replaceAll("\u0131", "i") // what becomes of it where nobody knows that it is one
    .replace(/[\u0640\u064b-\u0652]/g, "") // vowels that Arabic may write
    .replace(/[-\u2010-\u2015]/g, " ")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** Whether a letter goes on with the word whose edge stands beside it. */
const goesOn = (edge: string, beside: string): boolean =>
  isLetter(beside) && !SPACELESS.test(edge) && !SPACELESS.test(beside);

/** A word of the site file without the sign of a stem. */
export const stemOf = (word: string): string => (word.endsWith(STEM) ? word.slice(0, -1) : word);

/**
 * Whether one of the words stands in a text as a word, not within another: "AI" is not in "aim". A stem may
 * go on.
 * @param text both it and the words as `fold` gives them
 */
export const holds = (text: string, words: readonly string[]): boolean =>
  words.some((word) => {
    const stem = stemOf(word);
    for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
      const isBegun = goesOn(stem.charAt(0), text.charAt(at - 1));
      const after = stem === word ? text.charAt(at + stem.length) : "";
      if (!isBegun && !goesOn(stem.slice(-1), after)) return true;
    }
    return false;
  });

/** The "no" by which Vietnamese asks, before its question mark, and the "or not" of Thai, which has none. */
const TAG = /(?: (?:không|chưa) ?\?|หรือไม่ ?\??)$/;

/** A question without the word for "no" that only makes it one. @param text folded */
export const withoutTag = (text: string): string => text.replace(TAG, "");

const foldedLists = new Map<string, readonly string[]>();
/** The words of a list, folded, once. */
export const folded = (list: WordList = ""): readonly string[] => {
  const known = foldedLists.get(list);
  if (known) return known;
  const made = list === "" ? [] : list.split("|").map(fold);
  foldedLists.set(list, made);
  return made;
};

/** Whether a word is one language's: short ones, such as "no" and "di", are in many. */
const isTelling = (word: string): boolean => stemOf(word).length > 3 || !/\p{Script=Latin}/u.test(word);

const tellingLists = new WeakMap<WordedSite, readonly string[]>();
/** What means the reverse in any language, where that is the language's own. */
export const tellingOpposites = (site: WordedSite): readonly string[] => {
  const known = tellingLists.get(site);
  if (known) return known;
  const all = Object.values(site.languages).flatMap(({ opposite }) => folded(opposite));
  const made = [...new Set(all)].filter(isTelling);
  tellingLists.set(site, made);
  return made;
};
