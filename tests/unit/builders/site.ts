/** Sites for tests: the real one, by its file, and one made up of what the real one has not. */

import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import type { Sought } from "../../../extension/core/label-weighing.ts";
import type {
  CommonWords,
  KnownSetting,
  KnownSite,
  SiteFile,
  WordedSetting,
  WordedSite,
} from "../../../extension/core/site.ts";
import { settingOf, withCommonWords } from "../../../extension/core/site.ts";

/** All that any script gets of a site. */
export interface WholeSite extends Omit<WordedSite, "settings">, Omit<KnownSite, "settings"> {
  readonly settings: readonly (WordedSetting & KnownSetting)[];
}

/** As a file of sites/ has it, where that is not what the scripts get. */
interface Raw extends Omit<WholeSite, "addresses" | "grade" | "languages" | "page" | "settings" | "texts"> {
  readonly sources: Readonly<Record<string, Pick<WholeSite, "grade">>>;
  readonly texts?: WholeSite["texts"];
  readonly addresses: Readonly<Record<string, unknown>> & Pick<WordedSite["addresses"], "forms">;
  readonly page: Readonly<Record<string, unknown>>;
  readonly settings: readonly (Omit<WholeSite["settings"][number], "paths" | "words"> & {
    page: string;
    source: string;
    alias?: string;
    words?: Lists;
  })[];
  readonly languages?: Lists;
}

/** By language and name. */
type Lists = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Lists as scripts get them; none is empty. */
const joined = <Tables>(tables: Lists): Tables =>
  Object.fromEntries(
    Object.entries(tables).map(([lang, lists]) => [
      lang,
      Object.fromEntries(
        [["phrases", ""], ...Object.entries(lists)].map(([name, list]) => [name, [list].flat().join("|")]),
      ),
    ]),
  ) as Tables;

const camel = (table: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(table).map(([key, value]) => [
      key.replace(/_[a-z]/g, (found) => found.charAt(1).toUpperCase()),
      value,
    ]),
  );

/** What it calls its primary setting. */
const labelOf = ({ settings, primary }: Raw): Pick<WholeSite, "label"> => {
  const [label] = settings.find(({ id }) => id === primary)?.words?.["en"]?.["phrases"] ?? [];
  return label === undefined ? {} : { label };
};

const read = (file: string): unknown =>
  // Dates as text, by the same way as the build's.
  JSON.parse(
    JSON.stringify(parse(readFileSync(new URL(`../../../extension/${file}`, import.meta.url), "utf8"))),
  );

const { languages } = read("words.toml") as { languages: Lists };
const COMMON = joined<Readonly<Record<string, CommonWords>>>(languages);

/** A site file, read as build/sites.py gives it to the scripts. */
const readSite = (id: string): WholeSite => {
  const raw = read(`sites/${id}.toml`) as Raw;
  return {
    ...raw,
    addresses: { lists: [], ...camel(raw.addresses) } as unknown as WordedSite["addresses"],
    page: camel(raw.page) as unknown as WordedSite["page"],
    grade: raw.sources[raw.settings[0]?.source ?? ""]?.grade ?? "I",
    texts: raw.texts ?? {},
    ...labelOf(raw),
    settings: raw.settings.map(({ page, alias, words = {}, ...setting }) => ({
      ...setting,
      paths: [page, ...(alias === undefined ? [] : [alias])].flatMap((one) =>
        one.startsWith("/") ? [one] : raw.addresses.forms.map((form) => form + one),
      ),
      words: joined<NonNullable<WordedSetting["words"]>>(words),
    })),
    languages: withCommonWords(
      { languages: joined<SiteFile["languages"]>(raw.languages ?? {}) } as SiteFile,
      COMMON,
    ).languages,
  };
};

export const LINKEDIN = readSite("linkedin");
/** Its hook is an attribute, and it is asked for by a person's click. */
export const X = readSite("x");
/** Its switch is in a dialog, and its settings may be drawn over any page of it. */
export const CHATGPT = readSite("chatgpt");

const made = (id: string, words: NonNullable<WordedSetting["words"]>): WholeSite["settings"][number] => ({
  id,
  paths: [`/settings/${id}`],
  keys: [`${id}Key`, `${id}OldKey`],
  default: "on",
  words,
});

/** Two settings whose words are known, one in a language more, and one without words; each with two keys. */
export const PARLOUR: WholeSite = {
  id: "parlour",
  name: "Parlour",
  origin: "https://parlour.example",
  required: true,
  checked: "2026-11-01",
  grade: "I",
  texts: {},
  primary: "lessons",
  addresses: {
    forms: ["/"],
    lists: ["/lists/"],
    settings: ["/settings/"],
    signIn: ["/enter"],
    objection: "https://parlour.example/object",
  },
  page: { main: "main", save: "/save/", keyShape: "Key$" },
  settings: [
    made("lessons", {
      en: {
        phrases: "Teach our machine with what I write",
        topic: "machine",
        act: "teach|learn",
        other: "letters|neighbours",
      },
      fr: { phrases: "Instruire notre machine", topic: "machine", act: "instrui*", other: "courrier" },
    }),
    made("letters", {
      en: { phrases: "Send me letters", topic: "letters", act: "send", other: "machine" },
    }),
    made("curtains", {}),
  ],
  languages: {
    en: { notice: "tell me", opposite: "not|never|opt out", on: "On", off: "Off|Not on" },
    fr: { notice: "tell me", opposite: "ne pas|jamais", on: "Activé", off: "Désactivé|Pas activé" },
    sv: { notice: "tell me", opposite: "inte", on: "", off: "" },
    ja: { also: "xx|yy", notice: "tell me", opposite: "ない", on: "", off: "" },
  },
};

/** What words are weighed for: the real site's primary setting on an English page, unless told otherwise. */
export const sought = ({
  site = LINKEDIN,
  setting = site.primary,
  lang = "en",
}: {
  site?: WordedSite;
  setting?: string;
  lang?: string;
} = {}): Sought => ({ site, setting: settingOf(site, setting), lang });
