/** Reads one setting's page again and again: which control is the switch, and how it stands. */

import type { Reading, Seen } from "../core/reading.ts";
import type { Clock } from "../core/stability.ts";
import { awakeIn, held, note, startClock } from "../core/stability.ts";
import type { Decision, Evidence } from "../core/witnesses.ts";
import type { Control } from "./controls.ts";
import { isBusy, isConnected, isLocked, stateOf } from "./controls.ts";
import type { LabelledControl } from "./decide.ts";
import { decide } from "./decide.ts";
import * as dom from "./dom.ts";
import { createDoubts } from "./doubts.ts";
import type { Entry } from "./entry.ts";
import type { Reach } from "./survey.ts";
import { controlsByKey, hasKey, isKeyElsewhere, surveyPage } from "./survey.ts";

export type Found = Evidence<LabelledControl>;

export interface Look {
  readonly reading: Reading;
  readonly chosen: Found | null;
  /** what may be the switch: what has a veto is not even asked about */
  readonly possible: readonly Found[];
}

export interface Reader {
  /** shadow roots and frames' documents, to be watched besides the document */
  roots(): readonly Node[];
  /** Whether a change of the page is worth a look. Asks for no layout. */
  isWorthALook(): boolean;
  /** For a press: everything anew, whatever it costs. */
  decide(): Found | null;
  /**
   * @param changed tick of the page's first change since the last look
   * @param press picked: label of the switch that the person pressed by hand where none could be told
   */
  look(cause: "change" | "beat", press: { readonly picked: string | null } | null, changed?: number): Look;
}

const DRAWN = 1500; // ms without another control, after which the page counts as drawn
const RETRY = 100; // ms between looks at what stands by a key and did not agree
const GRACE = 600; // ms that a control may be away while the page redraws it
const BUSY = [0, 100, 200, 400, 800, 1600, 3200]; // ms between surveys of a page that never rests
const IDLE = [500, 1000, 2000, 4000, 8000]; // … of one that rests: closed roots fill without a mutation
const PASSWORD = 'input[type="password" i]';

const begun = performance.now();

const controlOf = ({ control: { control } }: Found): Control => control;

/** @param isWatched whether the page was watched from its first node on */
export const createReader = (
  {
    site,
    setting,
    path,
    opener,
    isReloaded,
    pressedAt,
    leaving,
  }: Pick<Entry, "site" | "setting" | "path" | "opener" | "isReloaded" | "pressedAt" | "leaving">,
  isWatched: boolean,
): Reader => {
  const doubts = createDoubts(site, isReloaded, leaving.signal);
  const arrived = performance.now();
  let elapsed = 0;
  let lookedAt = arrived;
  let clock = startClock(arrived, begun, isWatched);
  /** of the switch that the person picked */
  let pickedClock = clock;
  let hasChanged = true;
  let isComplete = false; // whether the last survey saw all that is to be drawn
  let surveys = 0;
  let surveyedAt = Number.NEGATIVE_INFINITY;
  let drawnSince = arrived;
  let count = 0;
  let asksPassword = false;
  let isGrown = true; // whether there may be a field for a password that was not there before
  let goneSince: number | null = null;
  let refusedAt = Number.NEGATIVE_INFINITY; // when what stands by the key was last found not to agree
  let decision: Decision<LabelledControl> = { chosen: null, candidates: [] };
  let roots: readonly Node[] = [];

  const isLoaded = () =>
    performance.now() - Math.max(drawnSince, opener?.since() ?? 0) >= DRAWN &&
    dom.readyState() === "complete";
  const weigh = (controls: readonly Control[]) =>
    decide(controls, { site, setting, path }, opener?.dialog(), isLoaded());
  const chosenIn = ({ chosen }: Decision<LabelledControl>) =>
    chosen && isConnected(controlOf(chosen)) ? chosen : null;

  const survey = (reach: Reach): void => {
    const found = surveyPage(site, reach);
    roots = found.roots;
    surveys += 1;
    surveyedAt = performance.now();
    hasChanged = false;
    if (reach === "deep") {
      if (found.controls.length !== count) drawnSince = surveyedAt;
      count = found.controls.length;
    }
    isComplete = isLoaded();
    decision = weigh(found.controls);
  };

  const isDue = (tick: number): boolean => {
    if (!isComplete && decision.chosen === null && isLoaded()) return true;
    const isSought = decision.chosen === null || goneSince !== null;
    const steps = hasChanged && isSought ? BUSY : IDLE;
    const wait = steps[Math.min(surveys, steps.length - 1)] ?? 0;
    return tick - surveyedAt >= wait && dom.readyState() !== "loading";
  };

  /** Looks beside the key alone; gives whether the switch stands there. */
  const seekByKey = (tick: number): boolean => {
    const controls = controlsByKey(site, setting);
    if (controls.length === 0) return false;
    const weighed = weigh(controls);
    if (!weighed.chosen) {
      refusedAt = tick;
      return false;
    }
    decision = weighed;
    goneSince = null;
    const { witnesses, control } = weighed.chosen;
    const isSure = () => witnesses.includes("words") && !isKeyElsewhere(site, setting, control.control);
    // A survey more, for a rival elsewhere, where that costs next to nothing. A press makes one anyway.
    if (!dom.isLarge() && !isSure()) survey("light");
    return true;
  };

  /** @param isPressed whether a press is under way: then it stays with the switch that was pressed */
  const seek = (isPressed: boolean): void => {
    const tick = performance.now();
    const { chosen } = decision;
    if (chosenIn(decision) && opener?.dialog() !== null) {
      goneSince = null;
      // What carries the key may still be drawn: LinkedIn takes up to 15 s.
      const isSure = isPressed || chosen?.witnesses.includes("key") === true;
      if (isSure || seekByKey(tick) || !isDue(tick)) return;
      survey("deep");
      return;
    }
    opener?.step();
    if (seekByKey(tick)) return;
    if (chosen) {
      if (goneSince === null) {
        goneSince = tick;
        surveys = 0;
      }
      if (tick - goneSince >= GRACE) decision = { chosen: null, candidates: [] };
    }
    if (!isDue(tick)) return;
    const before = decision;
    survey(surveys > 1 && (!hasChanged || surveys % 3 === 0) ? "thorough" : "deep");
    if (decision.chosen) goneSince = null;
    else if (before.chosen && goneSince !== null && tick - goneSince < GRACE) decision = before;
  };

  /** A switch as it stands, and its clock after that. */
  const see = (
    { label, control: { control } }: Found,
    before: Clock,
    tick: number,
    changed?: number,
  ): Seen => {
    const now = { state: doubts.heed(control.element, stateOf(control)), isLocked: isLocked(control) };
    const noted = isConnected(control) ? note(before, now, tick, changed) : before;
    // What is pressed in a frame its own window hears; that there was something the browser tells.
    const isHeard = dom.documentOf(control.element) === document || !navigator.userActivation.hasBeenActive;
    const isTouched = !isHeard || tick - held(noted, tick) >= pressedAt();
    return { label, ...now, isBusy: isBusy(control), isTouched, clock: noted };
  };

  const pickedIn = ({ candidates }: Decision<LabelledControl>, picked: string): Found | null => {
    const [one, ...more] = candidates.filter(({ label, veto }) => veto === "" && label === picked);
    return one && more.length === 0 ? one : null;
  };

  return {
    roots: () => roots,

    isWorthALook() {
      hasChanged = true;
      isGrown = true;
      if (decision.chosen) return chosenIn(decision) === null;
      const tick = performance.now();
      if (isDue(tick)) return true;
      if (tick - refusedAt < RETRY) return false;
      const isThere = hasKey(site, setting);
      // By an attribute of the site's own the whole page is asked: not at each of its changes.
      if (!isThere && site.page.keyAttribute) refusedAt = tick;
      return isThere;
    },

    decide() {
      doubts.endReads();
      survey("thorough");
      return decision.chosen;
    },

    look(cause, press, changed) {
      seek(press !== null);
      const picked = press?.picked ?? null;
      const tick = performance.now();
      const passed = awakeIn(tick - lookedAt);
      elapsed += passed;
      // What is drawn while nobody looks, or in a tab that gets no frames, is told by no change.
      isGrown ||= passed === 0 || dom.isHidden();
      lookedAt = tick;
      const { chosen } = decision;
      const candidates = isComplete ? decision.candidates.filter((one) => isConnected(controlOf(one))) : [];
      const chosenSeen = chosen && see(chosen, clock, tick, changed);
      if (chosenSeen) ({ clock } = chosenSeen);
      const found = picked === null ? null : pickedIn({ chosen, candidates }, picked);
      const pickedSeen = found && see(found, pickedClock, tick, changed);
      if (pickedSeen) pickedClock = pickedSeen.clock;
      if (cause === "beat" && chosen === null && isGrown) {
        const fields = dom.isLarge() ? [] : dom.queryAll(document, PASSWORD);
        asksPassword = fields.some(dom.isRendered);
        isGrown = fields.length > 0; // it may be shown without another change
      }
      return {
        chosen,
        possible: chosen ? [chosen] : candidates.filter(({ veto }) => veto === ""),
        reading: {
          chosen: chosenSeen,
          subject: picked === null ? chosenSeen : pickedSeen,
          // What is called by the key and is no switch that is known, such as a pair of radio buttons.
          hasCandidates: candidates.length > 0 || (chosen === null && isComplete && hasKey(site, setting)),
          asksPassword: chosen === null && asksPassword,
          elapsed,
          isParsing: dom.readyState() === "loading",
          isClosed: chosen === null && opener?.isOver() === true,
        },
      };
    },
  };
};
