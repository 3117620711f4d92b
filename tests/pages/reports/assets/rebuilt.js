"use strict";

/**
 * An element as `uv run build page` has it of a report.
 * @typedef {{tag: string, attributes: Record<string, string>, drawn?: string, state?: string,
 *   children: (Rebuilt | string)[]}} Rebuilt
 */

/** In a root within an element, the page's style sheet has to be named anew. @param {Node} root */
function dress(root) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = "/rebuilt/rebuilt.css";
  root.append(link);
}

/**
 * @param {Element | ShadowRoot} holder
 * @param {(Rebuilt | string)[]} children
 */
function fill(holder, children) {
  for (const child of children) {
    if (typeof child === "string") holder.append(child);
    else if (child.tag === "#frame") {
      const { contentDocument } = holder;
      dress(contentDocument.head);
      fill(contentDocument.body, child.children);
    } else if (child.tag.startsWith("#")) {
      const root = holder.attachShadow({ mode: child.tag.slice(1) });
      dress(root);
      fill(root, child.children);
    } else add(holder, child);
  }
}

/** Connected first: a frame has a document only then. @param {Element | ShadowRoot} holder @param {Rebuilt} made */
function add(holder, { tag, attributes, drawn, state, children }) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (drawn) element.classList.add(`rebuilt-${drawn}`);
  if (state) {
    element.checked = state === "on";
    element.indeterminate = state === "mixed";
  }
  holder.append(element);
  fill(element, children);
}

const body = JSON.parse(document.getElementById("rebuilt").textContent);
for (const [name, value] of Object.entries(body.attributes)) document.body.setAttribute(name, value);
fill(document.body, body.children);
document.body.classList.add("boot-complete");
