/** Changes of what is kept that people are shown at once. */

import type { Stored } from "../core/schemas.ts";
import { change } from "../shared/storage.ts";
import { paintButton } from "./toolbar.ts";

/** Changes what is kept on the device, and draws the button anew. */
export const changeKept = async (edit: (stored: Stored) => void): Promise<void> => {
  await change(edit);
  await paintButton();
};
