/** What may happen to an opt-out, a few events of each kind: build/diagram.ts tries them in every state. */

import type { Action, Event, Visit } from "../extension/core/optout-events.ts";
import type { OptOut } from "../extension/core/optout-states.ts";
import type { Moment, Reading, Seen } from "../extension/core/reading.ts";
import type { SaveWatch } from "../extension/core/save-outcome.ts";
import type { Job, Known, OnOff, Verification } from "../extension/core/schemas.ts";
import type { Clock, State } from "../extension/core/stability.ts";

/** One thing that may happen, in words. */
export interface Happening {
  readonly name: string;
  readonly event: Event;
}

export interface Arrival {
  readonly name: string;
  readonly visit: Visit;
  readonly known: Known | null;
  readonly job: Job | null;
  readonly verification: Verification | null;
}

export const START: Moment = { tick: 0, now: 1_790_000_000_000 };
const LONG = 60_000; // ms that a switch has stood as it does
const SOON = 100; // ms to the next look
const LATER = 10_000; // … by which all is over that is waited for
const AFTERTHOUGHT = 5000; // ms after a proof in which it may be taken back

const VISIT: Visit = {
  setting: "ai",
  document: 2,
  address: "",
  isSignIn: false,
  isStale: false,
  checkup: null,
  back: "/",
};
const EARLIER = 1;
const WAS_OFF: Known = { state: "off", at: 1, off: 1, missed: null };
const JOB: Job = {
  want: "off",
  settings: ["ai"],
  total: 1,
  at: START.now,
  page: null,
  used: false,
  jar: null,
  via: [],
  back: null,
};
const OWED: Verification = {
  id: "owed",
  setting: "ai",
  want: "off",
  at: START.now - LATER,
  page: EARLIER,
  pressed: true,
  by: "untick",
  label: "",
  address: "",
  after: null,
  filled: 0,
  picked: null,
  saved: { kind: "saved", status: 200 },
  back: null,
};

/** Every kind of arrival. */
export const arrivals = (): Arrival[] => {
  const here = { ...OWED, page: VISIT.document };
  const plain = { visit: VISIT, known: null, job: null };
  const owed: [string, Verification][] = [
    ["a press awaits its proof", OWED],
    ["a press in this document, saved", here],
    ["a press in this document, not saved yet", { ...here, saved: null }],
  ];
  const presses = owed.flatMap(([name, verification]) =>
    (["on", "off"] as const).flatMap((want) =>
      [null, "it"].map((picked) => ({ ...plain, name, verification: { ...verification, want, picked } })),
    ),
  );
  const none = { ...plain, name: "no press awaits its proof", verification: null };
  const visit = { ...VISIT, isSignIn: true };
  return [none, { ...none, known: WAS_OFF }, { ...none, job: JOB }, { ...none, visit, job: JOB }, ...presses];
};

/** The state that a press is to bring about. */
const wantedIn = (state: OptOut): OnOff =>
  state.at === "preparing" ? state.want : (state.press?.want ?? "off");
const reverse = (state: OnOff): OnOff => (state === "on" ? "off" : "on");

/** before: as it stands before a press, which is on where there was none; the last four: it cannot be told */
const KINDS = ["before", "wanted", "locked", "absent", "signed-out", "unsure"] as const;
type Kind = (typeof KINDS)[number];

const stateOf = (state: OptOut, kind: Kind): State => {
  if (kind === "before") return reverse(wantedIn(state));
  return kind === "wanted" ? wantedIn(state) : null;
};

const readingOf = (state: OptOut, kind: Kind, { tick }: Moment): Reading => {
  const stands = stateOf(state, kind);
  const isLocked = kind === "locked";
  const clock: Clock = {
    state: stands,
    wasOn: false,
    lockedSince: isLocked ? tick - LONG : null,
    first: 0,
    looked: tick,
    held: LONG,
    filled: 0,
    isWatched: true,
  };
  const one: Seen = { label: "", state: stands, clock, isLocked, isBusy: false, isTouched: false };
  const subject = stands !== null || isLocked ? one : null;
  const isPicked = state.press !== null && state.press.picked !== null;
  return {
    chosen: isPicked ? null : subject,
    subject,
    hasCandidates: subject !== null || kind === "unsure",
    asksPassword: kind === "signed-out",
    elapsed: kind === "absent" ? LONG : 0,
    isParsing: false,
    isClosed: false,
  };
};

/** What a look is called. */
const nameOf = (state: OptOut, kind: Kind, { tick }: Moment): string => {
  const isTimed = state.at === "preparing" || state.at === "holding";
  if (isTimed && tick >= state.until) return "its time is over";
  const stands = stateOf(state, kind);
  if (stands === null) return "it cannot be told";
  if (state.at !== "watching") return kind === "before" ? "it is as before the press" : "it is as wanted";
  const { result } = state;
  const isSoon = result?.outcome === "verified" && tick - result.since < AFTERTHOUGHT;
  if (kind === "before" && isSoon) return "it is as before the press, soon after the proof";
  // Of what the person picked nobody can tell whether it is the setting's.
  if (state.press !== null && state.press.picked !== null) return "it cannot be told";
  return stands === "on" && state.job !== null ? "it is on, for a click elsewhere" : `it is ${stands}`;
};

const after = ({ tick, now }: Moment, ms: number): Moment => ({ tick: tick + ms, now: now + ms });

/** The same look, where the person has pressed something before. */
const touched = ({ event }: Happening): Happening => {
  if (event.type !== "read" || !event.reading.subject) return { name: "", event };
  const subject = { ...event.reading.subject, isTouched: true };
  const name = "it is as wanted, since the person has pressed in the page";
  return { name, event: { ...event, reading: { ...event.reading, subject } } };
};

const looksIn = (state: OptOut, moment: Moment): Happening[] => {
  const look = (kind: Kind, pause: number, name?: string, statuses: readonly number[] = []): Happening => {
    const at = after(moment, pause);
    // Unless it is waited for no longer, a save goes on.
    const latest = name === undefined ? at.tick : at.tick - LONG;
    const saves: SaveWatch = {
      statuses,
      pending: 0,
      hasOther: false,
      isInForm: false,
      asked: "never",
      since: latest,
      latest,
    };
    const reading = readingOf(state, kind, at);
    return { name: name ?? nameOf(state, kind, at), event: { type: "read", at, reading, saves } };
  };
  if (state.at === "reloading") {
    return [
      look("before", Math.max(state.until - moment.tick, 0), "no fresh page comes"),
      look("before", LATER, "the page asked whether to stay, and the person does"),
    ];
  }
  const looks = KINDS.flatMap((kind) => [look(kind, SOON), look(kind, LATER)]);
  if (state.at === "verifying") return [...looks, touched(look("wanted", SOON))];
  if (state.at !== "saving") return looks;
  const isOther = state.press.picked !== null;
  const silent = state.hasMoved || isOther ? "no save shows" : "no save shows, and it never moved";
  return [
    ...looks,
    look("wanted", SOON, "the save is taken", [200]),
    look("before", SOON, "the save is refused", [500]),
    look("before", SOON, "the save gets no answer", [0]),
    look("before", SOON, silent),
  ];
};

const ACTIONS: Readonly<Record<Action, string>> = {
  "turn-off": "Turn it off",
  undo: "Undo",
  retry: "Try again",
  show: "Show me",
  back: "Back",
  receipt: "Receipt",
  report: "Report this page",
  stop: "Stop",
  dismiss: "Close",
};
export const ACTION_NAMES: readonly string[] = Object.values(ACTIONS);

const handsIn = (at: Moment): Happening[] => {
  const hand = { type: "pressed-by-hand", at, id: "hand", since: at.tick, filled: 0 } as const;
  return [
    { name: "a press by hand", event: { ...hand, isChosen: true, label: "" } },
    { name: "a press by hand", event: { ...hand, isChosen: false, label: "it" } },
    { name: "a press by hand on who knows what", event: { ...hand, isChosen: false, label: "" } },
  ];
};

/** What the background's answer is called. */
const keptIn = ({ press }: OptOut): string => {
  if (!press?.saved) return press?.pressed ? "the press is kept" : "the plan is kept";
  return press.saved.kind === "saved" ? "kept, and the save was taken" : "kept, and no save was taken";
};

/** All that may happen next. */
export const happeningsIn = (state: OptOut, at: Moment): Happening[] => {
  const acts = Object.entries(ACTIONS).map(
    ([action, name]): Happening => ({
      name,
      event: { type: "act", at, action: action as Action, id: "click" },
    }),
  );
  const claimed = { type: "claimed", at, id: "elsewhere" } as const;
  const pressed = { type: "pressed", at, label: "" } as const;
  const kept = (name: string, press: Verification): Happening => ({
    name,
    event: { type: "kept", at, press },
  });
  return [
    ...acts,
    { name: "a click elsewhere is still good", event: { ...claimed, isGood: true } },
    { name: "a click elsewhere is no longer good", event: { ...claimed, isGood: false } },
    { name: "it was clicked", event: { ...pressed, after: wantedIn(state) } },
    { name: "it was clicked", event: { ...pressed, after: null } },
    { name: "it was not ready after all", event: { type: "not-pressed", at } },
    kept("another press is kept", { ...OWED, id: "another" }),
    ...(state.press ? [kept(keptIn(state), state.press)] : []),
    ...handsIn(at),
    ...looksIn(state, at),
  ];
};
