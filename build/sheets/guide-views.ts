/** Every view of the banner on sites on which nothing is pressed, as its script makes it of a site's file. */

import { GUIDES } from "#data/guides";
import type { GuideView, Spot } from "../../extension/core/guide-words.ts";
import { viewGuide } from "../../extension/core/guide-words.ts";
import { textsOf } from "../../extension/core/guides.ts";
import type { Phrase } from "../../extension/core/phrase.ts";
import type { Known, Said } from "../../extension/core/schemas.ts";

const AT = Date.UTC(2026, 10, 22, 13, 5);
const DAY = 86_400_000; // ms
const ELSEWHERE: Spot = {
  isThere: false,
  isEverywhere: true,
  hasCopied: false,
  isPrivate: false,
  seen: null,
  change: "none",
  hasReceipt: false,
};
const THERE: Spot = { ...ELSEWHERE, isThere: true };
const ON_AGAIN: Known = { state: "on", at: AT, off: AT - DAY, missed: null };
const SENT: Said = { sent: AT - DAY, answered: null };
const OVERDUE: Said = { sent: AT - 60 * DAY, answered: null };
const ANSWERED: Said = { ...OVERDUE, answered: AT };

/** The views in a language, by name. @param code of the language */
export const guideViews = (code: string): Readonly<Record<string, () => GuideView>> => {
  const of = (id: string, spot: Spot, said?: Said, known?: Known) => (): GuideView => {
    const guide = GUIDES.find((one) => one.id === id);
    if (!guide) throw new Error(`no file of ${id}`);
    const { way, lang } = textsOf(guide, code);
    const told = { items: way, lang: lang === code ? null : lang };
    const view = viewGuide(guide, told, { said, known }, spot, AT);
    if (!view) throw new Error("nothing to say");
    // The banner's own locale speaks of another site.
    const ofSite = ([key, values]: Phrase): Phrase => [key, { site: guide.name, ...values }];
    return { ...view, title: ofSite(view.title), body: (view.body ?? []).map(ofSite) };
  };
  return {
    guide: of("claude", THERE),
    "read, elsewhere": of("github", ELSEWHERE),
    "read, on": of("github", { ...THERE, seen: "on" }),
    "read, again": of("github", { ...THERE, seen: "on" }, undefined, ON_AGAIN),
    "read, working": of("github", { ...THERE, seen: "off", change: "made" }),
    "read, verified": of("github", { ...THERE, seen: "off", change: "reread", hasReceipt: true }),
    "read, failed": of("github", { ...THERE, seen: "on", change: "reread" }),
    "read, off": of("github", { ...THERE, seen: "off" }),
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
