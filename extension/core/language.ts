/** Which of Untick's languages a person gets, by what their browser tells. */

export type Direction = "ltr" | "rtl";

/** By its code: what a language calls itself, which way it is written, and what else its code is. */
export type Languages = Readonly<
  Record<string, { name: string; direction: Direction; also: readonly string[] }>
>;

/** Language and script of a tag, by the names of today: "iw" is "he-Hebr". Throws where it is no tag. */
const languageAndScript = (tag: string): string => {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
};

const tagOfCode = (code: string): string => code.replace("_", "-");

/** The code of the file for a tag; another region's is better than none. */
const spoken = (languages: Languages, tag: string): string | undefined => {
  const codes = Object.keys(languages);
  const exact = codes.find((code) => tagOfCode(code) === tag);
  if (exact !== undefined) return exact;
  const [language] = tag.split("-");
  const isAlike = (code: string) => code.split("_")[0] === language;
  // Those of the same name first: to ask Intl about each of them takes some 5 ms.
  const ordered = [...codes.filter(isAlike), ...codes.filter((code) => !isAlike(code))];
  try {
    const wanted = languageAndScript(tag);
    return ordered.find((code) =>
      [code, ...(languages[code]?.also ?? [])].some((one) => languageAndScript(tagOfCode(one)) === wanted),
    );
  } catch {
    return undefined; // not every system's name for a language is a language tag
  }
};

/**
 * The code of the language to speak: the browser's own; where that is English, or one that Untick does not
 * speak, the person's for pages.
 * @param own code of the `_locales` file that the browser has chosen
 * @param wanted language tags in which the person wants pages, the best first
 */
export const pickLanguage = (languages: Languages, own: string, wanted: readonly string[]): string => {
  for (const tag of own === "en" ? wanted : [tagOfCode(own), ...wanted]) {
    const code = spoken(languages, tag);
    if (code !== undefined) return code;
  }
  return "en";
};

/** The language tag for dates: with the person's own region, they read as usual. */
export const dateTag = (code: string, wanted: readonly string[]): string => {
  const tag = tagOfCode(code);
  return wanted.find((one) => one.startsWith(`${tag}-`)) ?? tag;
};
