/** Two sites to try the rules on: none of them may be the only one, or the first. */

import type { WholeSite } from "./site.ts";

const setting = (id: string, slug: string): WholeSite["settings"][number] => ({
  id,
  paths: [`/d/settings/${slug}`, `/m/settings/${slug}`],
  keys: [],
  default: "on",
  words: {},
});

const site = (id: string, primary: string, settings: WholeSite["settings"]): WholeSite => ({
  id,
  name: id,
  origin: `https://www.${id}.example`,
  required: true,
  checked: "2026-08-21",
  grade: "I",
  texts: {},
  primary,
  addresses: {
    forms: ["/d/", "/m/"],
    lists: ["/d/categories/"],
    settings: ["/d/", "/m/"],
    signIn: ["/login", "/checkpoint/"],
    objection: `https://www.${id}.example/help`,
  },
  page: { main: "main", save: "/api/", keyShape: "^allow" },
  settings,
  languages: {},
});

/** Its primary setting is not the first; two of its settings are on one page. */
export const links = site("links", "links-ai", [
  setting("links-ads", "promotions"),
  setting("links-ai", "ai"),
  setting("links-mail", "promotions"),
]);

export const photos = site("photos", "photos-ai", [setting("photos-ai", "ai")]);

export const SITES: readonly WholeSite[] = [links, photos];
