/** A site's other switches: what each does, read or turned off one after another at the person's word. */

import type { VNode } from "snabbdom";
import { h } from "snabbdom";
import { SITES } from "#data/sites";
import type { Report } from "../core/checkup.ts";
import { actionsOf, concerns, othersOf, reportOf } from "../core/checkup.ts";
import { glanceOf, glancePhrases } from "../core/glance.ts";
import { doesKey } from "../core/names.ts";
import { nameKey } from "../core/phrase.ts";
import type { Site } from "../core/site.ts";
import type { Page } from "../own/page.ts";
import { actions, button, listIn, mark, sentences } from "../own/parts.ts";

/** What is said of the last check-up, or of the one that goes on; null where there was none. */
export const lastReport = ({ run, locale }: Page): Report | null =>
  run && reportOf(run, { sites: SITES, now: Date.now(), list: listIn(locale) });

/** What can be done about one setting. */
export const settingActions = (page: Page, setting: string, isPrimary: boolean): VNode => {
  // Told by the row's name, since each row has the same buttons.
  const row = isPrimary ? {} : { "aria-describedby": `name-${setting}` };
  const attrs = { "turn-off": isPrimary ? { class: "main" } : row, show: row };
  const wanted = actionsOf(page.known[setting]);
  return actions(...wanted.map((action) => button(page, action, { id: setting, attrs: attrs[action] })));
};

const row = (page: Page, setting: string, isTicked: boolean): VNode => {
  const { locale, change } = page;
  const known = page.known[setting];
  const tick = h("input", {
    attrs: { type: "checkbox", name: setting, "aria-describedby": `state-${setting}` },
    props: { checked: isTicked },
    on: { change },
  });
  const name = h("span", { attrs: { id: `name-${setting}` } }, locale.say(nameKey(setting)));
  const seen = glancePhrases(known, (moment) => ({ date: moment }));
  return h("li", { key: setting, attrs: { "data-setting": setting, "data-state": glanceOf(known) } }, [
    h("label.head", [tick, name, mark()]),
    h("p.soft", locale.say(doesKey(setting))),
    h("p", { attrs: { id: `state-${setting}` } }, sentences(locale, seen)),
    settingActions(page, setting, false),
  ]);
};

/** What follows the sentence on how far it is, or how it ended. */
const restOf = (page: Page, report: Report): VNode[] => {
  const { locale } = page;
  if (report.is === "ended")
    return [
      ...report.details.map((phrase) => h("p", locale.say(...phrase))),
      ...(report.left.length > 0 ? [actions(button(page, "resume"))] : []),
    ];
  const { done, total, setting } = report;
  const attrs = { value: `${done}`, max: `${total}`, "aria-label": locale.say("checkup_title") };
  return [h("progress", { attrs }), h("p", locale.say(nameKey(setting))), actions(button(page, "stop"))];
};

/** How far the last check-up is, or how it ended, where it is one of the site's settings. */
export const drawProgress = (page: Page, site: Site): VNode => {
  const { run } = page;
  const report = run && concerns(run, site) ? lastReport(page) : null;
  const ended = report?.is === "ended" && report.how;
  return h("div", { key: "run", attrs: { "data-part": "run", "data-ended": ended } }, [
    // There before anything is said in it: only a change is read out.
    h("p", { attrs: { role: "status" } }, report ? page.locale.say(...report.text) : ""),
    ...(report ? restOf(page, report) : []),
  ]);
};

/** @param ticked ids of settings: nothing is beforehand */
export const drawCheckup = (page: Page, site: Site, ticked: ReadonlySet<string>): VNode => {
  const { locale } = page;
  const others = othersOf(site);
  const count = others.filter((setting) => ticked.has(setting)).length;
  return h("section", { key: "checkup" }, [
    h("h2", locale.say("checkup_title")),
    h("p.soft", locale.say("checkup_body")),
    actions(button(page, "look-all", { id: site.id })),
    drawProgress(page, site),
    h(
      "ul.list",
      others.map((setting) => row(page, setting, ticked.has(setting))),
    ),
    h("div.actions.dock", [
      button(page, "turn-off-ticked", {
        id: site.id,
        text: locale.say("checkup_turn_off", { count }),
        attrs: { class: "main", disabled: count === 0 },
      }),
    ]),
  ]);
};
