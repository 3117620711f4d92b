/**
 * On every page of a site, before its first script, and as little as can be: the event shield, and the way
 * into the engine.
 */

import { ENTRIES } from "#data/entries";
import { bridgeHere, setBridge } from "./bridge.ts";

/** The host's events end here. */
// biome-ignore format: a list by kind reads better than one name a line
const SHIELDED = [
  "click", "dblclick", "auxclick", "contextmenu", "beforeinput", "input", "change", "submit", "toggle",
  "beforetoggle", "pointerdown", "pointerup", "pointermove", "pointerover", "pointerout", "pointerenter",
  "pointerleave", "pointercancel", "gotpointercapture", "lostpointercapture", "mousedown", "mouseup",
  "mousemove", "mouseover", "mouseout", "mouseenter", "mouseleave", "touchstart", "touchmove", "touchend",
  "touchcancel", "wheel", "keydown", "keyup", "keypress", "focus", "blur", "focusin", "focusout", "copy",
  "cut", "paste", "selectstart", "select", "dragstart", "drag", "dragend", "dragenter", "dragleave",
  "dragover", "drop", "transitionrun", "transitionstart", "transitionend", "transitioncancel",
  "animationstart", "animationend", "scroll", "scrollend", "mozorientationchange", "DOMMouseScroll",
  "MozMousePixelScroll", "compositionstart", "compositionend", "error", "load",
];

const start = (): void => {
  const api = chrome;
  // Firefox. To ask the extension's API instead takes Chromium 2 ms on every page of the site.
  const leaksRoots = "openOrClosedShadowRoot" in Element.prototype;
  let guarded: { host: Element; handle: (event: Event) => void } | undefined;

  let isSilent = false;
  const shield = (event: Event): void => {
    if (isSilent) event.stopImmediatePropagation();
    if (!guarded || event.target !== guarded.host) return;
    event.stopImmediatePropagation();
    if (event.isTrusted) guarded.handle(event);
  };
  let isRaised = false;
  /** Once more does no harm: the same listener is not added twice. */
  const raise = (): void => {
    isRaised = true;
    for (const type of SHIELDED) window.addEventListener(type, shield, { capture: true });
  };

  setBridge({
    api,
    leaksRoots,
    hasEngine: false,
    shield: {
      renew: raise,
      protect(host, handle) {
        if (!isRaised) raise();
        guarded = { host, handle };
      },
      release() {
        guarded = undefined;
      },
      silently(act) {
        isSilent = true;
        act();
        isSilent = false;
      },
    },
  });

  const isAt = (address: string): boolean => ENTRIES.some((entry) => address.startsWith(entry));
  const { origin } = location;
  const here = (): string => origin + location.pathname + location.search;
  const isEntry = (): boolean => isAt(here()) || isAt(`${origin}/${location.hash}`);
  // Ahead of the page's listeners where there may be a banner at once, and where its nodes would leak.
  if (isEntry() || leaksRoots) raise();
  // The browser starts no script on client-side navigation, nor by what follows a "#": this one asks for it.
  const ask = (): void => {
    if (bridgeHere()?.hasEngine || !isEntry()) return;
    // Turned off or updated, Chromium leaves this script behind without the API.
    api.runtime?.sendMessage({ type: "start-script" }).catch(() => undefined);
  };
  navigation.addEventListener("currententrychange", ask);
  if (!isAt(here())) ask();
};

if (!bridgeHere()) start();
