/**
 * On pages of a site on which nothing is pressed, where the person lets Untick see them: what is known of it,
 * the way, and a ring round what the site's words name.
 */

import { ENTRIES } from "#data/entries";
import type { GuideAction, Told } from "../core/guide-words.ts";
import { viewGuide } from "../core/guide-words.ts";
import { say } from "../core/guides.ts";
import type { OnOff } from "../core/schemas.ts";
import { about, createLocale } from "../shared/locale.ts";
import type { FromGuide, GuideContext, Withdrawn } from "../shared/messages.ts";
import { bridge } from "./bridge.ts";
import * as dom from "./dom.ts";
import { observePage } from "./observer.ts";
import { createSend } from "./send.ts";
import { createBanner } from "./ui/banner.ts";
import { rowsNamed } from "./words.ts";

const PRESS = 10_000; // ms after a person's click in which a change is theirs
const SAVE = 2500; // ms that the page is given to save it
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

/** Tells it on this page, until that is left. */
const startPage = (
  context: GuideContext,
  send: (message: FromGuide) => Promise<unknown>,
  leaving: AbortController,
): void => {
  const { messages, tag, direction, guide, way, details, isEverywhere } = context;
  const { signal } = leaving;
  const isThere = guide.address !== undefined && location.href.startsWith(guide.address);
  const locale = about(createLocale(messages, tag, direction), guide.name);
  const began = performance.now();
  const known = context.known ?? undefined;
  let said = context.said ?? undefined;
  let hasCopied = false;
  let seen: OnOff | null = null;
  let isChanged = false; // whether the person turned it off here
  let since = began; // tick since which it is seen so
  let clickedAt = Number.NEGATIVE_INFINITY;

  const end = (): void => {
    observer.end();
    banner.end();
  };

  const tell = (what: "sent" | "answered"): void => {
    const kept = said ? { site: said } : {};
    say(kept, "site", what, Date.now());
    said = kept.site;
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
      default:
        tell(action);
        draw();
    }
  };
  const banner = createBanner<GuideAction>(locale, details, act);

  const draw = (): void => {
    const change = isChanged ? "made" : context.isReread ? "reread" : "none";
    const spot = { isThere, isEverywhere, hasCopied, seen, change } as const;
    const view = viewGuide(guide, way, { said, known }, spot, Date.now());
    if (view) banner.show(view);
    else end();
  };

  /** Notes how it stands; whether the person has changed it, and whether that has stood for long enough. */
  const note = (now: OnOff | null): boolean => {
    const tick = performance.now();
    const isSame = now === seen;
    if (!isSame) {
      isChanged = seen === "on" && now === "off" && tick - clickedAt < PRESS;
      seen = now;
      since = tick;
      observer.hasten();
      if (now !== null && !isChanged) void send({ type: "guide-seen", state: now });
    } else if (isChanged && tick - since >= SAVE) {
      since = Number.POSITIVE_INFINITY;
      void send({ type: "reread" });
    }
    return !isSame;
  };

  let isDrawn = false;
  const look = (cause: "change" | "beat"): void => {
    // A state is told once all of the page is there.
    if (!dom.body() || (guide.state && dom.readyState() === "loading")) return;
    if (cause === "beat") banner.place();
    const rows = cause === "beat" || !isDrawn ? rowsNamed(guide.words) : [];
    if (!isDrawn || cause === "beat") {
      const hasChanged = note(readState(guide, rows));
      if (!isDrawn || hasChanged) draw();
    }
    isDrawn = true;
    if (cause === "change") return;
    banner.ring(rows);
    observer.hold(rows);
    if (isChanged || (rows.length === 0 && performance.now() - began < SEARCH)) observer.stayAwake();
  };
  const clicked = ({ isTrusted }: Event): void => {
    if (isTrusted) clickedAt = performance.now();
  };
  for (const type of ["click", "keydown"])
    window.addEventListener(type, clicked, { capture: true, passive: true, signal });
  signal.addEventListener("abort", () => banner.end());
  const observer = observePage({ look, isWorthALook: () => !isDrawn }, leaving);
};

const start = (): void => {
  const { api } = bridge();
  let leaving = new AbortController();
  let isWithdrawn = false;
  const send = createSend<FromGuide>(() => leaving.abort());

  const enter = async (): Promise<void> => {
    leaving.abort();
    if (isWithdrawn || !ENTRIES.some((entry) => location.href.startsWith(entry))) return;
    leaving = new AbortController();
    const here = leaving;
    const context = (await send({ type: "guide-opened" })) as GuideContext | undefined;
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
