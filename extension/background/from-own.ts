/** What Untick's own pages may ask for. */

import { SITES } from "#data/sites";
import { forget, saidKey } from "../core/jars.ts";
import { isSetting, siteOf } from "../core/site.ts";
import { allowedSites } from "../shared/allowed.ts";
import { placeOf } from "../shared/jars.ts";
import type { FromOwn } from "../shared/messages.ts";
import { valid } from "../shared/options.ts";
import { erase } from "../shared/storage.ts";
import * as jobs from "./jobs.ts";
import { changeKept } from "./kept.ts";
import { openPage } from "./pages.ts";
import { keepSaid, setReminder } from "./reminder.ts";
import { startSession } from "./session.ts";

/** Whether all of them are settings whose sites Untick may see now. */
const areAllowed = async (settings: readonly string[]): Promise<boolean> => {
  const allowed = (await allowedSites()).map(({ id }) => id);
  return settings.every((id) => isSetting(SITES, id) && allowed.includes(siteOf(SITES, id).id));
};

/** @param own the tab with the page, none for a popup */
export const answerOwn = async (message: FromOwn, own: chrome.tabs.Tab | undefined): Promise<void> => {
  switch (message.type) {
    case "start-jobs": {
      const { want, settings } = message;
      const asked = { want, settings, back: own?.id ?? null };
      if (!(await areAllowed(settings))) throw new Error("a site that Untick may not see");
      return jobs.startFromOwn(asked, await placeOf(own));
    }
    case "stop-jobs":
      return jobs.stopCheckups();
    case "set-options":
      await changeKept(({ options }) => void Object.assign(options, valid(message.options)));
      return setReminder();
    case "delete-receipts": {
      const { receipts } = message;
      return changeKept((stored) => {
        stored.receipts =
          receipts === "all" ? [] : stored.receipts.filter(({ id }) => !receipts.includes(id));
      });
    }
    case "say":
      return keepSaid(saidKey((await placeOf(own)).jar, message.site), message.what);
    case "delete-set-aside":
      return changeKept((stored) => {
        stored.aside = [];
      });
    case "erase":
      try {
        await erase();
      } finally {
        await startSession();
      }
      return;
    case "forget-site": {
      const settings = SITES.filter(({ id }) => id === message.site).flatMap((site) => site.settings);
      return changeKept((stored) => forget(stored, [...settings.map(({ id }) => id), message.site]));
    }
    case "open-page":
      return openPage(message, await placeOf(own));
    default:
      return message satisfies never;
  }
};
