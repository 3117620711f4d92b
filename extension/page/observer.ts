/**
 * When to look at a page again: once a frame while it changes, a slow beat for what shows in no mutation,
 * then sleep.
 */

import { bridge } from "./bridge.ts";
import * as dom from "./dom.ts";

export interface PageReader {
  /**
   * @param cause change: the page has changed; beat: time has passed
   * @param changed tick of the first change since the last look
   */
  look(cause: "change" | "beat", changed: number): void;
  /** Whether what came or went is worth a look; asked once a frame, before the layout. */
  isWorthALook(): boolean;
  /** Whether a press is on its way to its proof: then it does not sleep. */
  isUnderWay(): boolean;
}

export interface PageObserver {
  /** Something about the switch has changed: look often for a while. */
  hasten(): void;
  /** Something is still to come: do not sleep yet. */
  stayAwake(): void;
  /** Observes these roots besides the document. */
  observe(roots: readonly Node[]): void;
  /**
   * Of what comes and goes, only whether these are taken away is worth a look; null: everything is. Then a
   * page that grows elsewhere costs nothing.
   */
  hold(elements: readonly Element[] | null): void;
  end(): void;
}

// ms between beats, from the last change of the switch on; `.checked` set by a script shows in no mutation
const BEATS = [250, 250, 500, 500, 1000];
const FRAMELESS = 1000; // ms without a frame: a window that is covered; a large page's frame may take 300 ms
const AWAKE = 30_000; // ms without a change of the switch, after which it sleeps
const ATTRIBUTES = [
  "aria-checked",
  "aria-pressed",
  "aria-disabled",
  "aria-busy",
  "disabled",
  "checked",
  "role",
  "hidden",
  "inert",
];
const WAKES = ["pointerdown", "keydown", "visibilitychange", "pageshow"];

/** Updated, turned off or removed, an extension leaves its scripts behind in Chromium. */
const isOrphan = (): boolean => !bridge().api.runtime?.id;

/** @param leaving ends it, and is ended where the extension is gone */
export const observePage = (reader: PageReader, leaving: AbortController): PageObserver => {
  const ended = new AbortController();
  const signal = AbortSignal.any([leaving.signal, ended.signal]);
  const roots = new Set<Node>([document]);
  let asked: "change" | "beat" | null = null;
  let askedAt = 0;
  let activeAt = Number.NEGATIVE_INFINITY;
  let changedAt = Number.POSITIVE_INFINITY;
  let beat: ReturnType<typeof setTimeout> | undefined;
  let beats = 0; // since the last change of the switch

  // A size observer answers in the one moment of a frame at which style and layout are done: a look at any
  // other moment would make the page's own layout ours to pay for.
  const answer = (): void => {
    layout.disconnect();
    const cause = asked;
    const changed = Math.min(changedAt, performance.now());
    asked = null;
    changedAt = Number.POSITIVE_INFINITY;
    if (cause && !signal.aborted) reader.look(cause, changed);
  };
  const layout = new ResizeObserver(answer);
  const ask = (cause: "change" | "beat"): void => {
    if (asked === null) {
      layout.observe(dom.html());
      askedAt = performance.now();
    }
    asked = asked === "beat" ? "beat" : cause;
  };

  let isFramed = false;
  let isAttribute = false;
  const frame = (): void => {
    isFramed = false;
    if (beat !== undefined && (reader.isWorthALook() || isAttribute)) ask("change");
    else changedAt = Number.POSITIVE_INFINITY;
    isAttribute = false;
  };
  const noteChange = (): void => {
    changedAt = Math.min(changedAt, performance.now());
    if (!isFramed) requestAnimationFrame(frame);
    isFramed = true;
  };
  const nodes = new MutationObserver(() => {
    // Of what is held, only that it goes: a page that grows beside it asks for no frame.
    if (held === null || !held.every(dom.isConnected)) noteChange();
  });
  const attributes = new MutationObserver(() => {
    isAttribute = true;
    noteChange();
  });
  let held: readonly Element[] | null = null;
  const observeNodes = (): void => {
    nodes.disconnect();
    if (held === null) for (const root of roots) nodes.observe(root, { childList: true, subtree: true });
    else for (const holder of new Set(held.flatMap(dom.holders))) nodes.observe(holder, { childList: true });
  };
  const observeAttributes = (root: Node): void =>
    attributes.observe(root, { subtree: true, attributes: true, attributeFilter: ATTRIBUTES });

  const sleep = (): void => {
    clearTimeout(beat);
    beat = undefined;
    nodes.disconnect();
    attributes.disconnect();
    layout.disconnect();
    asked = null;
  };
  const scheduleBeat = (): void => {
    beat = setTimeout(tick, BEATS[Math.min(beats, BEATS.length - 1)]);
    beats += 1;
  };
  const tick = (): void => {
    if (isOrphan()) {
      leaving.abort();
      return;
    }
    if (performance.now() - activeAt > AWAKE && !reader.isUnderWay()) {
      sleep();
      return;
    }
    scheduleBeat();
    // No frame for so long: nobody sees the page. Its layout keeps no frame waiting.
    if (asked === "beat" && (dom.isHidden() || performance.now() - askedAt >= FRAMELESS)) answer();
    else ask("beat");
  };
  const wake = (): void => {
    if (isOrphan()) leaving.abort();
    if (signal.aborted) return;
    activeAt = performance.now();
    const isAwake = beat !== undefined;
    // The first beat is on its way already.
    if (isAwake && beats <= 1) return;
    beats = 0;
    clearTimeout(beat);
    scheduleBeat();
    if (isAwake) return;
    observeNodes();
    for (const root of roots) observeAttributes(root);
  };

  for (const type of WAKES) window.addEventListener(type, wake, { capture: true, passive: true, signal });
  signal.addEventListener("abort", sleep);
  wake();
  return {
    hasten: wake,
    stayAwake() {
      activeAt = performance.now();
    },
    end: () => ended.abort(),
    observe(wanted) {
      for (const root of roots) if (!dom.isConnected(root)) roots.delete(root);
      const added = wanted.filter((root) => !roots.has(root));
      for (const root of added) {
        roots.add(root);
        if (beat !== undefined) observeAttributes(root);
      }
      if (added.length > 0 && beat !== undefined && held === null) observeNodes();
    },
    hold(elements) {
      if (held === elements) return;
      held = elements;
      if (beat !== undefined) observeNodes();
    },
  };
};
