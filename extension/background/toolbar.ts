/** The toolbar's button: how the primary settings stand, by drawing, badge and name, not by colour alone. */

import { SITES } from "#data/sites";
import { hasOverdue } from "../core/guides.ts";
import { knownIn, saidIn } from "../core/jars.ts";
import type { Jar, Stored } from "../core/schemas.ts";
import type { Look } from "../core/toolbar.ts";
import { buttonOf } from "../core/toolbar.ts";
import { allowedSites } from "../shared/allowed.ts";
import { hasContainers, jarOf } from "../shared/jars.ts";
import { speak } from "../shared/languages.ts";
import { effective } from "../shared/options.ts";
import { read } from "../shared/storage.ts";

const SIZES = [16, 24, 32]; // px

const LOOKS: Readonly<Record<Look, { icon: string; badge: string; colour: string }>> = {
  on: { icon: "on", badge: "!", colour: "#a1500a" },
  again: { icon: "on", badge: "!!", colour: "#a1500a" },
  off: { icon: "icon", badge: "", colour: "#0a6b4f" },
  answer: { icon: "icon", badge: "…", colour: "#a1500a" },
  due: { icon: "icon", badge: "↻", colour: "#51585f" },
  unknown: { icon: "unknown", badge: "?", colour: "#51585f" },
};

/** Draws what is known in a cookie jar. @param where one window, or all that have none of their own */
const paint = async (stored: Stored, jar: Jar, where: { windowId?: number }): Promise<void> => {
  const [{ options }, allowed] = await Promise.all([effective(stored.options), allowedSites()]);
  const known = knownIn(stored, jar);
  // A site that the person has not turned on is not waited for.
  const sites = SITES.filter(({ id, required }) => required || allowed.some((site) => site.id === id));
  const now = Date.now();
  const all = sites.map(({ primary }) => known[primary]);
  const isAnswerDue = hasOverdue(saidIn(stored, jar), now);
  const { look, at } = buttonOf(all, isAnswerDue, options, now);
  const { icon, badge, colour } = LOOKS[look];
  const locale = await speak(options);
  const message = look === "answer" ? "notice_answer" : `toolbar_${look}`;
  const title = locale.say(message, at === null ? {} : { date: { date: at } });
  const path = Object.fromEntries(SIZES.map((size) => [size, `/icons/${icon}-${size}.png`]));
  // Firefox for Android has only the name.
  await Promise.all([
    chrome.action.setTitle({ title, ...where }),
    chrome.action.setIcon?.({ path, ...where }),
    chrome.action.setBadgeText?.({ text: badge, ...where }),
    chrome.action.setBadgeBackgroundColor?.({ color: colour, ...where }),
    chrome.action.setBadgeTextColor?.({ color: "#ffffff", ...where }),
  ]);
};

const paintFor = async (stored: Stored, tabs: readonly chrome.tabs.Tab[]): Promise<void> => {
  await Promise.allSettled(tabs.map((tab) => paint(stored, jarOf(tab), { windowId: tab.windowId })));
};

/** Draws a window's button by the tab that is in front. */
export const paintWindow = async (windowId: number): Promise<void> =>
  paintFor((await read()).stored, await chrome.tabs.query({ active: true, windowId }));

/** Draws what is known now, in every window. */
export const paintButton = async (): Promise<void> => {
  const { stored } = await read();
  await paint(stored, null, {});
  if (hasContainers()) await paintFor(stored, await chrome.tabs.query({ active: true }));
};
