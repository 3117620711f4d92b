/** What pages of a site may ask for on which nothing is pressed. */

import type { Guide } from "../core/guides.ts";
import { isSignInAt, isToldAt, textsOf } from "../core/guides.ts";
import { knownIn, PRIVATE, saidIn, saidKey } from "../core/jars.ts";
import { forgetAccount, planHandPress } from "../core/proof.ts";
import { languageOf, loadMessages, speak } from "../shared/languages.ts";
import { about, sayRegions } from "../shared/locale.ts";
import type { FromGuide, GuideContext } from "../shared/messages.ts";
import { effective } from "../shared/options.ts";
import { read } from "../shared/storage.ts";
import { changeKept } from "./kept.ts";
import { openPage } from "./pages.ts";
import { reload, takeReloaded } from "./reloads.ts";
import { keepSaid } from "./reminder.ts";
import { endWatch } from "./requests.ts";
import type { SiteTab } from "./tab-state.ts";
import { mutedByTab } from "./tab-state.ts";
import { endVerification, keepState, keepVerification, owedByHand, watchSaves } from "./verifications.ts";

/** A page begins: what it needs to speak, where something is told on it. */
const openedGuide = async (
  guide: Guide,
  tab: SiteTab,
  { page, address }: Extract<FromGuide, { type: "guide-opened" }>,
): Promise<GuideContext | null> => {
  const [isReloaded, isMuted] = await Promise.all([
    takeReloaded(tab.id, guide.id, page),
    mutedByTab.get(tab.id),
  ]);
  const isSignIn = isSignInAt(guide, new URL(address));
  const press = await owedByHand(tab, guide.id, isSignIn ? null : { page, isReloaded });
  if (isSignIn) await changeKept((kept) => forgetAccount(knownIn(kept, tab.jar), [guide], Date.now()));
  if (!isToldAt(guide, address)) return null;
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
    details: { lists: [facts], lang, regions: sayRegions(locale, guide.regions), objection: null },
    // Of a private window nothing is kept, and nothing known from elsewhere is shown there.
    said: saidIn(stored, tab.jar)[guide.id] ?? null,
    isPrivate: tab.jar === PRIVATE,
    press: press?.id ?? null,
    known: knownIn(stored, tab.jar)[guide.id] ?? null,
    isReloaded,
    isEverywhere: options.banner === "settings" && isMuted === null,
  };
};

/** What the page tells of its state, and of the person's own press; of a site that tells none, nothing. */
const answerState = (
  message: Extract<FromGuide, { type: "guide-seen" | "hand-pressed" | "hand-proved" }>,
  tab: SiteTab,
  { id: setting, state: told }: Guide,
): Promise<unknown> => {
  if (told === undefined) return Promise.resolve();
  switch (message.type) {
    case "guide-seen":
      return keepState(tab, setting, message.state);
    case "hand-pressed": {
      const { page: document, address } = message;
      return keepVerification(tab, planHandPress({ setting, document, address, back: null }, message));
    }
    case "hand-proved": {
      const { state } = message;
      const outcome = state === null ? "unpressed" : state === "off" ? "verified" : "failed";
      return endVerification(tab, { outcome, state, verification: null });
    }
    default:
      return message satisfies never;
  }
};

/** @param guide of the site that the message's sender is a page of */
export const answerGuide = (message: FromGuide, tab: SiteTab, guide: Guide): Promise<unknown> => {
  switch (message.type) {
    case "guide-opened":
      return openedGuide(guide, tab, message);
    case "say":
      return tab.jar === PRIVATE ? Promise.resolve() : keepSaid(saidKey(tab.jar, guide.id), message.what);
    case "guide-seen":
    case "hand-pressed":
    case "hand-proved":
      return answerState(message, tab, guide);
    case "watch-saves":
      return Promise.resolve(watchSaves(tab.id, guide.id));
    case "end-watch":
      return Promise.resolve(endWatch(tab.id));
    case "reload":
      endWatch(tab.id);
      return reload(tab.id, guide.id, message.page);
    case "mute-banner":
      return mutedByTab.set(tab.id, true);
    case "open-page":
      return openPage(message, { tab: tab.id, jar: tab.jar });
    default:
      return message satisfies never;
  }
};
