/** Reads what the rules need of a page's controls, and has them weighed (core/witnesses.ts). */

import { isNamed } from "../core/label-weighing.ts";
import type { WordedSetting, WordedSite } from "../core/site.ts";
import type { Decision, Labelled, Named, PageFacts } from "../core/witnesses.ts";
import { match, shortlist } from "../core/witnesses.ts";
import type { Control } from "./controls.ts";
import * as dom from "./dom.ts";
import { keysOf, ownLabels, rowLabels } from "./naming.ts";
import { mainOf } from "./survey.ts";

type NamedControl = Named & { readonly control: Control };
export type LabelledControl = Labelled & { readonly control: Control };

const FRAME =
  'nav,[role="navigation"],[role="banner"],[role="contentinfo"],' +
  '[role="menu"],[role="menubar"],[role="search"]';
const LANDMARK = "main,article,section,aside,[role='main'],[role='region']";

const NEIGHBOURS = 40; // of the page's frame and dialogs, of which a row may hold one

/**
 * Whether an element is of the page's frame or of a dialog, never of its settings.
 * @param place the dialog that the switch is in; undefined for one on the page itself
 */
const isOutside = (element: Element, site: WordedSite, place: Element | null | undefined): boolean => {
  if (place !== undefined) return place === null || dom.dialogOf(element) !== place;
  if (dom.closest(element, FRAME) || dom.dialogOf(element)) return true;
  const edge = dom.closest(element, "header,footer");
  const parent = edge && dom.parent(edge);
  return edge !== null && !(parent && dom.closest(parent, `${LANDMARK},${site.page.main}`));
};

/** Whether an element is of a form that asks for a password. */
const isInSignIn = (element: Element): boolean => {
  const form = dom.closest(element, "form");
  return form !== null && dom.query(form, 'input[type="password" i]') !== null;
};

/**
 * Which of the controls is the setting's switch.
 * @param place the dialog that it is in, null where that is not open; undefined for one on the page itself
 * @param isLoaded whether nothing more is to be drawn, as far as one can tell
 */
export const decide = (
  controls: readonly Control[],
  { site, setting, path }: { site: WordedSite; setting: WordedSetting; path: string },
  place: Element | null | undefined,
  isLoaded: boolean,
): Decision<LabelledControl> => {
  const main = place ?? mainOf(site);
  let titles: readonly string[] | undefined;
  const readTitles = (): readonly string[] => {
    const heading = dom.query(main ?? document, "h1,h2");
    return [dom.title(), heading ? dom.text(heading) : ""];
  };
  const page: PageFacts = {
    site,
    setting,
    path,
    lang: dom.attribute(dom.html(), "lang") ?? "",
    // Read only where they are asked for: to look for a heading may lead through the whole page.
    get titles() {
      titles ??= readTitles();
      return titles;
    },
    isLoaded,
  };
  const named = controls.map(
    (control): NamedControl => ({
      control,
      keys: keysOf(control, site.page.keyAttribute),
      isOutside: isOutside(control.element, site, place),
      isInMain: main === null || dom.encloses(main, control.element),
      isToggleButton: dom.matches(control.element, "[aria-pressed]"),
    }),
  );
  const listed = shortlist(named, page);
  // What stands outside is no candidate, but what is written there is no other control's label either.
  const outside = named.filter((one) => one.isOutside).slice(0, NEIGHBOURS);
  const neighbours = [...listed, ...outside].map(({ control }) => control);
  const labelled = listed.map((one): LabelledControl => {
    const own = ownLabels(one.control);
    const row = isNamed(own, page) ? [] : rowLabels(one.control, neighbours);
    // The same object: the only switch of the page is told by it.
    return Object.assign(one, {
      ownLabels: own,
      rowLabels: row,
      isInSignIn: isInSignIn(one.control.element),
    });
  });
  return match(named, labelled, page);
};
