/**
 * One opt-out, from the arrival on a setting's page to the proof: the state machine. What happens is an
 * event, what is to be done about it is an effect, and nothing else decides. Time comes in with the event;
 * the page does the effects (page/settings-page.ts). Nothing is pressed without a person's click, nothing
 * is proved but by a fresh page, and a proof that the page contradicts is taken back.
 */

import { act, prepareFor } from "./optout-actions.ts";
import type { Effect, Event, PressedByHand, Read, Visit } from "./optout-events.ts";
import { report } from "./optout-report.ts";
import type { OptOut, Preparing, Reloading, Saved, Saving, Step, Watching } from "./optout-states.ts";
import { nothing, reload, rest, reverse, show } from "./optout-states.ts";
import { HOLD, verify } from "./optout-verify.ts";
import { knownAfterRetraction, planPress } from "./proof.ts";
import type { Moment, Result } from "./reading.ts";
import { believedState, nameOf } from "./reading.ts";
import type { Meanwhile } from "./save-outcome.ts";
import { isSaveOver, saveOutcome } from "./save-outcome.ts";
import type { Job, Known, Verification } from "./schemas.ts";
import { filled, held } from "./stability.ts";

const AFTERTHOUGHT = 5000; // ms after a proof in which the page may still show that it was none
const RECENT = 60_000; // ms since a press in which a page that shows its success late is loaded once more
const STEADY = 300; // ms that it must have stood still before a press
const ASKED = 4000; // ms without a look, though the page stands: the browser asks the person something

/** The page fills in the truth more slowly than before the reload: then there was no proof. */
const retract = (state: Watching, press: Verification, result: Result, at: Moment): Step => {
  const truth = reverse(press.want);
  const isNamed = press.picked === null;
  const known = isNamed ? knownAfterRetraction(state.known, press, truth, at.now) : state.known;
  const reported = isNamed ? truth : state.reported;
  const failed: Watching = { ...state, known, reported, result: { ...result, outcome: "failed" } };
  const ended: Effect = { do: "end", outcome: "failed", state: truth };
  return [show(failed, "failed", at), [{ do: "keep", press }, ended]];
};

/** The page shows late, by itself, what an accepted save has brought about: a fresh page is to prove it. */
const isLateSuccess = ({ press, result }: Watching, { reading, at }: Read): boolean =>
  press?.saved?.kind === "saved" &&
  result?.outcome === "failed" &&
  result.isFresh &&
  at.now - press.at < RECENT &&
  believedState(reading.subject, at) === press.want;

const watch = (before: Watching, event: Read): Step => {
  const { reading, at } = event;
  const { press, result } = before;
  if (press && isLateSuccess(before, event)) {
    const { visit, known, job, reported, shown, isHidden } = before;
    const saved: Saved = { visit, known, job, reported, shown, isHidden, press, at: "saved", until: 0 };
    return [show(saved, "working", at), [{ do: "keep", press }]];
  }
  const isContradicted =
    press !== null &&
    result?.outcome === "verified" &&
    believedState(reading.subject, at) === reverse(press.want);
  if (isContradicted && at.tick - result.since < AFTERTHOUGHT) return retract(before, press, result, at);
  const state = { ...before, result: isContradicted ? null : result, seen: reading.chosen?.state ?? null };
  const name = state.visit.isSignIn ? "signed-out" : nameOf(reading, at, state.result, state.known);
  return report(show(state, name, at), reading, at);
};

/** The end of a press that no fresh page is to prove; null where the switch was not pressed at all. */
const endUnproved = (state: OptOut, press: Verification | null, event: Read): Step => {
  const result: Result | null = press && {
    outcome: "failed",
    want: press.want,
    since: event.at.tick,
    isFresh: false,
  };
  const [next, effects] = watch(rest(state, press, result), event);
  return [next, [{ do: "end", outcome: press ? "failed" : "unpressed", state: null }, ...effects]];
};

const prepare = (state: Preparing, event: Read): Step => {
  const { visit, want, id, until } = state;
  const { chosen } = event.reading;
  const { tick, now } = event.at;
  if (tick >= until) return endUnproved(state, null, event);
  if (!chosen || chosen.isLocked) return [state, []];
  const { clock } = chosen;
  if (clock.state !== reverse(want) || held(clock, tick) < STEADY) return [state, []];
  const press = planPress(visit, { id, want, at: now, filled: filled(clock) });
  return [{ ...state, at: "planned", press, until }, [{ do: "keep", press }]];
};

const save = (state: Saving, event: Read): Step => {
  const { press } = state;
  const { subject } = event.reading;
  const now = subject?.clock.state ?? null;
  const hasMoved = state.hasMoved || now === press.want;
  const { saves, at } = event;
  if (!saves) return [{ ...state, hasMoved }, []];
  const isBack = (hasMoved || saves.asked === "before") && now !== null && now !== press.want;
  const meanwhile: Meanwhile = subject?.isBusy || subject?.isLocked ? "busy" : isBack ? "back" : "";
  if (!isSaveOver(saves, meanwhile, hasMoved, at.tick))
    return [show({ ...state, hasMoved }, "working", at, { isAsking: saves.asked === "now" }), []];
  const saved = saveOutcome(saves, meanwhile === "back");
  const ended = { ...press, saved, after: press.picked === null ? now : press.after };
  // A page that is offline would be replaced by the browser's error page, and the switch with it.
  const isLost =
    saved.kind === "unreachable" ||
    saved.kind === "declined" ||
    (saved.kind === "unseen" && press.picked === null && !hasMoved);
  if (isLost) return endUnproved(state, ended, event);
  // The person may not be done: to load a page anew that waits to be saved would lose what they entered.
  const stands = saved.kind === "unseen" && !saves.hasOther && meanwhile === "" && hasMoved;
  if (press.by === "hand" && stands && saves.isInForm) return stay(state, ended, at);
  return [
    show({ ...state, at: "saved", press: ended, until: 0 }, "working", at),
    [{ do: "keep", press: ended }],
  ];
};

/** Nothing was sent after the person's own press: it is theirs to have the page loaded anew. */
const stay = (state: Saving, press: Verification, at: Moment): Step => {
  const { visit, known, job, reported, shown, isHidden } = state;
  const base = { visit, known, job, reported, shown, isHidden, press };
  const staying: Reloading = { ...base, at: "reloading", by: "page", until: at.tick, looked: at.tick };
  return [show(staying, "unsure", at, { isProving: true }), [{ do: "keep", press }]];
};

const hold = (state: Saved, { reading: { chosen }, at }: Read): Step => {
  const stands = state.press.picked !== null || chosen?.clock.state === state.press.want;
  return stands && at.tick < state.until ? [state, []] : reload(state, at);
};

/** No fresh page has come yet: it is asked for in another way, then told. */
const awaitReload = (before: Reloading, { at: { tick, now } }: Read): Step => {
  const state = { ...before, looked: tick };
  // The page has asked whether to stay, and the person does.
  const wasAsked = tick - before.looked >= ASKED;
  if (state.shown.isProving || (tick < state.until && !wasAsked)) return [state, []];
  if (state.by === "browser" && !wasAsked) return reload(state, { tick, now }, "page");
  return [show(state, "unsure", { tick, now }, { isProving: true }), []];
};

const read = (state: OptOut, event: Read): Step => {
  switch (state.at) {
    case "watching":
      return watch(state, event);
    case "preparing":
      return prepare(state, event);
    case "saving":
      return save(state, event);
    case "holding":
      return hold(state, event);
    case "verifying":
      return verify(state, event);
    case "planned":
    case "pressing":
    case "saved":
    case "closed":
      return [state, []];
    case "reloading":
      return awaitReload(state, event);
    default:
      return nothing(state, state);
  }
};

const pressedByHand = (state: OptOut, event: PressedByHand): Step => {
  const { id, label, isChosen, since, at } = event;
  // Without a label nobody could say which switch it was.
  if (state.at !== "watching" || (!isChosen && label === "")) return [state, []];
  const plan = planPress(state.visit, { id, want: "off", at: at.now, filled: event.filled });
  const press: Verification = {
    ...plan,
    pressed: true,
    by: "hand",
    label,
    after: "off",
    picked: isChosen ? null : label,
  };
  const saving: Saving = { ...state, at: "saving", press, hasMoved: true };
  return [
    show(saving, "working", at),
    [
      { do: "keep", press },
      { do: "watch-save", since },
    ],
  ];
};

const kept = (state: OptOut, press: Verification, at: Moment): Step => {
  if (state.press !== press) return [state, []];
  if (state.at === "planned")
    return [{ ...state, at: "pressing" }, [{ do: "press", from: reverse(press.want) }]];
  if (state.at !== "saved") return [state, []];
  if (press.saved?.kind === "saved") return [{ ...state, at: "holding", until: at.tick + HOLD }, []];
  return reload(state, at);
};

/** The next state, and what is to be done. */
export const next = (state: OptOut, event: Event): Step => {
  const [after, effects] = take(state, event);
  // Closed while a press was under way, which has come to its end.
  return [after.isHidden && after.at === "watching" ? { ...after, at: "closed" } : after, effects];
};

const take = (state: OptOut, event: Event): Step => {
  const { at } = event;
  switch (event.type) {
    case "read":
      return read(state, event);
    case "act":
      return act(state, event.action, event.id, at);
    case "pressed-by-hand":
      return pressedByHand(state, event);
    case "kept":
      return kept(state, event.press, at);
    case "pressed": {
      if (state.at !== "pressing") return [state, []];
      const press = { ...state.press, pressed: true, label: event.label, after: event.after };
      return [
        { ...state, at: "saving", press, hasMoved: event.after === press.want },
        [{ do: "keep", press }],
      ];
    }
    case "not-pressed": {
      if (state.at !== "pressing") return [state, []];
      const { want, id } = state.press;
      return [{ ...state, at: "preparing", press: null, want, id }, []];
    }
    case "claimed":
      if (state.at !== "watching" || !state.isClaiming) return [state, []];
      return event.isGood ? prepareFor(state, "off", event.id, at) : [{ ...state, isClaiming: false }, []];
    default:
      return nothing(event, state);
  }
};

/** The state on arrival at a setting's page. verification: what this tab owes of an earlier press. */
export const arrive = (
  visit: Visit,
  { known, job, verification }: { known: Known | null; job: Job | null; verification: Verification | null },
  at: Moment,
): Step => {
  const base = {
    visit,
    known,
    job,
    reported: "",
    shown: { name: "looking", isProving: false, isAsking: false, since: at },
    isHidden: false,
  } as const;
  if (!verification) {
    return [{ ...base, press: null, at: "watching", result: null, seen: null, isClaiming: false }, []];
  }
  const press = verification;
  const isOfThis = press.page === visit.document;
  if (visit.isSignIn || !(isOfThis || visit.isStale)) return [{ ...base, press, at: "verifying" }, []];
  // Pressed in this very document, and left since by client-side navigation or by an update.
  if (press.saved || !isOfThis) {
    return reload({ ...base, press, at: "saved", until: 0 }, at);
  }
  const saving: Saving = { ...base, press, at: "saving", hasMoved: false };
  return [show(saving, "working", at), [{ do: "watch-save", since: at.tick - (at.now - press.at) }]];
};
