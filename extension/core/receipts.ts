/**
 * What receipts say, each alone and among others, and the file in which people take them along.
 * What one holds, as it is kept, is described in schemas.ts.
 */

import type { Guide } from "./guides.ts";
import { fullNameOf, guidedName } from "./names.ts";
import type { Phrase } from "./phrase.ts";
import type { OnOff, Receipt, Save } from "./schemas.ts";
import type { Site } from "./site.ts";

/** Where the form of the exported file is described, in the extension's own folder. */
export const SCHEMA_FILE = "receipts/receipt.schema.json";

const SCHEMA = "untick-receipts-1"; // the $id of that file

/** What a receipt shows, as a state. */
export const markOf = ({ outcome, want }: Receipt): "unknown" | "failed" | "verified" | "on" => {
  if (outcome === "unproved") return "unknown";
  if (outcome === "failed") return "failed";
  return want === "off" ? "verified" : "on";
};

/** What was done, and what came of it. @param guides sites on which only the person presses */
export const titleOf = (
  { setting, outcome, want }: Receipt,
  sites: readonly Site[],
  guides: readonly Pick<Guide, "id" | "name" | "words">[],
): Phrase => {
  const guide = guides.find(({ id }) => id === setting);
  return [`receipt_${outcome}_${want}`, { name: guide ? guidedName(guide) : fullNameOf(sites, setting) }];
};

/** The address of a receipt alone, on the page of all of them. */
export const hashOf = (id: string): string => `#${encodeURIComponent(id)}`;

/** A time zone that this system knows: that of the receipt, if it can be. */
export const knownZone = ({ zone }: Receipt): string => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
};

const stateOf = (state: OnOff | null): Phrase => [state === null ? "receipt_none" : `receipt_${state}`];

/** The site's own answer. */
const answerOf = (saved: Save | null): Phrase =>
  saved ? [`receipt_saved_${saved.kind}`, { status: `${saved.status}` }] : ["receipt_none"];

/** What a receipt says in one line: the message that names it, and parts that follow each other. */
export type Fact = readonly [name: string, ...parts: (string | Phrase)[]];

/** @param when how an instant of the receipt is told */
export const factsOf = (receipt: Receipt, when: (instant: string) => string): Fact[] => {
  const { id, by, address, label, at, zone, before, after, saved, reloaded, extension, rule } = receipt;
  const fresh: Fact[1][] = reloaded
    ? [stateOf(reloaded.state), `(${when(reloaded.at)})`]
    : [["receipt_none"]];
  return [
    ["receipt_when", when(at), `(${zone})`],
    ["receipt_address", address],
    ["receipt_label", label || ["receipt_none"]],
    ["receipt_by", [`receipt_by_${by}`]],
    ["receipt_before", stateOf(before)],
    ["receipt_after", stateOf(after)],
    ["receipt_answer", answerOf(saved)],
    ["receipt_reloaded", ...fresh],
    ["receipt_versions", `Untick ${extension}, ${rule}`],
    ["receipt_id", id],
  ];
};

/** The file that people take along. @param now ms since the epoch @param version of Untick */
export const exportOf = (receipts: readonly Receipt[], version: string, now: number) => ({
  schema: SCHEMA,
  described: `${SCHEMA_FILE} in Untick ${version}`,
  exported: new Date(now).toISOString(),
  receipts,
});

/** Its name. */
export const fileNameOf = (receipts: readonly Receipt[]): string => {
  const [one, ...others] = receipts;
  return one && others.length === 0 ? `untick-receipt-${one.at.slice(0, 10)}.json` : "untick-receipts.json";
};
