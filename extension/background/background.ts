/**
 * What outlives a page: the wiring. Messages of closed sets from pages of the sites and from Untick's own,
 * and the browser's events. Nothing here asks the network for anything.
 */

import * as v from "valibot";
import { GUIDES } from "#data/guides";
import { SITES } from "#data/sites";
import type { Visible } from "../shared/allowed.ts";
import { isAllowed, visibleAt } from "../shared/allowed.ts";
import { hasContainers, jarOf } from "../shared/jars.ts";
import { FromGuideSchema, FromOwnSchema, FromSiteSchema, StartScriptSchema } from "../shared/messages.ts";
import { report } from "./faults.ts";
import { answerGuide } from "./from-guide.ts";
import { answerOwn } from "./from-own.ts";
import { answerSite } from "./from-site.ts";
import * as jobs from "./jobs.ts";
import { joinPages, startScript } from "./pages.ts";
import { onGranted, onWithdrawn, registerMissing, registerScripts } from "./permissions.ts";
import { reach } from "./reach.ts";
import { endFollowing } from "./redirects.ts";
import { endWatch } from "./requests.ts";
import { isSessionStarted, startSession } from "./session.ts";
import type { SiteTab } from "./tab-state.ts";
import { jobByTab, mutedByTab, reloadByTab, verificationByTab } from "./tab-state.ts";
import { paintButton, paintWindow } from "./toolbar.ts";
import { moveOwed, watchOn } from "./verifications.ts";

const start = async (): Promise<void> => {
  if (await isSessionStarted()) {
    // No message waits for it.
    void registerMissing().catch(report);
    await watchOn().catch(report);
    return;
  }
  // Neither must keep the sites from being answered.
  await startSession().catch(report);
  await registerScripts().catch(report);
  void joinPages();
};

const started = start();

// Firefox starts nothing by itself when the browser starts: the button would tell what nobody has looked up.
chrome.runtime.onStartup.addListener(() => undefined);

type Answer = () => Promise<unknown>;

/** What a message asks for; null where it is none of those that its sender may send. */
const answerTo = (
  message: unknown,
  { id, url, tab, frameId }: chrome.runtime.MessageSender,
): Answer | null => {
  if (id !== chrome.runtime.id) return null;
  if (url?.startsWith(chrome.runtime.getURL(""))) {
    const { success, output } = v.safeParse(FromOwnSchema, message);
    return success ? () => answerOwn(output, tab).then(() => true) : null;
  }
  const seen = visibleAt(url ?? "");
  if (!seen || tab?.id === undefined || frameId !== 0) return null;
  const answer = answerToSite(message, seen, { id: tab.id, jar: jarOf(tab) });
  // A page that stood when the right was withdrawn still has the scripts.
  return answer && (async () => ((await isAllowed(seen)) ? answer() : undefined));
};

const answerToSite = (message: unknown, seen: Visible, tab: SiteTab): Answer | null => {
  if (v.is(StartScriptSchema, message)) return () => startScript(tab.id, seen);
  const site = SITES.find(({ id }) => id === seen.id);
  if (site) return v.is(FromSiteSchema, message) ? () => answerSite(message, tab, site) : null;
  const guide = GUIDES.find(({ id }) => id === seen.id);
  return guide && v.is(FromGuideSchema, message) ? () => answerGuide(message, tab, guide) : null;
};

chrome.runtime.onMessage.addListener((message: unknown, sender, reply) => {
  const answer = answerTo(message, sender);
  if (!answer) return false;
  started.then(answer).then(reply, (error: unknown) => {
    report(error);
    reply(undefined);
  });
  return true;
});

// Its proof will not be taken.
chrome.tabs.onRemoved.addListener((tab) => {
  endWatch(tab);
  endFollowing(tab);
  void Promise.all([
    jobs.endClosed(tab),
    verificationByTab.remove(tab),
    mutedByTab.remove(tab),
    reloadByTab.remove(tab),
  ]);
});

// Firefox's tabs keep their number.
chrome.tabs.onReplaced?.addListener((to, from) => {
  const states = [jobByTab, verificationByTab, mutedByTab, reloadByTab];
  void started.then(() => Promise.all([...states.map((state) => state.move(to, from)), moveOwed(to, from)]));
});

// The button of a window tells of the cookie jar in front. Elsewhere all tabs are of one.
if (hasContainers()) chrome.tabs.onActivated.addListener(({ windowId }) => void paintWindow(windowId));

// Firefox for Android has no shortcuts.
chrome.commands?.onCommand.addListener((_command, tab) => void reach(tab));

chrome.permissions.onAdded.addListener(() => void started.then(onGranted));
chrome.permissions.onRemoved.addListener(() => void started.then(onWithdrawn));

// The button tells that it is time to look again.
chrome.alarms.onAlarm.addListener(() => void paintButton().catch(report));
