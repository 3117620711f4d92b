/** What pages of a site may ask for on which nothing is pressed. */

import type { Guide } from "../core/guides.ts";
import { textsOf } from "../core/guides.ts";
import { knownIn } from "../core/jars.ts";
import { languageOf, loadMessages, speak } from "../shared/languages.ts";
import { about } from "../shared/locale.ts";
import type { FromGuide, GuideContext } from "../shared/messages.ts";
import { effective } from "../shared/options.ts";
import { read } from "../shared/storage.ts";
import { keepSaid } from "./reminder.ts";
import type { SiteTab } from "./tab-state.ts";
import { mutedByTab, rereadByTab } from "./tab-state.ts";
import { keepState } from "./verifications.ts";

const openedGuide = async (guide: Guide, tab: SiteTab): Promise<GuideContext> => {
  const [isReread, isMuted] = await Promise.all([rereadByTab.get(tab.id), mutedByTab.get(tab.id)]);
  await rereadByTab.remove(tab.id);
  const { stored } = await read();
  const { options } = await effective(stored.options);
  const language = languageOf(options);
  const [messages, locale] = await Promise.all([loadMessages(language), speak(options)]);
  const texts = textsOf(guide, language);
  const lang = texts.lang === language ? null : texts.lang.replace("_", "-");
  const facts = { title: about(locale, guide.name).say("site_facts"), items: texts.facts };
  const { name, kind, address, default: usual, protects, words, state } = guide;
  return {
    tag: locale.tag,
    direction: locale.direction,
    messages,
    guide: {
      name,
      kind,
      words,
      ...(address === undefined ? {} : { address }),
      ...(usual === undefined ? {} : { default: usual }),
      ...(protects === undefined ? {} : { protects }),
      ...(state === undefined ? {} : { state }),
    },
    way: { items: texts.way, lang },
    details: { lists: [facts], lang, objection: null },
    said: stored.said[guide.id] ?? null,
    known: knownIn(stored, tab.jar)[guide.id] ?? null,
    isReread: isReread !== null,
    isEverywhere: options.banner === "settings" && isMuted === null,
  };
};

/** @param guide of the site that the message's sender is a page of */
export const answerGuide = (message: FromGuide, tab: SiteTab, guide: Guide): Promise<unknown> => {
  switch (message.type) {
    case "guide-opened":
      return openedGuide(guide, tab);
    case "say":
      return keepSaid(guide.id, message.what);
    case "guide-seen":
      return guide.state === undefined ? Promise.resolve() : keepState(tab, guide.id, message.state);
    case "reread":
      return rereadByTab.set(tab.id, true).then(() => chrome.tabs.reload(tab.id));
    case "mute-banner":
      return mutedByTab.set(tab.id, true);
    default:
      return message satisfies never;
  }
};
