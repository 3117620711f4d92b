"use strict";
// In place of the guard, and before all others: events and closed roots are open to tools that look from outside, such as axe.

/** Tools may change what is drawn. */
const LEAKS = false;

const Guard = (() => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    Object.defineProperty(this, "shadowRoot", { value: root });
    return root;
  };
  /** @type {(event: Event) => void} */
  let act = () => {};
  return Object.freeze({
    /** @param {Element} _host @param {(event: Event) => void} handle */
    protect: (_host, handle) => void (act = handle),
    release() {},
    /** A click as the banner would be told of it, on what has the focus. */
    click: () => act(new MouseEvent("click")),
  });
})();
