/**
 * When to look at a page again: once a frame while it changes, a slow beat for what shows in no mutation,
 * then sleep.
 */

import { bridge } from "./bridge.ts";
import * as dom from "./dom.ts";

/**
 * change: the page has changed; beat: time has passed. changed: tick of the first change since the last look.
 */
export type Look = (cause: "change" | "beat", changed: number) => void;

export interface PageObserver {
  /** Something about the switch has changed: look often for a while. */
  stayAwake(): void;
  /** Observes these roots besides the document. */
  observe(roots: readonly Node[]): void;
  end(): void;
}

const BEAT = 250; // ms; `.checked` set by a script shows in no mutation
const CALM = 5000; // ms without a change of the switch after which it beats
const CALM_BEAT = 1000; // … only so often
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

/**
 * @param isWorthALook whether what came or went is; asked once a frame, before the layout
 * @param leaving ends it, and is ended where the extension is gone
 */
export const observePage = (
  look: Look,
  isWorthALook: () => boolean,
  leaving: AbortController,
): PageObserver => {
  const { signal } = leaving;
  const roots = new Set<Node>([document]);
  let asked: "change" | "beat" | null = null;
  let activeAt = Number.NEGATIVE_INFINITY;
  let changedAt = Number.POSITIVE_INFINITY;
  let beat: ReturnType<typeof setTimeout> | undefined;

  // A size observer answers in the one moment of a frame at which style and layout are done: a look at any
  // other moment would make the page's own layout ours to pay for.
  const answer = (): void => {
    layout.disconnect();
    const cause = asked;
    const changed = Math.min(changedAt, performance.now());
    asked = null;
    changedAt = Number.POSITIVE_INFINITY;
    if (cause && !signal.aborted) look(cause, changed);
  };
  const layout = new ResizeObserver(answer);
  const ask = (cause: "change" | "beat"): void => {
    if (asked === null) layout.observe(dom.html());
    asked = asked === "beat" ? "beat" : cause;
  };

  let isFramed = false;
  let isAttribute = false;
  const frame = (): void => {
    isFramed = false;
    if (beat !== undefined && (isWorthALook() || isAttribute)) ask("change");
    else changedAt = Number.POSITIVE_INFINITY;
    isAttribute = false;
  };
  const mutations = new MutationObserver((records) => {
    isAttribute ||= records.some(({ type }) => type === "attributes");
    changedAt = Math.min(changedAt, performance.now());
    if (!isFramed) requestAnimationFrame(frame);
    isFramed = true;
  });
  const observe = (root: Node): void =>
    mutations.observe(root, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    });

  const sleep = (): void => {
    clearTimeout(beat);
    beat = undefined;
    mutations.disconnect();
    layout.disconnect();
    asked = null;
  };
  const scheduleBeat = (): void => {
    beat = setTimeout(tick, performance.now() - activeAt < CALM ? BEAT : CALM_BEAT);
  };
  const tick = (): void => {
    if (isOrphan()) {
      leaving.abort();
      return;
    }
    if (performance.now() - activeAt > AWAKE) {
      sleep();
      return;
    }
    scheduleBeat();
    // No frame since the last beat: a tab that nobody sees. Its layout keeps no frame waiting.
    if (asked === "beat") answer();
    else ask("beat");
  };
  const wake = (): void => {
    if (isOrphan()) leaving.abort();
    if (signal.aborted) return;
    const wasCalm = performance.now() - activeAt >= CALM;
    activeAt = performance.now();
    if (beat === undefined) for (const root of roots) observe(root);
    else if (!wasCalm) return;
    clearTimeout(beat);
    scheduleBeat();
  };

  for (const type of WAKES) window.addEventListener(type, wake, { capture: true, passive: true, signal });
  signal.addEventListener("abort", sleep);
  wake();
  return {
    stayAwake: wake,
    end: sleep,
    observe(wanted) {
      for (const root of roots) if (!dom.isConnected(root)) roots.delete(root);
      for (const root of wanted) {
        if (roots.has(root)) continue;
        roots.add(root);
        if (beat !== undefined) observe(root);
      }
    },
  };
};
