/** The structure of a page around its switches, as it stands: for a report, which weighs all of it first. */

import type { RawNode } from "../core/report.ts";
import { MOST_NODES } from "../core/report-limits.ts";
import type { Setting, Site } from "../core/site.ts";
import type { Control } from "./controls.ts";
import { isCovert, isInput, labelsOf, stateOfPart } from "./controls.ts";
import * as dom from "./dom.ts";
import { mainOf } from "./survey.ts";

const ENOUGH = 250; // elements, to which what else is in the main part fills it up
const CHILDREN = 3000; // nodes in one element that are looked at
const TEXTS = 30; // texts beside elements in one element
const REFERENCES = ["aria-labelledby", "aria-describedby"];
const TOLD_APART = "h1,h2,[role='heading'],input[type='password' i]";
/** Elements that show nothing by themselves; of a picture, what is in it says nothing. */
const SILENT = "script,style,noscript,template,link,meta,svg *";

const referred = (part: Element): Element[] =>
  REFERENCES.flatMap((name) => (dom.attribute(part, name) ?? "").split(/\s+/).slice(0, 5))
    .map((id) => (id ? dom.byId(dom.rootOf(part), id) : null))
    .filter((element) => element !== null);

/** The elements that are told, each with all that holds it. */
const choose = (
  { site, setting, body }: { site: Site; setting: Setting; body: Element },
  controls: readonly Control[],
): ReadonlySet<Element> => {
  const kept = new Set<Element>([body]);
  const keep = (element: Element, most = MOST_NODES): void => {
    const chain: Element[] = [];
    for (let at: Element | null = element; at && !kept.has(at); at = dom.parent(at)) chain.push(at);
    if (kept.size + chain.length <= most && !dom.matches(element, SILENT))
      for (const one of chain) kept.add(one);
  };
  const keepAll = (element: Element, most?: number): void => {
    keep(element, most);
    for (const one of dom.queryAll(element, "*")) keep(one, most);
  };
  for (const { parts } of controls)
    for (const part of parts) for (const one of [part, ...labelsOf(part), ...referred(part)]) keep(one);
  const attribute = site.page.keyAttribute;
  for (const key of setting.keys) {
    const named = attribute ? dom.query(document, `[${attribute}=${JSON.stringify(key)}]`) : null;
    for (const one of [dom.byId(document, key), named]) if (one) keep(one);
  }
  const main = mainOf(site) ?? body;
  for (const one of dom.queryAll(document, TOLD_APART).slice(0, TEXTS)) keep(one);
  for (const { element } of controls) {
    const row = [...dom.surroundings(element)].slice(0, 2).at(-1);
    if (row) keepAll(row);
  }
  keepAll(main, ENOUGH);
  // What lies beside a root is drawn by its slots.
  for (const one of [...kept]) {
    const root = dom.shadow(one);
    if (root) for (const inside of dom.queryAll(root, "*")) keep(inside);
  }
  return kept;
};

const drawnOf = (element: Element): RawNode["drawn"] => {
  if (dom.isRendered(element)) return isInput(element) && isCovert(element) ? "covert" : undefined;
  // A slot is never drawn itself, but what is put into it.
  if (dom.tag(element) === "slot") return undefined;
  const around = dom.parent(element);
  if (around && !dom.isRendered(around)) return undefined;
  for (let at = dom.first(element); at; at = dom.next(at)) if (dom.isRendered(at)) return "contents";
  return "none";
};

/** @param controls the page's controls, of which `told` are told by number */
export const structureOf = (
  place: { site: Site; setting: Setting; body: Element },
  controls: readonly Control[],
  told: readonly Element[],
): RawNode => {
  const kept = choose(place, controls);

  /** What is in an element or a root, in order, and how many elements of it are left out. */
  const contentsOf = (holder: Node): { children: (RawNode | string)[]; left: number } => {
    const children: (RawNode | string)[] = [];
    let texts = 0;
    let left = 0;
    let at = dom.firstChild(holder);
    for (let step = 0; at && step < CHILDREN; step += 1, at = dom.nextSibling(at)) {
      if (dom.isText(at)) {
        const text = dom.text(at);
        if (text === "" || texts === TEXTS) continue;
        texts += 1;
        children.push(text);
      } else if (dom.isElement(at)) {
        if (kept.has(at)) children.push(nodeOf(at));
        else if (!dom.matches(at, SILENT)) left += 1;
      }
    }
    return { children, left };
  };

  const insideOf = (element: Element): RawNode[] => {
    if (dom.tag(element) === "iframe") {
      const frame = dom.frameDocument(element);
      const body = frame && dom.query(frame, "body");
      return body && kept.has(body) ? [{ tag: "#frame", attributes: {}, ...contentsOf(body) }] : [];
    }
    const root = dom.shadow(element);
    if (!root) return [];
    return [{ tag: dom.openRoot(element) ? "#open" : "#closed", attributes: {}, ...contentsOf(root) }];
  };

  const nodeOf = (element: Element): RawNode => {
    const { children, left } = contentsOf(element);
    const names = dom.attributeNames(element);
    const control = told.indexOf(element);
    return {
      tag: dom.tag(element),
      attributes: Object.fromEntries(names.map((name) => [name, dom.attribute(element, name) ?? ""])),
      drawn: drawnOf(element),
      ...(isInput(element) && { state: stateOfPart(element) ?? "mixed" }),
      ...(control >= 0 && { control }),
      left,
      children: [...insideOf(element), ...children],
    };
  };

  return nodeOf(place.body);
};
