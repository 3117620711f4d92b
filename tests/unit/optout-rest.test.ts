/** Nothing is under way for ever: while the page is looked at and the background answers, each state ends. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { next } from "../../extension/core/optout.ts";
import type { Event } from "../../extension/core/optout-events.ts";
import type { OptOut } from "../../extension/core/optout-states.ts";
import { isUnknown } from "../../extension/core/reading.ts";
import type { SaveWatch } from "../../extension/core/save-outcome.ts";
import type { State } from "../../extension/core/stability.ts";
import type { Look } from "./builders/moments.ts";
import { moment, pickedOne, QUIET, standing, without } from "./builders/moments.ts";
import { traces } from "./builders/traces.ts";

const BEAT = 250; // ms between looks
/** Ms that each state may last; what waits for the background alone is over with its answer. */
const BOUNDS: Readonly<Record<OptOut["at"], number>> = {
  watching: Number.POSITIVE_INFINITY,
  preparing: 5000,
  planned: BEAT,
  pressing: BEAT,
  saving: 30_000,
  saved: BEAT,
  holding: 2500,
  reloading: Number.POSITIVE_INFINITY,
  // A switch that never comes is absent after 25 s; one that filled in the truth after 0.7 s is read for 3 s.
  verifying: 25_000,
  closed: Number.POSITIVE_INFINITY,
};

/** How the page stands from now on, for ever. */
type Page = (since: number) => Look;
const stands =
  (state: State, changes: Parameters<typeof standing>[1] = {}): Page =>
  (since) =>
  (tick) =>
    standing(state, { ...changes, held: tick - since, reading: { elapsed: tick } })(tick);

const pages = fc.constantFrom<Page>(
  stands("on"),
  stands("off"),
  stands(null),
  stands("off", { isBusy: true }),
  (since) => stands("on", { isLocked: true, lockedSince: since })(since),
  () => (tick) => without({ elapsed: tick })(tick),
  () => without({ hasCandidates: true }),
  () => without({ asksPassword: true }),
  (since) => (tick) => pickedOne("off", { held: tick - since })(tick),
);

/** Whether it is at its end, or waits for the person or for a page that it tells of. */
const isAtRest = ({ at, shown }: OptOut): boolean =>
  at === "watching" || at === "reloading" || at === "closed" || (at === "verifying" && isUnknown(shown.name));

/** What the page and the background answer in each state. */
const answer = (state: OptOut, tick: number, look: Look, clicks: boolean, saves: SaveWatch): Event => {
  const at = moment(tick);
  if (state.at === "planned" || state.at === "saved") return { type: "kept", at, press: state.press };
  if (state.at === "pressing")
    return clicks ? { type: "pressed", at, label: "", after: null } : { type: "not-pressed", at };
  return { type: "read", at, reading: look(tick), saves };
};

test("every state comes to rest, or loads the page anew, within its time", () => {
  const statuses = fc.constantFrom<number[]>([], [0], [200], [500], [500, 200]);
  // Some pages never stop asking for their settings.
  const isEndless = fc.boolean();
  fc.assert(
    fc.property(
      traces(true),
      pages,
      statuses,
      fc.boolean(),
      isEndless,
      ({ steps }, page, answers, clicks, asks) => {
        const last = steps.at(-1);
        if (!last) return;
        let [state, tick] = [last.after, last.event.at.tick];
        const begun = tick;
        let entered = tick;
        while (!isAtRest(state)) {
          tick += BEAT;
          const before = state;
          const saves = { ...QUIET, statuses: answers, since: entered, latest: asks ? tick : entered };
          [state] = next(state, answer(state, tick, page(begun), clicks, saves));
          assert.ok(tick - entered <= BOUNDS[before.at] + BEAT, `${before.at} lasts`);
          // A switch that refuses to be pressed is tried again, within the same 5 s.
          const isRetry = before.at === "pressing" && state.at === "preparing";
          if (state.at !== before.at && !isRetry) entered = tick;
          assert.ok(tick - begun <= 60_000);
          assert.ok(!(state.isHidden && state.at === "watching"));
        }
      },
    ),
    { seed: 20_261_127, numRuns: 150 },
  );
});
