/** What the banner says on pages of a site on which nothing is pressed. */

import type { View } from "./banner-words.ts";
import type { Guide, Kept } from "./guides.ts";
import { guidePhrases, guideState } from "./guides.ts";
import type { Phrase } from "./phrase.ts";
import type { OnOff } from "./schemas.ts";

/** What a person can press there. */
export type GuideAction = "open" | "copy" | "sent" | "answered" | "receipt";

type Name = "guide" | "none" | "on" | "again" | "off" | "working" | "verified" | "failed";

export type GuideView = View<Name, GuideAction>;

type Way = NonNullable<GuideView["way"]>;

/** What is told of a site in the banner, beside the texts of its file. */
export type Told = Pick<Guide, "name" | "kind" | "address" | "default" | "protects" | "words" | "state">;

/** Where the person is, and what they did there. */
export interface Spot {
  /** whether the switch, or the form, is on this very page */
  readonly isThere: boolean;
  /** whether the banner is wanted on other pages too */
  readonly isEverywhere: boolean;
  /** whether they have just copied the text of the objection */
  readonly hasCopied: boolean;
  /** of a private window nothing is kept: there is nothing to say there */
  readonly isPrivate: boolean;
  /** the state that the page tells, by both witnesses; null for none */
  readonly seen: OnOff | null;
  /** whether the person has just turned it off here, or did before Untick loaded the page anew */
  readonly change: "none" | "made" | "reread";
  /** whether that press of theirs has a receipt */
  readonly hasReceipt: boolean;
}

const wordsOf = ({ words }: Told): Phrase[] =>
  words.slice(0, 1).map((label): Phrase => ["site_words", { words: label }]);

const bodyOf = (guide: Told, isDealtWith: boolean): Phrase[] =>
  isDealtWith
    ? []
    : [
        [`site_${guide.kind}`],
        ...wordsOf(guide),
        ...(guide.protects === true ? [["site_protects"] satisfies Phrase] : []),
      ];

const actionsOf = (
  { kind, address }: Told,
  kept: Kept,
  { isThere, isPrivate }: Spot,
  now: number,
): GuideAction[] => {
  const open: GuideAction[] = isThere || address === undefined ? [] : ["open"];
  if (kind !== "form") return open;
  const state = guideState({ kind }, kept, now);
  if (state === "form")
    return [...open, ...(isThere ? (["copy"] as const) : []), ...(isPrivate ? [] : (["sent"] as const))];
  return state === "answered" ? [] : ["answered", ...open];
};

/** Where the page tells the state: how it is, and what came of the person's own press. */
const viewSeen = (
  guide: Told,
  way: Way,
  { known }: Kept,
  seen: OnOff,
  spot: Spot,
  now: number,
): GuideView => {
  const { change, hasReceipt } = spot;
  const name = { name: guide.words[0] ?? guide.name };
  if (change === "made")
    return {
      state: "working",
      title: ["other_working_title", name],
      steps: [
        { text: ["step_save"], isDone: false },
        { text: ["step_check"], isDone: false },
      ],
    };
  if (seen === "off" && change === "reread")
    return {
      state: "verified",
      title: ["other_verified_title", { ...name, time: { time: now } }],
      body: [["other_verified_body"]],
      actions: hasReceipt ? ["receipt"] : [],
      hasDetails: true,
    };
  if (seen === "off") return { state: "off", title: ["other_off_title", name], hasDetails: true };
  if (change === "reread") return { state: "failed", title: ["other_failed_title", name], way };
  const before = known?.off ?? null;
  if (before !== null)
    return {
      state: "again",
      title: ["other_again_title", name],
      body: [["again_dates", { before: { date: before }, now: { date: now } }], ["again_account"]],
      way,
      hasDetails: true,
    };
  const body: Phrase[] = [["site_read"], ...wordsOf(guide)];
  return { state: "on", title: ["other_on_title", name], body, way, hasDetails: true };
};

/**
 * What it shows; null where there is nothing to say: the person has dealt with it, or wants no banner here.
 * @param way in the site file's words @param kept before this page @param now ms since the epoch
 */
export const viewGuide = (guide: Told, way: Way, kept: Kept, spot: Spot, now: number): GuideView | null => {
  const { isThere, isEverywhere, hasCopied, seen } = spot;
  if (seen !== null) return viewSeen(guide, way, kept, seen, spot, now);
  const state = guideState(guide, kept, now);
  const isDone = state === "sent" || state === "answered" || state === "off";
  if (!isThere && (isDone || !isEverywhere)) return null;
  const isDealtWith = guide.kind === "form" && state !== "form";
  return {
    state: guide.kind === "none" ? "none" : "guide",
    mark: guide.kind === "read" && state === "unknown" ? "guide" : state,
    title: ["guide_title"],
    ...(hasCopied ? { note: ["action_copied"] } : {}),
    body: [...guidePhrases(guide, kept, now), ...bodyOf(guide, isDealtWith)],
    ...(isDealtWith || way.items.length === 0 ? {} : { way }),
    actions: actionsOf(guide, kept, spot, now),
    ...(guide.kind === "form" ? { called: { open: "action_open_form" } } : {}),
    hasDetails: true,
  };
};
