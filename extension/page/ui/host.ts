/**
 * The one element that a page sees of Untick. It is put back where the page takes it away, its closed root
 * stays as it was drawn, and only a person's own click on what they saw gets through.
 */

import MARKS from "../../marks.css";
import { FOCUS_BANNER } from "../../shared/focus-banner.ts";
import SHARED_STYLE from "../../ui.css";
import { bridge } from "../bridge.ts";
import * as dom from "../dom.ts";
import STYLE from "./banner.css";
import { isCovered } from "./occlusion.ts";
import { createSeal } from "./seal.ts";

export interface HostEvents {
  /** A person's click or key on a button in the card. */
  click(button: Element): void;
  /** … that was not taken, since the page draws something over what they pressed. */
  covered(): void;
  escape(): void;
  /** The page has changed what is in the root: it is good for nothing any more. */
  broken(): void;
}

export interface Host {
  readonly root: ShadowRoot;
  /** Puts it into the page's top layer. */
  present(): void;
  /** Changes the card, which nobody else may. */
  edit(change: () => void): void;
  refocus(element: HTMLElement): void;
  end(): void;
}

const REVIVALS = 20; // times that it is put back or cleaned; then the page has its way
const STILL = 250; // ms that it must have stood since, before a click counts
const AIMED = 500; // ms from a key or a pointer that comes to it until it has the focus by that

/** Removes what the extension left behind as it was before an update. */
const removeLeftovers = (): void => {
  for (const node of dom.queryAll(document, "html > div")) {
    const root = dom.shadow(node);
    if (root && dom.query(root, '[data-part="banner"]')) node.remove();
  }
};

/**
 * A style whose custom properties have names that no page knows: a page can register them, in every root of
 * the document, so that no value fits, and so take the colours away.
 */
const secretly = (css: string): string => {
  const secret = `--${crypto.randomUUID()}-`;
  const names = new Set(css.match(/--[a-z-]+(?=\s*:)/g));
  return css.replace(/--[a-z-]+/g, (name) => (names.has(name) ? secret + name.slice(2) : name));
};

/** @param card a manual popover */
export const createHost = (card: HTMLElement, events: HostEvents): Host => {
  const { api, shield, leaksRoots } = bridge();
  const host = dom.create("div");
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(secretly(SHARED_STYLE + MARKS + STYLE));
  root.adoptedStyleSheets = [sheet];
  root.append(card);
  removeLeftovers();
  const seal = leaksRoots ? createSeal(root, card, sheet) : undefined;

  let isOver = false;
  let revivals = 0;
  let raisedAt = Number.NEGATIVE_INFINITY;
  const present = (): void => {
    if (isOver) return;
    const html = dom.html();
    const isMarked = host.attributes.length > 0 || host.hasChildNodes();
    if (html && (host.parentNode !== html || isMarked) && revivals < REVIVALS) {
      revivals += 1;
      for (const { name } of [...host.attributes]) host.removeAttribute(name);
      host.replaceChildren();
      if (host.parentNode !== html) html.append(host);
      // A move through another document has taken the style away.
      root.adoptedStyleSheets = [sheet];
    }
    if (!host.isConnected || card.matches(":popover-open")) return;
    card.showPopover();
    raisedAt = performance.now();
  };
  const keeper = new MutationObserver(present);
  keeper.observe(dom.html(), { childList: true });
  keeper.observe(host, { attributes: true, childList: true });

  /** The inner element of an event: the event itself names only the host. */
  const hit = (event: Event): Element | null => {
    const original = (event as Event & { originalTarget?: unknown }).originalTarget;
    if (original instanceof Element && original !== host) return original;
    const isAimed = event instanceof MouseEvent && (event.detail > 0 || event.type === "pointerdown");
    return (isAimed ? root.elementFromPoint(event.clientX, event.clientY) : null) ?? root.activeElement;
  };
  const buttonAt = (event: Event): Element | null => hit(event)?.closest("[data-action]") ?? null;

  let cameFrom: HTMLElement | undefined; // what had the focus until the shortcut brought it here
  let down = "";
  let downAt = Number.NEGATIVE_INFINITY;
  let changedAt = Number.NEGATIVE_INFINITY; // when what can be pressed last became something else
  let offeredBefore: readonly string[] = []; // … and what it was until then
  let aimedAt = Number.NEGATIVE_INFINITY;
  let isAimed = false;
  /** Whether the person has seen what they pressed. */
  const isMeant = ({ detail }: MouseEvent, button: Element): boolean => {
    const name = button.getAttribute("data-action");
    if (name === "details") return true;
    const isKey = detail === 0;
    // A script can give the focus to what it has got hold of, so that the next key would press it.
    if (isKey && (isRepeated || (leaksRoots && !isAimed))) return false;
    // The second click of two was meant for what was there before.
    if (detail > 1 || (!isKey && down !== name)) return false;
    const isStill = (since: number) => performance.now() - since >= STILL;
    if (revivals >= 2 && !isStill(raisedAt)) return false;
    // What was not to be had a moment ago was not aimed at.
    if (!isKey && downAt - changedAt < STILL && !offeredBefore.includes(down)) return false;
    if (!isCovered(button.getBoundingClientRect(), root)) return true;
    events.covered();
    return false;
  };

  /** What can be pressed. */
  const offers = (): string[] =>
    [...card.querySelectorAll("[data-action]")].map((one) => one.getAttribute("data-action") ?? "");
  let isRepeated = false; // whether the last key was held down: its next click is for what stood there before
  /** @param event a trusted one */
  const handle = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.type === "keydown") isRepeated = event.repeat;
    if (event instanceof KeyboardEvent && event.type === "keydown" && event.key === "Escape") events.escape();
    if (event.type === "focus") isAimed = performance.now() - aimedAt < AIMED;
    if (event.type === "pointerdown") {
      aimedAt = performance.now();
      downAt = performance.now();
      cameFrom = undefined;
      down = buttonAt(event)?.getAttribute("data-action") ?? "";
    }
    if (event.type !== "click" || !(event instanceof MouseEvent)) return;
    const button = buttonAt(event);
    if (!button) return;
    if (seal && !seal.isWhole()) events.broken();
    else if (isMeant(event, button)) {
      events.click(button);
      changedAt = Number.NEGATIVE_INFINITY; // by their own press
    }
  };
  shield.protect(host, handle);
  const listening = new AbortController();
  const aim = (event: KeyboardEvent): void => {
    if (event.isTrusted && event.key === "Tab") aimedAt = performance.now();
  };
  if (leaksRoots) window.addEventListener("keydown", aim, { capture: true, signal: listening.signal });

  /** By the browser's shortcut, which no page can press. */
  const reached = (message: unknown, _sender: unknown, reply: (isThere: boolean) => void): void => {
    if (message !== FOCUS_BANNER) return;
    // What it offers first; closing is there in every banner.
    const offered = root.querySelector<HTMLElement>('[data-action]:not([data-action="dismiss"])');
    const button = offered ?? root.querySelector<HTMLElement>("[data-action]");
    aimedAt = performance.now();
    const before = document.activeElement; // a page that clobbers it only loses its own focus
    if (before instanceof HTMLElement && before !== host) cameFrom = before;
    shield.silently(() => button?.focus());
    reply(button !== null && root.activeElement === button);
  };
  api.runtime?.onMessage.addListener(reached);

  return {
    root,
    present,
    edit(change) {
      if (isOver) return;
      if (seal && !seal.isCardWhole()) {
        events.broken();
        return;
      }
      const before = offers();
      change();
      const isChanged = offers().some((name) => !before.includes(name));
      // Where there was nothing but its own closing, nobody aimed at anything else.
      if (isChanged && before.length > 1) {
        changedAt = performance.now();
        offeredBefore = before;
      }
      seal?.renew();
    },
    refocus(element) {
      const was = isAimed;
      element.focus({ preventScroll: true });
      isAimed = was;
    },
    end() {
      isOver = true;
      listening.abort();
      api.runtime?.onMessage.removeListener(reached);
      keeper.disconnect();
      shield.release();
      const hadFocus = root.activeElement !== null;
      host.remove();
      if (hadFocus) cameFrom?.focus({ preventScroll: true });
    },
  };
};
