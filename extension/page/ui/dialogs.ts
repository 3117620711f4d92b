/**
 * The page's dialogs, which the banner must not hide. One that opens is known by what changes: it comes as a
 * layer, is marked as open, or takes the focus. Others are found by looking beneath the banner, on a page
 * that is not too large for it.
 */

import type { Box } from "../../core/placement.ts";
import { createRation } from "../../core/ration.ts";
import * as dom from "../dom.ts";
import { drawnAt } from "./occlusion.ts";

export interface Dialogs {
  /**
   * The dialogs that are drawn. Asks for boxes: only for when the layout is done.
   * @param banner where it stands
   */
  boxes(banner: Box): Box[];
  end(): void;
}

const MANY = 30; // children of the body, up to which each is watched for layers of its own
const LAYER = 500; // elements of a layer, up to which all are asked
const OFTEN = 1000; // ms between two looks beneath the banner
const MARKS = ["role", "open", "aria-modal"];
/** Shares of its size at which it looks, one at a time. */
// biome-ignore format: five places read best beside each other
const SAMPLES = [[0.5, 0.5], [0.05, 0.05], [0.95, 0.95], [0.95, 0.05], [0.05, 0.95]] as const;

/**
 * @param host Untick's own
 * @param changed told when a layer has come or gone
 */
export const createDialogs = (host: Element, changed: () => void): Dialogs => {
  const known = new Set<Element>();
  const beneath = createRation(OFTEN, () => performance.now());
  const began = performance.now();
  let looks = 0;

  const addFrom = (layer: Node): void => {
    if (!dom.isElement(layer) || layer === host) return;
    if (dom.matches(layer, dom.DIALOG)) known.add(layer);
    if (!dom.isLarger(layer, LAYER)) addIn(layer);
  };
  const addIn = (root: Node): void => {
    for (const dialog of dom.queryAll(root, dom.DIALOG)) known.add(dialog);
  };
  const marks = new MutationObserver((records) => {
    for (const { target } of records) addFrom(target);
    changed();
  });
  marks.observe(document, { subtree: true, attributes: true, attributeFilter: MARKS });

  // Layers are children of the body, or of one that the site keeps there for them.
  const layers = new MutationObserver((records) => {
    for (const { addedNodes, target } of records) {
      for (const node of addedNodes) addFrom(node);
      if (target === dom.body()) watchLayers();
    }
    changed();
  });
  const watchLayers = (): void => {
    const body = dom.body();
    if (!body) return;
    layers.observe(body, { childList: true });
    if (dom.childCount(body) > MANY) return;
    for (let at = dom.first(body); at; at = dom.next(at)) layers.observe(at, { childList: true });
  };
  watchLayers();
  if (!dom.isLarge()) addIn(document);

  const listening = new AbortController();
  const focused = ({ target }: FocusEvent): void => {
    const dialog = target instanceof Element && target !== host ? dom.dialogOf(target) : null;
    if (dialog) known.add(dialog);
  };
  window.addEventListener("focusin", focused, { capture: true, passive: true, signal: listening.signal });

  const lookBeneath = ({ left, top, width, height }: Box): void => {
    if (dom.isLarge()) return;
    const [x, y] = SAMPLES[looks % SAMPLES.length] ?? SAMPLES[0];
    looks += 1;
    const point = [left + x * width, top + y * height] as const;
    // What is drawn there is asked only where a dialog is at all: that takes styles, this next to nothing.
    if (!dom.elementsAt(...point).some(dom.dialogOf)) return;
    const under = drawnAt(...point, host);
    const dialog = under && dom.dialogOf(under);
    if (dialog) known.add(dialog);
  };

  return {
    boxes(banner) {
      // What is there from the start has just been looked for.
      if (performance.now() - began >= OFTEN) beneath.ask(() => lookBeneath(banner));
      for (const dialog of known) if (!dom.isConnected(dialog)) known.delete(dialog);
      return [...known]
        .filter(dom.isRendered)
        .map((dialog) => dom.rect(dialog))
        .filter(({ width, height }) => width > 0 && height > 0);
    },
    end() {
      listening.abort();
      marks.disconnect();
      layers.disconnect();
    },
  };
};
