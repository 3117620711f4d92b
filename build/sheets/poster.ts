/**
 * A picture for the stores. The address says which, and in which language: the popup, the small tile with the
 * name alone, or the large one with the banner before and after.
 */

import { LANGUAGES } from "#data/languages";
import { loadMessages, tagOf } from "../../extension/shared/languages.ts";
import { createLocale } from "../../extension/shared/locale.ts";
import { fontsReady } from "./fonts.ts";

const POPUP = 360; // CSS pixels, as the toolbar's button shows it
const BANNER = 400; // CSS pixels with its margins
const LARGEST = 1.3; // times its size that the popup is drawn in
const TALL = 560; // CSS pixels that a picture has for it

const drawnIn = async (frame: HTMLIFrameElement, selector: string): Promise<Document> => {
  const page = frame.contentDocument;
  if (page?.querySelector(selector)) return page;
  await new Promise(requestAnimationFrame);
  return drawnIn(frame, selector);
};

const addFrame = (src: string, width: number): HTMLIFrameElement => {
  const frame = document.createElement("iframe");
  frame.src = src;
  frame.width = `${width}`;
  document.body.append(frame);
  return frame;
};

/** The popup as the toolbar's button shows it: in a tab it would have more in it. */
const addPopup = async (code: string): Promise<void> => {
  const frame = addFrame("/popup/popup.html", POPUP);
  const page = await drawnIn(frame, "[data-setting]");
  const view = frame.contentWindow as (Window & { chrome: typeof chrome }) | null;
  if (view) view.chrome.extension.getViews = () => [view];
  page.documentElement.classList.add("popup");
  // It is drawn anew when what is kept has changed.
  await chrome.storage.local.set({ options: { language: code } });
  await drawnIn(frame, "body:not(:has(.list))");
  await fontsReady(page);
  const height = page.body.scrollHeight;
  frame.className = "popup";
  frame.height = `${height}`;
  frame.style.zoom = `${Math.min(LARGEST, TALL / height)}`;
};

/** A banner, which cuts its frame itself. */
const addBanner = async (code: string, view: string): Promise<void> => {
  const address = `/sheets/cell.html#${encodeURIComponent(`${code}|light|${view}`)}`;
  const frame = addFrame(address, BANNER);
  frame.height = `${TALL}`; // the room that it may want, before it is cut
  const page = await drawnIn(frame, ":root[data-drawn]");
  page.body.style.background = "none";
  // Its own shadow would end at the frame.
  for (const { shadowRoot } of page.documentElement.children) {
    const card = shadowRoot?.querySelector<HTMLElement>('[data-part="banner"]');
    if (card) card.style.boxShadow = "none";
  }
};

const write = (selector: string, text: string): void => {
  const found = document.querySelector(selector);
  if (found) found.textContent = text;
};

const draw = async (): Promise<void> => {
  const [poster = "", code = "en"] = decodeURIComponent(location.hash.slice(1)).split("|");
  const root = document.documentElement;
  const locale = createLocale(await loadMessages(code), tagOf(code), LANGUAGES[code]?.direction ?? "ltr");
  root.lang = locale.tag;
  root.dir = locale.direction;
  root.dataset["poster"] = poster;
  root.dataset["scheme"] = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  write(".name", locale.say("store_name").replace(/^Untick\s*[:：]\s*/, ""));
  write(".summary", locale.say("store_summary"));
  if (poster === "popup") await addPopup(code);
  if (poster === "tile-marquee") for (const view of ["on", "verified"]) await addBanner(code, view);
  await fontsReady();
  root.dataset["drawn"] = "";
};

void draw();
