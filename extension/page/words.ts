/** Finds what a page calls by known words: to be ringed, never pressed. */

import { SELECTOR } from "./controls.ts";
import * as dom from "./dom.ts";

const NAMES = "label,legend,dt,h1,h2,h3,h4,h5,h6,p,strong,b,button,a,span,div";
const CONTROLS = `${SELECTOR},button,select,input,a[href],[role="button" i],[aria-haspopup]`;
const MOST = 3; // rows; what is named more often is not told from others
const ROW_SIZE = 80; // elements; what holds more is no row
const ROW_LEVELS = 5;

const plain = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();

/** The row of a name: the nearest holder with a control in it, else the name itself. */
const rowOf = (name: Element): Element => {
  for (let at: Element | null = name, level = 0; at && level < ROW_LEVELS; at = dom.parent(at), level += 1) {
    if (dom.matches(at, "main,body,html") || dom.isLarger(at, ROW_SIZE)) break;
    if (dom.matches(at, CONTROLS) || dom.query(at, CONTROLS)) return at;
  }
  return name;
};

/** The rows that begin with one of the words; none where it cannot be told which. */
export const rowsNamed = (words: readonly string[]): Element[] => {
  if (words.length === 0 || dom.isLarge()) return [];
  const wanted = words.map(plain);
  const isNamed = (element: Element): boolean => {
    if (dom.isLarger(element, ROW_SIZE)) return false;
    const text = plain(dom.text(element, 300));
    return wanted.some((one) => text.startsWith(one));
  };
  const named = dom.queryAll(document, NAMES).filter(isNamed);
  // The innermost alone.
  const inner = named.filter((one, index) => {
    const next = named[index + 1];
    return !(next && dom.encloses(one, next)) && dom.isRendered(one);
  });
  const rows = [...new Set(inner.map(rowOf))];
  return rows.length <= MOST ? rows : [];
};
