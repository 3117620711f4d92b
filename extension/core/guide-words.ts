/** What the banner says on pages of a site on which nothing is pressed. */

import type { View } from "./banner-words.ts";
import type { Guide, GuideState } from "./guides.ts";
import { guidePhrases, guideState } from "./guides.ts";
import type { Phrase } from "./phrase.ts";
import type { Said } from "./schemas.ts";

/** What a person can press there. */
export type GuideAction = "open" | "copy" | "sent" | "answered";

export type GuideView = View<"guide" | "none", GuideAction>;

/** What is told of a site in the banner, beside the texts of its file. */
export type Told = Pick<Guide, "name" | "kind" | "address" | "default" | "protects" | "words">;

/** Where the person is, and what they did there. */
export interface Spot {
  /** whether the switch, or the form, is on this very page */
  readonly isThere: boolean;
  /** whether the banner is wanted on other pages too */
  readonly isEverywhere: boolean;
  /** whether they have just copied the text of the objection */
  readonly hasCopied: boolean;
}

const bodyOf = (guide: Told, isDealtWith: boolean): Phrase[] => {
  const { kind, words, protects } = guide;
  if (isDealtWith) return [];
  return [
    [`site_${kind}`],
    ...words.slice(0, 1).map((label): Phrase => ["site_words", { words: label }]),
    ...(protects === true ? [["site_protects"] satisfies Phrase] : []),
  ];
};

const actionsOf = ({ kind, address }: Told, state: GuideState, { isThere }: Spot): GuideAction[] => {
  const open: GuideAction[] = isThere || address === undefined ? [] : ["open"];
  if (kind !== "form") return open;
  if (state === "form") return [...open, ...(isThere ? (["copy"] as const) : []), "sent"];
  return state === "answered" ? [] : ["answered", ...open];
};

/**
 * What it shows; null where there is nothing to say: the person has dealt with it, or wants no banner here.
 * @param way in the site file's words @param now ms since the epoch
 */
export const viewGuide = (
  guide: Told,
  way: NonNullable<GuideView["way"]>,
  said: Said | null,
  spot: Spot,
  now: number,
): GuideView | null => {
  const { isThere, isEverywhere, hasCopied } = spot;
  const state = guideState(guide, said ?? undefined, now);
  const isDone = state === "sent" || state === "answered";
  if (!isThere && (isDone || !isEverywhere)) return null;
  const isDealtWith = state !== guide.kind;
  return {
    state: guide.kind === "none" ? "none" : "guide",
    mark: state,
    title: ["guide_title"],
    ...(hasCopied ? { note: ["action_copied"] } : {}),
    body: [...guidePhrases(guide, said ?? undefined, now), ...bodyOf(guide, isDealtWith)],
    ...(isDealtWith || way.items.length === 0 ? {} : { way }),
    actions: actionsOf(guide, state, spot),
    ...(guide.kind === "form" ? { called: { open: "action_open_form" } } : {}),
    hasDetails: true,
  };
};
