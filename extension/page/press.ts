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
 * @returns null where nothing was pressed; after: what it shows at once, since a site that refuses may put it
 * back within a frame
 */
export const pressSwitch = (
  reader: Reader,
  from: OnOff,
): { element: Element; label: string; after: State } | null => {
  const chosen = reader.decide();
  if (!chosen) return null;
  const { control } = chosen.control;
  if (stateOf(control) !== from || isLocked(control)) return null;
  const { element } = control;
  dom.click(element);
  return { element, label: chosen.label, after: stateOf(control) };
};
