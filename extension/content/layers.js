"use strict";
// What the page itself draws where Untick does: over the banner, beneath it, and over a switch.

const Layers = (() => {
  const MANY = 500; // elements of one layer of which each is looked at; a larger one counts as drawn
  const NEAR = 3; // levels up to what belongs to a switch: its row's label, a drawn track
  const REPLACED = "img,video,canvas,iframe,svg,embed,object,input,select,textarea,progress,meter";

  /** @param {string} colour as computed */
  const isColour = (colour) => colour !== "transparent" && !/[,/]\s*0\)$/.test(colour);

  /** @param {CSSStyleDeclaration} style @returns {boolean} whether a box of this style shows, be it empty */
  const isCoat = (style) =>
    isColour(style.backgroundColor) || style.backgroundImage !== "none" || style.boxShadow !== "none" || style.backdropFilter !== "none" ||
    (style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) > 0) || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0);

  /** @param {Element} element @param {string} pseudo */
  const hasPseudo = (element, pseudo) => !["none", "normal"].includes(getComputedStyle(element, pseudo).content);

  /** @param {Element} element @param {number} x @param {number} y @returns {boolean} whether it draws something of its own there */
  const paints = (element, x, y) => {
    const { left, right, top, bottom } = Dom.rect(element);
    if (x < left || x > right || y < top || y > bottom || !Dom.isSeen(element)) return false;
    return (
      isCoat(getComputedStyle(element)) || Dom.matches(element, REPLACED) || Dom.shadow(element) !== null || Dom.hasOwnText(element) ||
      hasPseudo(element, "::before") || hasPseudo(element, "::after")
    );
  };

  return Object.freeze({
    /**
     * Whether the page draws something over a point of the banner. Only what is in the top layer too can, and it may let
     * clicks through (pointer-events: none): then a person would press what they do not see.
     * @param {number} x @param {number} y in CSS pixels of the viewport
     * @param {ShadowRoot} own Untick's
     * @returns {boolean}
     */
    covers(x, y, own) {
      if (Dom.matches(Dom.html(), ":active-view-transition")) return true;
      const roots = Survey.everywhere().filter((root) => root !== own);
      const layers = roots.flatMap((root) => Dom.queryAll(root, ":popover-open,:modal,:fullscreen")).filter((layer) => layer !== Dom.html());
      return layers.some((layer) => {
        const parts = [layer, ...Dom.queryAll(layer, "*")];
        if (parts.length > MANY || isCoat(getComputedStyle(layer, "::backdrop"))) return true;
        return parts.some((part) => paints(part, x, y));
      });
    },

    /**
     * What the page draws at a point, beneath what Untick draws there. Only for when the layout is done.
     * @param {number} x @param {number} y in CSS pixels of the viewport
     * @param {Element} host Untick's own
     * @returns {Element | null}
     */
    at(x, y, host) {
      const top = Dom.elementAt(x, y);
      return top === host ? (Dom.elementsAt(x, y)[1] ?? null) : top;
    },

    /** @param {Element} target @param {Element | null} top what is drawn where it is @returns {boolean} whether that is another thing, such as a dialog or a header that stays */
    hides(target, top) {
      if (!top || top.ownerDocument !== target.ownerDocument) return false;
      let near = target;
      for (let level = 0; level < NEAR; level += 1) near = Dom.parent(near) ?? near;
      return !Dom.encloses(near, top) && !Dom.encloses(top, target);
    },
  });
})();
