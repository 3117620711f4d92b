/**
 * What a page sends to its site from a press to its proof: told to that page, kept nowhere. The page's own
 * record has no answer that it leaves unread (Chromium), and cannot tell "not sent" from "not seen".
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

/** @returns null for what nobody has to know of */
const kindOf = ({ url, method, type }: Details, saves: IsSave): RequestSeen["kind"] | null => {
  const isIts = saves(new URL(url).pathname, type);
  if (READS.includes(method)) return isIts ? "read" : null;
  if (isIts) return "save";
  return REPORTS.includes(type) ? null : "other";
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
  const sent = new Map<string, RequestSeen["kind"]>();
  let hasOther = false;
  const tell = (kind: RequestSeen["kind"], status: number | null): void => {
    const message: RequestSeen = { type: "request-seen", kind, status };
    chrome.tabs.sendMessage(tab, message, { frameId: 0 }).catch(() => null); // the page has gone meanwhile
  };
  const isOwn = ({ tabId }: Details): boolean => tabId === tab || tabId === FROM_WORKER;
  const onSent = (details: chrome.webRequest.OnBeforeRequestDetails): undefined => {
    const kind = isOwn(details) ? kindOf(details, saves) : null;
    // That there is another is all that is asked of others: a page may send thousands.
    if (kind === null || sent.has(details.requestId) || (kind === "other" && hasOther)) return;
    hasOther ||= kind === "other";
    if (kind !== "other") sent.set(details.requestId, kind);
    if (kind !== "read") tell(kind, null);
  };
  const answered = (requestId: string, status: number): void => {
    const kind = sent.get(requestId);
    if (kind && sent.delete(requestId)) tell(kind, status);
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
