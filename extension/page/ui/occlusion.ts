/** What the page itself draws where Untick does: over the banner, beneath it, and over a switch. */

import type { Box } from "../../core/placement.ts";
import * as dom from "../dom.ts";
import { everyRoot } from "../survey.ts";

const MANY = 500; // elements of one layer of which each is looked at; a larger one counts as drawn
const NEAR = 3; // levels up to what belongs to a switch: its row's label, a drawn track
const MARKER = 400; // CSS pixels that a picture in place of a list's marker may be wide
const REPLACED = "img,video,canvas,iframe,svg,embed,object,input,select,textarea,progress,meter";

/** @param colour as computed */
const isColour = (colour: string): boolean => colour !== "transparent" && !/[,/]\s*0\)$/.test(colour);

const isDrawnLine = (style: string, width: string): boolean =>
  style !== "none" && Number.parseFloat(width) > 0;

const SIDES = ["Top", "Right", "Bottom", "Left"] as const;

/** Whether a box of this style shows, be it empty. */
const isCoat = (style: CSSStyleDeclaration): boolean =>
  isColour(style.backgroundColor) ||
  style.backgroundImage !== "none" ||
  style.boxShadow !== "none" ||
  style.backdropFilter !== "none" ||
  SIDES.some((side) => isDrawnLine(style[`border${side}Style`], style[`border${side}Width`])) ||
  isDrawnLine(style.outlineStyle, style.outlineWidth);

const hasPseudo = (element: Element, pseudo: string): boolean =>
  !["none", "normal"].includes(getComputedStyle(element, pseudo).content);

const pixels = (lengths: string): number =>
  (lengths.match(/[\d.]+(?=px)/g) ?? []).map(Number).reduce((sum, one) => sum + one, 0);

/** CSS pixels by which a box may draw beyond itself: its shadow, its outline, a marker of its list. */
const reachOf = (style: CSSStyleDeclaration): number =>
  pixels(style.boxShadow) +
  (style.outlineStyle === "none" ? 0 : pixels(style.outlineWidth) + Math.abs(pixels(style.outlineOffset))) +
  (style.filter === "none" ? 0 : pixels(style.filter)) +
  (style.display === "list-item" ? MARKER : 0);

const isOver = (box: Box, area: Box, reach = 0): boolean =>
  box.left - reach <= area.left + area.width &&
  box.left + box.width + reach >= area.left &&
  box.top - reach <= area.top + area.height &&
  box.top + box.height + reach >= area.top;

/** Whether a text of an element's own lies there: it may stand out of its box. */
const hasTextAt = (element: Element, area: Box): boolean => {
  if (!dom.hasOwnText(element)) return false;
  const range = new Range();
  range.selectNodeContents(element);
  return [...range.getClientRects()].some((rect) => isOver(rect, area));
};

/** Whether an element draws something of its own in an area. @param area CSS pixels of the viewport */
const paints = (element: Element, area: Box): boolean => {
  if (!dom.isSeen(element)) return false;
  const style = getComputedStyle(element);
  if (!isOver(dom.rect(element), area, reachOf(style))) return hasTextAt(element, area);
  return (
    isCoat(style) ||
    dom.matches(element, REPLACED) ||
    dom.shadow(element) !== null ||
    dom.hasOwnText(element) ||
    style.listStyleImage !== "none" ||
    hasPseudo(element, "::before") ||
    hasPseudo(element, "::after")
  );
};

/**
 * Whether the page draws something over a part of the banner. Only what is in the top layer too can, and it
 * may let clicks through (pointer-events: none): then a person would press what they do not see.
 * @param area CSS pixels of the viewport
 * @param own Untick's root
 */
export const isCovered = (area: Box, own: ShadowRoot): boolean => {
  if (dom.matches(dom.html(), ":active-view-transition")) return true;
  const roots = everyRoot().filter((root) => root !== own);
  const layers = roots
    .flatMap((root) => dom.queryAll(root, ":popover-open,:modal,:fullscreen"))
    .filter((layer) => layer !== dom.html());
  return layers.some((layer) => {
    const parts = [layer, ...dom.queryAll(layer, "*")];
    if (parts.length > MANY || isCoat(getComputedStyle(layer, "::backdrop"))) return true;
    return parts.some((part) => paints(part, area));
  });
};

/**
 * What the page draws at a point, beneath what Untick draws there. Only for when the layout is done.
 * @param x in CSS pixels of the viewport
 * @param host Untick's own
 */
export const drawnAt = (x: number, y: number, host: Element): Element | null => {
  const point = { left: x, top: y, width: 0, height: 0 };
  return dom.elementsAt(x, y).find((element) => element !== host && paints(element, point)) ?? null;
};

/** Whether an element is another thing than a switch and its row, such as a dialog or a header that stays. */
const isElse = (target: Element, element: Element): boolean => {
  if (dom.documentOf(element) !== dom.documentOf(target)) return false;
  let near = target;
  for (let level = 0; level < NEAR; level += 1) near = dom.parent(near) ?? near;
  return !dom.encloses(near, element) && !dom.encloses(element, target);
};

/**
 * Whether the page draws another thing over a switch. A layer that takes the clicks and paints nothing hides
 * nothing. Only for when the layout is done.
 * @param x in CSS pixels of the viewport, at the switch
 * @param host Untick's own
 */
export const isOverlaid = (target: Element, x: number, y: number, host: Element): boolean => {
  const top = dom.elementAt(x, y);
  // The usual case, at the price of one question.
  if (!top || (top !== host && !isElse(target, top))) return false;
  const drawn = drawnAt(x, y, host);
  return drawn !== null && isElse(target, drawn);
};
