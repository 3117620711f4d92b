/** What the banner says in each state. Every claim is one of the site file's or was just seen. */

import type { Action } from "./optout-events.ts";
import type { OptOut } from "./optout-states.ts";
import type { Phrase, Values } from "./phrase.ts";
import { keyOf, nameKey } from "./phrase.ts";
import type { ViewName } from "./reading.ts";
import type { Known, OnOff } from "./schemas.ts";

/**
 * What a banner shows.
 * @typeParam Name of its states @typeParam Act what can be pressed in it
 */
export interface View<Name extends string = ViewName | "elsewhere", Act extends string = Action> {
  /** one of the contract's `data-state` names */
  readonly state: Name;
  /** the state that the picture beside the title shows, where it is another one */
  readonly mark?: string;
  readonly title: Phrase;
  /** what has to be read before all else */
  readonly note?: Phrase;
  readonly body?: readonly Phrase[];
  /** steps of what is under way */
  readonly steps?: readonly { readonly text: Phrase; readonly isDone: boolean }[];
  /** the way by hand, in the site file's words. lang: where it is not the person's own */
  readonly way?: { readonly items: readonly string[]; readonly lang: string | null };
  /** the first is the main one, unless it is one that never is */
  readonly actions?: readonly Act[];
  /** message keys of those that are called otherwise than elsewhere */
  readonly called?: Readonly<Partial<Record<Act, string>>>;
  /** whether details can be unfolded */
  readonly hasDetails?: boolean;
  /** what can be pressed below them, once they are unfolded */
  readonly folded?: readonly Act[];
  /** of a check-up that this page is one step of */
  readonly progress?: { readonly done: number; readonly total: number };
}

/** What a view speaks of beside the state. */
export interface Facts {
  /** whether it is the site's primary setting, of which more is known */
  readonly isPrimary: boolean;
  /** when the site file was last checked, in the person's language */
  readonly checked: string;
  /** whether a receipt is kept: a private window leaves nothing behind */
  readonly isKept: boolean;
  readonly words: SiteWords;
}

/** What is said of a site's primary setting beside its state. */
export interface SiteWords {
  readonly on: readonly Phrase[];
  readonly off: readonly Phrase[];
  /** what its proof means */
  readonly verified: Phrase;
  /** which switch to look for */
  readonly unsure: Phrase;
  /** the way by hand */
  readonly absent: readonly Phrase[];
}

type Body = Omit<View, "state">;

const HAVE_DETAILS: readonly ViewName[] = ["on", "again", "off", "verified", "locked", "absent"];

/** Where Untick found less than a person sees, or did less than they asked for. */
const REPORTED: readonly ViewName[] = ["unsure", "absent", "failed"];

/** Why a press did not hold, as far as it could be seen. */
const failure = ({ press }: OptOut): Phrase => {
  const { kind, status } = press?.saved ?? { kind: "unseen", status: 0 };
  return kind === "refused" ? ["failed_refused", { status: `${status}` }] : [`failed_${kind}`];
};

/** Both dates, and that it may be another account's. */
const again = (known: Known | null, now: number): Phrase[] => [
  ["again_dates", { before: { date: known?.off ?? now }, now: { date: now } }],
  ["again_account"],
];

const bodyOf = (state: OptOut, facts: Facts): Body => {
  const { press, known, shown, visit, job } = state;
  const { isPrimary, checked, isKept, words } = facts;
  /** Words for the primary setting, or the same for any other by its name. */
  const say = (key: string, values: Values = {}): Phrase =>
    isPrimary ? [key, values] : [`other_${key}`, { ...values, name: { message: nameKey(visit.setting) } }];
  const primary = (...phrases: Phrase[]): Phrase[] => (isPrimary ? phrases : []);
  const unproved: Phrase[] = shown.isProving ? [["unproved"]] : [];
  const back: Action[] = visit.back === null ? [] : ["back"];
  switch (shown.name) {
    case "looking":
      return { title: say("looking_title"), body: [["looking_body"]] };
    case "on":
      return {
        title: say("on_title"),
        body: primary(...words.on),
        actions: ["turn-off", "show"],
      };
    case "again":
      return {
        title: say("again_title"),
        body: again(known, shown.since.now),
        actions: ["turn-off", "show"],
      };
    case "off":
      return { title: say("off_title"), body: primary(...words.off), actions: back };
    case "working":
      return {
        title: say(wanted(state) === "on" ? "working_undo" : "working_title"),
        ...(shown.isAsking ? { body: [["working_asked"] satisfies Phrase] } : {}),
        steps: [
          { text: ["step_press"], isDone: press?.pressed === true },
          { text: ["step_save"], isDone: press?.saved != null },
          { text: ["step_check"], isDone: false },
        ],
      };
    case "verified": {
      const isPicked = press !== null && press.picked !== null;
      return {
        title: say("verified_title", { time: { time: shown.since.now } }),
        body: [isPrimary && !isPicked ? words.verified : say(isPicked ? "verified_picked" : "verified_body")],
        actions: [
          ...back,
          ...(isPicked ? [] : (["undo"] as const)),
          ...(isKept ? (["receipt"] as const) : []),
        ],
      };
    }
    case "failed":
      return {
        title: say(press?.want === "on" ? "failed_undo" : "failed_title"),
        body: [failure(state), ["failed_hand"]],
        actions: ["retry", "show"],
      };
    case "unsure":
      if (state.at === "reloading")
        return { title: ["stayed_title"], body: [["stayed_body"]], actions: ["retry"] };
      return {
        title: ["unsure_title"],
        body: [[shown.isProving ? "unproved" : "unsure_body"], isPrimary ? words.unsure : say("unsure_hand")],
        actions: ["show", "retry"],
      };
    case "locked":
      return { title: ["locked_title"], body: [["locked_body"], ...unproved], actions: ["show"] };
    case "signed-out":
      return {
        title: ["signed_out_title"],
        body: [[job === null ? "signed_out_body" : "signed_out_expected"], ...unproved],
      };
    case "absent":
      return {
        title: ["absent_title"],
        body: [...unproved, ["absent_body", { date: checked }], ...primary(...words.absent)],
        actions: ["retry"],
      };
    default:
      return noView(shown.name);
  }
};

const noView = (name: never): never => {
  throw new RangeError(`no view ${name}`);
};

const wanted = (state: OptOut): OnOff =>
  state.at === "preparing" ? state.want : (state.press?.want ?? "off");

/** What the banner shows on a setting's own page. */
export const viewOf = (state: OptOut, facts: Facts): View => {
  const { shown, visit } = state;
  const view: View = { state: shown.name, ...bodyOf(state, facts) };
  if (visit.checkup) return { ...view, actions: ["stop"], progress: visit.checkup };
  const { name } = shown;
  return {
    ...view,
    hasDetails: facts.isPrimary && HAVE_DETAILS.includes(name),
    ...(REPORTED.includes(name) && { folded: ["report"] satisfies Action[] }),
  };
};

/**
 * … on a page of the settings that is not the setting's own; null where there is nothing to say: it is known
 * to be off, and nothing here speaks against it.
 * @param word the state that the page's list of settings tells
 */
export const viewElsewhere = (known: Known | null, word: OnOff | null, now: number): View | null => {
  if (known?.state === "off" && known.missed === null && word !== "on") return null;
  const isOn = word === "on" || (word === null && known?.state === "on" && known.missed === null);
  const isAgain = isOn && known?.off != null;
  const mark = isAgain ? "again" : (word ?? (known?.state === "on" ? "on" : "unknown"));
  const offer: Phrase = ["elsewhere_offer"];
  const view = (title: Phrase, ...body: Phrase[]): View => ({
    state: "elsewhere",
    mark,
    title,
    body,
    actions: word === "off" ? ["show"] : ["turn-off", "show"],
  });
  if (isAgain) return view(["again_title"], ...again(known, word === "on" ? now : (known.at ?? now)));
  if (word === "on") return view(["elsewhere_row_on"], offer);
  if (word === "off") return view(["elsewhere_row_off"], ["elsewhere_row_off_body"]);
  if (known?.missed) return view(["elsewhere_unknown"], [`state_${keyOf(known.missed.why)}`], offer);
  if (known?.state === "on") return view(["elsewhere_on", { date: { date: known.at ?? now } }], offer);
  return view(["elsewhere_unknown"], offer);
};
