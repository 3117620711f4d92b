"use strict";
// The one element that a page sees of Untick. It is put back where the page takes it away, its closed root stays as it
// was drawn, and only a person's own click on what they saw gets through.

/**
 * @typedef {object} Heard
 * @property {(target: Element) => void} click a person's click or key on something in the card
 * @property {() => void} escape
 * @property {() => void} broken the page has had its hands on the root: it is good for nothing any more
 */

const Host = (() => {
  const REVIVALS = 20; // times that it is put back or cleaned; then the page has its way
  const STILL = 250; // ms that it must have stood since, before a click counts
  const AIMED = 500; // ms from a key or a pointer that comes to it until it has the focus by that

  return Object.freeze({
    /**
     * @param {HTMLElement} card a manual popover
     * @param {Heard} heard
     * @returns {{root: ShadowRoot, present: () => void, edit: (change: () => void) => void, refocus: (element: HTMLElement) => void, end: () => void}}
     *   present: puts it into the page's top layer; edit: changes the card, which nobody else may
     */
    create(card, heard) {
      const host = Dom.create("div");
      const root = host.attachShadow({ mode: "closed" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
      root.append(card);
      // Left behind by the extension as it was before an update.
      const left = Dom.queryAll(document, "html > div").map((node) => ({ node, root: Dom.shadow(node) }));
      for (const { node, root } of left) if (root && Dom.query(root, '[data-part="banner"]')) node.remove();

      let isOver = false;
      let revivals = 0;
      let raised = -Infinity;
      const present = () => {
        const html = Dom.html();
        const isMarked = host.attributes.length > 0 || host.hasChildNodes();
        if (html && (host.parentNode !== html || isMarked) && revivals < REVIVALS) {
          revivals += 1;
          for (const { name } of [...host.attributes]) host.removeAttribute(name);
          host.replaceChildren();
          if (host.parentNode !== html) html.append(host);
          // A move through another document has taken the style away.
          root.adoptedStyleSheets = [sheet];
        }
        if (!host.isConnected || card.matches(":popover-open")) return;
        card.showPopover();
        raised = performance.now();
      };
      const keeper = new MutationObserver(present);
      keeper.observe(Dom.html(), { childList: true });
      keeper.observe(host, { attributes: true, childList: true });

      // Firefox hands a page the nodes of a closed root that window.find has found: with them it could give a button
      // another's place or name. What was drawn is remembered, and nothing else is acted on.
      const css = () => [...sheet.cssRules].map(({ cssText }) => cssText).join("");
      const style = LEAKS ? css() : "";
      let sealed = "";
      const isSound = () => {
        const isDrawnByUs = (/** @type {Element} */ part) =>
          part === card ? part.outerHTML === sealed : part.getAttribute("data-part") === "highlight" && !part.hasChildNodes();
        return (
          [...root.childNodes].every((part) => part instanceof Element && isDrawnByUs(part)) &&
          [card, ...card.querySelectorAll("*")].every((part) => Dom.shadow(part) === null) &&
          card.getAnimations({ subtree: true }).every(({ effect }) => /** @type {KeyframeEffect} */ (effect).pseudoElement !== null) &&
          root.adoptedStyleSheets.length === 1 && root.adoptedStyleSheets[0] === sheet && css() === style
        );
      };

      /** @param {Event} event @returns {Element | null} the inner element: the event itself names only the host */
      const hit = (event) => {
        const original = /** @type {any} */ (event).originalTarget;
        if (original instanceof Element && original !== host) return original;
        const aimed = event instanceof MouseEvent && (event.detail > 0 || event.type === "pointerdown") ? root.elementFromPoint(event.clientX, event.clientY) : null;
        return aimed ?? root.activeElement;
      };
      /** @param {Event} event */
      const actionAt = (event) => hit(event)?.closest("[data-action]") ?? null;

      let down = "";
      let aimedAt = -Infinity;
      let isAimed = false;
      /** @param {MouseEvent} event @param {Element} button @returns {boolean} whether the person has seen what they pressed */
      const isMeant = ({ detail, clientX, clientY }, button) => {
        const name = button.getAttribute("data-action");
        if (name === "details") return true;
        const isKey = detail === 0;
        const { left, top, width, height } = button.getBoundingClientRect();
        const at = isKey ? { x: left + width / 2, y: top + height / 2 } : { x: clientX, y: clientY };
        // A script can give the focus to what it has got hold of, so that the next key would press it.
        const isFocused = !isKey || !LEAKS || isAimed;
        // The second click of two was meant for what was there before.
        return isFocused && detail < 2 && (isKey || down === name) && (revivals < 2 || performance.now() - raised >= STILL) && !Layers.covers(at.x, at.y, root);
      };

      /** @param {Event} event trusted */
      const handle = (event) => {
        if (event instanceof KeyboardEvent && event.type === "keydown" && event.key === "Escape") heard.escape();
        if (event.type === "focus") isAimed = performance.now() - aimedAt < AIMED;
        if (event.type === "pointerdown") {
          aimedAt = performance.now();
          down = actionAt(event)?.getAttribute("data-action") ?? "";
        }
        if (event.type !== "click") return;
        const button = actionAt(event);
        if (!button) return;
        if (LEAKS && !isSound()) heard.broken();
        else if (isMeant(/** @type {MouseEvent} */ (event), button)) heard.click(button);
      };
      Guard.protect(host, handle);
      const listening = new AbortController();
      const aim = (/** @type {KeyboardEvent} */ event) => {
        if (event.isTrusted && event.key === "Tab") aimedAt = performance.now();
      };
      if (LEAKS) window.addEventListener("keydown", aim, { capture: true, signal: listening.signal });

      return {
        root,
        present,
        edit(change) {
          if (isOver) return;
          if (LEAKS && sealed !== "" && card.outerHTML !== sealed) return heard.broken();
          change();
          if (LEAKS) sealed = card.outerHTML;
        },
        refocus(element) {
          const was = isAimed;
          element.focus({ preventScroll: true });
          isAimed = was;
        },
        end() {
          isOver = true;
          listening.abort();
          keeper.disconnect();
          Guard.release();
          host.remove();
        },
      };
    },
  });
})();
