/** What presses and looks leave behind: the proofs that tabs owe, what is known of each setting, receipts. */

import { GUIDES } from "#data/guides";
import { SITES } from "#data/sites";
import { knownIn, PRIVATE } from "../core/jars.ts";
import type { Circumstances } from "../core/proof.ts";
import { conclude, isDue, knownAfter, knownUnless, owe, takeLeft } from "../core/proof.ts";
import type { OnOff, Unknown, Verification } from "../core/schemas.ts";
import type { Site } from "../core/site.ts";
import { isSave, isSetting, siteOf } from "../core/site.ts";
import { read } from "../shared/storage.ts";
import { changeKept } from "./kept.ts";
import { followTab } from "./redirects.ts";
import { endWatch, isAnySave, watchRequests } from "./requests.ts";
import { sessionName } from "./session.ts";
import type { SiteTab } from "./tab-state.ts";
import { verificationByTab } from "./tab-state.ts";

/** The site on which only the person presses, by the name that its receipts have for the setting. */
const guideOf = (setting: string) => GUIDES.find(({ id }) => id === setting);

const circumstancesOf = ({ setting }: Verification): Circumstances => {
  const { id, checked = "" } = guideOf(setting) ?? siteOf(SITES, setting);
  return {
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    offsetOf: (ms) => -new Date(ms).getTimezoneOffset(),
    extension: chrome.runtime.getManifest().version,
    rule: `${id} ${checked}`.trim(),
  };
};

/** The proof that a tab owes on a page that it has just reached; null for none. */
export const owedBy = async (
  { id, jar }: SiteTab,
  site: Site,
  path: string,
): Promise<Verification | null> => {
  const own = await verificationByTab.get(id);
  if (own && isDue(own, Date.now()) && isSetting([site], own.setting)) return own;
  // It comes too late, or is of another site; or a page that was left has one that came to no press.
  endWatch(id);
  if (own) return null;
  // Pressed before the browser was started anew: its tab has another number now.
  const settings = site.settings.filter(({ paths }) => paths.includes(path)).map((setting) => setting.id);
  const [{ stored }, session] = await Promise.all([read(), sessionName()]);
  const left = takeLeft(stored, settings, { jar, session }, Date.now());
  if (!left) return null;
  await verificationByTab.set(id, left);
  await changeKept((kept) => void takeLeft(kept, settings, { jar, session }, Date.now()));
  return left;
};

/**
 * The proof of the person's own press that a tab owes in this document, or in the one that Untick has had
 * loaded anew for it. By any other document nothing is proved, and its receipt says so.
 * @param document page: its performance.timeOrigin; null where somebody signs in: it may be another's
 */
export const owedByHand = async (
  tab: SiteTab,
  guide: string,
  document: { page: number; isReloaded: boolean } | null,
): Promise<Verification | null> => {
  const own = await verificationByTab.get(tab.id);
  if (own?.setting !== guide) {
    endWatch(tab.id);
    return null;
  }
  if (own.page === document?.page || (document?.isReloaded && isDue(own, Date.now()))) return own;
  await endVerification(tab, { outcome: "unpressed", state: null, verification: null });
  return null;
};

/** Tells a tab's page of its saves. @param setting the one that they are of */
export const watchSaves = (tab: number, setting: string): void => {
  const guide = guideOf(setting);
  if (guide) {
    watchRequests(tab, guide.origins, isAnySave);
    return;
  }
  const site = siteOf(SITES, setting);
  watchRequests(tab, [site.origin], (path) => isSave(site, path));
};

/** Where only the person presses, a page that the tab is sent to outside of the settings proves nothing. */
const watchPress = (tab: number, setting: string): void => {
  if (!guideOf(setting)) followTab(tab);
  watchSaves(tab, setting);
};

/** Watches on after the browser has stopped the background meanwhile. */
export const watchOn = async (): Promise<void> => {
  for (const [tab, { setting }] of await verificationByTab.all()) watchPress(tab, setting);
};

/** @param press about to be made, made, or saved */
export const keepVerification = async ({ id, jar }: SiteTab, press: Verification): Promise<void> => {
  watchPress(id, press.setting);
  // Should the browser not take it, the press is made all the same: only its proof is then not told.
  await verificationByTab.set(id, press).catch(() => null);
  if (jar === PRIVATE || !press.pressed) return;
  const session = await sessionName();
  await changeKept((stored) => owe(stored, press, { tab: id, jar, session }, circumstancesOf(press)));
};

/**
 * A press has come to its end.
 * @param end state: what the fresh page showed, null without one; verification: the press, where it was made
 * @returns the press, where the tab has one
 */
export const endVerification = async (
  { id, jar }: SiteTab,
  end: {
    outcome: "verified" | "failed" | "unpressed";
    state: OnOff | null;
    verification: Verification | null;
  },
): Promise<Verification | null> => {
  endWatch(id);
  const owed = await verificationByTab.get(id);
  const press = owed && (end.verification ?? owed);
  await verificationByTab.remove(id);
  if (!press) return null;
  await changeKept((stored) =>
    conclude(stored, press, end, { tab: id, jar, now: Date.now() }, circumstancesOf(press)),
  );
  return press;
};

/** @param state that has settled on the setting's page */
export const keepState = ({ jar }: SiteTab, setting: string, state: OnOff): Promise<void> =>
  changeKept((stored) => {
    const known = knownIn(stored, jar);
    known[setting] = knownAfter(known[setting], state, false, Date.now());
  });

/** @param why its page did not tell the state */
export const keepUnknown = ({ jar }: SiteTab, setting: string, why: Unknown): Promise<void> =>
  changeKept((stored) => {
    const known = knownIn(stored, jar);
    known[setting] = knownUnless(known[setting], why, Date.now());
  });

/** Discarded by Chromium, a tab gets another number: what it owes goes along. */
export const moveOwed = (to: number, from: number): Promise<void> =>
  changeKept(({ owed }) => {
    const one = owed[from];
    if (one) owed[to] = one;
    delete owed[from];
  });
