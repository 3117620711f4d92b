/**
 * Jobs: what a person asked for with one click elsewhere. A job belongs to one tab, is used once, and is gone
 * after a minute without progress or by going elsewhere. Of several settings, or of one that is only looked
 * at, it is a check-up: its results are kept.
 */

import { PRIVATE } from "./jars.ts";
import type { Checkup, Jar, Job, Outcome } from "./schemas.ts";
import type { Setting, Site } from "./site.ts";
import { isKnownElse, isSignIn, settingOf, siteOf } from "./site.ts";

/** ms without progress after which a job is given up */
export const LIMIT = 60_000;
const MOVE = 10_000; // ms in which an add-on for containers opens a tab's page in another cookie jar

/** Whether it is still worked on. A moment still to come is no recent one: the clock was moved. */
const isRecent = ({ at }: Job, now: number): boolean => at <= now && now - at <= LIMIT;

export const isCheckup = ({ want, total }: Pick<Job, "want" | "total">): boolean =>
  want === "look" || total > 1;

/** The address of a setting's page. Throws where no site has the setting. */
export const addressOf = (sites: readonly Site[], id: string): string => {
  const site = siteOf(sites, id);
  return `${site.origin}${settingOf(site, id).paths[0] ?? "/"}`;
};

/** What a person has just asked for. */
export const createJob = (
  asked: Pick<Job, "want" | "settings" | "jar" | "via" | "back">,
  now: number,
): Job => ({
  ...asked,
  total: asked.settings.length,
  at: now,
  page: null,
  used: false,
});

/** The record of a check-up that has just been asked for. */
export const createCheckup = ({ want, settings, jar, at }: Job): Checkup => ({
  want,
  settings,
  jar,
  outcomes: {},
  at,
  ended: null,
});

export const withOutcome = (
  checkup: Checkup,
  setting: string,
  outcome: Outcome,
  isLast: boolean,
  now: number,
): Checkup => ({
  ...checkup,
  outcomes: { ...checkup.outcomes, [setting]: outcome },
  at: now,
  ended: isLast ? "done" : null,
});

/** A page that has just been reached in the job's tab. */
export interface Arrival {
  readonly site: Site;
  readonly path: string;
  /** performance.timeOrigin of the document */
  readonly document: number;
  /** the path before this one; "" where the browser hides it, null where it was none of the site's */
  readonly came: string | null;
  /** whether it came in the place of the one before: a redirect, not a link that the person followed */
  readonly isRedirect: boolean;
  /** the setting whose press awaits its proof in this tab */
  readonly owes: string | null;
}

export type OnArrival =
  /** it is the setting's page, or may be, or is one that proves its press */
  | { readonly do: "go-on"; readonly job: Job }
  /** a sign-in page stands in the way */
  | { readonly do: "sign-in"; readonly job: Job }
  /** the person has been elsewhere, or it took too long */
  | { readonly do: "end"; readonly why: "stopped" | "silent" }
  /** the site has sent the tab elsewhere: the setting is not where it was */
  | { readonly do: "absent"; readonly setting: string };

/** Whether a page may be reached so: from another site as the first step of a new tab, or signed in there. */
const isOnTheWay = ({ via }: Job, paths: readonly string[], { site, came }: Arrival): boolean => {
  if (came === null) return via.length === 0 || via.some((path) => isSignIn(site, path));
  return came === "" || isSignIn(site, came) || via.includes(came) || paths.includes(came);
};

/** Whether the site may have moved the setting here: it has sent the tab, the person has not gone here. */
const hasMovedHere = (job: Job, setting: Setting, { site, path, isRedirect }: Arrival): boolean =>
  !isKnownElse(site, setting, path) && !job.used && (isRedirect || job.page === null);

/** What a page that has just been reached is to do for the job of its tab. */
export const onArrival = (job: Job, arrival: Arrival, now: number): OnArrival => {
  const { site, path, document, owes } = arrival;
  const [current] = job.settings;
  if (current === owes) return { do: "go-on", job };
  const setting = site.settings.find(({ id }) => id === current);
  if (!setting || !isOnTheWay(job, setting.paths, arrival)) return { do: "end", why: "stopped" };
  if (!isRecent(job, now)) return { do: "end", why: "silent" };
  if (isSignIn(site, path)) return { do: "sign-in", job: { ...job, via: [...job.via, path] } };
  const isOwn = setting.paths.includes(path);
  if (!isOwn && hasMovedHere(job, setting, arrival))
    return { do: "go-on", job: { ...job, page: document, via: [...job.via, path] } };
  const isGone = job.page !== null && job.page !== document;
  if (isGone || (!isOwn && !isKnownElse(site, setting, path))) return { do: "end", why: "stopped" };
  return isOwn ? { do: "go-on", job: { ...job, page: document } } : { do: "absent", setting: setting.id };
};

/** Whether no page has taken up anything of the job yet. */
export const isUntouched = ({ page, via }: Job): boolean => page === null && via.length === 0;

/**
 * Whether a job whose tab was closed before any page took it up goes on in another: an add-on for containers
 * closes the tab, and opens its page as the first of one in the site's own cookie jar.
 */
export const isMoved = (job: Job, jar: Jar, { site, path, came }: Arrival, now: number): boolean => {
  const isAnother = job.jar !== jar && job.jar !== PRIVATE && jar !== PRIVATE;
  const setting = site.settings.find(({ id }) => id === job.settings[0]);
  const isItsPage = setting !== undefined && (setting.paths.includes(path) || isSignIn(site, path));
  return isAnother && isItsPage && came === null && isUntouched(job) && job.at <= now && now - job.at <= MOVE;
};

/** The job once its switch is pressed for it, which it is once; null where it may not be. */
export const claim = (job: Job, setting: string, now: number): Job | null => {
  const isGood = job.want === "off" && !job.used && job.settings[0] === setting && isRecent(job, now);
  return isGood ? { ...job, used: true } : null;
};

export type Progress =
  /** the job is about something else, or is not done by that */
  | { readonly do: "nothing" }
  /** the one switch was dealt with, and the tab is the person's */
  | { readonly do: "end" }
  /** the check-up's last setting was dealt with */
  | { readonly do: "finish" }
  | { readonly do: "next"; readonly job: Job; readonly address: string };

/**
 * How a job goes on once a look or a press has come to an outcome.
 * @param path of the page on which it did, where that is none of the setting's
 */
export const progress = (
  job: Job,
  {
    setting,
    outcome,
    path,
  }: { readonly setting: string; readonly outcome: Outcome; readonly path: string | null },
  sites: readonly Site[],
  now: number,
): Progress => {
  const [current, ...settings] = job.settings;
  // To be turned off, a switch is on at first.
  if (current !== setting || (job.want === "off" && outcome === "on")) return { do: "nothing" };
  if (!isCheckup(job)) return { do: "end" };
  const [next] = settings;
  if (next === undefined) return { do: "finish" };
  const site = siteOf(sites, setting);
  // Another site is told nothing of where the tab was before.
  const via =
    site === siteOf(sites, next)
      ? [...job.via, ...settingOf(site, setting).paths, ...(path === null ? [] : [path])]
      : [];
  return {
    do: "next",
    job: { ...job, settings, at: now, page: null, used: false, via },
    address: addressOf(sites, next),
  };
};
