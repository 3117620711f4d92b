/** Jobs under way, each in its tab; the rules are those of core/jobs.ts. */

import { SITES } from "#data/sites";
import { PRIVATE } from "../core/jars.ts";
import type { Arrival } from "../core/jobs.ts";
import * as rules from "../core/jobs.ts";
import type { Checkup, Job, Outcome } from "../core/schemas.ts";
import type { Place } from "../shared/jars.ts";
import { openTab } from "../shared/jars.ts";
import { change } from "../shared/storage.ts";
import { followTab } from "./redirects.ts";
import type { SiteTab } from "./tab-state.ts";
import { jobByTab, movingJob, verificationByTab } from "./tab-state.ts";
import { keepUnknown } from "./verifications.ts";

/** Changes the record of the check-up that was begun last. There is none of a private window's. */
const changeCheckup = async ({ jar }: Job, edit: (checkup: Checkup) => Checkup): Promise<void> => {
  if (jar === PRIVATE) return;
  await change((stored) => {
    if (stored.run) stored.run = edit(stored.run);
  });
};

const beginCheckup = async (job: Job): Promise<void> => {
  if (job.jar === PRIVATE) return;
  await change((stored) => {
    stored.run = rules.createCheckup(job);
  });
};

/** @returns the job that the tab had */
const end = async (tab: number, why: NonNullable<Checkup["ended"]>): Promise<Job | null> => {
  const job = await jobByTab.get(tab);
  if (!job) return null;
  await jobByTab.remove(tab);
  if (rules.isCheckup(job)) await changeCheckup(job, (checkup) => ({ ...checkup, ended: why }));
  return job;
};

/** Closes a tab for the one that the person came from. */
export const goBack = async (tab: number, to: number): Promise<void> => {
  await chrome.tabs.update(to, { active: true }).catch(() => null); // closed meanwhile
  await chrome.tabs.remove(tab);
};

/** Back to where a check-up was begun, or to its results. */
const leave = async (tab: number, { back }: Job): Promise<void> => {
  if (typeof back === "number") await goBack(tab, back);
  else await chrome.tabs.update(tab, { url: chrome.runtime.getURL("popup/popup.html") });
};

/** A click on another page of the settings. @param from the page's path, to which the person gets back */
export const startFromPage = ({ id, jar }: SiteTab, setting: string, from: string): Promise<void> => {
  followTab(id);
  const asked = { want: "off" as const, settings: [setting], jar, via: [from], back: from };
  return jobByTab.set(id, rules.createJob(asked, Date.now()));
};

/** A tab's page may ask before its job is kept. */
let starting: Promise<unknown> = Promise.resolve();

/**
 * Opens a tab for what the person asked for in one of Untick's own pages.
 * @param from where they did
 */
export const startFromOwn = (asked: Pick<Job, "want" | "settings" | "back">, from: Place): Promise<void> => {
  const start = async (): Promise<void> => {
    const url = rules.addressOf(SITES, asked.settings[0] ?? "");
    const job = rules.createJob({ ...asked, jar: from.jar, via: [] }, Date.now());
    if (rules.isCheckup(job)) {
      await stopCheckups();
      await beginCheckup(job);
    }
    const { id } = await openTab(url, from);
    if (id === undefined) return;
    followTab(id);
    await jobByTab.set(id, job);
  };
  const started = starting.then(start, start);
  starting = started;
  return started;
};

/** The job that an add-on for containers has moved to a tab; null for none. */
const takeOver = async ({ id, jar }: SiteTab, arrival: Arrival): Promise<Job | null> => {
  const moving = await movingJob.get();
  if (!moving || !rules.isMoved(moving, jar, arrival, Date.now())) return null;
  const job = { ...moving, jar };
  await movingJob.remove();
  await jobByTab.set(id, job);
  if (rules.isCheckup(job)) await beginCheckup(job);
  return job;
};

/** What a page that has just been reached is to do, if anything: the job of its tab. */
export const takeUp = async (tab: SiteTab, arrival: Arrival): Promise<Job | null> => {
  await starting.catch(() => null);
  const job = (await jobByTab.get(tab.id)) ?? (await takeOver(tab, arrival));
  if (!job) return null;
  const step = rules.onArrival(job, arrival, Date.now());
  switch (step.do) {
    case "go-on":
      if (step.job !== job) await jobByTab.set(tab.id, step.job);
      return step.job;
    case "sign-in":
      await jobByTab.set(tab.id, step.job);
      if (rules.isCheckup(job)) await changeCheckup(job, (checkup) => ({ ...checkup, ended: "signed-out" }));
      return step.job;
    case "end":
      await end(tab.id, step.why);
      return null;
    case "absent":
      await keepUnknown(tab, step.setting, "absent");
      await progress(tab.id, step.setting, "absent", arrival.path);
      return null;
    default:
      return step satisfies never;
  }
};

/** The site sends the tab on: what comes next may take the job up as this page did. */
export const sendOn = async (tab: number): Promise<void> => {
  const job = await jobByTab.get(tab);
  if (job && !job.used) await jobByTab.set(tab, { ...job, page: null });
};

/** Whether a setting's switch may be pressed now for the job of its tab. */
export const claim = async (tab: number, setting: string): Promise<boolean> => {
  const job = await jobByTab.get(tab);
  const claimed = job && rules.claim(job, setting, Date.now());
  if (claimed) await jobByTab.set(tab, claimed);
  return claimed !== null;
};

/**
 * A look or a press in a tab has come to an outcome.
 * @param path of the page on which it did, where that is none of the setting's
 */
export const progress = async (
  tab: number,
  setting: string,
  outcome: Outcome,
  path: string | null = null,
): Promise<void> => {
  const job = await jobByTab.get(tab);
  if (!job) return;
  const now = Date.now();
  const step = rules.progress(job, { setting, outcome, path }, SITES, now);
  const isLast = step.do === "finish";
  if (isLast || step.do === "next")
    await changeCheckup(job, (checkup) => rules.withOutcome(checkup, setting, outcome, isLast, now));
  switch (step.do) {
    case "nothing":
      return;
    case "end":
      await jobByTab.remove(tab);
      return;
    case "finish":
      await jobByTab.remove(tab);
      await leave(tab, job);
      return;
    case "next":
      await jobByTab.set(tab, step.job);
      await chrome.tabs.update(tab, { url: step.address });
      return;
    default:
      return step satisfies never;
  }
};

/** At the person's word. */
export const stop = async (tab: number): Promise<void> => {
  const job = await end(tab, "stopped");
  // A press that awaits its proof keeps its page.
  if (job && rules.isCheckup(job) && !(await verificationByTab.get(tab))) await leave(tab, job);
};

/** Stops the check-up that is under way, in whichever tab it is. */
export const stopCheckups = async (): Promise<void> => {
  for (const [tab, job] of await jobByTab.all()) if (rules.isCheckup(job)) await stop(tab);
};

/** The tab is gone. */
export const endClosed = async (tab: number): Promise<void> => {
  const job = await end(tab, "closed");
  if (job && rules.isUntouched(job)) await movingJob.set(job);
};
