/** Changes of what is kept that people are shown at once. */

import type { Stored } from "../core/schemas.ts";
import { change } from "../shared/storage.ts";
import { report } from "./faults.ts";
import { paintButton } from "./toolbar.ts";

/** Changes what is kept on the device, and draws the button anew. */
export const changeKept = async (edit: (stored: Stored) => void): Promise<void> => {
  await change(edit);
  // A browser may refuse it while it starts. What is kept counts, and what waits for it goes on.
  await paintButton().catch(report);
};
