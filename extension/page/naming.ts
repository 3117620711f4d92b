/** What a page's markup calls a control: its preference keys, its own labels, the texts of its row. */

import { isWordy } from "../core/word-lists.ts";
import type { Control } from "./controls.ts";
import { labelsOf, SELECTOR } from "./controls.ts";
import * as dom from "./dom.ts";

/** Elements; what holds more is no row. */
const ROW_SIZE = 400;
// on some of LinkedIn's pages the label is in the great-grandparent (brave/psst-component)
const ROW_LEVELS = 5;
const ROW_TEXTS = 40;
const WRAPPER_LEVELS = 4;
const HOLDER_LEVELS = 8; // a row drawn by React Native for the web is deep
const BLOCKS = "p,h3,h4,h5,h6,label,legend,dt,strong,span,div";
const HEADED = "p,div,h1,h2,h3,h4,h5,h6";

const words = (text: string | null): string[] => (text ?? "").split(/\s+/).filter(Boolean);

/** The element that a part refers to. A page may keep a copy that is not drawn, with the same ids. */
const referred = (part: Element, id: string): Element | null => {
  const first = dom.byId(dom.rootOf(part), id);
  const near = first && !dom.isRendered(first) ? [...dom.surroundings(part)].at(-1) : undefined;
  return (near && dom.queryAll(near, `[id=${JSON.stringify(id)}]`).find(dom.isRendered)) ?? first;
};

const labelledBy = (part: Element): Element[] =>
  words(dom.attribute(part, "aria-labelledby"))
    .map((id) => referred(part, id))
    .filter((element) => element !== null);

/** The control's own labels, by its markup, the strongest first; a line for each element in one. */
export const ownLabels = ({ parts }: Control): string[] => {
  const labels = parts.flatMap((part) => {
    const named = labelledBy(part).map((element) => dom.lines(element));
    return [
      // Together first: one part may say the opposite of the other.
      named.join(" \n"),
      ...named,
      dom.attribute(part, "aria-label") ?? "",
      ...labelsOf(part).map((label) => dom.lines(label)),
      dom.attribute(part, "title") ?? "",
      dom.lines(part),
    ];
  });
  return labels.filter(isWordy);
};

/**
 * The text right above an element, after the control before it. @param others controls beside it in the
 * holder
 */
const textAbove = (element: Element, others: readonly Control[], holder: Element): string[] => {
  const isBetween = (block: Element) =>
    dom.isAfter(block, element) &&
    !others.some((other) => dom.isAfter(block, other.element) && dom.isAfter(other.element, element));
  return dom
    .queryAll(holder, BLOCKS)
    .filter((block) => !dom.query(block, `${HEADED},${SELECTOR}`) && isBetween(block))
    .map((block) => dom.text(block))
    .filter(isWordy)
    .slice(-1);
};

/** The texts of a control's row. @param others the page's controls: a holder of another one is no row */
export const rowLabels = (control: Control, others: readonly Control[]): string[] => {
  // What names the page names no switch on it, and what names a section no button that stands beside it.
  const title = dom.matches(control.element, "[aria-pressed]") ? "h1,h2" : "h1";
  let holder = dom.parent(control.element);
  for (let level = 0; holder && level < ROW_LEVELS; level += 1, holder = dom.parent(holder)) {
    if (dom.matches(holder, "main,body,html") || dom.isLarger(holder, ROW_SIZE)) break;
    const row = holder;
    const inside = others.filter((other) => other !== control && dom.encloses(row, other.element));
    if (inside.length > 0) return textAbove(control.element, inside, row);
    const texts = dom
      .queryAll(row, BLOCKS)
      .slice(0, ROW_TEXTS)
      .filter((block) => !dom.query(block, HEADED) && !dom.closest(block, title))
      .map((block) => dom.text(block))
      .filter(isWordy);
    if (texts.length > 0) return texts;
    const bare = dom.query(row, title) ? "" : dom.text(row);
    if (isWordy(bare)) return [bare];
  }
  return [];
};

/** The custom elements and shadow hosts that wrap an element. */
const wrappersOf = (part: Element): Element[] => {
  const found: Element[] = [];
  let at = part;
  for (let level = 0; level < WRAPPER_LEVELS; level += 1) {
    const up = dom.parent(at);
    if (!up) break;
    const isHost = dom.rootOf(up) !== dom.rootOf(at) && !dom.tag(up).endsWith("frame");
    if (dom.tag(up).includes("-") || isHost) found.push(up);
    at = up;
  }
  return found;
};

/** The elements that hold no other control. */
const ownHolders = ({ element, parts }: Control): Element[] => {
  const found: Element[] = [];
  for (let at = dom.parent(element); at && found.length < HOLDER_LEVELS; at = dom.parent(at)) {
    const isRow = !dom.matches(at, "main,body,html") && !dom.isLarger(at, ROW_SIZE);
    if (!isRow || !dom.queryAll(at, SELECTOR).every((one) => parts.includes(one))) break;
    found.push(at);
  }
  return found;
};

/**
 * Every name of a control that may be a preference key: ids, names, references.
 * @param attribute of the site's own, on the control or on what holds no other
 */
export const keysOf = (control: Control, attribute?: string): Set<string> => {
  const elements = control.parts.flatMap((part) => [part, ...labelsOf(part), ...wrappersOf(part)]);
  const read = (from: readonly Element[], name: string) =>
    from.flatMap((element) => words(dom.attribute(element, name)));
  const named = ["aria-labelledby", "id", "name"].flatMap((name) => read(elements, name));
  return new Set(attribute ? [...named, ...read([...elements, ...ownHolders(control)], attribute)] : named);
};

/** The last words of a row in a list of settings. */
export const lastWords = (row: Element): string => {
  if (dom.isLarger(row, ROW_SIZE)) return "";
  const leaves = dom.queryAll(row, "*").filter((leaf) => dom.first(leaf) === null);
  return leaves.map((leaf) => dom.text(leaf)).findLast((text) => text !== "") ?? dom.text(row);
};
