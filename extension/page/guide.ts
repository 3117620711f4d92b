/**
 * On pages of a site on which nothing is pressed, where the person lets Untick see them: what is known of it,
 * the way, and a ring round what the site's words name.
 */

import { ENTRIES } from "#data/entries";
import type { GuideAction } from "../core/guide-words.ts";
import { viewGuide } from "../core/guide-words.ts";
import { say } from "../core/guides.ts";
import { about, createLocale } from "../shared/locale.ts";
import type { FromGuide, GuideContext, Withdrawn } from "../shared/messages.ts";
import { bridge } from "./bridge.ts";
import * as dom from "./dom.ts";
import { observePage } from "./observer.ts";
import { createSend } from "./send.ts";
import { createBanner } from "./ui/banner.ts";
import { rowsNamed } from "./words.ts";

const SEARCH = 20_000; // ms in which the page may still draw what the words name

/** Tells it on this page, until that is left. */
const startPage = (
  context: GuideContext,
  send: (message: FromGuide) => Promise<unknown>,
  leaving: AbortController,
): void => {
  const { messages, tag, direction, guide, way, details, isEverywhere } = context;
  const isThere = guide.address !== undefined && location.href.startsWith(guide.address);
  const locale = about(createLocale(messages, tag, direction), guide.name);
  const began = performance.now();
  let { said } = context;
  let hasCopied = false;

  const end = (): void => {
    observer.end();
    banner.end();
  };

  const tell = (what: "sent" | "answered"): void => {
    const kept = said ? { site: said } : {};
    say(kept, "site", what, Date.now());
    said = kept.site ?? null;
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
    const view = viewGuide(guide, way, said, { isThere, isEverywhere, hasCopied }, Date.now());
    if (view) banner.show(view);
    else end();
  };

  let isDrawn = false;
  const look = (cause: "change" | "beat"): void => {
    if (!dom.body()) return;
    if (!isDrawn) {
      isDrawn = true;
      draw();
    }
    if (cause === "change") return;
    banner.place();
    const rows = rowsNamed(guide.words);
    banner.ring(rows);
    observer.hold(rows);
    if (rows.length === 0 && performance.now() - began < SEARCH) observer.stayAwake();
  };
  leaving.signal.addEventListener("abort", () => banner.end());
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
