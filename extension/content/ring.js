"use strict";
// The ring: a box drawn round a switch from outside of it. It catches no click and touches nothing of the page.

/** @typedef {{left: number, top: number, width: number, height: number}} Box in CSS pixels of the viewport */

const Ring = (() => {
  const GAP = 6; // CSS pixels between a switch and its ring

  /** @param {Element} target @returns {{x: number, y: number}} where the frame that holds it lies */
  const frameOffset = (target) => {
    let x = 0;
    let y = 0;
    for (let view = /** @type {Window | null} */ (target.ownerDocument.defaultView); view && view !== window; view = view.parent) {
      const { left, top } = Dom.rect(/** @type {Element} */ (view.frameElement));
      x += left;
      y += top;
    }
    return { x, y };
  };

  /** @param {Element} target @param {DOMRect} rect of it @returns {boolean} whether a part of the page that scrolls hides it: a ring would lie over the rest */
  const isScrolledAway = (target, rect) => {
    for (let at = Dom.parent(target); at && at.ownerDocument === target.ownerDocument && !Dom.matches(at, "body,html"); at = Dom.parent(at)) {
      if (getComputedStyle(at).overflow === "visible") continue;
      const { top, bottom, left, right } = Dom.rect(at);
      if (rect.bottom <= top || rect.top >= bottom || rect.right <= left || rect.left >= right) return true;
    }
    return false;
  };

  return Object.freeze({
    /**
     * @param {ShadowRoot} root where the rings are drawn
     * @param {(boxes: Box[]) => void} moved told where the switches are, once they or the view moved
     * @returns {{show: (switches: Element[]) => void, check: () => void, end: () => void}} check: asks for boxes, only for when the layout is done
     */
    create(root, moved) {
      /** @type {Map<Element, {ring: HTMLElement, box: Box | null, seen: DOMRectReadOnly | null, isHidden: boolean}>} */
      const shown = new Map();
      /** What is ringed in place of a switch that is too small to see. @type {WeakMap<Element, Element>} */
      const pictures = new WeakMap();

      // An observer's entries bring the place without forcing a layout.
      const watcher = new IntersectionObserver((entries) => {
        for (const { target, boundingClientRect: rect, isIntersecting } of entries) {
          const at = shown.get(target);
          if (!at) continue;
          const isSmall = rect.width < Controls.LEAST || rect.height < Controls.LEAST;
          if (isSmall && !pictures.has(target)) {
            const picture = Controls.picture(target);
            pictures.set(target, picture).set(picture, picture);
            if (picture !== target) {
              shown.delete(target);
              shown.set(picture, at);
              watcher.unobserve(target);
              watcher.observe(picture);
              resized.observe(picture);
              continue;
            }
          }
          const { x, y } = target.ownerDocument === document ? { x: 0, y: 0 } : frameOffset(target);
          at.seen = rect;
          at.box = isIntersecting ? { left: rect.left + x, top: rect.top + y, width: rect.width, height: rect.height } : null;
          at.isHidden = isOverlaid(target, rect);
          at.ring.hidden = rect.width === 0 || at.isHidden || (!isIntersecting && isScrolledAway(target, rect));
          at.ring.style.left = `${rect.left + x + scrollX - GAP}px`;
          at.ring.style.top = `${rect.top + y + scrollY - GAP}px`;
          at.ring.style.width = `${rect.width + 2 * GAP}px`;
          at.ring.style.height = `${rect.height + 2 * GAP}px`;
        }
        moved([...shown.values()].flatMap(({ box }) => (box ? [box] : [])));
      });

      /** @param {Element} target @param {DOMRectReadOnly} rect of it @returns {boolean} whether the page draws another thing over it, such as a dialog or a header that stays */
      const isOverlaid = (target, { left, top, width, height }) => Layers.hides(target, Layers.at(left + width / 2, top + height / 2, root.host));

      const draw = () => {
        const ring = Dom.create("div");
        ring.dataset.part = "highlight";
        ring.hidden = true;
        root.append(ring);
        return ring;
      };

      const place = () => {
        for (const target of shown.keys()) {
          watcher.unobserve(target);
          watcher.observe(target);
        }
      };
      const resized = new ResizeObserver(place);
      const listening = new AbortController();
      const options = { capture: true, passive: true, signal: listening.signal };
      for (const type of ["scroll", "resize", "transitionend", "animationend"]) window.addEventListener(type, place, options);
      Dom.fonts().addEventListener("loadingdone", place, options);

      return {
        check() {
          const isMoved = [...shown].some(([target, { seen, isHidden }]) => {
            const rect = Dom.rect(target);
            const { left, top, width, height } = rect;
            return seen !== null && (seen.left !== left || seen.top !== top || seen.width !== width || seen.height !== height || isOverlaid(target, rect) !== isHidden);
          });
          if (isMoved) place();
        },
        show(switches) {
          const targets = switches.map((element) => pictures.get(element) ?? element);
          if (targets.length === shown.size && targets.every((target) => shown.has(target))) return;
          /** @type {HTMLElement[]} */
          const freed = [];
          for (const [target, { ring }] of shown) {
            if (targets.includes(target)) continue;
            freed.push(ring);
            shown.delete(target);
            watcher.unobserve(target);
            resized.unobserve(target);
          }
          for (const target of targets) {
            if (shown.has(target)) continue;
            // A redrawn switch takes over the ring of the one before, so that it does not flicker.
            const ring = freed.shift() ?? draw();
            shown.set(target, { ring, box: null, seen: null, isHidden: false });
            watcher.observe(target);
            resized.observe(target);
          }
          for (const ring of freed) ring.remove();
        },
        end() {
          listening.abort();
          watcher.disconnect();
          resized.disconnect();
        },
      };
    },
  });
})();
