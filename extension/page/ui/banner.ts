/** The banner: what is said and what can be pressed, in one closed root that a page cannot read or press. */

import type { VNode } from "snabbdom";
import type { View } from "../../core/banner-words.ts";
import type { Phrase } from "../../core/phrase.ts";
import type { Box } from "../../core/placement.ts";
import { choosePlace } from "../../core/placement.ts";
import type { Locale } from "../../shared/locale.ts";
import type { Details } from "../../shared/messages.ts";
import { pictureOf } from "../controls.ts";
import * as dom from "../dom.ts";
import { createDialogs } from "./dialogs.ts";
import { drawCard, patch } from "./drawing.ts";
import { createHighlight } from "./highlight.ts";
import { createHost } from "./host.ts";
import { isOverlaid } from "./occlusion.ts";

/** @typeParam Act what can be pressed in it */
export interface Banner<Act extends string> {
  show(view: View<string, Act>): void;
  ring(targets: readonly Element[]): void;
  /** Whether the page draws another thing over a switch. Asks for boxes. */
  isOverlaid(target: Element): boolean;
  /** Looks where the switches and the page's dialogs are now. Only for when the layout is done. */
  place(): void;
  end(): void;
}

const NO_FRAME = 100; // ms after which no frame comes, as in a window that is covered
const LOWEST = 120; // CSS pixels of height below which it steps aside for a dialog of the page
const DARK = 110; // of 255, below which a page's background counts as dark
const RENEWALS = 20; // times that it is drawn anew after the page has changed it

/** As the page is drawn, which may differ from the system. */
const schemeOf = (body: HTMLElement | null): "light" | "dark" => {
  const colours = [body, dom.html()].map((one) => (one ? getComputedStyle(one).backgroundColor : ""));
  // Any other way to write a colour is left to what the person prefers.
  const written = colours.find((colour) => /^rgba?\(/.test(colour) && !/[,/]\s*0\)$/.test(colour));
  const [red, green, blue, alpha = 1] = (written?.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha === 0) {
    return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }
  return 0.3 * red + 0.6 * green + 0.1 * blue < DARK ? "dark" : "light";
};

/** One banner, for as long as the page leaves it alone. */
const buildBanner = <Act extends string>(
  locale: Locale,
  details: Details,
  act: (action: Act | "dismiss") => void,
  broken: () => void,
): Banner<Act> => {
  const card = dom.create("section");
  const attributes = {
    "data-part": "banner",
    popover: "manual",
    "aria-label": "Untick",
    lang: locale.tag,
    // It speaks the person's language already, whatever the page is translated into.
    translate: "no",
    dir: locale.direction,
    "data-scheme": schemeOf(dom.body()),
  };
  for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
  const mount = dom.create("div");
  card.append(mount);

  let current: View<string, Act> | null = null;
  let isUnfolded = false;
  let isCovered = false; // whether the last click was not taken, since something lay over the button
  let hasScheme = false; // whether it has the page's colours, as they were at its last change
  let inner: VNode = patch(mount, drawCard(locale, null, { details, isUnfolded }));

  const host = createHost(card, {
    click(button) {
      note(false);
      const name = button.getAttribute("data-action") ?? "";
      if (name === "details") {
        isUnfolded = !isUnfolded;
        draw();
        return;
      }
      // Nothing but what is offered.
      const { actions = [], folded = [] } = current ?? {};
      const offered = [...actions, ...folded, "dismiss" as const].find((action) => action === name);
      if (offered) act(offered);
    },
    covered: () => note(true),
    escape: () => act("dismiss"),
    broken,
  });

  const note = (covered: boolean): void => {
    if (covered === isCovered) return;
    isCovered = covered;
    draw();
  };

  const draw = (): void => {
    const focused = host.root.activeElement?.getAttribute("data-action");
    hasScheme = false;
    const view = current && isCovered ? { ...current, note: ["covered"] satisfies Phrase } : current;
    host.edit(() => {
      card.dataset["state"] = current?.state ?? "";
      inner = patch(inner, drawCard(locale, view, { details, isUnfolded }));
    });
    if (!focused || host.root.activeElement) return;
    // The focused button has gone: on with what stands in its place.
    const next =
      card.querySelector(`[data-action="${focused}"]`) ?? card.querySelector('[data-action="dismiss"]');
    if (next instanceof HTMLElement) host.refocus(next);
  };

  let size = { width: 0, height: 0 };
  let switches: Box[] = [];
  const dialogs = createDialogs(host.root.host, () => highlight.renew());
  let dialogBoxes: Box[] = [];
  const move = (): void => {
    const view = { width: innerWidth, height: innerHeight };
    const { corner, height } = choosePlace(size, view, [...switches, ...dialogBoxes], locale.direction);
    const isInTheWay = dialogBoxes.length > 0 && height < Math.min(size.height, LOWEST);
    host.edit(() => {
      card.dataset["corner"] = corner;
      card.style.maxHeight = `${height}px`;
      card.style.visibility = isInTheWay ? "hidden" : "";
    });
  };
  const heedDialogs = (): void => {
    const boxes = dialogs.boxes(card.getBoundingClientRect());
    const isSame = JSON.stringify(boxes) === JSON.stringify(dialogBoxes);
    dialogBoxes = boxes;
    if (!isSame) move();
  };

  // Told the size, not asking for it: that would force a layout.
  const sizes = new ResizeObserver(([entry]) => {
    const box = entry?.borderBoxSize[0];
    if (!box) return;
    size = { width: box.inlineSize, height: box.blockSize };
    move();
  });
  if (inner.elm instanceof Element) sizes.observe(inner.elm);
  const highlight = createHighlight(host.root, (boxes) => {
    switches = boxes;
    move();
  });

  let isFilled = false;
  /**
   * What stands in a live region when it comes is not read out: it comes empty, and is filled a frame later.
   */
  const fill = (): void => {
    if (isFilled || !current) return;
    isFilled = true;
    draw();
  };

  return {
    show(view) {
      current = view;
      host.present();
      if (isFilled) draw();
      else if (dom.isHidden()) fill();
      else {
        requestAnimationFrame(fill);
        setTimeout(fill, NO_FRAME);
      }
    },
    ring: (targets) => highlight.show(targets),
    isOverlaid(target) {
      const picture = pictureOf(target);
      const { left, top, width, height } = dom.rect(picture);
      const isHere = dom.documentOf(picture) === document && width > 0 && height > 0;
      return isHere && isOverlaid(picture, left + width / 2, top + height / 2, host.root.host);
    },
    place() {
      highlight.check();
      heedDialogs();
      if (!hasScheme) host.edit(() => card.setAttribute("data-scheme", schemeOf(dom.body())));
      hasScheme = true;
    },
    end() {
      sizes.disconnect();
      dialogs.end();
      highlight.end();
      host.end();
    },
  };
};

/**
 * Puts the banner into the page, in its top layer, out of the reach of the page's styles.
 * @param act called for a person's own click or key, never for a script's
 */
export const createBanner = <Act extends string>(
  locale: Locale,
  details: Details,
  act: (action: Act | "dismiss") => void,
): Banner<Act> => {
  let shown: View<string, Act> | undefined;
  let ringed: readonly Element[] = [];
  let renewals = 0;
  const broken = (): void => {
    one.end();
    renewals += 1;
    if (renewals > RENEWALS || !shown) return;
    one = buildBanner(locale, details, act, broken);
    one.show(shown);
    one.ring(ringed);
  };
  let one = buildBanner(locale, details, act, broken);
  return {
    show(view) {
      shown = view;
      one.show(view);
    },
    ring(targets) {
      ringed = targets;
      one.ring(targets);
    },
    isOverlaid: (target) => one.isOverlaid(target),
    place: () => one.place(),
    end: () => one.end(),
  };
};
