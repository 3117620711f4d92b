/**
 * Sites that a person turns on: their scripts are registered for just as long as the browser lets Untick see
 * their pages, whoever gave that right or took it.
 */

import { isOverlay } from "../core/site.ts";
import type { Visible } from "../shared/allowed.ts";
import { allowedSites, permissionOf, VISIBLE } from "../shared/allowed.ts";
import type { Withdrawn } from "../shared/messages.ts";
import { joinPages, scriptsOf } from "./pages.ts";
import { paintButton } from "./toolbar.ts";

/** As the manifest has them of the sites asked for at installation: each page is of one entry. */
const entriesFor = (site: Visible): chrome.scripting.RegisteredContentScript[] => {
  const { anywhere, entries } = scriptsOf(site);
  const pages = site.entries.filter((entry) => !isOverlay(entry)).map((entry) => `${entry}*`);
  const { origins: matches } = permissionOf(site);
  return [
    { id: `${site.id}-anywhere`, matches, excludeMatches: pages, js: anywhere, runAt: "document_start" },
    { id: `${site.id}-entries`, matches: pages, js: entries, runAt: "document_start" },
  ];
};

/** Those that are to be registered, and the ids of those that are. */
const compare = async () => {
  const [allowed, scripts] = await Promise.all([
    allowedSites(),
    chrome.scripting.getRegisteredContentScripts(),
  ]);
  const wanted = allowed.filter(({ required }) => !required).flatMap(entriesFor);
  return { wanted, registered: scripts.map(({ id }) => id) };
};

const register = async (): Promise<void> => {
  const { wanted, registered } = await compare();
  const isThere = ({ id }: { id: string }) => registered.includes(id);
  const stale = registered.filter((one) => wanted.every(({ id }) => id !== one));
  if (stale.length > 0) await chrome.scripting.unregisterContentScripts({ ids: stale });
  // Those of another version may differ.
  await chrome.scripting.updateContentScripts(wanted.filter(isThere));
  await chrome.scripting.registerContentScripts(wanted.filter((script) => !isThere(script)));
};

let registering: Promise<unknown> = Promise.resolve();

/** Has just the scripts registered that may run. One after another: the browser refuses an id twice. */
export const registerScripts = (): Promise<void> => {
  const done = registering.then(register, register);
  registering = done;
  return done;
};

/** The same where one is missing: after a failure in this run of the browser. */
export const registerMissing = async (): Promise<void> => {
  const { wanted, registered } = await compare();
  if (wanted.some(({ id }) => !registered.includes(id))) await registerScripts();
};

/** The person, or the browser, lets Untick see more. */
export const onGranted = async (): Promise<void> => {
  await registerScripts();
  await Promise.all([joinPages(), paintButton()]);
};

/** … or less: the scripts that run already go quiet. */
export const onWithdrawn = async (): Promise<void> => {
  const allowed = await allowedSites();
  const origins = VISIBLE.filter((site) => !allowed.includes(site)).flatMap((site) => site.origins);
  const withdrawn = { type: "withdrawn", origins } satisfies Withdrawn;
  const tabs = await chrome.tabs.query({});
  await Promise.allSettled([
    registerScripts(),
    paintButton(),
    // Without the right, the browser does not tell which tabs have pages of the site.
    ...tabs.map(({ id }) => id !== undefined && chrome.tabs.sendMessage(id, withdrawn, { frameId: 0 })),
  ]);
};
