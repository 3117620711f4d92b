/**
 * Sees what becomes of a press on the page: its own save, by the browser's record of requests, so that no
 * reload cuts it off; and whether the page asks the person something first.
 */

import type { SaveWatch } from "../core/save-outcome.ts";
import { ENDLESS } from "../core/save-outcome.ts";
import type { Site } from "../core/site.ts";
import { isSave } from "../core/site.ts";
import type { RequestSeen } from "../shared/messages.ts";
import { bridge } from "./bridge.ts";
import * as dom from "./dom.ts";
import type { Question } from "./question.ts";

export interface SaveObserver {
  seen(): SaveWatch;
  end(): void;
}

const SUBMIT = 'button:not([type]),[type="submit" i],[type="image" i]';
const BEFORE = 500; // ms until the background tells of requests, with their method: a mere reading is no save

/** Answers to what was sent before the background was asked to tell of requests: to a press by hand. */
const observeEarlier = (
  site: Site,
  pressed: Element,
  since: number,
  answered: (status: number) => void,
): PerformanceObserver[] => {
  const views = new Set([window, dom.viewOf(dom.documentOf(pressed)) ?? window]); // a frame's save is its own
  return [...views].map((view) => {
    const begun = view.performance.now() - (performance.now() - since); // each document has its own clock
    const asked = view.performance.now();
    const observer = new view.PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
        const { origin, pathname } = new URL(entry.name);
        const isOwn = origin === site.origin && isSave(site, pathname);
        const isEarly = entry.startTime >= begun && entry.startTime <= asked + BEFORE;
        if (isOwn && isEarly) answered(entry.responseStatus);
      }
    });
    observer.observe({ type: "resource", buffered: true });
    return observer;
  });
};

/**
 * @param pressed the switch
 * @param since tick of the press
 * @param question whether the page asks something
 */
export const observeSaves = (
  site: Site,
  pressed: Element,
  since: number,
  question: Question,
): SaveObserver => {
  const statuses: number[] = [];
  let pending = 0;
  let hasOther = false;
  let latest = since;
  let askedAt: number | null = null;

  const answered = (status: number): void => {
    statuses.push(status);
    latest = performance.now();
  };
  const heard = (message: RequestSeen): void => {
    if (message.type !== "request-seen") return; // the shortcut's
    if (message.kind === "read") return;
    if (message.kind === "other") hasOther = true;
    else if (message.status === null) {
      pending += 1;
      latest = performance.now();
    } else {
      pending -= 1;
      answered(message.status);
    }
  };
  const { onMessage } = bridge().api.runtime;
  onMessage.addListener(heard);
  const form = dom.closest(pressed, "form");
  const isInForm =
    form !== null && dom.queryAll(form, SUBMIT).some((one) => one !== pressed && dom.isRendered(one));
  const isPast = performance.now() > since;
  const observers = isPast ? observeEarlier(site, pressed, since, answered) : [];

  return {
    seen() {
      // A bubble or a consent bar may come at the same time, and stay for good.
      const isPatient = () => question.isBlocking() || performance.now() - since < ENDLESS;
      const isAsking = question.isOpen() && isPatient();
      if (isAsking) askedAt = performance.now();
      const begun = askedAt ?? since;
      const asked = isAsking ? "now" : askedAt === null ? "never" : "before";
      return { statuses, pending, hasOther, isInForm, asked, since: begun, latest: Math.max(latest, begun) };
    },
    end() {
      onMessage.removeListener(heard);
      for (const observer of observers) observer.disconnect();
    },
  };
};
