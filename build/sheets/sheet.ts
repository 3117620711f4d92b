/**
 * The contact sheet of one language: every view of the banner and every own page, narrow and wide, light and
 * dark.
 */

import { fontsReady } from "./fonts.ts";

// CSS pixels: what is drawn first has all the room that it may want, and no scroll bar in it
const TALL = 4800;
const PAGES = {
  popup: "/popup/popup.html",
  overview: "/overview/overview.html#facebook",
  options: "/options/options.html",
  receipts: "/receipts/receipts.html",
  receipt: "/receipts/receipts.html#f5b8a5a4-2b77-4f5e-8f53-9c4b8f7a6d03",
};
const VARIANTS = [
  [320, "light"],
  [320, "dark"],
  [400, "light"],
  [400, "dark"],
] as const;

const addBlock = (title: string, cells: readonly HTMLElement[]): void => {
  const figure = document.createElement("figure");
  const caption = document.createElement("figcaption");
  caption.textContent = title;
  figure.append(caption, ...cells);
  document.body.append(figure);
};

const createFrame = (address: string, width: number): HTMLIFrameElement => {
  const frame = document.createElement("iframe");
  frame.src = address;
  frame.width = `${width}`;
  frame.height = `${TALL}`;
  return frame;
};

/** The document of a cell. @param selector of what is there once it has been drawn */
const drawnIn = async (cell: HTMLIFrameElement, selector: string): Promise<Document> => {
  const page = cell.contentDocument;
  if (page?.querySelector(selector)) return page;
  await new Promise(requestAnimationFrame);
  return drawnIn(cell, selector);
};

/** The address of a cell. */
const bannerAddress = (code: string, scheme: string, view: string): string =>
  `/sheets/cell.html#${encodeURIComponent(`${code}|${scheme}|${view}`)}`;

const drawBanner = async (code: string, view: string): Promise<void> => {
  const cells = VARIANTS.map(([width, scheme]) => createFrame(bannerAddress(code, scheme, view), width));
  addBlock(view.replace("|", ", "), cells);
  await Promise.all(cells.map((cell) => drawnIn(cell, "[data-drawn]")));
};

const drawPage = async (name: string, address: string): Promise<void> => {
  const cells = VARIANTS.map(([width]) => createFrame(address, width));
  addBlock(name, cells);
  await Promise.all(
    cells.map(async (cell, at) => {
      const page = await drawnIn(cell, "main");
      page.documentElement.dataset["scheme"] = VARIANTS[at]?.[1] ?? "light";
      await fontsReady(page);
      cell.height = `${page.body.scrollHeight}`;
    }),
  );
};

/** @param code of a language */
const draw = async (code: string): Promise<void> => {
  const stored = await (await fetch("/sheets/stored.json")).json();
  await chrome.storage.local.set({ ...stored, options: { language: code } });
  const first = createFrame(bannerAddress(code, "light", "on"), 320);
  document.body.replaceChildren(first);
  const { documentElement } = await drawnIn(first, "[data-drawn]");
  const views = documentElement.dataset["drawn"]?.split("|") ?? [];
  first.remove();
  await Promise.all([
    ...["on|details", ...views].map((view) => drawBanner(code, view)),
    ...Object.entries(PAGES).map(([name, address]) => drawPage(name, address)),
  ]);
};

// A driver sees only what is a member of the window.
Object.assign(window, { sheet: { draw } });
