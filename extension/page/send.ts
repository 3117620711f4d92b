/** Asks the background. */

import { bridge } from "./bridge.ts";

const RETRIES = [100, 400, 1600, 0]; // ms; the browser may still be starting the background

/**
 * Gives the answer, undefined where there is none.
 * @param gone called where there is no background any more: the extension was updated or removed
 */
export const createSend =
  <Message>(gone: () => void) =>
  async (message: Message): Promise<unknown> => {
    const { runtime } = bridge().api;
    for (const wait of RETRIES) {
      try {
        return await runtime.sendMessage(message);
      } catch {
        if (!runtime?.id) break;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
    gone();
    return undefined;
  };
