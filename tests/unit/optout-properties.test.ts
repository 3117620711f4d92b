/** What holds of an opt-out whatever happens, and in whatever order. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Action, Effect } from "../../extension/core/optout-events.ts";
import type { Reading, Seen, ViewName } from "../../extension/core/reading.ts";
import type { OnOff } from "../../extension/core/schemas.ts";
import { DOCUMENT } from "./builders/moments.ts";
import type { Step, Trace } from "./builders/traces.ts";
import { arrivals, traces } from "./builders/traces.ts";
import { arriving } from "./builders/walk.ts";

const RUNS = { seed: 20_261_127, numRuns: 200 };

/** By what it says: the steps that break a rule. */
type Rules = Readonly<Record<string, (trace: Trace) => readonly Step[]>>;

/** All rules over the same traces: those take the most time. */
const hold = (name: string, rules: Rules, mayClose = false): void => {
  test(name, () =>
    fc.assert(
      fc.property(traces(mayClose), (trace) => {
        const broken = Object.entries(rules).map(([rule, breaches]) => [rule, breaches(trace)] as const);
        assert.deepEqual(Object.fromEntries(broken.filter(([, steps]) => steps.length > 0)), {});
      }),
      RUNS,
    ),
  );
};

const effectsOf = <Name extends Effect["do"]>({ effects }: Step, name: Name) =>
  effects.filter((effect): effect is Extract<Effect, { do: Name }> => effect.do === name);
const does = (step: Step, name: Effect["do"]): boolean => effectsOf(step, name).length > 0;
const ends = (step: Step, outcome: string): boolean =>
  effectsOf(step, "end").some((effect) => effect.outcome === outcome);
const readingOf = ({ event }: Step): Reading | null => (event.type === "read" ? event.reading : null);

/** What may be told of a switch at the moment of a look. */
const believedState = (seen: Seen | null | undefined): OnOff | null => {
  if (!seen || seen.clock.lockedSince !== null) return null;
  const { state, held, wasOn } = seen.clock;
  return state === "off" && held < (wasOn ? 1000 : 3000) ? null : state;
};
const reverse = (state: OnOff): OnOff => (state === "off" ? "on" : "off");

/** What is shown where a click on it asks for a press. */
const OFFERED: Partial<Record<Action, readonly ViewName[]>> = {
  "turn-off": ["on", "again"],
  undo: ["verified"],
  retry: ["failed"],
};

/** Whether a person has just asked for a press: by a click on what was offered, or a good one elsewhere. */
const isAsked = ({ before, event }: Step, isClaiming: boolean): boolean => {
  if (before.at !== "watching") return false;
  if (event.type === "act") return OFFERED[event.action]?.includes(before.shown.name) ?? false;
  return event.type === "claimed" && event.isGood && isClaiming;
};
/** Whether a person has just called it off. */
const isCalledOff = ({ event }: Step): boolean =>
  event.type === "act" && (event.action === "stop" || event.action === "dismiss");

/** Presses for which there was no click, or one that was called off. */
const unasked = ({ steps }: Trace): Step[] => {
  let [isWanted, isClaiming] = [false, false];
  return steps.filter((step) => {
    isWanted ||= isAsked(step, isClaiming);
    const isBreach = does(step, "press") && !isWanted;
    // It clicked, by Untick: from here on there is to be another click.
    if (step.event.type === "pressed" && step.before.at === "pressing") isWanted = false;
    if (isCalledOff(step) && step.before.at !== "pressing") isWanted = false;
    if (isCalledOff(step) || step.event.type === "claimed") isClaiming = false;
    isClaiming ||= does(step, "claim");
    return isBreach;
  });
};

hold("a press", {
  "comes after a click of the person's, and each click makes one at most": unasked,

  "is planned by a look at the one switch, unlocked, in the other state for 300 ms": ({ steps }) =>
    steps.filter((step) => {
      if (!does(step, "keep") || step.after.at !== "planned") return false;
      const { before } = step;
      const reading = readingOf(step);
      if (before.at !== "preparing" || !reading?.chosen || reading.chosen.isLocked) return true;
      const { state, held } = reading.chosen.clock;
      return state === before.want || state === null || held < 300;
    }),

  "is made once the plan is kept, of that plan alone, and of the state that it was planned in": ({ steps }) =>
    steps.filter((step) => {
      const [press] = effectsOf(step, "press");
      if (!press) return false;
      const { before, event } = step;
      if (before.at !== "planned" || event.type !== "kept" || event.press !== before.press) return true;
      return before.press.pressed || press.from === before.press.want;
    }),

  "is remembered as made only where it was": ({ steps }) =>
    steps.filter(({ before, event, after }) => {
      const isNew = after.press?.pressed === true && before.press?.pressed !== true;
      return isNew && event.type !== "pressed" && event.type !== "pressed-by-hand";
    }),

  "is followed by a fresh page or an end, and by no second press": ({ steps }) => {
    let isMade = false;
    return steps.filter((step) => {
      const isBreach = isMade && does(step, "press");
      if (step.after.at === "saving") isMade = true;
      if (does(step, "end") || does(step, "reload")) isMade = false;
      return isBreach;
    });
  },
});

/** Each look at which nothing is under way, and whether it contradicts a proof of less than 5 s ago. */
const contradictions = (steps: readonly Step[]): (readonly [Step, boolean])[] => {
  let proved = Number.NEGATIVE_INFINITY;
  return steps.flatMap((step) => {
    const { before, event, after } = step;
    const reading = before.at === "watching" ? readingOf(step) : null;
    const isLate = event.at.tick - proved >= 5000;
    const isContrary =
      before.press !== null && believedState(reading?.subject) === reverse(before.press.want);
    if (ends(step, "verified")) proved = event.at.tick;
    // Contradicted later, there is no proof any more.
    else if (does(step, "end") || after.at !== "watching" || isContrary) proved = Number.NEGATIVE_INFINITY;
    return reading ? [[step, isContrary && !isLate] as const] : [];
  });
};

hold("a proof", {
  "is read off a fresh page: in another document than the one of the press": ({ how, steps }) =>
    steps.filter((step) => {
      if (!ends(step, "verified")) return false;
      const { before, event } = step;
      if (before.at !== "verifying" || event.type !== "read" || before.visit.isSignIn) return true;
      return before.press.page === DOCUMENT || before.press !== how.verification;
    }),

  "is shown only where there was one, and no press since": ({ steps }) => {
    let isProved = false;
    return steps.filter((step) => {
      if (does(step, "end")) isProved = ends(step, "verified");
      if (step.after.at === "preparing" || step.after.at === "saving") isProved = false;
      return step.after.shown.name === "verified" && !isProved;
    });
  },

  "says what the fresh page showed, whole and settled": ({ steps }) =>
    steps.filter((step) => {
      const [end] = effectsOf(step, "end");
      if (!end || step.before.at !== "verifying") return false;
      const reading = readingOf(step);
      if (!reading?.subject || reading.isParsing || reading.subject.clock.held < 500) return true;
      const isWanted = end.state === step.before.press.want;
      return end.state !== reading.subject.clock.state || end.outcome !== (isWanted ? "verified" : "failed");
    }),

  "is taken back where the page contradicts it within 5 s, and only there": ({ steps }) =>
    contradictions(steps)
      .filter(([{ before, after, effects }, isContradicted]) => {
        const isKept = effects.some((effect) => effect.do === "end" || effect.do === "keep");
        if (!isContradicted) return isKept && after.at !== "saved";
        const [keep, end] = effects;
        if (keep?.do !== "keep" || end?.do !== "end" || effects.length !== 2) return true;
        const isSo = end.outcome === "failed" && keep.press === before.press;
        return !isSo || end.state !== reverse(keep.press.want) || after.shown.name !== "failed";
      })
      .map(([step]) => step),

  "is never told of a failure that turns out to be none, before a fresh page has shown it": ({ steps }) =>
    steps.filter(({ before, after, effects }) => {
      if (before.at !== "watching" || after.at !== "saved") return false;
      const isKept = effects.length === 1 && effects[0]?.do === "keep" && after.shown.name === "working";
      return !isKept || before.result?.outcome !== "failed" || before.press?.saved?.kind !== "saved";
    }),

  "that is taken back leaves nothing known of an off since that press": ({ steps }) =>
    steps.filter((step) => {
      const { before, after } = step;
      if (before.at !== "watching" || !ends(step, "failed") || before.press === null) return false;
      if (before.press.picked !== null) return after.known !== before.known;
      const off = after.known?.off ?? null;
      return before.press.want === "off" && off !== null && off >= before.press.at;
    }),
});

hold("what is told", {
  "as seen is what the switch shows, settled and unlocked": ({ steps }) =>
    steps.filter((step) =>
      effectsOf(step, "report-seen").some(({ state }) => believedState(readingOf(step)?.chosen) !== state),
    ),

  "as unknown is what is shown, for 3 s, and on no sign-in page": ({ how, steps }) =>
    steps.filter((step) => {
      const [unknown] = effectsOf(step, "report-unknown");
      if (!unknown) return false;
      const { name, since } = step.after.shown;
      return unknown.why !== name || step.event.at.tick - since.tick < 3000 || how.visit?.isSignIn === true;
    }),

  "is told once: never the same twice in a row": ({ steps }) => {
    let last = "";
    return steps.filter((step) =>
      step.effects.some((effect) => {
        if (effect.do === "end") last = "";
        if (effect.do !== "report-seen" && effect.do !== "report-unknown") return false;
        const isTwice = JSON.stringify(effect) === last;
        last = JSON.stringify(effect);
        return isTwice;
      }),
    );
  },

  "of a press ends it once": ({ steps }) => {
    const ended = new Set<unknown>();
    return steps.filter((step) => {
      const { before, after } = step;
      // But for a proof that is taken back.
      if (!does(step, "end") || before.at === "watching") return false;
      const isTwice = before.press !== null && ended.has(before.press);
      ended.add(before.press);
      return isTwice || after.at !== "watching";
    });
  },

  "of a press whose save came to nothing is that it failed, and never that it is off": ({ steps }) => {
    let isLost = false;
    return steps.filter((step) => {
      const { after, before } = step;
      const [end] = effectsOf(step, "end");
      if (end) isLost = end.outcome === "failed" && end.state === null;
      if (before.at === "watching" && after.at !== "watching") isLost = false;
      if (!isLost) return false;
      const isOff = effectsOf(step, "report-seen").some(({ state }) => state === "off");
      const { name } = after.shown;
      return isOff || !(name === "failed" || name === "locked" || after.visit.isSignIn);
    });
  },
});

hold("whatever happens", {
  "nothing is shown since a moment to come": ({ steps }) =>
    steps.filter(({ event, after }) => after.shown.since.tick > event.at.tick),
  "once the page is to be loaded anew, nothing is pressed, kept or ended in it": ({ steps }) =>
    steps.filter(
      (step) =>
        step.before.at === "reloading" && (["press", "keep", "end"] as const).some((it) => does(step, it)),
    ),

  "it is loaded anew by the browser, else by itself, else where a person asks": ({ steps }) =>
    steps.filter(({ before, event, effects }) => {
      const [again] = effects.filter((effect) => effect.do === "reload");
      if (!again || before.at !== "reloading" || event.type === "act") return false;
      return !(before.by === "browser" && again.by === "page");
    }),

  "a fresh page that does not come is told within 20 s": ({ steps }) =>
    steps.filter(({ before, event, after }) => {
      if (before.at !== "reloading" || after.at !== "reloading" || event.type !== "read") return false;
      return event.at.tick - before.until > 0 && before.by === "page" && after.shown.name !== "unsure";
    }),
});

hold(
  "though the banner be closed",
  {
    // The builders freeze every state and event that they give: what changes one of them throws.
    "nothing throws, and nothing that was given is changed": ({ steps }) =>
      steps.filter(({ after }) => !Object.isFrozen(after)),

    "no press is made that was called off": unasked,

    "closed is for good": ({ steps }) =>
      steps.filter(
        ({ before, after, effects }) => before.at === "closed" && (after !== before || effects.length > 0),
      ),

    "hidden, a press comes to its end, and that closes it": ({ steps }) =>
      steps.filter((step) => {
        const { before, after, event } = step;
        if (before.at === "closed") return false;
        if (!before.isHidden) return after.isHidden && !isCalledOff(step);
        const isOver = does(step, "end") || (event.type === "act" && after.at === "closed");
        return !after.isHidden || after.at === "watching" || isOver !== (after.at === "closed");
      }),
  },
  true,
);

test("an arrival asks for nothing but its save, or a fresh page", () =>
  fc.assert(
    fc.property(arrivals, (how) => {
      assert.match(arriving(how).done, /^(?:watch-save|reload)?$/u);
    }),
    RUNS,
  ));
