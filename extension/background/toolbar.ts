/** The toolbar's button: how the primary settings stand, by drawing, badge and name, not by colour alone. */

import { SITES } from "#data/sites";
import type { Look } from "../core/toolbar.ts";
import { buttonOf } from "../core/toolbar.ts";
import { speak } from "../shared/languages.ts";
import { effective } from "../shared/options.ts";
import { read } from "../shared/storage.ts";

const SIZES = [16, 24, 32]; // px

const LOOKS: Readonly<Record<Look, { icon: string; badge: string; colour: string }>> = {
  on: { icon: "on", badge: "!", colour: "#a1500a" },
  again: { icon: "on", badge: "!!", colour: "#a1500a" },
  off: { icon: "icon", badge: "", colour: "#0a6b4f" },
  due: { icon: "icon", badge: "↻", colour: "#51585f" },
  unknown: { icon: "unknown", badge: "?", colour: "#51585f" },
};

/** Draws what is known now. */
export const paintButton = async (): Promise<void> => {
  const { known, options: own } = await read();
  const { options } = await effective(own);
  const all = SITES.map(({ primary }) => known[primary]);
  const { look, at } = buttonOf(all, options, Date.now());
  const { icon, badge, colour } = LOOKS[look];
  const locale = await speak(options);
  const title = locale.say(`toolbar_${look}`, at === null ? {} : { date: { date: at } });
  const path = Object.fromEntries(SIZES.map((size) => [size, `/icons/${icon}-${size}.png`]));
  // Firefox for Android has only the name.
  await Promise.all([
    chrome.action.setTitle({ title }),
    chrome.action.setIcon?.({ path }),
    chrome.action.setBadgeText?.({ text: badge }),
    chrome.action.setBadgeBackgroundColor?.({ color: colour }),
    chrome.action.setBadgeTextColor?.({ color: "#ffffff" }),
  ]);
};
