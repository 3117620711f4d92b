"use strict";
// Switches in every form that the web draws them in, each as one control, with its state.

/**
 * @typedef {"on" | "off" | null} State null: it cannot be told (mixed, or its parts disagree)
 * @typedef {{element: Element, parts: Element[]}} Control element: what is pressed and ringed; parts: all elements that draw it
 */

const Controls = (() => {
  const SELECTOR = 'input[type="checkbox" i],[role~="switch" i],[role~="checkbox" i],[aria-checked],[aria-pressed]';
  const ROLES = new Set(["switch", "checkbox", "button"]);
  const LEAST = 12; // CSS pixels across; smaller is not what people see
  const PAIR_SIZE = 60; // elements around such a pair
  const MOST_LABELS = 5;
  const WITHIN = 3; // how many levels up a drawn switch and its hidden input meet

  /** A frame's elements are of another realm, where `instanceof` fails. @param {Element} element */
  const isInput = (element) => Dom.tag(element) === "input" && Dom.matches(element, '[type="checkbox" i]');

  /** @param {Element} element @returns {boolean} whether it is a switch by itself (not a radio, an option, a menu item) */
  const isSwitch = (element) => {
    if (isInput(element)) return true;
    const role = (Dom.attr(element, "role") ?? "").trim().toLowerCase().split(/\s+/)[0];
    return role === "" ? Dom.matches(element, "[aria-checked],button[aria-pressed]") : ROLES.has(role);
  };

  /** @param {Element} input @returns {Element[]} */
  const labels = (input) => (isInput(input) || Dom.tag(input) === "button" ? [...(Dom.labels(input) ?? [])].slice(0, MOST_LABELS) : []);

  /** @param {Element} part whether a person can see it, or the label that stands for it */
  const isSeen = (part) => Dom.isRendered(part) || labels(part).some(Dom.isRendered);

  /** @param {Element} one @param {Element} other both draw the same control: one holds the other, or a hidden input stands beside a drawn one */
  const isPair = (one, other) => {
    if (Dom.encloses(one, other) || Dom.encloses(other, one)) return true;
    if (isInput(one) === isInput(other)) return false;
    const [input, drawn] = isInput(one) ? [one, other] : [other, one];
    if (!isCovert(input) || !Dom.isRendered(drawn)) return false;
    let around = Dom.parent(input);
    for (let level = 0; around && level < WITHIN; level += 1, around = Dom.parent(around)) {
      // Words between them name the second: then they are two rows, each with its own.
      if (Dom.encloses(around, drawn)) return !Dom.isLarger(around, PAIR_SIZE) && !Dom.hasWordsBetween(input, drawn, around);
    }
    return false;
  };

  /** @param {Element} input not drawn, or drawn so small that nobody aims at it */
  const isCovert = (input) => {
    if (!Dom.isRendered(input)) return true;
    const { width, height } = Dom.rect(input);
    return width < 5 || height < 5 || getComputedStyle(input).opacity === "0";
  };

  /** @param {Element[]} parts @returns {Element} the one a person's click lands on: the innermost that is drawn */
  const pressable = (parts) => {
    const drawn = parts.filter((part) => Dom.isRendered(part) && !(parts.length > 1 && isInput(part) && isCovert(part)));
    const inner = drawn.find((part) => drawn.every((other) => other === part || !Dom.encloses(part, other)));
    return inner ?? parts.find(isInput) ?? parts[0];
  };

  /** @param {Element} element @returns {State} */
  const stateOf = (element) => {
    if (isInput(element)) return Dom.indeterminate(element) ? null : Dom.checked(element) ? "on" : "off";
    const value = (Dom.attr(element, "aria-checked") ?? Dom.attr(element, "aria-pressed") ?? "").toLowerCase();
    return value === "true" ? "on" : value === "false" ? "off" : null;
  };

  return Object.freeze({
    LEAST,
    SELECTOR,
    labels,

    /**
     * Elements that may be switches, as controls that a person can see.
     * @param {Element[]} elements in the order of the page
     * @returns {Control[]}
     */
    group(elements) {
      /** @type {Element[][]} */
      const groups = [];
      /** @type {Map<Element, Element[]>} */
      const groupOf = new Map();
      for (const element of elements.filter(isSwitch)) {
        // Pairs stand close together, so that thousands of switches need not be compared with each other.
        const near = groups.slice(-4).find((parts) => parts.some((part) => isPair(part, element)));
        const mate = near ?? Dom.upwards(element, (at) => groupOf.get(at) ?? null);
        const parts = mate ?? [];
        if (!mate) groups.push(parts);
        parts.push(element);
        groupOf.set(element, parts);
      }
      return groups.filter((parts) => parts.some(isSeen)).map((parts) => ({ element: pressable(parts), parts }));
    },

    /** @param {Control} control @returns {State} */
    state({ parts }) {
      const first = stateOf(parts[0]);
      return parts.every((part) => stateOf(part) === first) ? first : null;
    },

    /** @param {Control} control whether the page lets nobody move it */
    isLocked: ({ parts }) =>
      parts.some(
        (part) =>
          Dom.matches(part, ':disabled,[disabled],[aria-disabled="true" i],[aria-readonly="true" i]') ||
          Dom.closest(part, '[inert],[aria-disabled="true" i]') !== null,
      ),

    /** @param {Control} control whether the page says that it is still at work on it */
    isBusy: ({ element }) => Dom.closest(element, '[aria-busy="true" i]') !== null,

    /** @param {Control} control @returns {boolean} */
    isConnected: ({ parts }) => parts.every(Dom.isConnected),

    /** Acts once, as a person's click on the control would. @param {Control} control */
    press({ element }) {
      Dom.click(element);
    },

    /**
     * What stands for a switch that is too small to see. Asks for boxes: only for when the layout is done.
     * @param {Element} element @returns {Element}
     */
    picture(element) {
      const isBig = (/** @type {Element} */ at) => {
        const { width, height } = Dom.isRendered(at) ? Dom.rect(at) : { width: 0, height: 0 };
        return width >= LEAST && height >= LEAST;
      };
      const beside = [Dom.next(element), Dom.previous(element), ...labels(element), Dom.parent(element)];
      return beside.find((at) => at !== null && isBig(at)) ?? element;
    },
  });
})();
