/** Opt-outs as the banner is shown them. */

import type { Facts } from "../../../extension/core/banner-words.ts";
import type { OptOut } from "../../../extension/core/optout-states.ts";
import { planPress } from "../../../extension/core/proof.ts";
import type { ViewName } from "../../../extension/core/reading.ts";
import type { Job, Known, Verification } from "../../../extension/core/schemas.ts";

/** The moment of what is shown, 14:05 on 27 November 2026, and earlier ones. */
export const NOW = Date.UTC(2026, 10, 27, 14, 5);
export const DAY = 86_400_000;
export const BEFORE = NOW - 9 * DAY;

const VISIT: OptOut["visit"] = {
  setting: "ai-training",
  document: 1,
  address: "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement",
  isSignIn: false,
  isStale: false,
  checkup: null,
  back: null,
};

export const FACTS: Facts = {
  isPrimary: true,
  checked: "21 August 2026",
  isKept: true,
  words: {
    on: [["on_default", { date: "3 November 2025" }], ["on_effect"]],
    off: [["off_body"]],
    verified: ["verified_body"],
    unsure: ["unsure_hand", {}],
    absent: [["absent_hand"]],
  },
};

/** A press that was made, with no more seen of it. */
export const pressOf = (more: Partial<Verification> = {}): Verification => ({
  ...planPress(VISIT, { id: "one", want: "off", at: BEFORE, filled: 0 }),
  pressed: true,
  ...more,
});

export const JOB: Job = {
  want: "off",
  settings: ["ai-training"],
  total: 1,
  at: BEFORE,
  page: null,
  used: false,
  jar: null,
  via: [],
  back: null,
};

export const knownOf = (more: Partial<Known> = {}): Known => ({
  state: "on",
  at: BEFORE,
  off: null,
  missed: null,
  ...more,
});

interface Parts {
  readonly press?: Verification | null;
  readonly known?: Known | null;
  readonly job?: Job | null;
  readonly visit?: Partial<OptOut["visit"]>;
  readonly isProving?: boolean;
  readonly isAsking?: boolean;
}

/** An opt-out of which the banner shows this. */
export const showing = (
  name: ViewName,
  { visit = {}, isProving = false, isAsking = false, ...more }: Parts = {},
): OptOut => ({
  at: "watching",
  result: null,
  seen: null,
  isClaiming: false,
  isHidden: false,
  visit: { ...VISIT, ...visit },
  known: null,
  job: null,
  reported: "",
  press: null,
  shown: { name, isProving, isAsking, since: { tick: 0, now: NOW } },
  ...more,
});
