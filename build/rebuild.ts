/**
 * Makes of a report what a page of the stand-in is drawn from. Takes a Request as JSON from standard input
 * and answers by a Reply on standard output: build/reports.py runs it. A report is anybody's file: it is
 * believed nothing that its schema does not hold.
 */

import { json } from "node:stream/consumers";
import * as v from "valibot";
import type { Says } from "../extension/core/label-weighing.ts";
import { weighLabel } from "../extension/core/label-weighing.ts";
import { DEEPEST, MOST_NODES } from "../extension/core/report-limits.ts";
import type { Held, Piece, Report, ReportNode } from "../extension/core/report-schema.ts";
import { ReportSchema } from "../extension/core/report-schema.ts";
import { isAttribute, isElement } from "../extension/core/report-words.ts";
import type { CommonWords, SiteFile, WordedSetting, WordedSite } from "../extension/core/site.ts";
import { withCommonWords } from "../extension/core/site.ts";
import { isWordy } from "../extension/core/word-lists.ts";

interface Request {
  /** of the file */
  readonly text: string;
  readonly sites: readonly SiteFile[];
  readonly words: Readonly<Record<string, CommonWords>>;
}

/** An element as the stand-in's script makes it. */
interface Drawn extends Pick<ReportNode, "tag" | "drawn" | "state"> {
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Drawn | string)[];
}

type Reply =
  | { readonly report: Report; readonly origin: string; readonly title: string; readonly body: Drawn }
  | { readonly error: string };

const FEW = 3; // words of a list that are tried
const LONGEST_WORD = 16; // of those that say nothing, in any language
const MOST_WORDS = 60;

const isNode = (one: ReportNode | Piece): one is ReportNode => typeof one === "object" && "tag" in one;

/** How many nodes there are. Throws where one is too deep, or none that a page may have. */
const count = (node: ReportNode, depth = 1): number => {
  if (depth > DEEPEST) throw new Error(`body: deeper than ${DEEPEST} elements`);
  if (!(node.tag.startsWith("#") || isElement(node.tag))) throw new Error(`body: no element ${node.tag}`);
  const inside = (node.children ?? []).filter(isNode);
  return inside.reduce((sum, child) => sum + count(child, depth + 1), 1);
};

/** The first words of a list; of one that may go on, what it begins with. */
const wordsIn = (list: string): string[] =>
  list
    .split("|")
    .slice(0, FEW)
    .map((word) => word.replace(/\*$/, ""));

const firstOf = (list = ""): string => wordsIn(list)[0] ?? "";

/** What speaks of a setting, in languages that part their words and in those that do not. */
const subjectsOf = (topic: string, act: string): string[] =>
  wordsIn(topic).flatMap((one) => wordsIn(act).flatMap((other) => [`${one} ${other}`, one + other]));

/** Writes what was left out of a report by words that weigh alike. */
const createWriter = ({
  report,
  site,
  setting,
}: {
  report: Report;
  site: WordedSite;
  setting: WordedSetting;
}) => {
  const sought = { site, setting, lang: report.lang };
  const words = Object.values(setting.words ?? {});
  const phrases = site.settings.flatMap((one) =>
    Object.values(one.words ?? {}).map((each) => firstOf(each.phrases)),
  );
  const subjects = words.flatMap(({ topic, act }) => subjectsOf(topic, act));
  const opposites = Object.values(site.languages).map(({ opposite }) => firstOf(opposite));

  /** What may say the same, in any language: what does so in the page's is found by weighing it. */
  const sayings: Readonly<Partial<Record<Says, readonly string[]>>> = {
    agrees: phrases,
    opposite: opposites.flatMap((one) => [...phrases, ...subjects].map((subject) => `${one} ${subject}`)),
    other: [...words.flatMap(({ other = "" }) => [...wordsIn(other), wordsIn(other).join("")]), ...phrases],
    mixed: words.flatMap(({ topic, act, other }) =>
      subjectsOf(topic, act).map((subject) => `${subject} ${firstOf(other)}`),
    ),
    topic: subjects,
  };

  const silence = (length: number, parts: number): string => {
    const many = Math.min(Math.max(parts, 1), MOST_WORDS);
    const each = Math.max(3, Math.min(LONGEST_WORD, Math.round(length / many) - 1));
    return Array.from({ length: many }, () => "x".repeat(each)).join(" ");
  };

  const textOf = (piece: Piece): string => {
    if (typeof piece === "string") return piece;
    if (typeof piece === "number") return "";
    const { length, says = "silent", words: many = 1 } = piece;
    if (says === "none") return "·".repeat(Math.min(length, 3));
    const found = sayings[says]?.find((one) => isWordy(one) && weighLabel(one, sought, true) === says);
    return found ?? silence(length, many);
  };

  /** A name that nobody has, of the same kind, and the same one wherever the same was left out. */
  const nameOf = ({ n, key }: Held): string => {
    if (key === undefined) return `held-${n}`;
    if (key !== "") return `${key}-${n}`;
    const stems = site.settings.flatMap(({ keys }) => keys.map((one) => /^[a-z]+/.exec(one)?.[0] ?? ""));
    const shaped = stems.map((stem) => `${stem}Held${n}`);
    return shaped.find((one) => new RegExp(site.page.keyShape).test(one)) ?? `held-${n}`;
  };

  const isTextual = (name: string): boolean => name === "aria-label" || name === "title";

  const attributesOf = (attributes: ReportNode["attributes"] = {}): Record<string, string> => {
    const made: Record<string, string> = {};
    for (const [name, pieces] of Object.entries(attributes)) {
      const told = pieces.filter((piece) => typeof piece !== "number");
      // Of what is only a length there is nothing to write; nothing of it decides anything.
      if (!isAttribute(name)) continue;
      if (name === "href") {
        const [path] = told;
        made[name] = typeof path === "string" && /^\/(?!\/)[\w/-]*$/.test(path) ? path : "#";
      } else if (told.length > 0 || pieces.length === 0)
        made[name] = told
          .map((piece) => (typeof piece === "string" || isTextual(name) ? textOf(piece) : nameOf(piece)))
          .join(" ");
    }
    return made;
  };

  const nodeOf = ({ tag, attributes, drawn, state, control, children = [] }: ReportNode): Drawn => ({
    tag,
    attributes: {
      ...attributesOf(attributes),
      ...(control !== undefined && { "data-at": `${control}` }),
    },
    ...(drawn && { drawn }),
    ...(state && { state }),
    children: children.map((child) => (isNode(child) ? nodeOf(child) : textOf(child))),
  });

  return { textOf, nodeOf };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error("no JSON", { cause: error });
  }
};

const make = ({ text, sites, words }: Request): Reply => {
  const found = v.safeParse(ReportSchema, parsed(text), { abortEarly: true });
  if (!found.success) {
    const [issue] = found.issues;
    throw new Error(`${v.getDotPath(issue) ?? "all"}: ${issue.message}`);
  }
  const report = found.output;
  if (count(report.body) > MOST_NODES * 2) throw new Error("body: more elements than a report has");
  const file = sites.find(({ id }) => id === report.site);
  if (!file) throw new Error(`site: no site ${report.site}`);
  const site = withCommonWords(file, words);
  const setting = site.settings.find(({ id }) => id === report.setting);
  if (!setting) throw new Error(`setting: ${site.id} has no setting ${report.setting}`);
  const { textOf, nodeOf } = createWriter({ report, site, setting });
  return { report, origin: site.origin, title: textOf(report.title), body: nodeOf(report.body) };
};

const reply = (request: Request): Reply => {
  try {
    return make(request);
  } catch (error) {
    // Also of a file that is deeper than anything can follow.
    return { error: error instanceof RangeError ? "too deep" : (error as Error).message.slice(0, 200) };
  }
};

process.stdout.write(JSON.stringify(reply((await json(process.stdin)) as Request)));
