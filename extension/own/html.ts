/** Drawing: makes a page equal to what it is to show, and keeps every element that is still wanted. */

import type { Module, VNode } from "snabbdom";
import { attributesModule, eventListenersModule, init } from "snabbdom";
import { isPopup } from "./browser.ts";

/** Has controls show what is drawn: the library's module compares drawings, and people choose in between. */
const setChoice = (_before: VNode, { elm, data }: VNode): void => {
  const { checked, selected } = data?.props ?? {};
  if (elm instanceof HTMLInputElement && checked !== undefined) elm.checked = checked === true;
  if (elm instanceof HTMLOptionElement && selected !== undefined) elm.selected = selected === true;
};

const controls: Module = { create: setChoice, update: setChoice };

/** Draws in the place of what was drawn before. */
export const patch = init([attributesModule, controls, eventListenersModule]);

/** Has the page follow the person's colour scheme, and the width of the window that it is in. */
export const followWindow = (): void => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const setScheme = () => {
    root.dataset["scheme"] = dark.matches ? "dark" : "light";
  };
  dark.addEventListener("change", setScheme);
  setScheme();
  // A popup has no width of its own; the same page in a tab has the tab's.
  root.classList.toggle("popup", isPopup());
};

/** Draws; where the focused button goes by that, what stands in its place has the focus. */
export const keepFocus = (draw: () => void): void => {
  const focused = document.activeElement;
  const holder = focused?.closest("[data-setting],[data-receipt]");
  draw();
  if (focused === document.body || document.activeElement !== document.body) return;
  const next = holder?.isConnected ? holder.querySelector("button") : document.querySelector("h1");
  next?.focus({ preventScroll: true });
};
