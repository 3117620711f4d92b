/** What pages of a site may ask for on which nothing is pressed. */

import type { Guide } from "../core/guides.ts";
import { textsOf } from "../core/guides.ts";
import { knownIn, PRIVATE, saidIn, saidKey } from "../core/jars.ts";
import { languageOf, loadMessages, speak } from "../shared/languages.ts";
import { about } from "../shared/locale.ts";
import type { FromGuide, GuideContext } from "../shared/messages.ts";
import { effective } from "../shared/options.ts";
import { read } from "../shared/storage.ts";
import { reload, takeReloaded } from "./reloads.ts";
import { keepSaid } from "./reminder.ts";
import { endWatch, isAnySave, watchRequests } from "./requests.ts";
import type { SiteTab } from "./tab-state.ts";
import { mutedByTab } from "./tab-state.ts";
import { keepState } from "./verifications.ts";

const openedGuide = async (guide: Guide, tab: SiteTab, page: number): Promise<GuideContext> => {
  const [isReloaded, isMuted] = await Promise.all([takeReloaded(tab.id, page), mutedByTab.get(tab.id)]);
  const { stored } = await read();
  const { options } = await effective(stored.options);
  const language = languageOf(options);
  const [messages, locale] = await Promise.all([loadMessages(language), speak(options)]);
  const texts = textsOf(guide, language);
  const lang = texts.lang === language ? null : texts.lang.replace("_", "-");
  const facts = { title: about(locale, guide.name).say("site_facts"), items: texts.facts };
  const { texts: _, forms: __, ...told } = guide;
  return {
    tag: locale.tag,
    direction: locale.direction,
    messages,
    guide: told,
    way: { items: texts.way, lang },
    details: { lists: [facts], lang, objection: null },
    // Of a private window nothing is kept, and nothing known from elsewhere is shown there.
    said: saidIn(stored, tab.jar)[guide.id] ?? null,
    isPrivate: tab.jar === PRIVATE,
    known: knownIn(stored, tab.jar)[guide.id] ?? null,
    isReloaded,
    isEverywhere: options.banner === "settings" && isMuted === null,
  };
};

/** @param guide of the site that the message's sender is a page of */
export const answerGuide = (message: FromGuide, tab: SiteTab, guide: Guide): Promise<unknown> => {
  switch (message.type) {
    case "guide-opened":
      return openedGuide(guide, tab, message.page);
    case "say":
      return tab.jar === PRIVATE ? Promise.resolve() : keepSaid(saidKey(tab.jar, guide.id), message.what);
    case "guide-seen":
      return guide.state === undefined ? Promise.resolve() : keepState(tab, guide.id, message.state);
    case "watch-saves":
      return Promise.resolve(watchRequests(tab.id, guide.origins, isAnySave));
    case "end-watch":
      return Promise.resolve(endWatch(tab.id));
    case "reload":
      endWatch(tab.id);
      return reload(tab.id, message.page);
    case "mute-banner":
      return mutedByTab.set(tab.id, true);
    default:
      return message satisfies never;
  }
};
