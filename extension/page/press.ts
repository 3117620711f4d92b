/** The one place where a page's switch is pressed. */

import type { OnOff } from "../core/schemas.ts";
import type { State } from "../core/stability.ts";
import { isLocked, stateOf } from "./controls.ts";
import * as dom from "./dom.ts";
import type { Reader } from "./reader.ts";

/**
 * Decides anew and clicks, in one go: nothing can change in between. Acts once, as a person's click on the
 * control would.
 * @param from the state that it must stand in
 * @param before what is to be ready for what the press brings about
 * @returns null where nothing was pressed; after: what it shows at once, since a site that refuses may put it
 * back within a frame
 */
export const pressSwitch = (
  reader: Reader,
  from: OnOff,
  before: (element: Element) => void,
): { label: string; after: State } | null => {
  const chosen = reader.decide();
  if (!chosen) return null;
  const { control } = chosen.control;
  if (stateOf(control) !== from || isLocked(control)) return null;
  before(control.element);
  dom.click(control.element);
  return { label: chosen.label, after: stateOf(control) };
};
