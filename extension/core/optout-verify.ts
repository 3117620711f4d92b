/** The fresh page after a press: when it is believed, and what it proves. */

import type { Read } from "./optout-events.ts";
import type { Step, Verifying } from "./optout-states.ts";
import { reload, rest, show } from "./optout-states.ts";
import { knownAfterProof, knownAfterRetraction } from "./proof.ts";
import type { Result, Seen } from "./reading.ts";
import { isUnknown, nameOf } from "./reading.ts";
import type { Verification } from "./schemas.ts";
import { held, isChecked } from "./stability.ts";

const OLD = 6000; // ms for which a fresh page may show what was true before a save: a copy that lags
/** Ms after a save: a site that takes it back does so by then. */
export const HOLD = 2500;

/** Whether the person has brought about in this document what is wanted: no site need have that. */
const isOwnWord = ({ clock, isTouched }: Seen, { want }: Verification): boolean =>
  isTouched && clock.state === want;

/** Ms that it has to stand so: nobody may be able to move it yet, or a save be under way. */
const waitFor = (subject: Seen, press: Verification): number =>
  subject.isLocked || subject.isBusy ? OLD : isOwnWord(subject, press) ? HOLD : 0;

/** What a fresh page proves of the press before it. */
export const verify = (state: Verifying, { reading, at }: Read): Step => {
  const { press, known, visit } = state;
  const { subject } = reading;
  const truth = subject?.clock.state ?? null;
  // The document that it was pressed in proves nothing: a sign-in page has come into it by client-side
  // navigation.
  const isFresh = !visit.isSignIn && press.page !== visit.document && !reading.isParsing;
  // Where the site took nothing, what is wanted is not likely: the page may only not have the truth yet.
  const isUnlikely = truth === press.want && ["refused", "unreachable"].includes(press.saved?.kind ?? "");
  const filledIn = isUnlikely ? null : press.filled;
  const isTold = subject !== null && isFresh && isChecked(subject.clock, at.tick, filledIn);
  if (!isTold || truth === null || held(subject.clock, at.tick) < waitFor(subject, press)) {
    const name = visit.isSignIn ? "signed-out" : nameOf(reading, at, null, known);
    // What it shows is only not believed yet.
    const isWorking = !isUnknown(name) || ((name === "unsure" || name === "locked") && truth !== null);
    return [show(state, isWorking ? "working" : name, at, { isProving: true }), []];
  }
  if (isOwnWord(subject, press)) return reload(state, at);
  const outcome = truth === press.want ? "verified" : "failed";
  const isOld = outcome === "failed" && press.saved?.kind === "saved" && held(subject.clock, at.tick) < OLD;
  if (isOld) return [show(state, "working", at, { isProving: true }), []];
  const result: Result = { outcome, want: press.want, since: at.tick, isFresh: true };
  // What the person picked is proved, but whether it is this setting only they can tell.
  const isNamed = press.picked === null;
  const learn = outcome === "failed" ? knownAfterRetraction : knownAfterProof;
  const learnt = isNamed ? learn(known, press, truth, at.now) : known;
  const reported = isNamed ? truth : state.reported;
  const watching = { ...rest(state, press, result), known: learnt, reported, seen: truth };
  const name = outcome === "verified" && press.want === "on" ? "on" : outcome;
  return [show(watching, name, at), [{ do: "end", outcome, state: truth }]];
};
