/**
 * What a report tells of a page. In doubt a text or a name is held back, and only its length is told: the
 * person may add it, and sees all that they add.
 */

import type { Says } from "./label-weighing.ts";
import { weighLabel } from "./label-weighing.ts";
import type { ViewName } from "./reading.ts";
import { DEEPEST, MOST_NODES, REPORT } from "./report-limits.ts";
import type { Draft, Held, Piece, Report, ReportNode } from "./report-schema.ts";
import type { Vocabulary } from "./report-words.ts";
import { isKeyShaped, LABELS, NAMES, STATES, vocabularyOf } from "./report-words.ts";
import type { OnOff } from "./schemas.ts";
import type { WordedSetting, WordedSite } from "./site.ts";
import type { Witness } from "./witnesses.ts";
import { isFormOf } from "./witnesses.ts";
import { fold, isWordy } from "./word-lists.ts";

/** An element as its page has it. */
export interface RawNode extends Pick<ReportNode, "tag" | "drawn" | "state" | "control" | "left"> {
  readonly attributes: Readonly<Record<string, string>>;
  /** elements, and texts beside them */
  readonly children: readonly (RawNode | string)[];
}

/** A page as it was read: nothing of it may leave without having been weighed. */
export interface RawPage {
  readonly site: WordedSite;
  readonly setting: WordedSetting;
  readonly path: string;
  readonly lang: string;
  readonly told: ViewName | null;
  readonly chosen: number | null;
  readonly seen: readonly {
    readonly state: OnOff | null;
    readonly isLocked: boolean;
    readonly label: string;
    readonly says: Says;
    readonly witnesses: readonly Witness[];
    readonly veto: string;
  }[];
  readonly title: string;
  readonly body: RawNode;
}

/** What of a report the page itself can tell. */
export type PageDraft = Omit<Draft, "report"> & {
  readonly report: Omit<Report, "extension" | "browser" | "checked">;
};

/** How it looks: of many, and of no use. */
const LOOKS = new Set(["class", "style"]);
const MOST_ATTRIBUTES = 20; // of one element
const MOST_TOKENS = 10;
const LONGEST = 400; // characters of a text that may be added
const MANY = 1500; // attributes, names and texts of one report

/** The site's own words, of its switches and for on and off, as its file spells them: by them folded. */
const knownTexts = ({ settings, languages }: WordedSite): ReadonlyMap<string, string> => {
  const phrases = settings.flatMap(({ words = {} }) => Object.values(words).map((one) => one.phrases));
  const states = Object.values(languages).flatMap(({ on, off }) => [on, off]);
  const lists = [...phrases, ...states].filter((one) => one !== undefined);
  return new Map(lists.flatMap((one) => one.split("|")).map((one) => [fold(one), one]));
};

/** Weighs what stands on a page, piece by piece. */
const createScale = (page: RawPage, words: Vocabulary) => {
  const known = knownTexts(page.site);
  const held: (string | null)[] = [];
  const numbers = new Map<string, number>();
  let left = MANY;

  /** @param isOffered whether the person may add it */
  const hold = (text: string, isOffered: boolean): Held => {
    const n = numbers.get(text) ?? held.length;
    if (n === held.length) held.push(isOffered ? text.slice(0, LONGEST) : null);
    numbers.set(text, n);
    return { n, length: text.length };
  };

  const says = (text: string) => (isWordy(text) ? weighLabel(text, page, true) : ("none" as const));

  const textOf = (text: string): Piece => {
    const own = text === "" ? text : known.get(fold(text));
    return own ?? { ...hold(text, true), says: says(text), words: text.split(/\s+/).length };
  };

  const keys = page.site.settings.flatMap((setting) => setting.keys);
  const shape = new RegExp(page.site.page.keyShape);

  const tokenOf = (text: string): Piece => {
    if (words.isKey(text)) return text;
    const key = keys.find((one) => isFormOf(one, text)) ?? (shape.test(text) ? "" : undefined);
    return { ...hold(text, isKeyShaped(text)), ...(key !== undefined && { key }) };
  };

  const addressOf = (text: string): Piece => {
    const path = text.startsWith(page.site.origin) ? text.slice(page.site.origin.length) : text;
    return path.startsWith("/") && words.pathOf(path) === path ? path : text.length;
  };

  const piecesOf = (name: string, text: string): Piece[] => {
    if (STATES.has(name)) return [text === "" || words.isState(text) ? text : text.length];
    if (LABELS.has(name)) return [textOf(text)];
    if (name === "href") return [addressOf(text)];
    if (NAMES.has(name) || name === page.site.page.keyAttribute)
      return text.split(/\s+/).filter(Boolean).slice(0, MOST_TOKENS).map(tokenOf);
    // Whatever scripts keep there: it need not be a name.
    return [name.startsWith("data-") && isKeyShaped(text) ? tokenOf(text) : text.length];
  };

  const attributesOf = (attributes: RawNode["attributes"]): Record<string, Piece[]> => {
    const told: Record<string, Piece[]> = {};
    let others = 0;
    for (const [name, text] of Object.entries(attributes)) {
      if (LOOKS.has(name)) continue;
      if (words.isAttribute(name) && Object.keys(told).length < MOST_ATTRIBUTES) {
        told[name] = piecesOf(name, text);
        left -= told[name].length;
      } else others += 1;
    }
    return others > 0 ? { ...told, "…": [others] } : told;
  };

  const nodeOf = (node: RawNode, depth: number): ReportNode => {
    const { tag, attributes, children, left: below = 0, ...rest } = node;
    const weighed = attributesOf(attributes);
    const inside: (ReportNode | Piece)[] = [];
    for (const child of depth < DEEPEST ? children : []) {
      if (left <= 0) break;
      left -= 1;
      inside.push(typeof child === "string" ? textOf(child) : nodeOf(child, depth + 1));
    }
    const cut = below + children.length - inside.length;
    const isTag = tag.startsWith("#") || words.isTag(tag);
    return {
      // That it is a custom element counts; its name may not be told.
      tag: isTag ? tag : tag.includes("-") ? "x-element" : "div",
      ...(Object.keys(weighed).length > 0 && { attributes: weighed }),
      ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
      ...(cut > 0 && { left: cut }),
      ...(inside.length > 0 && { children: inside }),
    };
  };

  return { held, textOf, nodeOf };
};

/** A page's language, where the site file knows that one. */
const langOf = ({ site: { languages }, lang }: RawPage): string => {
  const [code = "", region = ""] = lang.split(/[-_]/);
  const codes = Object.entries(languages).flatMap(([one, { also = "" }]) => [one, ...also.split("|")]);
  const isKnown = codes.some((one) => one.toLowerCase().split("_")[0] === code.toLowerCase());
  if (!isKnown) return lang === "" ? "" : "…";
  return /^[A-Z]{2}$|^Han[st]$/.test(region) ? `${code}-${region}` : code;
};

/** Everything that a report of a page tells, and what it holds back. */
export const draftOf = (page: RawPage): PageDraft => {
  const words = vocabularyOf(page.site);
  const { held, textOf, nodeOf } = createScale(page, words);
  const report = {
    schema: REPORT,
    site: page.site.id,
    setting: page.setting.id,
    path: words.pathOf(page.path),
    lang: langOf(page),
    told: page.told,
    chosen: page.chosen,
    seen: page.seen.slice(0, MOST_NODES).map((one) => ({
      ...one,
      label: textOf(one.label),
      witnesses: [...one.witnesses],
    })),
    title: textOf(page.title),
    body: nodeOf(page.body, 1),
  } as const;
  return { report: { ...report, seen: [...report.seen] }, held };
};

const isNode = (one: ReportNode | Piece): one is ReportNode => typeof one === "object" && "tag" in one;

/** The report with what the person has added. @param added by number */
export const withAdded = ({ report, held }: Draft, added: ReadonlySet<number>): Report => {
  const piece = (one: Piece): Piece => {
    const text = typeof one === "object" && added.has(one.n) ? held[one.n] : null;
    return text ?? one;
  };
  const node = (one: ReportNode): ReportNode => ({
    ...one,
    ...(one.attributes && {
      attributes: Object.fromEntries(
        Object.entries(one.attributes).map(([name, pieces]) => [name, pieces.map(piece)]),
      ),
    }),
    ...(one.children && {
      children: one.children.map((child) => (isNode(child) ? node(child) : piece(child))),
    }),
  });
  return {
    ...report,
    seen: report.seen.map((one) => ({ ...one, label: piece(one.label) })),
    title: piece(report.title),
    body: node(report.body),
  };
};

/** What a browser calls itself by, and its name; others call themselves Chrome as well. */
const FAMILIES = [
  ["Edg(?:A|iOS)?", "Edge"],
  ["OPR", "Opera"],
  ["Firefox", "Firefox"],
  ["(?:Headless)?Chrome", "Chrome"],
] as const;

/** Family and major version of a browser, by what it calls itself to every page. */
export const browserOf = (agent: string): string => {
  for (const [token, name] of FAMILIES) {
    const version = new RegExp(`\\b${token}/(\\d{1,4})`).exec(agent)?.[1];
    if (version) return `${name} ${version}`;
  }
  return "…";
};

/** A file name that says what is in it. */
export const fileNameOf = ({ site, setting }: Pick<Report, "site" | "setting">): string =>
  `untick-report-${site}-${setting}.json`;
