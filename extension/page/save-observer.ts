/** Sees the page's own save by the browser's record of requests, so that no reload cuts it off. */

import type { SaveWatch } from "../core/save-outcome.ts";
import type { Site } from "../core/site.ts";

export interface SaveObserver {
  seen(): SaveWatch;
  end(): void;
}

/**
 * @param pressed in a frame, the save is the frame's
 * @param since tick of the press
 */
export const observeSaves = (site: Site, pressed: Element, since: number): SaveObserver => {
  const statuses: number[] = [];
  let latest = since;
  const views = new Set([window, pressed.ownerDocument.defaultView ?? window]);
  const observers = [...views].map((view) => {
    const begun = view.performance.now() - (performance.now() - since); // each document has its own clock
    const observer = new view.PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
        const { origin, pathname } = new URL(entry.name);
        const isSave = origin === site.origin && pathname.startsWith(site.page.save);
        if (!isSave || entry.startTime < begun) continue;
        statuses.push(entry.responseStatus);
        latest = performance.now();
      }
    });
    observer.observe({ type: "resource", buffered: true });
    return observer;
  });
  return {
    seen: () => ({ statuses, since, latest }),
    end() {
      for (const observer of observers) observer.disconnect();
    },
  };
};
