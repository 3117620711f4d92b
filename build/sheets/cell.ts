/** The banner outside of any site, in any language, scheme and view: to be looked at and measured. */

import { LANGUAGES } from "#data/languages";
import type { View } from "../../extension/core/banner-words.ts";
import { dateTag } from "../../extension/core/language.ts";
import type { Banner } from "../../extension/page/ui/banner.ts";
import { createBanner } from "../../extension/page/ui/banner.ts";
import { loadMessages } from "../../extension/shared/languages.ts";
import { about, createLocale } from "../../extension/shared/locale.ts";
import { fontsReady } from "./fonts.ts";
import "./measure.ts";
import { clickFocused, openBridge } from "./open-bridge.ts";
import { allDetails, allViews, siteName } from "./views.ts";

type Scheme = "light" | "dark";

const BACKGROUND: Record<Scheme, string> = { light: "#f4f2ee", dark: "#1b1f23" };
const MARGIN = 24; // CSS pixels above and below the banner together

let banner: Banner | undefined;
let views: Readonly<Record<string, () => View>> = {};
let current = "";

const card = (): HTMLElement => {
  const roots = [...document.documentElement.children].map(({ shadowRoot }) => shadowRoot);
  const found = roots.map((root) => root?.querySelector<HTMLElement>('[data-part="banner"]')).find(Boolean);
  if (!found) throw new Error("no banner is drawn");
  return found;
};

/** @param scheme of the page that it lies on */
const speak = async (code: string, scheme: Scheme): Promise<void> => {
  document.body.style.backgroundColor = BACKGROUND[scheme];
  if (code === current) return;
  current = code;
  const direction = LANGUAGES[code]?.direction ?? "ltr";
  const own = createLocale(await loadMessages(code), dateTag(code, navigator.languages), direction);
  const locale = about(own, siteName());
  document.documentElement.lang = locale.tag;
  document.documentElement.dir = direction;
  views = allViews(locale);
  banner?.end();
  banner = createBanner(locale, allDetails(locale, code), () => undefined);
  show("looking");
  // The first view is drawn a frame later.
  while (!card().dataset["state"]) await new Promise(requestAnimationFrame);
};

/** Shows a view; gives the banner. @param isUnfolded whether its details are wanted */
const show = (name: string, isUnfolded = false): HTMLElement => {
  const view = views[name];
  if (!view) throw new Error(`no view ${name}`);
  banner?.show(view());
  const fold = card().querySelector<HTMLElement>('[data-action="details"]');
  if (fold && (fold.ariaExpanded === "true") !== isUnfolded) {
    fold.focus();
    clickFocused();
  }
  return card();
};

/** The host of a copy of the banner as it stands, in the body: axe judges no colours outside of that. */
const copy = (): HTMLElement => {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const own = card().getRootNode();
  if (own instanceof ShadowRoot) root.adoptedStyleSheets = own.adoptedStyleSheets;
  const copied = card().cloneNode(true);
  if (copied instanceof HTMLElement) {
    copied.removeAttribute("popover");
    // Arriving, it can not be seen at first.
    copied.style.animation = "none";
  }
  root.append(copied);
  document.body.replaceChildren(host);
  return host;
};

openBridge();
const cell = {
  get views() {
    return Object.keys(views);
  },
  speak,
  show,
  copy,
};
// A driver sees only what is a member of the window.
Object.assign(window, { cell });

/** In a contact sheet the address says what is wanted, and the frame is cut to it. */
const drawInFrame = async (frame: Element): Promise<void> => {
  const [code = "en", scheme, name = "on", details] = decodeURIComponent(location.hash.slice(1)).split("|");
  await speak(code, scheme === "dark" ? "dark" : "light");
  const shown = show(name, details !== undefined);
  await fontsReady();
  frame.setAttribute("height", `${shown.offsetHeight + MARGIN}`);
  document.documentElement.dataset["drawn"] = cell.views.join("|");
};
if (frameElement) void drawInFrame(frameElement);
