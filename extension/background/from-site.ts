/** What pages of a site may ask for. */

import { knownIn, PRIVATE } from "../core/jars.ts";
import { forgetAccount } from "../core/proof.ts";
import type { KnownSite, Site } from "../core/site.ts";
import { isSetting, isSignIn } from "../core/site.ts";
import { languageOf, loadMessages, speak, tagOf } from "../shared/languages.ts";
import { formatDate } from "../shared/locale.ts";
import type { FromSite, PageContext } from "../shared/messages.ts";
import { effective } from "../shared/options.ts";
import { detailsOf, wordsOf } from "../shared/site-words.ts";
import { read } from "../shared/storage.ts";
import * as jobs from "./jobs.ts";
import { changeKept } from "./kept.ts";
import { openPage } from "./pages.ts";
import { reload, takeReloaded } from "./reloads.ts";
import type { SiteTab } from "./tab-state.ts";
import { mutedByTab } from "./tab-state.ts";
import { endVerification, keepState, keepUnknown, keepVerification, owedBy } from "./verifications.ts";

/** A page begins: what it needs to speak and to go on. */
const openedPage = async (
  { path, page, came, isRedirect }: Extract<FromSite, { type: "page-opened" }>,
  tab: SiteTab,
  site: KnownSite,
): Promise<PageContext> => {
  const [verification, isMuted] = await Promise.all([owedBy(tab, site, path), mutedByTab.get(tab.id)]);
  const owes = verification?.setting ?? null;
  const job = await jobs.takeUp(tab, { site, path, document: page, came, isRedirect, owes });
  if (isSignIn(site, path))
    await changeKept((kept) => forgetAccount(knownIn(kept, tab.jar), site.settings, Date.now()));
  const { stored } = await read();
  const { options } = await effective(stored.options);
  const language = languageOf(options);
  const [messages, locale] = await Promise.all([loadMessages(language), speak(options)]);
  // Here, not in the page: a browser's first use of what it knows of languages and dates takes 5 to 20 ms.
  const dateOf = (day: string) => formatDate(tagOf(language), day, { dateStyle: "long", timeZone: "UTC" });
  return {
    tag: locale.tag,
    direction: locale.direction,
    messages,
    checked: dateOf(site.checked),
    words: wordsOf(site, locale, dateOf),
    details: detailsOf(site, locale, language),
    verification,
    isReloaded: await takeReloaded(tab.id, site.id, page),
    job,
    known: Object.fromEntries(
      Object.entries(knownIn(stored, tab.jar)).filter(([id]) => isSetting([site], id)),
    ),
    isEverywhere: options.banner === "settings" && isMuted === null,
    isPrivate: tab.jar === PRIVATE,
  };
};

/** A page tells only of settings of its own site. */
const isForeign = (message: FromSite, site: Site): boolean => {
  const press = "verification" in message ? message.verification : null;
  const named = [...("setting" in message ? [message.setting] : []), ...(press ? [press.setting] : [])];
  return named.some((id) => !isSetting([site], id));
};

/** @param site the one that the message's sender is a page of */
export const answerSite = async (message: FromSite, tab: SiteTab, site: KnownSite): Promise<unknown> => {
  if (isForeign(message, site)) return undefined;
  switch (message.type) {
    case "page-opened":
      return openedPage(message, tab, site);
    case "keep-verification":
      return keepVerification(tab, message.verification);
    case "end-verification": {
      const { setting, outcome } = message;
      await endVerification(tab, message);
      return jobs.progress(tab.id, setting, outcome === "unpressed" ? "unsure" : outcome);
    }
    case "state-seen":
      await keepState(tab, message.setting, message.state);
      return jobs.progress(tab.id, message.setting, message.state);
    case "state-unknown":
      await keepUnknown(tab, message.setting, message.why);
      return jobs.progress(tab.id, message.setting, message.why);
    case "start-job":
      return jobs.startFromPage(tab, message.setting, message.from);
    case "claim-job":
      return jobs.claim(tab.id, message.setting);
    case "stop-job":
      return jobs.stop(tab.id);
    case "sent-on":
      return jobs.sendOn(tab.id);
    case "go-back":
      return jobs.goBack(tab.id, message.tab);
    case "reload":
      return reload(tab.id, site.id, message.page);
    case "mute-banner":
      return mutedByTab.set(tab.id, true);
    case "open-page":
      return openPage(message, { tab: tab.id, jar: tab.jar });
    default:
      return message satisfies never;
  }
};
