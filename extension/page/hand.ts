/** Sees a person's own press on the page's switch: which one went from on to off by their click. */

import type { State } from "../core/stability.ts";
import { stateOf } from "./controls.ts";
import * as dom from "./dom.ts";
import { isPressing } from "./pressing.ts";
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
const LATE = 10_000; // … after one on the switch or its row: it may move once its site has answered
const ROW_LEVELS = 3;

type States = ReadonlyMap<string, { readonly state: State; readonly element: Element }>;

/** What the person has pressed, and how the switches stood before. */
interface Pressed {
  readonly since: number;
  readonly target: EventTarget | null;
  readonly before: States;
}

/** By label. */
const statesOf = ({ possible }: Look): States =>
  new Map(
    possible.map(({ label, control: { control } }) => [
      label,
      { state: stateOf(control), element: control.element },
    ]),
  );

/** Whether a press was on a switch, or on what belongs to it. */
const isNear = (element: Element, target: EventTarget | null): boolean => {
  let row = element;
  for (let level = 0; level < ROW_LEVELS; level += 1) row = dom.parent(row) ?? row;
  return target !== null && "nodeType" in target && dom.encloses(row, target as Element);
};

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

  let last: Pressed | null = null;
  const views = new WeakSet<Window>();

  /** Whether a switch has gone off by that press; one that is not on it may only have moved by itself. */
  const compare = (now: Look, { since, target, before: earlier }: Pressed): void => {
    const isPrompt = performance.now() - since < 2 * WAIT;
    const moved = [...statesOf(now)].find(
      ([label, one]) =>
        one.state === "off" &&
        earlier.get(label)?.state === "on" &&
        (isPrompt || isNear(one.element, target)),
    );
    if (!moved) return;
    last = null;
    pressed({ label: moved[0], element: moved[1].element, since, look: now });
  };

  const comesDown = (): void => {
    before = latest;
    if (isFree()) aimed();
  };
  /** @param event a click, or a key that a switch without one may heed */
  const came = async (event: Event): Promise<void> => {
    if (!event.isTrusted || !isFree()) return;
    const one: Pressed = { since: performance.now(), target: event.composedPath()[0] ?? null, before };
    last = one;
    await new Promise((resolve) => setTimeout(resolve, WAIT));
    if (isFree() && !signal.aborted && last === one) compare(look(), one);
  };
  const keyed = (event: KeyboardEvent): void => {
    if (isPressing(event)) void came(event);
  };
  /** A frame's events are its own window's alone. */
  const listen = (view: Window): void => {
    if (views.has(view)) return;
    views.add(view);
    const options = { capture: true, passive: true, signal };
    for (const type of ["pointerdown", "keydown"]) view.addEventListener(type, comesDown, options);
    view.addEventListener("keydown", keyed, options);
    view.addEventListener("click", came, options);
  };
  listen(window);
  return {
    note(now) {
      latest = statesOf(now);
      for (const { element } of latest.values()) listen(dom.viewOf(dom.documentOf(element)) ?? window);
      if (last && performance.now() - last.since >= LATE) last = null;
      if (last && isFree()) compare(now, last);
    },
  };
};
