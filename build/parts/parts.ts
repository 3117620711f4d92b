/**
 * Parts of the engine in a page that has none: what each costs, by the clock and by what it asks of the page.
 * A driver runs it in a settings page and calls `parts` of the window.
 */

import { WORDED_SITES } from "#data/worded-sites";
import type { WordedSite } from "../../extension/core/site.ts";
import { settingOf } from "../../extension/core/site.ts";
import type { State } from "../../extension/core/stability.ts";
import { setBridge } from "../../extension/page/bridge.ts";
import { decide } from "../../extension/page/decide.ts";
import { pressSwitch } from "../../extension/page/press.ts";
import { createReader } from "../../extension/page/reader.ts";
import { surveyPage } from "../../extension/page/survey.ts";
import { createDialogs } from "../../extension/page/ui/dialogs.ts";
import { createHighlight } from "../../extension/page/ui/highlight.ts";

const BANNER = { left: 800, top: 500, width: 360, height: 200 };

setBridge({
  api: {
    runtime: { id: "parts", onMessage: { addListener: () => undefined, removeListener: () => undefined } },
  } as unknown as typeof chrome,
  leaksRoots: false,
  hasEngine: true,
  shield: {
    protect: () => undefined,
    release: () => undefined,
    silently: () => undefined,
    renew: () => undefined,
  },
});

const siteHere = (): WordedSite => {
  const found = WORDED_SITES.find(({ origin }) => origin === location.origin);
  if (!found) throw new Error("open a page of a site");
  return found;
};

const worded = siteHere();
const setting = settingOf(worded, worded.primary);
const entry = {
  site: worded,
  setting,
  path: location.pathname,
  opener: null,
  isReloaded: false,
  pressedAt: () => Number.POSITIVE_INFINITY,
  leaving: new AbortController(),
};
const reader = createReader(entry, true);
const host = document.createElement("div");
document.documentElement.append(host);
const highlight = createHighlight(host.attachShadow({ mode: "closed" }), () => undefined);
const dialogs = createDialogs(host, () => undefined);

/** Each as it is done while the switch is known; first: the one look that finds it. */
const parts: Record<string, () => void> = {
  first: () => void createReader(entry, true).look("change", null),
  frame: () => void reader.isWorthALook(),
  beat() {
    highlight.check();
    dialogs.boxes(BANNER);
    reader.look("beat", null);
  },
  "survey of likely places": () => void surveyPage(worded, "deep"),
  "survey for a press": () => void surveyPage(worded, "thorough"),
};

/** Which control of the page as it stands would be pressed, and what speaks against the others. */
const decided = (): { chosen: string | null; vetoes: readonly string[] } => {
  const { controls } = surveyPage(worded, "thorough");
  const { chosen, candidates } = decide(controls, entry, undefined, true);
  const pressed = chosen?.control.control.element;
  return { chosen: pressed?.outerHTML ?? null, vetoes: candidates.map(({ veto }) => veto) };
};

/** Presses the page's switch where it stands on; tells what it shows then, null where nothing is pressed. */
const press = (): State | null => {
  const fresh = createReader(entry, true);
  return pressSwitch(fresh, "on")?.after ?? null;
};

/** Has the page change, as it does between two frames: what the browser remembers of queries is lost. */
const change = (): void => {
  const row = document.createElement("div");
  document.body.append(row);
  row.remove();
  document.body.getBoundingClientRect();
};

/** ms that each part takes, the mean of `times` */
const time = (times: number): Record<string, number> =>
  Object.fromEntries(
    Object.entries(parts).map(([name, part]) => {
      let spent = 0;
      for (let left = times; left > 0; left -= 1) {
        change();
        const begun = performance.now();
        part();
        spent += performance.now() - begun;
      }
      return [name, spent / times];
    }),
  );

const seen = reader.look("change", null);
highlight.show(seen.possible.map(({ control }) => control.control.element));
Object.assign(window, {
  parts: { time, decided, press, run: (name: string) => parts[name]?.(), isFound: seen.chosen !== null },
});
