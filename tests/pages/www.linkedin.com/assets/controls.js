"use strict";

/**
 * What the account stores for one control of the page.
 * @typedef {{key: string, not: boolean}} Wire
 */

// The site's own components keep their roots; nobody else can reach a closed one.
/** @type {WeakMap<Element, ShadowRoot>} */
const roots = new WeakMap();

/** @type {{createHTML(text: string): string}} */
const policy = window.trustedTypes
  ? window.trustedTypes.createPolicy("app", { createHTML: (text) => text })
  : { createHTML: (text) => text };

/**
 * Replace what a node holds, opening the shadow roots that the markup declares.
 * @param {Element} node
 * @param {string} html
 */
function fill(node, html) {
  const template = document.createElement("template");
  template.innerHTML = policy.createHTML(html);
  attach(template.content);
  node.replaceChildren(template.content);
}

/** @param {DocumentFragment} part */
function attach(part) {
  for (const declared of part.querySelectorAll("template[shadowrootmode]")) {
    const host = declared.parentElement;
    const root = host.attachShadow({ mode: declared.getAttribute("shadowrootmode") });
    attach(declared.content);
    root.append(declared.content);
    roots.set(host, root);
    declared.remove();
  }
}

/**
 * Every control below a node, through the roots that the page has itself.
 * @param {ParentNode} part
 * @returns {Generator<HTMLElement>}
 */
function* controls(part) {
  for (const node of part.querySelectorAll("*")) {
    if (node.dataset.hk !== undefined) yield node;
    const root = node.shadowRoot ?? roots.get(node);
    if (root) yield* controls(root);
  }
}

/**
 * @param {HTMLElement} node
 * @returns {boolean}
 */
function shows(node) {
  if (node instanceof HTMLInputElement) return node.checked;
  return (node.getAttribute("aria-checked") ?? node.getAttribute("aria-pressed")) === "true";
}

/**
 * @param {HTMLElement} node
 * @param {boolean} on
 */
function paint(node, on) {
  if (node instanceof HTMLInputElement) node.checked = on;
  for (const name of ["aria-checked", "aria-pressed"]) {
    if (node.hasAttribute(name)) node.setAttribute(name, String(on));
  }
  for (const part of [node, ...node.querySelectorAll("[data-state]")]) {
    if (part.hasAttribute("data-state")) part.setAttribute("data-state", on ? "checked" : "unchecked");
  }
}

/**
 * Make one control answer to clicks and to the space key.
 * @param {HTMLElement} node
 * @param {(on: boolean) => void} chosen
 */
function listen(node, chosen) {
  if (node instanceof HTMLInputElement) {
    node.addEventListener("change", () => chosen(node.checked));
    return;
  }
  const press = (event) => {
    // An input inside tells by its own change event.
    if (event.target instanceof HTMLInputElement || node.getAttribute("aria-disabled") === "true") return;
    chosen(!shows(node));
  };
  node.addEventListener("click", press);
  if (node instanceof HTMLButtonElement) return;
  node.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    press(event);
  });
}
