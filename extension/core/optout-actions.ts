/** What a person's own click in the banner does to an opt-out. */

import type { Action, Effect } from "./optout-events.ts";
import type { OptOut, Preparing, Step } from "./optout-states.ts";
import { nothing, reload, rest, show } from "./optout-states.ts";
import type { Moment, ViewName } from "./reading.ts";
import { isUnknown } from "./reading.ts";
import type { OnOff } from "./schemas.ts";

const READY = 5000; // ms to wait for a switch that is still being filled in

/** A press is wanted: as soon as the switch stands ready. */
export const prepareFor = (state: OptOut, want: OnOff, id: string, at: Moment): Step => {
  const { visit, known, reported, shown, isHidden } = state;
  const base = { visit, known, job: null, reported, press: null, shown, isHidden };
  const preparing: Preparing = { ...base, at: "preparing", want, id, until: at.tick + READY };
  return [show(preparing, "working", at), []];
};

const retry = (state: OptOut, id: string, at: Moment): Step => {
  if (isUnknown(state.shown.name)) {
    return state.at === "reloading" ? reload(state, at) : [state, [{ do: "reload", by: "browser" }]];
  }
  if (state.at !== "watching" || state.shown.name !== "failed") return [state, []];
  const want = state.press?.want ?? "off";
  // It shows what was wanted, but no site has taken that: a fresh page tells.
  if (state.result?.isFresh === false && state.seen === want)
    return [state, [{ do: "reload", by: "browser" }]];
  return prepareFor(state, want, id, at);
};

/** What was asked for is called off, where the switch has not been pressed yet. */
const callOff = (state: OptOut): readonly Effect[] => {
  const unpressed: Effect = { do: "end", outcome: "unpressed", state: null };
  if (state.at === "planned") return [unpressed, { do: "stop-job" }];
  const isAsked =
    state.at === "preparing" || state.job !== null || (state.at === "watching" && state.isClaiming);
  return isAsked ? [{ do: "stop-job" }] : [];
};

const isBeforePress = ({ at }: OptOut): boolean => at === "preparing" || at === "planned";

const dismiss = (state: OptOut): Step => {
  const effects: readonly Effect[] = [{ do: "close" }, ...callOff(state)];
  if (state.at === "watching" || isBeforePress(state)) return [{ ...state, at: "closed" }, effects];
  return [{ ...state, job: null, isHidden: true }, effects];
};

const stop = (state: OptOut): Step => {
  if (isBeforePress(state)) return [{ ...rest(state, null, null), job: null }, callOff(state)];
  const stopped = state.at === "watching" ? { ...state, isClaiming: false } : state;
  return [{ ...stopped, job: null }, [{ do: "stop-job" }]];
};

/** The next state, and what is to be done. Only what the state offers does anything. */
export const act = (state: OptOut, action: Action, id: string, at: Moment): Step => {
  const { shown, press, visit } = state;
  const offers = (name: ViewName) => state.at === "watching" && shown.name === name;
  if (state.at === "closed") return [state, []];
  switch (action) {
    case "turn-off":
      return offers("on") || offers("again") ? prepareFor(state, "off", id, at) : [state, []];
    case "undo":
      return offers("verified") ? prepareFor(state, "on", id, at) : [state, []];
    case "retry":
      return retry(state, id, at);
    case "show":
      return [state, [{ do: "scroll-to-switch" }]];
    case "back":
      return [state, visit.back === null ? [] : [{ do: "go-back", to: visit.back }]];
    case "receipt":
      return [state, press ? [{ do: "open-receipt", id: press.id }] : []];
    case "report":
      return [state, [{ do: "open-report" }]];
    case "stop":
      return stop(state);
    case "dismiss":
      return dismiss(state);
    default:
      return nothing(action, state);
  }
};
