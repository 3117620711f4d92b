/**
 * The highlight: a box drawn round a switch from outside of it. It catches no click and touches nothing of
 * the page.
 */

import type { Box } from "../../core/placement.ts";
import { createRation } from "../../core/ration.ts";
import { LEAST, pictureOf } from "../controls.ts";
import * as dom from "../dom.ts";
import { isOverlaid } from "./occlusion.ts";

export interface Highlight {
  show(targets: readonly Element[]): void;
  /** Something may lie over a switch that did not before. */
  renew(): void;
  /** Looks whether something has moved. Asks for boxes: only for when the layout is done. */
  check(): void;
  end(): void;
}

interface Shown {
  readonly ring: HTMLElement;
  /** null where it is not in view */
  box: Box | null;
  /** where it was when the ring was drawn */
  seen: Box | null;
  isHidden: boolean;
}

const GAP = 6; // CSS pixels between a switch and its ring
const RARE = 1000; // ms between two looks for what lies over a switch

/** Where the frame that holds an element lies. */
const frameOffset = (target: Element): { x: number; y: number } => {
  let x = 0;
  let y = 0;
  for (
    let view: Window | null = dom.viewOf(dom.documentOf(target));
    view && view !== window;
    view = view.parent
  ) {
    const frame = view.frameElement;
    if (!frame) break;
    const { left, top } = dom.rect(frame);
    x += left;
    y += top;
  }
  return { x, y };
};

/** Whether a part of the page that scrolls hides it: a ring would lie over the rest. */
const isScrolledAway = (target: Element, rect: DOMRectReadOnly): boolean => {
  const isOwn = (at: Element) =>
    dom.documentOf(at) === dom.documentOf(target) && !dom.matches(at, "body,html");
  for (let at = dom.parent(target); at && isOwn(at); at = dom.parent(at)) {
    if (getComputedStyle(at).overflow === "visible") continue;
    const { top, bottom, left, right } = dom.rect(at);
    if (rect.bottom <= top || rect.top >= bottom || rect.right <= left || rect.left >= right) return true;
  }
  return false;
};

const isSame = (one: Box, other: Box): boolean =>
  one.left === other.left &&
  one.top === other.top &&
  one.width === other.width &&
  one.height === other.height;

/**
 * @param root where the rings are drawn
 * @param moved told where the targets are, once they or the view moved
 */
export const createHighlight = (root: ShadowRoot, moved: (boxes: Box[]) => void): Highlight => {
  const shown = new Map<Element, Shown>();
  /** What is ringed in place of a switch that is too small to see. */
  const pictures = new WeakMap<Element, Element>();
  const over = createRation(RARE, () => performance.now());

  const isCovered = (target: Element, { left, top, width, height }: Box): boolean =>
    isOverlaid(target, left + width / 2, top + height / 2, root.host);

  /** Has a switch that is too small to see ringed by its picture; whether it has one. */
  const replaceByPicture = (target: Element, at: Shown): boolean => {
    const picture = pictureOf(target);
    pictures.set(target, picture).set(picture, picture);
    if (picture === target) return false;
    shown.delete(target);
    shown.set(picture, at);
    positions.unobserve(target);
    positions.observe(picture);
    sizes.observe(picture);
    return true;
  };

  const draw = (target: Element, at: Shown, rect: DOMRectReadOnly, isInView: boolean): void => {
    const { x, y } = dom.documentOf(target) === document ? { x: 0, y: 0 } : frameOffset(target);
    at.seen = rect;
    at.box = isInView
      ? { left: rect.left + x, top: rect.top + y, width: rect.width, height: rect.height }
      : null;
    at.isHidden = isCovered(target, rect);
    at.ring.hidden = rect.width === 0 || at.isHidden || (!isInView && isScrolledAway(target, rect));
    at.ring.style.left = `${rect.left + x + scrollX - GAP}px`;
    at.ring.style.top = `${rect.top + y + scrollY - GAP}px`;
    at.ring.style.width = `${rect.width + 2 * GAP}px`;
    at.ring.style.height = `${rect.height + 2 * GAP}px`;
  };

  // An observer's entries bring the place without forcing a layout.
  const positions = new IntersectionObserver((entries) => {
    for (const { target, boundingClientRect: rect, isIntersecting } of entries) {
      const at = shown.get(target);
      if (!at) continue;
      const isSmall = rect.width < LEAST || rect.height < LEAST;
      if (isSmall && !pictures.has(target) && replaceByPicture(target, at)) continue;
      draw(target, at, rect, isIntersecting);
    }
    moved([...shown.values()].flatMap(({ box }) => (box ? [box] : [])));
  });

  const place = (): void => {
    for (const target of shown.keys()) {
      positions.unobserve(target);
      positions.observe(target);
    }
  };
  const sizes = new ResizeObserver(place);
  const listening = new AbortController();
  const options = { capture: true, passive: true, signal: listening.signal };
  for (const type of ["scroll", "resize", "transitionend", "animationend"]) {
    window.addEventListener(type, place, options);
  }
  dom.fonts().addEventListener("loadingdone", place, options);

  const createRing = (): HTMLElement => {
    const ring = dom.create("div");
    ring.dataset["part"] = "highlight";
    ring.hidden = true;
    root.append(ring);
    return ring;
  };

  return {
    renew: over.renew,
    check() {
      const drawn = [...shown].flatMap(([target, { seen, isHidden }]) =>
        seen ? [{ target, seen, isHidden, rect: dom.rect(target) }] : [],
      );
      const isMoved = drawn.some(({ seen, rect }) => !isSame(seen, rect));
      const isChanged = () =>
        drawn.some(({ target, rect, isHidden }) => isCovered(target, rect) !== isHidden);
      if (isMoved || over.ask(isChanged)) place();
    },
    show(wanted) {
      const targets = wanted.map((element) => pictures.get(element) ?? element);
      if (targets.length === shown.size && targets.every((target) => shown.has(target))) return;
      const freed: HTMLElement[] = [];
      for (const [target, { ring }] of shown) {
        if (targets.includes(target)) continue;
        freed.push(ring);
        shown.delete(target);
        positions.unobserve(target);
        sizes.unobserve(target);
      }
      for (const target of targets) {
        if (shown.has(target)) continue;
        // A redrawn switch takes over the ring of the one before, so that it does not flicker.
        shown.set(target, { ring: freed.shift() ?? createRing(), box: null, seen: null, isHidden: false });
        positions.observe(target);
        sizes.observe(target);
      }
      for (const ring of freed) ring.remove();
    },
    end() {
      listening.abort();
      positions.disconnect();
      sizes.disconnect();
    },
  };
};
