/**
 * Explores the state machine of extension/core/optout.ts: from every kind of arrival, by whatever may happen.
 * Prints what it found as JSON (Found), of which build/diagram.py makes docs/optout.md.
 */

import { arrive, next } from "../extension/core/optout.ts";
import type { Effect } from "../extension/core/optout-events.ts";
import type { OptOut } from "../extension/core/optout-states.ts";
import type { Moment } from "../extension/core/reading.ts";
import { ACTION_NAMES, arrivals, happeningsIn, START } from "./diagram-events.ts";

type At = OptOut["at"];

const STATES: Readonly<Record<At, string>> = {
  watching: "Nothing is under way: the banner says what the page shows.",
  preparing: "A person wants the switch pressed, and it does not stand ready yet.",
  planned: "The plan of the press is being kept.",
  pressing: "The page decides anew, and clicks or does not.",
  saving: "It was pressed: the page's own save is under way.",
  saved: "The save is over, and that is being kept.",
  holding: "What was saved is left to stand, for a site that takes it back.",
  reloading: "The page is being loaded anew; where no fresh one comes, the banner says so.",
  verifying: "A fresh page after a press: what it shows proves the press, or that it failed.",
  closed: "The person has closed the banner, and no press is under way.",
};

/** All but the last. */
const OPEN = Object.keys(STATES).filter((name) => name !== "closed");

const EFFECTS: Readonly<Record<Effect["do"], string>> = {
  keep: "The background keeps the press, so that it survives the reload; its answer is an event.",
  press: "The page decides anew and clicks where the switch still stands so; whether it did is an event.",
  "watch-save": "The page's requests are watched for its save.",
  reload: "The page is loaded anew: by the browser, or by itself where that does not come.",
  end: "The background closes the press: verified, failed, or never made.",
  "report-seen": "The background is told what the switch shows.",
  "report-unknown": "The background is told why that is not known.",
  claim: "The background is asked whether the click elsewhere is still good; its answer is an event.",
  "stop-job": "What the person asked for elsewhere ends.",
  "scroll-to-switch": "The switch is scrolled into view.",
  close: "The banner goes.",
  "go-back": "To where the person was before.",
  "open-receipt": "The receipt of the press is opened.",
  "open-report": "A report of the page is opened, for the person to read and to keep.",
};

interface Arrow {
  /** [*]: the arrival */
  readonly from: At | "[*]";
  readonly to: At;
  /** what happens, in words */
  readonly by: readonly string[];
  readonly effects: readonly string[];
}

/** What a button does, and where. */
interface Click {
  readonly name: string;
  readonly where: readonly string[];
  readonly does: readonly string[];
}

interface Found {
  readonly states: readonly { readonly name: At; readonly says: string }[];
  readonly arrows: readonly Arrow[];
  readonly clicks: readonly Click[];
  readonly effects: readonly {
    readonly name: string;
    readonly does: string;
    readonly where: readonly string[];
  }[];
}

/** What tells two states apart; of times, whether what is waited for is over. */
const keyOf = (state: OptOut, { tick }: Moment): string => {
  const { visit, known, press, job, shown, ...own } = state;
  const result = "result" in own && own.result && { ...own.result, since: tick - own.result.since < 5000 };
  const pressed = press && [press.want, press.pressed, press.picked, press.saved?.kind, press.page];
  const age = Math.min(Math.floor((tick - shown.since.tick) / 2500), 2);
  const isOver = "until" in state && tick >= state.until;
  const rest = [visit.isSignIn, known?.off != null, pressed, job !== null, shown.name, shown.isProving, age];
  return JSON.stringify([{ ...own, id: "", looked: 0, until: isOver, result }, ...rest]);
};

interface Step {
  readonly from: OptOut | null;
  readonly name: string;
  readonly to: OptOut;
  readonly effects: readonly Effect[];
}

/** Every step that there is, breadth first. */
const explore = (): Step[] => {
  const steps: Step[] = [];
  const seen = new Set<string>();
  const queue: [OptOut, Moment][] = [];
  const take = (step: Step, at: Moment): void => {
    steps.push(step);
    const key = keyOf(step.to, at);
    if (seen.has(key)) return;
    seen.add(key);
    queue.push([step.to, at]);
  };
  for (const { name, visit, ...owed } of arrivals()) {
    const [to, effects] = arrive(visit, owed, START);
    take({ from: null, name, to, effects }, START);
  }
  for (const [from, at] of queue)
    for (const { name, event } of happeningsIn(from, at)) {
      const [to, effects] = next(from, event);
      take({ from, name, to, effects }, event.at);
    }
  return steps;
};

const nameOf = (effect: Effect): string => (effect.do === "end" ? `end ${effect.outcome}` : effect.do);

/** Whether the banner is gone, and with it every button; a press that is under way goes on as it would. */
const isGone = (state: OptOut | null): boolean => state !== null && (state.isHidden || state.at === "closed");

/** Whether a click does so whatever is under way: a table tells that, and it would be drawn ten times. */
const isClick = ({ name, from, to }: Step): boolean =>
  ACTION_NAMES.includes(name) && (from?.at === to.at || to.at === "closed");

const clicksFirst = (names: ReadonlySet<string>): string[] => [
  ...ACTION_NAMES.filter((name) => names.has(name)),
  ...[...names].filter((name) => !ACTION_NAMES.includes(name)),
];

/** Parallel ones made one: by what they do, and whether a report of what the page says comes along. */
const arrowsOf = (steps: readonly Step[]): Arrow[] => {
  const found = new Map<string, Omit<Arrow, "by"> & { readonly by: Set<string> }>();
  for (const { from, name, to, effects } of steps) {
    const isReport = from?.at === to.at;
    const names = effects.map(nameOf).filter((one) => isReport || !/^(?:report|claim)/u.test(one));
    if (isReport && names.length === 0) continue;
    const key = `${from?.at} ${to.at} ${names}`;
    const arrow = found.get(key) ?? { from: from?.at ?? "[*]", to: to.at, by: new Set(), effects: names };
    found.set(key, arrow);
    arrow.by.add(name);
  }
  const places = ["[*]", ...Object.keys(STATES)];
  const order = ({ from, to }: Pick<Arrow, "from" | "to">): number =>
    places.indexOf(from) * places.length + places.indexOf(to);
  return [...found.values()]
    .sort((one, other) => order(one) - order(other))
    .map((arrow) => ({ ...arrow, by: clicksFirst(arrow.by) }));
};

/** Places such as `watching: on`, told in few words. */
const told = (places: ReadonlySet<string>, all: ReadonlySet<string>): string[] => {
  const open = OPEN.filter((name) => [...places].some((place) => place.split(": ")[0] === name));
  const views = (of: ReadonlySet<string>) => [...of].filter((place) => place.startsWith("watching: "));
  const isPart = views(places).length < views(all).length;
  const shown = views(places).map((place) => place.replace("watching: ", ""));
  const names = open.map((name) => (name === "watching" && isPart ? `watching (${shown.join(", ")})` : name));
  const missing = OPEN.filter((name) => !open.includes(name));
  const closed = places.has("closed") ? ["closed"] : [];
  if (missing.length === 0 && !isPart) return ["any state", ...closed];
  return missing.length === 1 && !isPart
    ? [`any state but ${missing.join()}`, ...closed]
    : [...names, ...closed];
};

const placeOf = (state: OptOut): string =>
  state.at === "watching" ? `watching: ${state.shown.name}` : state.at;

const clicksOf = (steps: readonly Step[]): Click[] => {
  const found = new Map<
    string,
    { readonly name: string; readonly does: string[]; readonly places: Set<string> }
  >();
  const all = new Set(steps.flatMap(({ from }) => (from ? [placeOf(from)] : [])));
  for (const { from, name, to, effects } of steps) {
    if (from === null || !ACTION_NAMES.includes(name)) continue;
    const moves = to.isHidden ? ["→ closed once the press has come to its end"] : [`→ ${to.at}`];
    const does = [...effects.map(nameOf), ...(to.at === from.at && !to.isHidden ? [] : moves)];
    if (does.length === 0) continue;
    const key = `${name} ${does}`;
    const click = found.get(key) ?? { name, does, places: new Set() };
    found.set(key, click);
    click.places.add(placeOf(from));
  }
  const order = ({ name }: { readonly name: string }): number => ACTION_NAMES.indexOf(name);
  return [...found.values()]
    .sort((one, other) => order(one) - order(other))
    .map(({ name, does, places }) => ({ name, does, where: told(places, all) }));
};

const whereOf = (steps: readonly Step[], name: string): string[] => {
  const doing = steps.filter(({ effects }) => effects.some((effect) => effect.do === name));
  const loops = new Set(doing.flatMap(({ from, to }) => (from?.at === to.at ? [from.at] : [])));
  const arrows = doing.filter(({ from, to }) => from?.at !== to.at);
  const moves = new Set(arrows.map(({ from, to }) => `${from?.at ?? "arrival"} → ${to.at}`));
  return [...(loops.size > 0 ? told(loops, loops) : []), ...moves];
};

const foundIn = (all: readonly Step[]): Found => {
  const names = Object.keys(STATES) as At[];
  const missing = names.filter((name) => !all.some(({ to }) => to.at === name));
  if (missing.length > 0) throw new Error(`never reached: ${missing.join(", ")}`);
  const stuck = OPEN.filter((name) => !all.some(({ from, to }) => from?.at === name && isGone(to)));
  if (stuck.length > 0) throw new Error(`cannot be closed: ${stuck.join(", ")}`);
  const back = all.filter(({ from, to }) => isGone(from) && !isGone(to));
  if (back.length > 0) throw new Error(`comes back: ${back.map(({ to }) => to.at).join(", ")}`);
  const steps = all.filter(({ from }) => !isGone(from));
  return {
    states: names.map((name) => ({ name, says: STATES[name] })),
    arrows: arrowsOf(steps.filter((step) => !isClick(step))),
    clicks: clicksOf(steps),
    effects: Object.entries(EFFECTS).map(([name, does]) => ({ name, does, where: whereOf(steps, name) })),
  };
};

process.stdout.write(JSON.stringify(foundIn(explore())));
