/** A site's other switches: what each does, read or turned off one after another at the person's word. */

import type { VNode } from "snabbdom";
import { h } from "snabbdom";
import { SITES } from "#data/sites";
import { actionsOf, concerns, othersOf } from "../core/checkup.ts";
import { glanceOf, glancePhrases } from "../core/glance.ts";
import { doesKey } from "../core/names.ts";
import { nameKey } from "../core/phrase.ts";
import type { Site } from "../core/site.ts";
import type { Page } from "../own/page.ts";
import { actions, button, mark, sentences } from "../own/parts.ts";
import { drawProgress } from "../own/progress.ts";

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

/** @param ticked ids of settings: nothing is beforehand */
export const drawCheckup = (page: Page, site: Site, ticked: ReadonlySet<string>): VNode => {
  const { locale } = page;
  const others = othersOf(site);
  const count = others.filter((setting) => ticked.has(setting)).length;
  return h("section", { key: "checkup" }, [
    h("h2", locale.say("checkup_title")),
    h("p.soft", locale.say("checkup_body")),
    actions(button(page, "look-all", { id: site.id })),
    drawProgress(page, (run) => concerns(run, site, SITES)),
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
