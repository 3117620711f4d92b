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

export const createSeal = (root: ShadowRoot, card: HTMLElement, sheet: CSSStyleSheet): Seal => {
  const css = (): string => [...sheet.cssRules].map(({ cssText }) => cssText).join("");
  const style = css();
  let sealed = "";

  const isDrawnByUs = (part: Node): boolean => {
    if (!(part instanceof Element)) return false;
    if (part === card) return part.outerHTML === sealed;
    return part.getAttribute("data-part") === "highlight" && !part.hasChildNodes();
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
      css() === style,
  };
};
