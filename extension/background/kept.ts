/** Changes of what is kept that people are shown at once. */

import type { Stored } from "../core/schemas.ts";
import { change, removeSession, setSession } from "../shared/storage.ts";
import { paintButton } from "./toolbar.ts";

/** Changes what is kept on the device, notes whether the storage was full, and draws the button anew. */
export const changeKept = async (edit: (stored: Stored) => void): Promise<void> => {
  const isTaken = await change(edit);
  await (isTaken ? removeSession("full") : setSession("full", Date.now()));
  await paintButton();
};
