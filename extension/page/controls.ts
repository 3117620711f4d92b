/** Switches in every form that the web draws them in, each as one control, with its state. */

import type { State } from "../core/stability.ts";
import * as dom from "./dom.ts";

export interface Control {
  /** what is pressed and ringed */
  readonly element: Element;
  /** all elements that draw it; there is at least one */
  readonly parts: readonly [Element, ...Element[]];
}

export const SELECTOR =
  'input[type="checkbox" i],[role~="switch" i],[role~="checkbox" i],[aria-checked],[aria-pressed]';
/** CSS pixels across; smaller is not what people see. */
export const LEAST = 12;

const ROLES = new Set(["switch", "checkbox", "button"]);
const PAIR_SIZE = 60; // elements around a drawn switch and its hidden input
const PAIR_LEVELS = 3; // levels up at which they meet
const MOST_LABELS = 5;
// pairs stand close together, so that thousands of switches need not be compared with each other
const NEAR_GROUPS = 4;

/** A frame's elements are of another realm, where `instanceof` fails. */
export const isInput = (element: Element): boolean =>
  dom.tag(element) === "input" && dom.matches(element, '[type="checkbox" i]');

/** Whether it is a switch by itself: not a radio, an option, a menu item. */
const isSwitch = (element: Element): boolean => {
  if (isInput(element)) return true;
  const [role = ""] = (dom.attribute(element, "role") ?? "").trim().toLowerCase().split(/\s+/);
  return role === "" ? dom.matches(element, "[aria-checked],button[aria-pressed]") : ROLES.has(role);
};

export const labelsOf = (part: Element): readonly Element[] =>
  isInput(part) || dom.tag(part) === "button" ? dom.labelsOf(part).slice(0, MOST_LABELS) : [];

/** Whether a person can see it, or the label that stands for it. */
const isSeen = (part: Element): boolean => dom.isRendered(part) || labelsOf(part).some(dom.isRendered);

/** Whether an input is not drawn, or drawn so small that nobody aims at it. */
export const isCovert = (input: Element): boolean => {
  if (!dom.isRendered(input)) return true;
  const { width, height } = dom.rect(input);
  return width < 5 || height < 5 || getComputedStyle(input).opacity === "0";
};

/** Whether what holds a hidden input draws it as well: as its label, or by a switch in it. */
const hasPicture = (around: Element, input: Element): boolean => {
  const isDrawn = (part: Element) => part !== input && isSwitch(part) && dom.isRendered(part);
  return (
    (dom.tag(around) === "label" && dom.isRendered(around)) || dom.queryAll(around, SELECTOR).some(isDrawn)
  );
};

/**
 * Whether both draw the same control: one holds the other, or a hidden input stands beside a drawn switch.
 */
const isPair = (one: Element, other: Element): boolean => {
  if (dom.encloses(one, other) || dom.encloses(other, one)) return true;
  if (isInput(one) === isInput(other)) return false;
  const [input, drawn] = isInput(one) ? [one, other] : [other, one];
  if (!isCovert(input) || !dom.isRendered(drawn)) return false;
  let around = dom.parent(input);
  for (let level = 0; around && level < PAIR_LEVELS; level += 1, around = dom.parent(around)) {
    if (!dom.encloses(around, drawn)) {
      if (hasPicture(around, input)) return false;
      continue;
    }
    // Words between them name the second: then they are two rows, each with its own.
    return !dom.isLarger(around, PAIR_SIZE) && !dom.hasWordsBetween(input, drawn, around);
  }
  return false;
};

/** The part that a person's click lands on: the innermost that is drawn. */
const pressable = (parts: Control["parts"]): Element => {
  const isDrawn = (part: Element) =>
    dom.isRendered(part) && !(parts.length > 1 && isInput(part) && isCovert(part));
  const drawn = parts.filter(isDrawn);
  const inner = drawn.find((part) => drawn.every((other) => other === part || !dom.encloses(part, other)));
  return inner ?? parts.find(isInput) ?? parts[0];
};

/** Elements that may be switches, in the order of the page, as controls that a person can see. */
export const groupControls = (elements: readonly Element[]): Control[] => {
  const groups: [Element, ...Element[]][] = [];
  const groupOf = new Map<Element, [Element, ...Element[]]>();
  for (const element of elements.filter(isSwitch)) {
    const near = groups.slice(-NEAR_GROUPS).find((parts) => parts.some((part) => isPair(part, element)));
    const group = near ?? dom.upwards(element, (at) => groupOf.get(at) ?? null);
    if (group) group.push(element);
    else groups.push([element]);
    groupOf.set(element, group ?? (groups.at(-1) as [Element]));
  }
  return groups.filter((parts) => parts.some(isSeen)).map((parts) => ({ element: pressable(parts), parts }));
};

export const stateOfPart = (element: Element): State => {
  if (isInput(element)) {
    if (dom.isIndeterminate(element)) return null;
    return dom.isChecked(element) ? "on" : "off";
  }
  const value = dom.attribute(element, "aria-checked") ?? dom.attribute(element, "aria-pressed") ?? "";
  if (/^true$/i.test(value)) return "on";
  return /^false$/i.test(value) ? "off" : null;
};

export const stateOf = ({ parts }: Control): State => {
  const state = stateOfPart(parts[0]);
  return parts.every((part) => stateOfPart(part) === state) ? state : null;
};

const LOCKED = ':disabled,[disabled],[aria-disabled="true" i],[aria-readonly="true" i]';

/** Whether the page lets nobody move it. */
export const isLocked = ({ parts }: Control): boolean =>
  parts.some(
    (part) => dom.matches(part, LOCKED) || dom.closest(part, '[inert],[aria-disabled="true" i]') !== null,
  );

/** Whether the page says that it is still at work on it. */
export const isBusy = ({ element }: Control): boolean =>
  dom.closest(element, '[aria-busy="true" i]') !== null;

export const isConnected = ({ parts }: Control): boolean => parts.every(dom.isConnected);

/** What stands for a switch that is too small to see. Asks for boxes: only for when the layout is done. */
export const pictureOf = (element: Element): Element => {
  const isBig = (at: Element) => {
    if (!dom.isRendered(at)) return false;
    const { width, height } = dom.rect(at);
    return width >= LEAST && height >= LEAST;
  };
  const beside = [dom.next(element), dom.previous(element), ...labelsOf(element), dom.parent(element)];
  return beside.find((at) => at !== null && isBig(at)) ?? element;
};
