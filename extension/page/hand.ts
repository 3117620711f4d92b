/** Sees a person's own press on the page's switch: which one went from on to off by their click. */

import type { State } from "../core/stability.ts";
import { stateOf } from "./controls.ts";
import type { Look } from "./reader.ts";

export interface ByHand {
  readonly label: string;
  readonly element: Element;
  /** tick of the click */
  readonly since: number;
  /** what the page showed afterwards */
  readonly look: Look;
}

export interface HandObserver {
  /** Takes in how the switches stand. */
  note(look: Look): void;
}

const WAIT = 200; // ms that a page gets to move its switch after a click

type States = ReadonlyMap<string, { readonly state: State; readonly element: Element }>;

/** By label. */
const statesOf = ({ possible }: Look): States =>
  new Map(
    possible.map(({ label, control: { control } }) => [
      label,
      { state: stateOf(control), element: control.element },
    ]),
  );

/**
 * @param isFree whether nothing else is under way
 * @param aimed called where a person's press may follow
 * @param look looks at the page now
 */
export const observeHand = (
  isFree: () => boolean,
  aimed: () => void,
  look: () => Look,
  pressed: (byHand: ByHand) => void,
  signal: AbortSignal,
): HandObserver => {
  /** By the last look, and as it was before the person's hand came down. */
  let latest: States = new Map();
  let before: States = latest;

  const compare = async (since: number): Promise<void> => {
    const earlier = before;
    await new Promise((resolve) => setTimeout(resolve, WAIT));
    if (!isFree() || signal.aborted) return;
    const now = look();
    const moved = [...statesOf(now)].find(
      ([label, one]) => one.state === "off" && earlier.get(label)?.state === "on",
    );
    if (moved) pressed({ label: moved[0], element: moved[1].element, since, look: now });
  };

  const comesDown = (): void => {
    before = latest;
    if (isFree()) aimed();
  };
  for (const type of ["pointerdown", "keydown"]) {
    window.addEventListener(type, comesDown, { capture: true, passive: true, signal });
  }
  const clicked = (event: MouseEvent): void => {
    if (event.isTrusted && isFree()) void compare(event.timeStamp);
  };
  window.addEventListener("click", clicked, { capture: true, signal });
  return {
    note(now) {
      latest = statesOf(now);
    },
  };
};
