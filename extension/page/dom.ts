/**
 * Reading a page that may be hostile: each member is called through its prototype, because named fields of a
 * form or of the document hide the members of the same name (DOM clobbering, also in Chromium's isolated
 * world).
 */

import { bridge } from "./bridge.ts";

const XHTML = "http://www.w3.org/1999/xhtml";
// elements that may be queried as a whole (under 3 ms); a real settings page has some 3,000
const SMALL = 20_000;
const NEAR = 400; // elements around a switch that may be queried each frame
const NEAR_LEVELS = 5;
const LONGEST = 2000; // characters of an attribute that tell anything

type Callable = (...args: never[]) => unknown;

/** A method of a prototype, as a function of what it is called on. */
const method = <Self extends object, Name extends keyof Self>(prototype: Self, name: Name) => {
  const found = prototype[name];
  type Method = Extract<Self[Name], Callable>;
  return (self: Self, ...args: Parameters<Method>): ReturnType<Method> =>
    Reflect.apply(found as (...all: unknown[]) => ReturnType<Method>, self, args);
};

/** A getter of a prototype, as a function of what it is read from. */
const getter = <Self extends object, Name extends keyof Self>(prototype: Self, name: Name) => {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get as () => Self[Name];
  return (self: Self): Self[Name] => Reflect.apply(get, self, []);
};

export const firstChild = getter(Node.prototype, "firstChild");
export const nextSibling = getter(Node.prototype, "nextSibling");
const nodeType = getter(Node.prototype, "nodeType");
const compare = method(Node.prototype, "compareDocumentPosition");
const contains = method(Node.prototype, "contains");
const getAttribute = method(Element.prototype, "getAttribute");
const nearest = method(Element.prototype, "closest");
const namespace = getter(Element.prototype, "namespaceURI");
export const openRoot = getter(Element.prototype, "shadowRoot");
const hostOf = getter(ShadowRoot.prototype, "host");
export const viewOf = getter(Document.prototype, "defaultView");
export const documentOf = getter(Node.prototype, "ownerDocument") as (element: Element) => Document;
export const data = getter(CharacterData.prototype, "data");
const isVisible = method(Element.prototype, "checkVisibility");
const byTag = method(Element.prototype, "getElementsByTagName");
const createWalker = method(Document.prototype, "createTreeWalker");
const nextNode = method(TreeWalker.prototype, "nextNode");
const inputLabels = getter(HTMLInputElement.prototype, "labels");
const buttonLabels = getter(HTMLButtonElement.prototype, "labels");

const documentElement = getter(Document.prototype, "documentElement");
const documentBody = getter(Document.prototype, "body");
const documentState = getter(Document.prototype, "readyState");
const documentFonts = getter(Document.prototype, "fonts");
const documentTitle = getter(Document.prototype, "title");
const documentHidden = getter(Document.prototype, "hidden");
const documentCreate = method(Document.prototype, "createElement");
const documentText = method(Document.prototype, "createTextNode");
const fromPoint = method(Document.prototype, "elementFromPoint");
const allFromPoint = method(Document.prototype, "elementsFromPoint");

const elementQuery = method(Element.prototype, "querySelector");
const elementQueryAll = method(Element.prototype, "querySelectorAll");
const documentQuery = method(Document.prototype, "querySelector");
const documentQueryAll = method(Document.prototype, "querySelectorAll");
const documentById = method(Document.prototype, "getElementById");
const fragmentQuery = method(DocumentFragment.prototype, "querySelector");
const fragmentQueryAll = method(DocumentFragment.prototype, "querySelectorAll");
const fragmentById = method(DocumentFragment.prototype, "getElementById");

export const isElement = (node: Node): node is Element => nodeType(node) === 1;
const isDocument = (node: Node): node is Document => nodeType(node) === 9;
const isFragment = (node: Node): node is ShadowRoot => nodeType(node) === 11;
export const isText = (node: Node): node is Text => nodeType(node) === 3;

export const isConnected = getter(Node.prototype, "isConnected");
const parentNode = getter(Node.prototype, "parentNode");
export const rootOf = method(Node.prototype, "getRootNode");
export const matches = method(Element.prototype, "matches");
export const tag = getter(Element.prototype, "localName");
export const rect = method(Element.prototype, "getBoundingClientRect");
export const childCount = getter(Element.prototype, "childElementCount");
export const first = getter(Element.prototype, "firstElementChild");
export const last = getter(Element.prototype, "lastElementChild");
export const next = getter(Element.prototype, "nextElementSibling");
export const previous = getter(Element.prototype, "previousElementSibling");
export const scrollIntoView = method(Element.prototype, "scrollIntoView");
/** What these are called on may be of another realm (a frame), whose types are of the same kind. */
export const isChecked = getter(HTMLInputElement.prototype, "checked") as (input: Element) => boolean;
export const isCheckedAtFirst = getter(HTMLInputElement.prototype, "defaultChecked") as (
  input: Element,
) => boolean;
export const fieldValue = getter(HTMLInputElement.prototype, "value") as (input: Element) => string;
export const isIndeterminate = getter(HTMLInputElement.prototype, "indeterminate") as (
  input: Element,
) => boolean;
export const click = method(HTMLElement.prototype, "click") as (element: Element) => void;
export const frameDocument = getter(HTMLIFrameElement.prototype, "contentDocument") as (
  frame: Element,
) => Document | null;

export const html = (): HTMLElement => documentElement(document);
export const body = (): HTMLElement | null => documentBody(document);
export const readyState = (): DocumentReadyState => documentState(document);
export const fonts = (): FontFaceSet => documentFonts(document);
export const title = (): string => documentTitle(document);
export const isHidden = (): boolean => documentHidden(document);
export const create = <Name extends keyof HTMLElementTagNameMap>(name: Name) =>
  documentCreate(document, name) as HTMLElementTagNameMap[Name];
export const createText = (content: string): Text => documentText(document, content);
export const elementAt = (x: number, y: number): Element | null => fromPoint(document, x, y);
export const elementsAt = (x: number, y: number): Element[] => allFromPoint(document, x, y);

export const attributeNames = method(Element.prototype, "getAttributeNames");

export const attribute = (element: Element, name: string): string | null =>
  getAttribute(element, name)?.slice(0, LONGEST) ?? null;

/** Of an input or a button; on a large page those nearby: to ask for all leads through the whole of it. */
export const labelsOf = (control: Element): readonly Element[] => {
  if (isLarge()) {
    const near = [...surroundings(control)].at(-1);
    const id = attribute(control, "id");
    const isOwn = (label: Element) => {
      const named = attribute(label, "for");
      return named === null ? contains(label, control) : named === id;
    };
    return near ? queryAll(near, "label").filter(isOwn) : [];
  }
  const labels = tag(control) === "button" ? buttonLabels : inputLabels;
  return [...((labels as (one: Element) => NodeListOf<HTMLLabelElement> | null)(control) ?? [])];
};

/** The first element below a root or an element that a selector fits. */
export const query = (root: Node, selector: string): Element | null => {
  if (isElement(root)) return elementQuery(root, selector);
  return isDocument(root) ? documentQuery(root, selector) : fragmentQuery(root as DocumentFragment, selector);
};

export const queryAll = (root: Node, selector: string): Element[] => {
  if (isElement(root)) return [...elementQueryAll(root, selector)];
  return [
    ...(isDocument(root)
      ? documentQueryAll(root, selector)
      : fragmentQueryAll(root as DocumentFragment, selector)),
  ];
};

/** In a document or shadow root; null in what is neither. */
export const byId = (root: Node, id: string): Element | null => {
  if (isDocument(root)) return documentById(root, id);
  return isFragment(root) ? fragmentById(root, id) : null;
};

/** The shadow root of an element, closed ones too; null where there is none. */
export const shadow = (element: Element): ShadowRoot | null => {
  const open = openRoot(element);
  if (open) return open;
  const { dom } = bridge().api;
  if (dom) return namespace(element) === XHTML ? dom.openOrClosedShadowRoot(element as HTMLElement) : null;
  return element.openOrClosedShadowRoot ?? null;
};

/** What holds a root: a shadow root's host, a same-origin frame's element. */
const holder = (root: Node): Element | null => {
  if (isFragment(root)) return isConnected(root) ? hostOf(root) : null;
  return isDocument(root) ? (viewOf(root)?.frameElement ?? null) : null;
};

/** What holds an element: nodes, each of which would lose a child if it were taken out of the page. */
export const holders = (element: Element): Node[] => {
  const found: Node[] = [];
  for (let at: Node | null = element; at; at = parentNode(at) ?? holder(at)) found.push(at);
  return found.slice(1);
};

/** The parent as drawn, out of shadow roots and frames too. */
export const parent = (node: Node): Element | null => {
  const up = parentNode(node);
  return up && !isElement(up) ? holder(up) : up;
};

/** The first answer on the way up: of an element in its own root, then of each root's holder. */
export const upwards = <Answer>(
  element: Element,
  ask: (at: Element) => Answer | null | false,
): Answer | null => {
  for (let at: Element | null = element; at; at = holder(rootOf(at))) {
    const answer = ask(at);
    if (answer) return answer;
  }
  return null;
};

/** Like `closest` of the platform, but through roots and frames. */
export const closest = (element: Element, selector: string): Element | null =>
  upwards(element, (at) => nearest(at, selector));

/** Whether one lies in the other as drawn, or is it. */
export const encloses = (outer: Element, inner: Element): boolean =>
  upwards(inner, (at) => contains(outer, at)) !== null;

/** Of two nodes of the same root. */
export const isAfter = (one: Node, other: Node): boolean =>
  (compare(one, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

export const DIALOG = 'dialog,[role="dialog"],[role="alertdialog"],[aria-modal="true"]';

/** The dialog that holds an element. */
export const dialogOf = (element: Element): Element | null => closest(element, DIALOG);

export const texts = function* (node: Node): Generator<Text> {
  if (isText(node)) return yield node;
  const walker = createWalker(document, node, NodeFilter.SHOW_TEXT);
  for (let at = nextNode(walker); at; at = nextNode(walker)) yield at as Text;
};

/** The texts in a node, in order, up to about so many characters in all. */
const textsUpTo = function* (node: Node, enough: number): Generator<Text> {
  let length = 0;
  let steps = 0;
  for (const part of texts(node)) {
    yield part;
    length += data(part).length;
    steps += 1;
    if (length >= enough || steps >= enough) return;
  }
};

/** The text of a node, cut at `limit` characters, white space folded; costs no more however much there is. */
export const text = (node: Node, limit = 400): string => {
  const enough = limit * 4;
  const parts = [...textsUpTo(node, enough)].map((part) => data(part).slice(0, enough));
  return parts.join("").replace(/\s+/g, " ").trim().slice(0, limit);
};

/** The same with a line break wherever an element in it begins or ends between two texts. */
export const lines = (node: Node, limit = 400): string => {
  const enough = limit * 4;
  let found = "";
  let before: Node | null = null;
  for (const part of textsUpTo(node, enough)) {
    const holds = parentNode(part);
    const piece = data(part).slice(0, enough).replace(/\s+/g, " ");
    found += before !== null && holds !== before ? `\n${piece}` : piece;
    before = holds;
  }
  return found.trim().slice(0, limit);
};

/** Whether words stand between two elements of one root. @param around holds both; small */
export const hasWordsBetween = (one: Element, other: Element, around: Element): boolean => {
  const [start, end] = isAfter(one, other) ? [one, other] : [other, one];
  const isWord = (at: Text) => /(?:\p{L}\p{M}*){2}/u.test(data(at));
  for (const at of texts(around)) {
    if (isAfter(start, at) && !contains(start, at) && isAfter(at, end) && isWord(at)) return true;
  }
  return false;
};

/** Whether text stands directly in an element. */
export const hasOwnText = (element: Element): boolean => {
  for (let node = firstChild(element), step = 0; node && step < 100; node = nextSibling(node), step += 1) {
    if (isText(node) && text(node, 1) !== "") return true;
  }
  return false;
};

/** Whether an element has more elements in it than `size`; costs at most `size` steps. */
export const isLarger = (element: Element, size: number): boolean => byTag(element, "*").item(size) !== null;

/** Whether the page is too large to be queried as a whole while it changes. */
export const isLarge = (): boolean => {
  const top = body();
  return top !== null && isLarger(top, SMALL);
};

/** What stands around an element, the nearest first, as far as it may be queried each frame. */
export const surroundings = function* (element: Element): Generator<Element> {
  let at = parent(element);
  for (let level = 0; at && level < NEAR_LEVELS && !isLarger(at, NEAR); level += 1, at = parent(at)) yield at;
};

/** Whether an element holds nothing, or begins with white space. */
export const isBlank = (element: Element): boolean => {
  const node = firstChild(element);
  return node === null || (isText(node) && text(node, 1) === "");
};

/** Drawn, be it transparent: many switches are a transparent input over a picture. */
export const isRendered = (element: Element): boolean => {
  const owner = documentOf(element);
  const frame = owner === document ? null : viewOf(owner)?.frameElement;
  return isVisible(element, { visibilityProperty: true }) && (!frame || isSeen(frame));
};

/** Drawn, and not transparent. */
export const isSeen = (element: Element): boolean =>
  isVisible(element, { visibilityProperty: true, opacityProperty: true });
