/** The dialog that a setting's switch is in, and the button that opens it: the step of core/step.ts. */

import type { WordedSetting, WordedSite } from "../core/site.ts";
import { isOver, isStep, isToTake, UNASKED } from "../core/step.ts";
import { isLocked, SELECTOR } from "./controls.ts";
import * as dom from "./dom.ts";
import { ownLabels } from "./naming.ts";
import { dialogs } from "./question.ts";

export interface Opener {
  /** The button that opens it, where there is just one and nothing speaks against pressing it. */
  find(): Element | null;
  /** The dialog that it has opened, whoever pressed it, as long as that stands. Asks for boxes. */
  dialog(): Element | null;
  /** tick since which the dialog stands */
  since(): number;
  /** A person asks for what takes the dialog, or takes it back. */
  ask(isWanted: boolean): void;
  isAsked(): boolean;
  /** Whether a person has pressed or typed anything since it came: then they may have closed it. */
  isTouched(): boolean;
  /** Opens it where a person has asked, and it is not open. */
  step(): void;
  /** Whether it has closed, or does not come. */
  isOver(): boolean;
}

const COMING = 5000; // ms from the press in which a dialog that comes is the one

export const createOpener = (
  site: WordedSite,
  setting: WordedSetting,
  path: string,
  signal: AbortSignal,
): Opener => {
  const hook = `[${site.page.keyAttribute}=${JSON.stringify(setting.open)}]`;
  let opening = UNASKED;
  let before: ReadonlySet<Element> = new Set();
  let pressedAt = Number.NEGATIVE_INFINITY;
  let opened: Element | null = null;
  let since = 0;

  const find = (): Element | null => {
    const [one, ...more] = dom.queryAll(document, hook).filter(dom.isRendered);
    if (!one || more.length > 0 || !dom.matches(one, "button,[role='button']:not(a)")) return null;
    // What stands beneath another dialog of the page is hidden from readers, or cannot be pressed.
    const isBeneath = dom.closest(one, '[aria-hidden="true" i]') !== null;
    const button = { element: one, parts: [one] } as const;
    if (dom.matches(one, SELECTOR) || isLocked(button) || isBeneath) return null;
    const lang = dom.attribute(dom.html(), "lang") ?? "";
    return isStep(ownLabels(button), { site, setting, lang, path }) ? one : null;
  };

  const note = (): void => {
    before = new Set(dialogs());
    pressedAt = performance.now();
    opened = null;
  };
  const clicked = ({ target }: MouseEvent): void => {
    if (target instanceof Element && dom.closest(target, hook)) note();
  };
  window.addEventListener("click", clicked, { capture: true, signal });
  let touchedAt = Number.NEGATIVE_INFINITY;
  const touched = ({ isTrusted }: Event): void => {
    if (isTrusted) touchedAt = performance.now();
  };
  for (const type of ["pointerdown", "keydown"])
    window.addEventListener(type, touched, { capture: true, passive: true, signal });

  const dialog = (): Element | null => {
    if (opened && dom.isConnected(opened) && dom.isRendered(opened)) return opened;
    opened = null;
    const tick = performance.now();
    if (tick - pressedAt > COMING) return null;
    const come = dialogs().filter((one) => !before.has(one) && dom.query(one, hook) === null);
    const [inner, ...more] = come.filter((one) => !come.some((by) => by !== one && dom.encloses(one, by)));
    if (!inner || more.length > 0) return null;
    opened = inner;
    since = tick;
    opening = { ...opening, hasCome: true };
    return inner;
  };

  return {
    find,
    dialog,
    since: () => since,
    isTouched: () => touchedAt > since,
    isAsked: () => opening.asked !== null,
    ask(isWanted) {
      const hasCome = dialog() !== null;
      opening = { ...UNASKED, asked: isWanted ? performance.now() : null, hasCome };
    },
    step() {
      const tick = performance.now();
      if (dialog() || !isToTake(opening, tick)) return;
      const button = find();
      if (!button || dom.matches(button, '[aria-expanded="true"]')) return;
      opening = { ...opening, tries: opening.tries + 1, at: tick };
      note();
      dom.click(button);
    },
    isOver: () => isOver(opening, dialog() !== null, performance.now()),
  };
};
