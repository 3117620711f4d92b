/**
 * A settings page that is not the setting's own: what is known of it, the way there, and the row that leads
 * to it.
 */

import { viewElsewhere } from "../core/banner-words.ts";
import { stateWord } from "../core/label-weighing.ts";
import type { Action } from "../core/optout-events.ts";
import type { OnOff } from "../core/schemas.ts";
import type { Setting, Site } from "../core/site.ts";
import { pageOf } from "../core/site.ts";
import { unlisted } from "../core/unlisted.ts";
import * as dom from "./dom.ts";
import type { Entry } from "./entry.ts";
import { lastWords } from "./naming.ts";
import { observePage } from "./observer.ts";
import { createReader } from "./reader.ts";
import { mainOf } from "./survey.ts";
import type { Banner } from "./ui/banner.ts";
import { createBanner } from "./ui/banner.ts";

const SEARCH = 20_000; // ms in which the page's list may still be drawn

const leadsTo = (paths: readonly string[], link: Element): boolean => {
  const href = dom.attribute(link, "href") ?? "";
  return (
    URL.canParse(href, location.href) &&
    paths.includes(new URL(href, location.href).pathname.replace(/\/+$/, ""))
  );
};

/** The link to the setting's page in the page's main part. */
const rowOf = (site: Site, { paths }: Setting): Element | null => {
  if (dom.isLarge()) return null; // no list of settings is
  const ends = paths.map((path) => `a[href*=${JSON.stringify(path.split("/").slice(-2).join("/"))}]`);
  const links = dom.queryAll(mainOf(site) ?? document, ends.join(","));
  return links.find((link) => leadsTo(paths, link) && dom.isRendered(link)) ?? null;
};

/** @param found called once the switch itself is seen on the page; null where it cannot be, on another's */
export const startOtherPage = (entry: Entry, found: (() => void) | null): void => {
  const { site, setting, path, context, locale, send, opener, leaving } = entry;
  const { signal } = leaving;
  const reader = found && !opener ? createReader(entry, false) : null;
  /** The switch is on this page, in a dialog. */
  const isHere = opener !== null && setting.paths.includes(path);
  const known = context.known[setting.id] ?? null;
  const began = performance.now();
  let banner: Banner<Action> | undefined;
  let drawn: { readonly word: OnOff | null } | undefined;

  const act = async (action: Action): Promise<void> => {
    switch (action) {
      case "dismiss":
        end();
        if (!isHere) await send({ type: "mute-banner" });
        return;
      case "show":
        if (isHere) opener.ask(true);
        else location.assign(pageOf(site, setting, path));
        return;
      case "turn-off":
        await send({ type: "start-job", setting: setting.id, from: path });
        if (signal.aborted) return;
        if (isHere) entry.again();
        else location.assign(pageOf(site, setting, path));
        return;
      case "undo":
      case "retry":
      case "back":
      case "receipt":
      case "report":
      case "stop":
        return; // not offered here
      default:
        unlisted(action);
    }
  };

  const end = (): void => {
    observer.end();
    banner?.end();
  };

  const draw = (word: OnOff | null): void => {
    drawn = { word };
    const view = isHere || context.isEverywhere ? viewElsewhere(known, word, Date.now()) : null;
    if (view) {
      banner ??= createBanner(locale, context.details, (action) => void act(action));
      banner.show(view);
      return;
    }
    banner?.end();
    banner = undefined;
  };

  const look = (): void => {
    if (!dom.body()) return;
    banner?.place();
    opener?.step();
    if (found && (reader?.look("beat", null).chosen || opener?.dialog())) {
      end();
      found();
      return;
    }
    const row = opener ? opener.find() : rowOf(site, setting);
    const lang = dom.attribute(dom.html(), "lang") ?? "";
    const wordIn = (text: string) => stateWord(text, { site, lang });
    const word = row && (wordIn(dom.attribute(row, "aria-label") ?? "") ?? wordIn(lastWords(row)));
    if (!drawn || drawn.word !== word) draw(word);
    banner?.ring(row ? [row] : []);
    // From now on the beats are enough: a list may be drawn at any time, and is worth no look a frame.
    observer.hold([]);
    if (performance.now() - began < SEARCH) observer.stayAwake();
  };

  signal.addEventListener("abort", () => banner?.end());
  const observer = observePage(
    { look, isWorthALook: () => drawn === undefined, isUnderWay: () => false },
    leaving,
  );
};
