"use strict";
// On every page of the site, from document_start: what has to be in place before the page's first script.

const Guard = (() => {
  // Events for our host end here.
  const SHIELDED = [
    "click", "dblclick", "auxclick", "contextmenu", "beforeinput", "input", "change", "submit", "toggle", "beforetoggle",
    "pointerdown", "pointerup", "pointermove", "pointerover", "pointerout", "pointerenter", "pointerleave", "pointercancel",
    "gotpointercapture", "lostpointercapture", "mousedown", "mouseup", "mousemove", "mouseover", "mouseout", "mouseenter", "mouseleave",
    "touchstart", "touchmove", "touchend", "touchcancel", "wheel", "keydown", "keyup", "keypress", "focus", "blur", "focusin", "focusout",
    "copy", "cut", "paste", "selectstart", "dragstart", "drag", "dragend", "dragenter", "dragleave", "dragover", "drop",
    "transitionrun", "transitionstart", "transitionend", "transitioncancel", "animationstart", "animationend", "scroll", "scrollend",
    "mozorientationchange", "DOMMouseScroll", "MozMousePixelScroll", "compositionstart", "compositionend", "select", "error", "load",
  ];

  /** @type {{host: Element, handle: (event: Event) => void} | undefined} */
  let guarded;

  /** @param {Event} event */
  const shield = (event) => {
    if (!guarded || event.target !== guarded.host) return;
    event.stopImmediatePropagation();
    if (event.isTrusted) guarded.handle(event);
  };
  // Once more does no harm: the same listener is not added twice.
  let isRaised = false;
  const raise = () => {
    isRaised = true;
    for (const type of SHIELDED) window.addEventListener(type, shield, { capture: true });
  };

  // The browser starts no script on client-side navigation: this one asks for the engine, once.
  const isEntry = () => {
    const { href } = location;
    return ENTRIES.some((entry) => href.startsWith(entry));
  };
  let asked = isEntry();
  // Ahead of the page's listeners where there may be a banner at once, and where its nodes would leak.
  if (asked || LEAKS) raise();
  navigation.addEventListener("currententrychange", () => {
    if (asked || !isEntry()) return;
    asked = true;
    // Turned off or updated, Chromium leaves this script behind without the API.
    api.runtime?.sendMessage({ type: "enter" }).catch(() => {});
  });

  return Object.freeze({
    /** For a document written anew (document.open), which takes every listener with it. */
    raise,

    /**
     * Hands the trusted events of a closed root's host to its owner, and to nobody else.
     * @param {Element} host
     * @param {(event: Event) => void} handle
     */
    protect(host, handle) {
      if (!isRaised) raise();
      guarded = { host, handle };
    },
    release() {
      guarded = undefined;
    },
  });
})();
