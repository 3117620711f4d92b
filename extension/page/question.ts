/** Sees whether a page asks the person something before it does what a press was for. */

import * as dom from "./dom.ts";

export interface Question {
  isOpen(): boolean;
  /** Whether nothing else can be done on the page meanwhile, so that it will be answered. */
  isBlocking(): boolean;
}

const MODAL = ":modal,[aria-modal='true']";
const OFTEN = 200; // ms between two looks
const BUTTON = "button,[role='button'],input[type='button'],input[type='submit']";

/** Those that are drawn. Asks for boxes. */
export const dialogs = (): Element[] =>
  dom
    .queryAll(document, dom.DIALOG)
    .filter((dialog) => dom.isRendered(dialog) && dom.rect(dialog).height > 0);

/** A dialog without a button, as one that says "Saving…", waits for nobody. */
const isQuestion = (dialog: Element): boolean =>
  dom.query(dialog, BUTTON) !== null || dom.shadow(dialog) !== null || dom.query(dialog, "slot") !== null;

/** By what it says: a page may draw the same dialog anew. */
const called = (dialog: Element): string => `${dom.tag(dialog)} ${dom.text(dialog)}`;

/**
 * From before a press on: a dialog that comes after it, or what is then drawn over the switch.
 * @param isOverlaid whether the page draws something over the switch
 */
export const observeQuestion = (isOverlaid: () => boolean): Question => {
  const before = new Set<Element | string>(dialogs().flatMap((dialog) => [dialog, called(dialog)]));
  const wasOverlaid = isOverlaid();
  let isOpen = false;
  let isBlocking = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return {
    isOpen() {
      const tick = performance.now();
      if (tick - lookedAt < OFTEN) return isOpen;
      lookedAt = tick;
      const isNew = (dialog: Element) => !before.has(dialog) && !before.has(called(dialog));
      const asking = dialogs().filter((dialog) => isNew(dialog) && isQuestion(dialog));
      isBlocking = (!wasOverlaid && isOverlaid()) || asking.some((dialog) => dom.matches(dialog, MODAL));
      isOpen = isBlocking || asking.length > 0;
      return isOpen;
    },
    isBlocking: () => isBlocking,
  };
};
