/** Finds what a page calls by known words: to be ringed, never pressed. */

import { SELECTOR } from "./controls.ts";
import * as dom from "./dom.ts";

const CONTROLS = `${SELECTOR},button,select,input,a[href],[role="button" i],[aria-haspopup]`;
const MOST = 3; // rows; what is named more often is not told from others
const LEAST = 4; // characters of the words that one text has, where they are in several
const ROW_SIZE = 80; // elements; what holds more is no row
const ROW_LEVELS = 5;
const NAME_LEVELS = 3; // … up from its first text, where its words are in several

const plain = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();

/** The smallest element around a text that begins with one of the words. */
const nameOf = (text: Text, wanted: readonly string[]): Element | null => {
  const start = plain(dom.data(text).slice(0, 300));
  const isLikely = wanted.some(
    (one) => start.startsWith(one) || (start.length >= LEAST && one.startsWith(start)),
  );
  let at = isLikely ? dom.parent(text) : null;
  for (let level = 0; at && level < NAME_LEVELS; level += 1, at = dom.parent(at)) {
    const all = plain(dom.text(at, 300));
    if (wanted.some((one) => all.startsWith(one))) return dom.isRendered(at) ? at : null;
  }
  return null;
};

/** The row of a name: the nearest holder with a control in it, else the name itself. */
const rowOf = (name: Element): Element => {
  for (let at: Element | null = name, level = 0; at && level < ROW_LEVELS; at = dom.parent(at), level += 1) {
    if (dom.matches(at, "main,body,html") || dom.isLarger(at, ROW_SIZE)) break;
    if (dom.matches(at, CONTROLS) || dom.query(at, CONTROLS)) return at;
  }
  return name;
};

/** Which of the words a row has, as they are written there; "" for none. */
export const wordsIn = (row: Element, words: readonly string[]): string => {
  const text = dom.text(row);
  const low = text.toLowerCase();
  const word = words.map(plain).find((one) => low.includes(one)) ?? "";
  const at = low.indexOf(word);
  return text.slice(at, at + word.length);
};

/** The rows that begin with one of the words; none where it cannot be told which. */
export const rowsNamed = (words: readonly string[]): Element[] => {
  const body = dom.body();
  if (words.length === 0 || !body || dom.isLarge()) return [];
  const wanted = words.map(plain);
  const rows = new Set<Element>();
  for (const text of dom.texts(body)) {
    const name = nameOf(text, wanted);
    if (name) rows.add(rowOf(name));
    if (rows.size > MOST) return [];
  }
  return [...rows];
};
