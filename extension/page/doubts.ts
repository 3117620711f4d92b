/**
 * Why a switch that shows off may be no witness of the account: the browser has filled in again what stood in
 * the page's fields, or the page could not read how its own setting stands and draws it off.
 */

import type { Site } from "../core/site.ts";
import { isSave } from "../core/site.ts";
import type { State } from "../core/stability.ts";
import type { RequestSeen } from "../shared/messages.ts";
import { bridge } from "./bridge.ts";
import * as dom from "./dom.ts";

const arrivals = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];

/** Whether the document came by going back, or as a tab was opened again. */
export const cameBack = (): boolean => arrivals[0]?.type === "back_forward";

/** On a reload only Firefox fills fields in again; going back to a page that was not kept, every browser. */
const isRefillable = (): boolean => cameBack() || (bridge().leaksRoots && arrivals[0]?.type === "reload");

/** No answer at all (0), or one of a site that is down, is too busy, or does not let the page read. */
const isFailure = (status: number): boolean =>
  status === 0 || status >= 500 || [401, 403, 429].includes(status);

/**
 * Whether the page's last request for its settings failed, by the browser's record of it. An observer gets
 * them all; of what can be asked for later the browser keeps 250.
 */
const observeReads = (site: Site, signal: AbortSignal): (() => boolean) => {
  let hasFailed = false;
  const observer = new PerformanceObserver((list) => {
    for (const { name, responseStatus } of list.getEntries() as PerformanceResourceTiming[]) {
      if (!name.startsWith(`${site.origin}/`) || !isSave(site, new URL(name).pathname)) continue;
      hasFailed = isFailure(responseStatus);
    }
  });
  observer.observe({ type: "resource", buffered: true });
  signal.addEventListener("abort", () => observer.disconnect());
  return () => hasFailed;
};

export interface Doubts {
  /** The state that may be told of a switch: null for an "off" that is no witness. */
  heed(element: Element, state: State): State;
  /** A press has been made: the page's requests are its saves from now on. */
  endReads(): void;
}

/** @param isReloaded whether Untick had this document loaded anew, past what the browser keeps */
export const createDoubts = (site: Site, isReloaded: boolean, signal: AbortSignal): Doubts => {
  /** whether a field still stands as the browser filled it in */
  const refilled = new WeakMap<Element, boolean>();
  let reads = true;
  const hasFailedRead = observeReads(site, signal);
  // Chromium's record has no answer that the page leaves unread; until a proof the background tells of it.
  let isUnread = false;
  const heard = (message: RequestSeen): void => {
    if (message.type === "request-seen" && message.kind === "read") isUnread = isFailure(message.status ?? 0);
  };
  const { onMessage } = bridge().api.runtime;
  onMessage.addListener(heard);
  signal.addEventListener("abort", () => onMessage.removeListener(heard));

  const isRefilled = (element: Element, state: State): boolean => {
    const was = refilled.get(element);
    const isInput =
      dom.tag(element) === "input" && dom.matches(element, '[type="checkbox" i],[type="radio" i]');
    const isNow = was ?? (isInput && dom.isChecked(element) !== dom.isCheckedAtFirst(element));
    refilled.set(element, isNow && state === "off");
    return isNow && state === "off";
  };

  return {
    heed(element, state) {
      const isDoubtful = !isReloaded && isRefillable() && isRefilled(element, state);
      return isDoubtful || (state === "off" && reads && (isUnread || hasFailedRead())) ? null : state;
    },
    endReads() {
      reads = false;
    },
  };
};
