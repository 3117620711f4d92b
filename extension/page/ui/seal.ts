/**
 * Firefox hands a page the nodes of a closed root that window.find has found: with them it could give a
 * button another's place or name. What was drawn is remembered, and nothing else is acted on.
 */

import * as dom from "../dom.ts";

export interface Seal {
  /** Remembers the card as it is now. */
  renew(): void;
  isCardWhole(): boolean;
  /** Whether all of the root is as it was drawn: nodes, roots, animations, styles. */
  isWhole(): boolean;
}

const RING = ["data-part", "style", "hidden"];
const PLACED = ["left", "top", "width", "height"];
/** Whether a ring has no other style of its own than its place. */
const isPlaced = (ring: Element): boolean =>
  ring instanceof HTMLElement && [...ring.style].every((name) => PLACED.includes(name));

export const createSeal = (root: ShadowRoot, card: HTMLElement, sheet: CSSStyleSheet): Seal => {
  const css = (): string => [...sheet.cssRules].map(({ cssText }) => cssText).join("");
  const style = css();
  let sealed = "";

  const isDrawnByUs = (part: Node): boolean => {
    if (!(part instanceof Element)) return false;
    if (part === card) return part.outerHTML === sealed;
    const isRing = part.getAttribute("data-part") === "highlight" && !part.hasChildNodes();
    return isRing && part.getAttributeNames().every((name) => RING.includes(name)) && isPlaced(part);
  };
  const isOwnAnimation = ({ effect }: Animation): boolean =>
    effect instanceof KeyframeEffect && effect.pseudoElement !== null;

  return {
    renew() {
      sealed = card.outerHTML;
    },
    isCardWhole: () => sealed === "" || card.outerHTML === sealed,
    isWhole: () =>
      [...root.childNodes].every(isDrawnByUs) &&
      [card, ...card.querySelectorAll("*")].every((part) => dom.shadow(part) === null) &&
      card.getAnimations({ subtree: true }).every(isOwnAnimation) &&
      root.adoptedStyleSheets.length === 1 &&
      root.adoptedStyleSheets[0] === sheet &&
      !sheet.disabled &&
      sheet.media.length === 0 &&
      css() === style,
  };
};
