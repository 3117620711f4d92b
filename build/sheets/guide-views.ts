/** Every view of the banner on sites on which nothing is pressed, as its script makes it of a site's file. */

import { GUIDES } from "#data/guides";
import type { GuideView, Spot } from "../../extension/core/guide-words.ts";
import { viewGuide } from "../../extension/core/guide-words.ts";
import { textsOf } from "../../extension/core/guides.ts";
import type { Phrase } from "../../extension/core/phrase.ts";
import type { Said } from "../../extension/core/schemas.ts";

const AT = Date.UTC(2026, 10, 22, 13, 5);
const DAY = 86_400_000; // ms
const ELSEWHERE: Spot = { isThere: false, isEverywhere: true, hasCopied: false };
const THERE: Spot = { ...ELSEWHERE, isThere: true };
const SENT: Said = { sent: AT - DAY, answered: null };
const OVERDUE: Said = { sent: AT - 60 * DAY, answered: null };
const ANSWERED: Said = { ...OVERDUE, answered: AT };

/** The views in a language, by name. @param code of the language */
export const guideViews = (code: string): Readonly<Record<string, () => GuideView>> => {
  const of =
    (id: string, spot: Spot, said: Said | null = null) =>
    (): GuideView => {
      const guide = GUIDES.find((one) => one.id === id);
      if (!guide) throw new Error(`no file of ${id}`);
      const { way, lang } = textsOf(guide, code);
      const told = { items: way, lang: lang === code ? null : lang };
      const view = viewGuide(guide, told, said, spot, AT);
      if (!view) throw new Error("nothing to say");
      // The banner's own locale speaks of another site.
      const ofSite = ([key, values]: Phrase): Phrase => [key, { site: guide.name, ...values }];
      return { ...view, title: ofSite(view.title), body: (view.body ?? []).map(ofSite) };
    };
  return {
    guide: of("claude", THERE),
    "guide, elsewhere": of("github", ELSEWHERE),
    "guide, protects": of("wordpress-com", ELSEWHERE),
    form: of("facebook", THERE),
    "form, copied": of("facebook", { ...THERE, hasCopied: true }),
    "form, elsewhere": of("instagram", ELSEWHERE),
    "form, sent": of("whatsapp", THERE, SENT),
    "form, overdue": of("whatsapp", ELSEWHERE, OVERDUE),
    "form, answered": of("whatsapp", THERE, ANSWERED),
    none: of("reddit", ELSEWHERE),
  };
};
