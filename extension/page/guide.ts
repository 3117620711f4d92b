/**
 * On pages of a site on which nothing is pressed, where the person lets Untick see them: what is known of it,
 * the way, and a ring round what the site's words name.
 */

import { ENTRIES } from "#data/entries";
import type { GuideAction, Told } from "../core/guide-words.ts";
import { viewGuide } from "../core/guide-words.ts";
import { say } from "../core/guides.ts";
import type { ReadWatch } from "../core/read-watch.ts";
import { dueOf, giveUp, keepable, notePress, noteValue, startReadWatch } from "../core/read-watch.ts";
import type { OnOff } from "../core/schemas.ts";
import { about, createLocale } from "../shared/locale.ts";
import type { FromGuide, GuideContext, RequestSeen, Withdrawn } from "../shared/messages.ts";
import { bridge } from "./bridge.ts";
import * as dom from "./dom.ts";
import { observePage } from "./observer.ts";
import { isFirst } from "./pressing.ts";
import { createSend } from "./send.ts";
import { createBanner } from "./ui/banner.ts";
import { rowsNamed, wordsIn } from "./words.ts";

const PRESSES = ["pointerdown", "keydown"];
const PRESS = 10_000; // ms in which a press of the person may change the state
const UNTOLD = 3000; // ms for which the banner waits for a state to be told
const SEARCH = 20_000; // ms in which the page may still draw what the words name

/** What the page tells, where the words name one row, and the one element with the state is in it. */
const readState = ({ state }: Told, rows: readonly Element[]): OnOff | null => {
  const [row, ...others] = rows;
  if (!state || !row || others.length > 0) return null;
  const [found, ...more] = dom.queryAll(document, state.hook);
  if (!found || more.length > 0 || dom.tag(found) !== "input" || !dom.encloses(row, found)) return null;
  const value = dom.fieldValue(found);
  return value === state.on ? "on" : value === state.off ? "off" : null;
};

/** Whether it was on in this document: a router may bring back a copy of what no site has taken. */
let hasBeenOn = false;

/** Whether the person has pressed anything in this document, also before the background has answered. */
let hasPressed = navigator.userActivation.hasBeenActive;

/** Tells it on this page, until that is left. */
const startPage = (
  context: GuideContext,
  send: (message: FromGuide) => Promise<unknown>,
  leaving: AbortController,
): void => {
  const { messages, tag, direction, guide, way, details, isEverywhere, isPrivate } = context;
  const { signal } = leaving;
  const isThere = guide.address !== undefined && location.href.startsWith(guide.address);
  const locale = about(createLocale(messages, tag, direction), guide.name);
  const began = performance.now();
  const known = context.known ?? undefined;
  let said = context.said ?? undefined;
  let hasCopied = false;
  let watch = startReadWatch(context.isReloaded, hasBeenOn, began);
  if (hasPressed) watch = notePress(watch);
  let open = 0; // requests of the page that have no answer yet
  let kept: OnOff | null = null; // as the background was told last
  let { press } = context;

  const end = (): void => {
    observer.end();
    banner.end();
  };

  const tell = (what: "sent" | "answered"): void => {
    const bySite = said ? { site: said } : {};
    say(bySite, "site", what, Date.now());
    said = bySite.site;
    void send({ type: "say", what });
  };

  const act = (action: GuideAction | "dismiss"): void => {
    switch (action) {
      case "open":
        location.assign(guide.address ?? "");
        return;
      case "copy":
        void navigator.clipboard.writeText(locale.say("objection_text")).then(() => {
          hasCopied = true;
          draw();
        });
        return;
      case "dismiss":
        end();
        void send({ type: "mute-banner" });
        return;
      case "receipt":
        void send({ type: "open-page", page: "receipts", ...(press !== null && { receipt: press }) });
        return;
      default:
        tell(action);
        draw();
    }
  };
  const banner = createBanner<GuideAction>(locale, details, act);

  const draw = (): void => {
    const { seen, changedAt, isReread } = watch;
    const change = changedAt === null ? (isReread ? "reread" : "none") : "made";
    const hasReceipt = press !== null && !isPrivate;
    const spot = { isThere, isEverywhere, hasCopied, isPrivate, seen, change, hasReceipt } as const;
    const view = viewGuide(guide, way, { said, known }, spot, Date.now());
    if (view) banner.show(view);
    else end();
  };

  /** The person has turned it off: its receipt waits for the proof. What moved by itself has none. */
  const keepPress = (row: Element | undefined, tick: number): void => {
    if (!row || watch.since - pressedAt > PRESS) return;
    press = crypto.randomUUID();
    const at = Math.round(Date.now() - (tick - pressedAt));
    const address = location.origin + location.pathname;
    const label = wordsIn(row, guide.words);
    void send({ type: "hand-pressed", id: press, at, page: performance.timeOrigin, address, label });
  };

  /** A press, or what became of it: proved by the fresh page, or not to be proved any more. */
  const tellPress = (before: ReadWatch, row: Element | undefined, tick: number): void => {
    const wasMade = before.changedAt !== null;
    const isMade = watch.changedAt !== null;
    if (isMade && !wasMade) keepPress(row, tick);
    if (press === null) return;
    if (wasMade && !isMade) {
      // With it the background ends its watch for saves.
      void send({ type: "hand-proved", state: null });
      isWatching = false;
      open = 0;
      return;
    }
    // That it is on still is told by a fresh page whatever was pressed in it.
    const isStill = context.isReloaded && before.seen === null && watch.seen === "on";
    if (before.seen !== watch.seen && (watch.isReread || isStill))
      void send({ type: "hand-proved", state: watch.seen });
  };

  /** Notes how it stands, and does what is due. */
  const note = (rows: readonly Element[]): void => {
    const tick = performance.now();
    const before = watch;
    watch = noteValue(before, readState(guide, rows), tick);
    hasBeenOn ||= watch.wasOn;
    const due = dueOf(watch, open, tick);
    if (due === "give-up") watch = giveUp(watch);
    tellPress(before, rows[0], tick);
    if (watch.value !== before.value) observer.hasten();
    if (isWatching && watch.changedAt === null && tick - pressedAt > PRESS) {
      isWatching = false;
      void send({ type: "end-watch" });
    }
    if (due === "reload" && !isLeaving) {
      isLeaving = true;
      void send({ type: "reload", page: performance.timeOrigin });
    }
    const now = keepable(watch);
    if (now !== null && now !== kept) void send({ type: "guide-seen", state: now });
    kept = now ?? kept;
    if (isDrawn && (watch.seen !== before.seen || watch.changedAt !== before.changedAt)) draw();
  };

  let isLeaving = false;
  let isDrawn = false;
  let isWatching = false;
  let pressedAt = Number.NEGATIVE_INFINITY;
  /** The save goes out with the click on the page's own control: it is watched for from before. */
  const pressed = (event: Event): void => {
    if (!event.isTrusted || !isFirst(event)) return;
    watch = notePress(watch);
    if ((watch.seen ?? watch.value) !== "on" || watch.value === "off") return;
    pressedAt = performance.now();
    if (!isWatching) void send({ type: "watch-saves" });
    isWatching = true;
  };
  for (const type of PRESSES)
    window.addEventListener(type, pressed, { capture: true, passive: true, signal });
  const look = (cause: "change" | "beat"): void => {
    if (!dom.body() || cause === "change") return;
    const rows = rowsNamed(guide.words);
    if (guide.state && isThere && dom.readyState() !== "loading") note(rows);
    // A state is told first, where the page tells one.
    const isAwaited = guide.state && isThere && watch.seen === null && performance.now() - began < UNTOLD;
    if (!isDrawn && !isAwaited) {
      isDrawn = true;
      draw();
    }
    banner.place();
    banner.ring(rows);
    observer.hold(rows);
    if (watch.changedAt !== null || (rows.length === 0 && performance.now() - began < SEARCH))
      observer.stayAwake();
  };
  const heard = ({ type, kind, status }: RequestSeen): void => {
    if (type === "request-seen" && kind === "save") open += status === null ? 1 : -1;
  };
  const { onMessage } = bridge().api.runtime;
  onMessage.addListener(heard);
  signal.addEventListener("abort", () => onMessage.removeListener(heard));
  signal.addEventListener("abort", () => banner.end());
  const observer = observePage({ look, isWorthALook: () => false, isUnderWay: () => false }, leaving);
};

const start = (): void => {
  const { api } = bridge();
  let leaving = new AbortController();
  let isWithdrawn = false;
  const pressed = (event: Event): void => {
    hasPressed ||= event.isTrusted && isFirst(event);
  };
  for (const type of PRESSES) window.addEventListener(type, pressed, { capture: true, passive: true });
  const send = createSend<FromGuide>(() => leaving.abort());

  const enter = async (): Promise<void> => {
    leaving.abort();
    if (isWithdrawn || !ENTRIES.some((entry) => location.href.startsWith(entry))) return;
    leaving = new AbortController();
    const here = leaving;
    const opened = { type: "guide-opened", page: performance.timeOrigin, address: location.href } as const;
    const context = (await send(opened)) as GuideContext | null | undefined;
    if (context && !here.signal.aborted) startPage(context, send, here);
  };

  api.runtime.onMessage.addListener((message: Withdrawn) => {
    if (message.type !== "withdrawn" || !message.origins.includes(location.origin)) return;
    isWithdrawn = true;
    leaving.abort();
    bridge().hasEngine = false; // another may be started once Untick may see the site again
  });
  let current = location.href;
  navigation.addEventListener("currententrychange", () => {
    const came = current;
    current = location.href;
    if (came !== current) void enter();
  });
  void enter();
};

if (!bridge().hasEngine) {
  bridge().hasEngine = true;
  start();
}
