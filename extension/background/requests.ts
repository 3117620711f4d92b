/**
 * What a page sends to its site from a press to the end of its save: told to that page, kept nowhere. The
 * page's own record has no answer that it leaves unread (Chromium), and cannot tell "not sent" from "not
 * seen".
 */

import type { RequestSeen } from "../shared/messages.ts";

type Details = chrome.webRequest.OnBeforeRequestDetails;

/** By tab: ends the watch. */
const watches = new Map<number, () => void>();

const READS = ["GET", "HEAD", "OPTIONS"];
/** What a page reports of its visitors, and of itself: no save. "beacon": Firefox's name for "ping". */
const REPORTS = ["ping", "beacon", "csp_report"];
const FROM_WORKER = -1;

/** Whether a request that is no mere reading is a save, by its path and kind. */
type IsSave = (path: string, type: string) => boolean;

/** Whatever may change something: of a site whose saves are not known. */
export const isAnySave: IsSave = (_path, type) => !REPORTS.includes(type);

/** @returns whether it is a save; null for what changes nothing */
const kindOf = ({ url, method, type }: Details, saves: IsSave): boolean | null => {
  if (READS.includes(method)) return null;
  if (saves(new URL(url).pathname, type)) return true;
  return REPORTS.includes(type) ? null : false;
};

export const endWatch = (tab: number): void => {
  watches.get(tab)?.();
  watches.delete(tab);
};

/**
 * Tells a tab's page of its requests, until the watch is ended or the tab is gone.
 * @param saves which of them are saves
 */
export const watchRequests = (tab: number, origins: readonly string[], saves: IsSave): void => {
  if (watches.has(tab)) return;
  const sent = new Set<string>();
  let hasOther = false;
  const tell = (isSave: boolean, status: number | null): void => {
    const message: RequestSeen = { type: "request-seen", isSave, status };
    chrome.tabs.sendMessage(tab, message, { frameId: 0 }).catch(() => null); // the page has gone meanwhile
  };
  const isOwn = ({ tabId }: Details): boolean => tabId === tab || tabId === FROM_WORKER;
  const onSent = (details: chrome.webRequest.OnBeforeRequestDetails): undefined => {
    const isSave = isOwn(details) ? kindOf(details, saves) : null;
    // That there is another is all that is asked of others: a page may send thousands.
    if (isSave === null || sent.has(details.requestId) || (!isSave && hasOther)) return;
    hasOther ||= !isSave;
    if (isSave) sent.add(details.requestId);
    tell(isSave, null);
  };
  const answered = (requestId: string, status: number): void => {
    if (sent.delete(requestId)) tell(true, status);
  };
  const onAnswer = ({ requestId, statusCode }: chrome.webRequest.OnResponseStartedDetails): void =>
    answered(requestId, statusCode);
  const onError = ({ requestId }: chrome.webRequest.OnErrorOccurredDetails): void => answered(requestId, 0);
  const filter = { urls: origins.map((origin) => `${origin}/*`) };
  const { onBeforeRequest, onResponseStarted, onErrorOccurred } = chrome.webRequest;
  onBeforeRequest.addListener(onSent, filter);
  onResponseStarted.addListener(onAnswer, filter);
  onErrorOccurred.addListener(onError, filter);
  watches.set(tab, () => {
    onBeforeRequest.removeListener(onSent);
    onResponseStarted.removeListener(onAnswer);
    onErrorOccurred.removeListener(onError);
  });
};
