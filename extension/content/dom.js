"use strict";
// Reading a page that may be hostile: each member is called through its prototype, because named fields of a
// form or of the document hide the members of the same name (DOM clobbering, also in Chromium's isolated world).

const Dom = (() => {
  const XHTML = "http://www.w3.org/1999/xhtml";

  /** @param {object} proto @param {string} name @returns {(self: any, ...args: any[]) => any} */
  const method = (proto, name) => {
    const f = Reflect.get(proto, name);
    return (self, ...args) => Reflect.apply(f, self, args);
  };
  /** @param {object} proto @param {string} name @returns {(self: any) => any} */
  const getter = (proto, name) => {
    const get = /** @type {() => any} */ (Object.getOwnPropertyDescriptor(proto, name)?.get);
    return (self) => Reflect.apply(get, self, []);
  };

  const firstChild = getter(Node.prototype, "firstChild");
  const nodeType = getter(Node.prototype, "nodeType");
  const parentNode = getter(Node.prototype, "parentNode");
  const isConnected = getter(Node.prototype, "isConnected");
  const rootOf = method(Node.prototype, "getRootNode");
  const position = method(Node.prototype, "compareDocumentPosition");
  const contains = method(Node.prototype, "contains");
  const attribute = method(Element.prototype, "getAttribute");
  const matches = method(Element.prototype, "matches");
  const nearest = method(Element.prototype, "closest");
  const tag = getter(Element.prototype, "localName");
  const namespace = getter(Element.prototype, "namespaceURI");
  const openRoot = getter(Element.prototype, "shadowRoot");
  const hostOf = getter(ShadowRoot.prototype, "host");
  const viewOf = getter(Document.prototype, "defaultView");
  const frameDocument = getter(HTMLIFrameElement.prototype, "contentDocument");
  const inputLabels = getter(HTMLInputElement.prototype, "labels");
  const buttonLabels = getter(HTMLButtonElement.prototype, "labels");
  const documentGetters = {
    documentElement: getter(Document.prototype, "documentElement"),
    body: getter(Document.prototype, "body"),
    readyState: getter(Document.prototype, "readyState"),
    fonts: getter(Document.prototype, "fonts"),
    title: getter(Document.prototype, "title"),
    hidden: getter(Document.prototype, "hidden"),
  };
  const createElement = method(Document.prototype, "createElement");
  const rect = method(Element.prototype, "getBoundingClientRect");
  const checkVisibility = method(Element.prototype, "checkVisibility");
  const byTag = method(Element.prototype, "getElementsByTagName");

  const LONGEST = 2_000; // characters of an attribute that tell anything
  /** @param {Element} element @param {string} name @returns {string | null} */
  const attr = (element, name) => attribute(element, name)?.slice(0, LONGEST) ?? null;

  const query = {
    1: method(Element.prototype, "querySelector"),
    9: method(Document.prototype, "querySelector"),
    11: method(DocumentFragment.prototype, "querySelector"),
  };
  const elementAt = method(Document.prototype, "elementFromPoint");
  const elementsAt = method(Document.prototype, "elementsFromPoint");
  const nextSibling = getter(Node.prototype, "nextSibling");

  const queryAll = {
    1: method(Element.prototype, "querySelectorAll"),
    9: method(Document.prototype, "querySelectorAll"),
    11: method(DocumentFragment.prototype, "querySelectorAll"),
  };
  const byId = {
    9: method(Document.prototype, "getElementById"),
    11: method(DocumentFragment.prototype, "getElementById"),
  };
  /** @param {Node} node @returns {1 | 9 | 11} */
  const kind = (node) => nodeType(node);

  /**
   * The shadow root of an element, closed ones too; null where there is none.
   * @param {Element} element
   * @returns {ShadowRoot | null}
   */
  const shadow = (element) => {
    const open = openRoot(element);
    if (open) return open;
    const dom = /** @type {any} */ (api).dom;
    if (dom) return namespace(element) === XHTML ? dom.openOrClosedShadowRoot(element) : null;
    return /** @type {any} */ (element).openOrClosedShadowRoot ?? null;
  };

  /** @param {Node} root @returns {Element | null} what holds a root: a shadow root's host, a same-origin frame's element */
  const holder = (root) => {
    if (nodeType(root) === 11) return isConnected(root) ? hostOf(root) : null;
    return nodeType(root) === 9 ? (viewOf(root)?.frameElement ?? null) : null;
  };

  /** @param {Node} node @returns {Element | null} the parent as drawn, out of shadow roots and frames too */
  const parent = (node) => {
    const up = parentNode(node);
    return up && nodeType(up) !== 1 ? holder(up) : up;
  };

  /**
   * The first answer on the way up: of an element in its own root, then of each root's holder.
   * @template T
   * @param {Element} element
   * @param {(at: Element) => T | null | false} ask
   * @returns {T | null}
   */
  const upwards = (element, ask) => {
    for (let at = /** @type {Element | null} */ (element); at; at = holder(rootOf(at))) {
      const answer = ask(at);
      if (answer) return answer;
    }
    return null;
  };

  /** @param {Element} element @param {string} selector @returns {Element | null} like `closest`, but through roots and frames */
  const closest = (element, selector) => upwards(element, (at) => nearest(at, selector));

  /** @param {Element} outer @param {Element} inner @returns {boolean} whether inner lies in outer as drawn, or is it */
  const encloses = (outer, inner) => upwards(inner, (at) => contains(outer, at)) !== null;

  const DIALOG = 'dialog,[role="dialog"],[role="alertdialog"],[aria-modal="true"]';

  /** @param {Node} first @param {Node} second of the same root @returns {boolean} */
  const isAfter = (first, second) => (position(first, second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const walk = method(Document.prototype, "createTreeWalker");
  const nextText = method(TreeWalker.prototype, "nextNode");
  const data = getter(CharacterData.prototype, "data");

  /**
   * The text of a node, cut at `limit` characters, white space folded; costs no more however much there is.
   * @param {Node} node @param {number} [limit] @returns {string}
   */
  const text = (node, limit = 400) => {
    let found = "";
    const enough = limit * 4;
    const texts = nodeType(node) === 3 ? null : walk(document, node, NodeFilter.SHOW_TEXT);
    let at = texts ? nextText(texts) : node;
    for (let step = 0; at && found.length < enough && step < enough; step += 1) {
      found += data(at).slice(0, enough);
      at = texts && nextText(texts);
    }
    return found.replace(/\s+/g, " ").trim().slice(0, limit);
  };

  return Object.freeze({
    attr,
    matches: /** @type {(element: Element, selector: string) => boolean} */ (matches),
    tag: /** @type {(element: Element) => string} */ (tag),
    rect: /** @type {(element: Element) => DOMRect} */ (rect),
    isConnected: /** @type {(node: Node) => boolean} */ (isConnected),
    rootOf: /** @type {(node: Node) => Node} */ (rootOf),
    frameDocument: /** @type {(frame: Element) => Document | null} */ (frameDocument),
    labels: /** @type {(control: Element) => NodeListOf<HTMLLabelElement> | null} */ (
      (control) => (tag(control) === "button" ? buttonLabels : inputLabels)(control)
    ),
    checked: /** @type {(input: Element) => boolean} */ (getter(HTMLInputElement.prototype, "checked")),
    indeterminate: /** @type {(input: Element) => boolean} */ (getter(HTMLInputElement.prototype, "indeterminate")),
    click: /** @type {(element: Element) => void} */ (method(HTMLElement.prototype, "click")),
    scrollIntoView: /** @type {(element: Element, options: ScrollIntoViewOptions) => void} */ (method(Element.prototype, "scrollIntoView")),
    childCount: /** @type {(element: Element) => number} */ (getter(Element.prototype, "childElementCount")),
    first: /** @type {(element: Element) => Element | null} */ (getter(Element.prototype, "firstElementChild")),
    last: /** @type {(element: Element) => Element | null} */ (getter(Element.prototype, "lastElementChild")),
    next: /** @type {(element: Element) => Element | null} */ (getter(Element.prototype, "nextElementSibling")),
    previous: /** @type {(element: Element) => Element | null} */ (getter(Element.prototype, "previousElementSibling")),
    html: /** @type {() => HTMLElement} */ (() => documentGetters.documentElement(document)),
    body: /** @type {() => HTMLElement | null} */ (() => documentGetters.body(document)),
    readyState: /** @type {() => DocumentReadyState} */ (() => documentGetters.readyState(document)),
    fonts: /** @type {() => FontFaceSet} */ (() => documentGetters.fonts(document)),
    isHidden: () => documentGetters.hidden(document),
    create: /** @type {<K extends keyof HTMLElementTagNameMap>(name: K) => HTMLElementTagNameMap[K]} */ ((name) => createElement(document, name)),
    title: /** @type {() => string} */ (() => documentGetters.title(document)),
    shadow,
    parent,
    closest,
    encloses,
    upwards,
    text,
    /**
     * Whether words stand between two elements of one root.
     * @param {Element} one @param {Element} other @param {Element} around holds both; small
     * @returns {boolean}
     */
    hasWordsBetween(one, other, around) {
      const [first, second] = isAfter(one, other) ? [one, other] : [other, one];
      const texts = walk(document, around, NodeFilter.SHOW_TEXT);
      for (let at = nextText(texts); at; at = nextText(texts)) {
        if (isAfter(first, at) && !contains(first, at) && isAfter(at, second) && /\p{L}{2}/u.test(data(at))) return true;
      }
      return false;
    },
    isAfter,
    /** @param {Element} element @returns {Element | null} the dialog that holds it */
    dialog: (element) => closest(element, DIALOG),
    elementAt: /** @type {(x: number, y: number) => Element | null} */ ((x, y) => elementAt(document, x, y)),
    elementsAt: /** @type {(x: number, y: number) => Element[]} */ ((x, y) => elementsAt(document, x, y)),
    /** @param {Element} element @returns {boolean} */
    hasOwnText(element) {
      for (let node = firstChild(element), step = 0; node && step < 100; node = nextSibling(node), step += 1) {
        if (nodeType(node) === 3 && text(node, 1) !== "") return true;
      }
      return false;
    },
    /** @param {Node} root @param {string} selector @returns {Element | null} */
    query: (root, selector) => query[kind(root)](root, selector),
    /** @param {Node} root @param {string} selector @returns {Element[]} */
    queryAll: (root, selector) => [...queryAll[kind(root)](root, selector)],
    /** @param {Node} root a document or shadow root @param {string} id @returns {Element | null} */
    byId: (root, id) => (nodeType(root) === 1 ? null : byId[/** @type {9 | 11} */ (kind(root))](root, id)),
    /** @param {Element} element @param {number} size @returns {boolean} whether it has more elements; costs at most `size` steps */
    isLarger: (element, size) => byTag(element, "*").item(size) !== null,
    /** @param {Element} element @returns {boolean} whether it holds nothing, or begins with white space */
    isBlank: (element) => {
      const first = firstChild(element);
      return first === null || (nodeType(first) === 3 && text(first, 1) === "");
    },
    /** @param {Element} element @returns {boolean} drawn, be it transparent: many switches are a transparent input over a picture */
    isRendered: (element) => checkVisibility(element, { visibilityProperty: true }),
    /** @param {Element} element @returns {boolean} drawn, and not transparent */
    isSeen: (element) => checkVisibility(element, { visibilityProperty: true, opacityProperty: true }),
  });
})();
