/** What is kept of each tab until the browser, or Untick, is started anew. */

import * as v from "valibot";
import type { Jar, Job } from "../core/schemas.ts";
import { JobSchema, TimeSchema, VerificationSchema } from "../core/schemas.ts";
import { getSession, removeSession, setSession } from "../shared/storage.ts";

const perTab = <const Schema extends v.GenericSchema>(name: string, schema: Schema) => {
  const prefix = `${name}-`;
  const keyOf = (tab: number): string => `${prefix}${tab}`;
  return {
    /** null: there is none, or none that can be used */
    async get(tab: number): Promise<v.InferInput<Schema> | null> {
      const found = await getSession(keyOf(tab));
      return v.is(schema, found) ? found : null;
    },
    set: (tab: number, value: v.InferInput<Schema>): Promise<void> => setSession(keyOf(tab), value),
    remove: (tab: number): Promise<void> => removeSession(keyOf(tab)),

    /** Those of all tabs, by tab. */
    async all(): Promise<[tab: number, value: v.InferInput<Schema>][]> {
      const found: [number, v.InferInput<Schema>][] = [];
      for (const [key, value] of Object.entries(await chrome.storage.session.get()))
        if (key.startsWith(prefix) && v.is(schema, value))
          found.push([Number(key.slice(prefix.length)), value]);
      return found;
    },

    /** Discarded by Chromium, a tab gets another number. */
    async move(to: number, from: number): Promise<void> {
      const found = await getSession(keyOf(from));
      if (found !== undefined) await setSession(keyOf(to), found);
      await removeSession(keyOf(from));
    },
  };
};

/** The job whose tab was closed last, before any page took it up. */
export const movingJob = {
  async get(): Promise<Job | null> {
    const found = await getSession("moving");
    return v.is(JobSchema, found) ? found : null;
  },
  set: (job: Job): Promise<void> => setSession("moving", job),
  remove: (): Promise<void> => removeSession("moving"),
};

export const jobByTab = perTab("job", JobSchema);

export const verificationByTab = perTab("verification", VerificationSchema);

/** Where the person has closed the banner of a page without the switch: no more of them in that tab. */
export const mutedByTab = perTab("muted", v.literal(true));

/** What Untick has had loaded anew: a site's document, by its performance.timeOrigin, and when. */
export const reloadByTab = perTab("reload", v.object({ site: v.string(), page: TimeSchema, at: TimeSchema }));

/** A tab with a page of a site. */
export interface SiteTab {
  readonly id: number;
  readonly jar: Jar;
}
