/** Finding the controls of a page at a cost that does not grow with the page. */

import type { Setting, Site } from "../core/site.ts";
import type { Control } from "./controls.ts";
import { groupControls, SELECTOR } from "./controls.ts";
import * as dom from "./dom.ts";

/**
 * light: without shadow roots and frames; deep: with the likely ones; thorough: whatever it costs, for a
 * press.
 */
export type Reach = "light" | "deep" | "thorough";

export interface Survey {
  readonly controls: readonly Control[];
  /** shadow roots and frames' documents, which have to be watched besides the document */
  readonly roots: readonly Node[];
}

const STEPS = 1500; // elements visited in search of shadow roots and frames
const ENDS = 40; // of a long list of like rows, only this many at either end
/** The elements that the platform lets have a shadow root. */
// biome-ignore format: one name a line would take a page
const HOSTS = new Set([
  "article", "aside", "blockquote", "body", "div", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header",
  "main", "nav", "p", "section", "span",
]);

const childrenOf = (element: Element): Element[] => {
  const found: Element[] = [];
  const isLong = dom.childCount(element) > 2 * ENDS;
  for (let at = dom.first(element); at && !(isLong && found.length === ENDS); at = dom.next(at))
    found.push(at);
  if (isLong) {
    for (let at = dom.last(element); at && found.length < 2 * ENDS; at = dom.previous(at)) found.push(at);
  }
  return found;
};

/**
 * The roots that a query does not reach: shadow roots, closed ones too, and same-origin frames.
 * @param isThorough asks each element that can have a root, not only the likely ones
 */
const rootsBelow = (top: Element, isThorough: boolean): Node[] => {
  const found: Node[] = [];
  const queue = [top];
  for (const [step, element] of queue.entries()) {
    if (!isThorough && step >= STEPS) break;
    const name = dom.tag(element);
    const below = childrenOf(element);
    const isLikely =
      name.includes("-") || (HOSTS.has(name) && (isThorough || (below.length === 0 && dom.isBlank(element))));
    const root = name === "iframe" ? dom.frameDocument(element) : isLikely ? dom.shadow(element) : null;
    if (root) {
      found.push(root);
      for (let at = dom.query(root, "*"); at; at = dom.next(at)) queue.push(at);
    }
    queue.push(...below);
  }
  return found;
};

/** The switches near the element with a setting's key: itself, in it, or around it. */
const near = (label: Element): Element[] => {
  if (dom.matches(label, SELECTOR)) return [label];
  for (const part of dom.surroundings(dom.first(label) ?? label)) {
    const found = dom.queryAll(part, SELECTOR);
    if (found.length > 0) return found;
  }
  return [];
};

/** The page's main part. */
export const mainOf = (site: Site): Element | null => {
  const first = dom.query(document, site.page.main);
  if (!first || dom.isRendered(first)) return first;
  return dom.queryAll(document, site.page.main).find(dom.isRendered) ?? first;
};

/** The document and all roots in it, whatever it costs. */
export const everyRoot = (): Node[] => [document, ...rootsBelow(dom.html(), true)];

/** What is called by the setting's key: by its id, in constant time, or by the site's own attribute. */
const calledBy = ({ page: { keyAttribute } }: Site, { keys }: Setting): Element | null => {
  for (const key of keys) {
    const found =
      keyAttribute && !dom.isLarge()
        ? dom.query(document, `[${keyAttribute}=${JSON.stringify(key)}]`)
        : dom.byId(document, key);
    if (found) return found;
  }
  return null;
};

/** Whether anything is called by the setting's key. */
export const hasKey = (site: Site, setting: Setting): boolean => calledBy(site, setting) !== null;

/** The controls beside the setting's key. */
export const controlsByKey = (site: Site, setting: Setting): Control[] => {
  const label = calledBy(site, setting);
  return label ? groupControls(near(label)) : [];
};

/** Whether the key is found in more places than beside that control: then another one may be meant. */
export const isKeyElsewhere = ({ page }: Site, { keys }: Setting, { element }: Control): boolean => {
  const own = [...dom.surroundings(element)].at(-1) ?? element;
  const exact = ["id", "name", page.keyAttribute ?? "id"];
  const names = keys
    .map((key) => JSON.stringify(key))
    .flatMap((key) => [`[aria-labelledby~=${key}]`, ...exact.map((name) => `[${name}=${key}]`)]);
  return dom.queryAll(document, names.join(",")).some((bearer) => !dom.encloses(own, bearer));
};

/** All controls of the page. */
export const surveyPage = (site: Site, reach: Reach): Survey => {
  const body = dom.body();
  if (!body) return { controls: [], roots: [] };
  const isThorough = reach === "thorough";
  const roots = reach === "light" ? [] : rootsBelow(isThorough ? body : (mainOf(site) ?? body), isThorough);
  const wide: Node[] = isThorough || !dom.isLarge() ? [document] : [];
  const found = [...wide, ...roots].flatMap((root) => dom.queryAll(root, SELECTOR));
  return { controls: groupControls(found), roots };
};
