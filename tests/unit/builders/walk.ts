/** Walks an opt-out from one event to the next, as page/settings-page.ts does. */

import { arrive, next } from "../../../extension/core/optout.ts";
import type { Action, Effect, Event, Visit } from "../../../extension/core/optout-events.ts";
import type { OptOut } from "../../../extension/core/optout-states.ts";
import type { SaveWatch } from "../../../extension/core/save-outcome.ts";
import type { Job, Known, Verification } from "../../../extension/core/schemas.ts";
import type { State } from "../../../extension/core/stability.ts";
import type { Look } from "./moments.ts";
import { moment, VISIT } from "./moments.ts";

/** Has every change of what was given throw. */
export const frozen = <T>(value: T): T => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
};

export interface Arriving {
  readonly visit?: Partial<Visit>;
  readonly known?: Known | null;
  readonly job?: Job | null;
  readonly verification?: Verification | null;
}

export interface Walk {
  readonly state: OptOut;
  /** of the last event */
  readonly effects: readonly Effect[];
  /** … each by its name, in their order */
  readonly done: string;
  readonly tick: number;
  wait(ms: number): Walk;
  send(event: Event): Walk;
  look(look: Look, saves?: SaveWatch): Walk;
  act(action: Action): Walk;
  /** The background has answered to what was kept last. */
  kept(press?: Verification): Walk;
  pressed(after?: State): Walk;
  notPressed(): Walk;
  claimed(isGood: boolean): Walk;
  /** isChosen: whether it is the setting's switch, and not just one that the person took for it */
  hand(isChosen?: boolean, label?: string): Walk;
}

const walkFrom = (state: OptOut, effects: readonly Effect[], tick: number): Walk => {
  const send = (event: Event): Walk => {
    const [after, effectsOf] = next(frozen(state), frozen(event));
    return walkFrom(after, effectsOf, tick);
  };
  const at = moment(tick);
  const id = `press-${tick}`;
  return {
    state,
    effects,
    done: effects.map((effect) => `${effect.do}`).join(" "),
    tick,
    wait: (ms) => walkFrom(state, effects, tick + ms),
    send,
    look: (look, saves) => send({ type: "read", at, reading: look(tick), saves: saves ?? null }),
    act: (action) => send({ type: "act", at, action, id }),
    kept(press) {
      const last = press ?? state.press;
      if (!last) throw new Error("nothing was kept");
      return send({ type: "kept", at, press: last });
    },
    pressed: (after = "off") => send({ type: "pressed", at, label: "Use my data", after }),
    notPressed: () => send({ type: "not-pressed", at }),
    claimed: (isGood) => send({ type: "claimed", at, isGood, id }),
    hand: (isChosen = true, label = "Use my data") =>
      send({
        type: "pressed-by-hand",
        at,
        id,
        label,
        isChosen,
        since: tick - 200,
        filled: 0,
      }),
  };
};

/** At the page of the setting, at tick 0. */
export const arriving = ({
  visit = {},
  known = null,
  job = null,
  verification = null,
}: Arriving = {}): Walk => {
  const [state, effects] = arrive(
    frozen({ ...VISIT, ...visit }),
    frozen({ known, job, verification }),
    moment(0),
  );
  return walkFrom(state, effects, 0);
};
