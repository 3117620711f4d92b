/** A check-up that goes on, or how the last one ended; stopped, and gone on with. */

import type { VNode } from "snabbdom";
import { h } from "snabbdom";
import { SITES } from "#data/sites";
import type { Report } from "../core/checkup.ts";
import { reportOf } from "../core/checkup.ts";
import type { Checkup } from "../core/schemas.ts";
import { siteOf } from "../core/site.ts";
import { nameIn } from "../shared/locale.ts";
import { isAllowedNow } from "./allow.ts";
import { send } from "./browser.ts";
import type { Page, Plan } from "./page.ts";
import { actions, button, listIn } from "./parts.ts";

/** What is said of the last check-up, or of the one that goes on; null where there was none. */
export const lastReport = ({ run, locale }: Page): Report | null =>
  run && reportOf(run, { sites: SITES, now: Date.now(), list: listIn(locale) });

/** What it has not come to, of the sites that Untick may see now. */
const leftOf = ({ left }: Extract<Report, { is: "ended" }>): string[] =>
  left.filter((id) => isAllowedNow(siteOf(SITES, id).id));

/** What follows the sentence on how far it is, or how it ended. */
const restOf = (page: Page, report: Report): VNode[] => {
  const { locale } = page;
  if (report.is === "ended")
    return [
      ...report.details.map((phrase) => h("p", locale.say(...phrase))),
      ...(leftOf(report).length > 0 ? [actions(button(page, "resume"))] : []),
    ];
  const { done, total, name } = report;
  const attrs = { value: `${done}`, max: `${total}`, "aria-label": locale.say("checkup_title") };
  return [h("progress", { attrs }), h("p", nameIn(locale, name)), actions(button(page, "stop"))];
};

/**
 * How far the last check-up is, or how it ended.
 * @param isMeant whether it is one of those that are told here
 */
export const drawProgress = (page: Page, isMeant: (run: Checkup) => boolean): VNode => {
  const { run } = page;
  const report = run && isMeant(run) ? lastReport(page) : null;
  const ended = report?.is === "ended" && report.how;
  return h("div", { key: "run", attrs: { "data-part": "run", "data-ended": ended } }, [
    // There before anything is said in it: only a change is read out.
    h("p", { attrs: { role: "status" } }, report ? page.locale.say(...report.text) : ""),
    ...(report ? restOf(page, report) : []),
  ]);
};

/** What its buttons do, on any page that shows it. */
export const progressActions: Plan["actions"] = {
  resume: async (page) => {
    const report = lastReport(page);
    const { run } = page;
    if (run && report?.is === "ended")
      await send({ type: "start-jobs", want: run.want, settings: leftOf(report) });
  },
  stop: () => send({ type: "stop-jobs" }),
};

/** ms after which a page that shows it is to be drawn again: it may have fallen silent. */
export const progressWait = (page: Page): number | null => {
  const report = lastReport(page);
  return report?.is === "under-way" ? report.wait : null;
};
