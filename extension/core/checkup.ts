/** What is said of a check-up, under way and at its end, and what can be done about a setting. */

import * as v from "valibot";
import { glanceOf } from "./glance.ts";
import { LIMIT } from "./jobs.ts";
import type { Name } from "./names.ts";
import { fullNameOf, nameOf } from "./names.ts";
import type { Phrase, Value, Values } from "./phrase.ts";
import { keyOf } from "./phrase.ts";
import type { Checkup, Known } from "./schemas.ts";
import { UnknownSchema } from "./schemas.ts";
import type { Site } from "./site.ts";
import { isSetting, siteOf } from "./site.ts";

type Ended = NonNullable<Checkup["ended"]>;

export type Report =
  | {
      readonly is: "under-way";
      readonly text: Phrase;
      /** of the setting that is looked at */
      readonly name: Name;
      readonly done: number;
      readonly total: number;
      /** ms until it has fallen silent, unless there is progress before */
      readonly wait: number;
    }
  | {
      readonly is: "ended";
      readonly how: Ended;
      readonly text: Phrase;
      /** sentences on settings of which it found out nothing, or that are still on */
      readonly details: readonly Phrase[];
      /** settings that it has not come to: it can go on with them */
      readonly left: readonly string[];
    };

interface Context {
  readonly sites: readonly Site[];
  readonly now: number;
  /** how several names are told */
  readonly list: (names: readonly Name[]) => Value;
}

/** Settings that it has not come to yet, the one under way first. Another version may have had others. */
const leftOf = ({ settings, outcomes }: Checkup, sites: readonly Site[]): string[] =>
  settings.filter((id) => isSetting(sites, id) && !Object.hasOwn(outcomes, id));

/** What a setting is called: one of several sites', by its own. */
const calledIn = (run: Checkup, sites: readonly Site[], id: string): Name => {
  const known = run.settings.filter((setting) => isSetting(sites, setting));
  const isOneSite = new Set(known.map((setting) => siteOf(sites, setting))).size < 2;
  return (isOneSite ? nameOf : fullNameOf)(sites, id);
};

const endedAs = (how: Ended, run: Checkup, left: readonly string[], { sites, list }: Context): Report => {
  const { settings, outcomes, at } = run;
  const total = settings.length;
  const named = (key: string, isMeant: (outcome: unknown) => boolean): Phrase[] => {
    const meant = settings.filter((id) => isMeant(outcomes[id]));
    const names = meant.map((id) => calledIn(run, sites, id));
    const of = new Set(meant.filter((id) => isSetting(sites, id)).map((id) => siteOf(sites, id).name));
    return names.length > 0 ? [[key, { names: list(names), site: list([...of]) }]] : [];
  };
  const [next] = left;
  // The one that the check-up had come to.
  const site = next === undefined ? {} : { site: siteOf(sites, next).name };
  const values: Values =
    how === "done" ? { moment: { moment: at } } : { done: total - left.length, total, ...site };
  const details = [
    ...named("run_failed", (outcome) => outcome === "failed"),
    ...named("run_missed", (outcome) => v.is(UnknownSchema, outcome)),
  ];
  return { is: "ended", how, text: [`run_${keyOf(how)}`, values], details, left };
};

/**
 * What is said of the last check-up. One without progress for too long has ended, whatever is kept of it; so
 * has one in the future: the clock was moved, and nobody knows how long ago it was.
 */
export const reportOf = (run: Checkup, context: Context): Report => {
  const left = leftOf(run, context.sites);
  const [setting] = left;
  const age = context.now - run.at;
  const isSilent = age < 0 || age >= LIMIT;
  if (run.ended !== null || setting === undefined || isSilent)
    return endedAs(run.ended ?? "silent", run, left, context);
  const total = run.settings.length;
  const done = total - left.length;
  const text: Phrase = ["checkup_progress", { done: done + 1, total }];
  const name = calledIn(run, context.sites, setting);
  return { is: "under-way", text, name, done, total, wait: LIMIT - age };
};

/** Whether a check-up is about settings of this one of the sites alone. */
export const concerns = ({ settings }: Checkup, site: Site, sites: readonly Site[]): boolean =>
  settings.some((id) => isSetting([site], id)) &&
  settings.every((id) => isSetting([site], id) || !isSetting(sites, id));

/** The site's settings, the primary one apart from all others. */
export const othersOf = ({ settings, primary }: Site): string[] =>
  settings.map(({ id }) => id).filter((id) => id !== primary);

/** What can be done about a setting: nothing is turned off that was seen off. */
export const actionsOf = (known: Known | undefined): readonly ("turn-off" | "show")[] =>
  glanceOf(known) === "off" ? ["show"] : ["turn-off", "show"];
