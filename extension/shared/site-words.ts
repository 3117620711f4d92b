/** What is told of a site's primary setting beside its state, for its pages: they have only the messages. */

import type { SiteWords } from "../core/banner-words.ts";
import { textsOf } from "../core/guides.ts";
import { nameKey } from "../core/phrase.ts";
import type { KnownSite } from "../core/site.ts";
import { settingOf } from "../core/site.ts";
import type { Locale } from "./locale.ts";
import { about, sayRegions } from "./locale.ts";
import type { Details } from "./messages.ts";

/** By the site's messages, else by what the site calls the setting. @param dateOf how a day is told */
export const wordsOf = (site: KnownSite, locale: Locale, dateOf: (day: string) => string): SiteWords => {
  const { own, label, checked } = site;
  const { default: usual, since } = settingOf(site, site.primary);
  if (own)
    return {
      on: [[own.on, { date: dateOf(since ?? checked) }], [own.effect]],
      off: [[own.off]],
      verified: [own.verified],
      unsure: [own.unsure, {}],
      absent: [[own.absent]],
    };
  return {
    on: usual === "unknown" ? [] : [[`site_default_${usual}`]],
    off: [],
    verified: ["other_verified_body"],
    unsure: ["other_unsure_hand", { name: label ?? locale.say(nameKey(site.primary)) }],
    absent: [],
  };
};

/** By the site's messages, else by the texts of its file. @param code of the person's language */
export const detailsOf = (site: KnownSite, own: Locale, code: string): Details => {
  const locale = about(own, site.name);
  const objection = site.addresses.objection ?? null;
  const regions = sayRegions(locale, site.regions);
  if (site.own) {
    const lists = site.own.details.map(({ title, items }) => ({
      title: locale.say(title),
      items: items.map((item) => locale.say(item)),
    }));
    return { lists, lang: null, regions, objection };
  }
  const { way, facts, lang } = textsOf(site, code);
  const lists = [
    { title: locale.say("site_way"), items: way },
    { title: locale.say("site_facts"), items: facts },
  ];
  const filled = lists.filter(({ items }) => items.length > 0);
  return { lists: filled, lang: lang.replace("_", "-"), regions, objection };
};
