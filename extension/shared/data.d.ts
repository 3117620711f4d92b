/** Modules that the build renders from sites/ and locales/ (the templates in data/). */

declare module "#data/sites" {
  /** Each with what is told of it to people. */
  export const SITES: readonly import("../core/site.ts").KnownSite[];
}

declare module "#data/worded-sites" {
  /** The same sites with their words, which only pages need. */
  export const WORDED_SITES: readonly import("../core/site.ts").WordedSite[];
}

declare module "#data/guides" {
  export const GUIDES: readonly import("../core/guides.ts").Guide[];
}

declare module "#data/entries" {
  /**
   * What the addresses begin with on which something is told: all that other pages of a site have to know.
   */
  export const ENTRIES: readonly string[];
}

declare module "#data/languages" {
  /** The languages that Untick speaks, by their codes. */
  export const LANGUAGES: import("../core/language.ts").Languages;
}

declare module "*.css" {
  /** The file's text. */
  const text: string;
  export default text;
}
