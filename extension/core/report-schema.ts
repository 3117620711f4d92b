/**
 * A report of a page, described once: the structure around its switches, and what Untick saw and decided
 * there. Nothing of it says who was signed in.
 */

import * as v from "valibot";
import { MOST_NODES, REPORT } from "./report-limits.ts";
import { OnOffSchema, UnknownSchema } from "./schemas.ts";

const MOST_PIECES = 40; // of one node: attributes, or tokens of one, or texts beside elements
const LONGEST = 400; // characters of a text or hook that a person has let in

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Told = v.pipe(v.string(), v.maxLength(LONGEST));

/** Where words beside a switch belong, which says nothing of what they are; none: no words. */
const SaysSchema = v.picklist(["agrees", "opposite", "other", "mixed", "topic", "silent", "none"]);

/**
 * What is not told, by its length. The same one has the same number wherever it stands. Of a text, what its
 * words speak of and how many there are; of a name, the site's key that it is a form of, "" where it only has
 * the shape of one.
 */
const HeldSchema = v.strictObject({
  n: Count,
  length: Count,
  says: v.optional(SaysSchema),
  words: v.optional(Count),
  key: v.optional(Told),
});
export type Held = v.InferOutput<typeof HeldSchema>;

/** Told, or held back: of a number no more than the length is kept. */
const PieceSchema = v.union([Told, Count, HeldSchema]);
export type Piece = v.InferOutput<typeof PieceSchema>;

export interface ReportNode {
  /** of an element; of what lies in one: "#open", "#closed" (shadow roots), "#frame" */
  tag: string;
  /** by name, each token of it; "…": how many have a name that is not told */
  attributes?: Record<string, Piece[]> | undefined;
  /** why it is not seen: not drawn at all, only what is in it, or so small or pale that nobody aims at it */
  drawn?: "none" | "contents" | "covert" | undefined;
  /** of a checkbox, as it stands */
  state?: "on" | "off" | "mixed" | undefined;
  /** where it is a control: which one of `seen` */
  control?: number | undefined;
  /** elements in it that are left out */
  left?: number | undefined;
  children?: (ReportNode | Piece)[] | undefined;
}

const NodeSchema: v.GenericSchema<ReportNode> = v.strictObject({
  tag: v.pipe(v.string(), v.regex(/^(?:#(?:open|closed|frame)|[a-z][a-z0-9-]{0,40})$/)),
  attributes: v.optional(
    v.pipe(
      v.record(v.pipe(v.string(), v.maxLength(60)), v.pipe(v.array(PieceSchema), v.maxLength(MOST_PIECES))),
      v.check((attributes) => Object.keys(attributes).length <= MOST_PIECES),
    ),
  ),
  drawn: v.optional(v.picklist(["none", "contents", "covert"])),
  state: v.optional(v.picklist(["on", "off", "mixed"])),
  control: v.optional(Count),
  left: v.optional(Count),
  children: v.optional(v.array(v.union([v.lazy(() => NodeSchema), PieceSchema]))),
});

/** What was found of one control. */
const SeenSchema = v.strictObject({
  state: v.nullable(OnOffSchema),
  isLocked: v.boolean(),
  label: PieceSchema,
  says: SaysSchema,
  witnesses: v.array(v.picklist(["address", "key", "words", "only"])),
  veto: Told,
});

export const ReportSchema = v.strictObject({
  schema: v.literal(REPORT),
  /** version of Untick */
  extension: Told,
  /** family and major version */
  browser: Told,
  site: Told,
  setting: Told,
  /** the day on which the site file's facts were last checked */
  checked: Told,
  /** what the site file does not know of it is "…" */
  path: Told,
  lang: Told,
  /** what the banner said there, where there was one */
  told: v.nullable(
    v.union([v.picklist(["looking", "on", "again", "off", "working", "verified", "failed"]), UnknownSchema]),
  ),
  /** which of `seen` Untick takes for the switch */
  chosen: v.nullable(Count),
  seen: v.pipe(v.array(SeenSchema), v.maxLength(MOST_NODES)),
  title: PieceSchema,
  body: NodeSchema,
});
export type Report = v.InferOutput<typeof ReportSchema>;

/** A report, and by number what it holds back, for the person alone to see; null: not even for them. */
export const DraftSchema = v.object({ report: ReportSchema, held: v.array(v.nullable(v.string())) });
export type Draft = v.InferOutput<typeof DraftSchema>;
