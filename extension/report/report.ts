/**
 * A report of the page that a person asks for it on. All of it is shown before it is saved or copied, and so
 * is what it leaves out, for the person alone to add: that is kept in this page only, and ends with it.
 */

import { h } from "snabbdom";
import * as v from "valibot";
import { SITES } from "#data/sites";
import { nameKey } from "../core/phrase.ts";
import { browserOf, fileNameOf, withAdded } from "../core/report.ts";
import type { Draft } from "../core/report-schema.ts";
import { DraftSchema } from "../core/report-schema.ts";
import { download } from "../own/browser.ts";
import type { Page } from "../own/page.ts";
import { startPage } from "../own/page.ts";
import { button } from "../own/parts.ts";
import { READ_STRUCTURE } from "../shared/read-structure.ts";
import { drawSeen, drawTree } from "./tree.ts";

const FILES = ["/page/shield.js", "/page/engine.js", "/page/report.js"];

/** What the person has ticked, by number. */
const added = new Set<number>();

/** Asks the page of that tab, as it stands now. Rejects where there is none, or none that may be seen. */
const readTab = async (tabId: number): Promise<Draft | null> => {
  await chrome.scripting.executeScript({ target: { tabId }, files: FILES });
  const { report, held } = await chrome.tabs.sendMessage(tabId, READ_STRUCTURE, { frameId: 0 });
  const checked = SITES.find(({ id }) => id === report.site)?.checked;
  const { version: extension } = chrome.runtime.getManifest();
  const whole = { ...report, extension, browser: browserOf(navigator.userAgent), checked };
  const { success, output } = v.safeParse(DraftSchema, { report: whole, held });
  return success ? output : null;
};

const tab = Number(location.hash.slice(1));
// Loaded or opened once more, it is of no page: nobody has asked for another one, and tabs change.
history.replaceState(null, "", location.pathname);
const draft = await readTab(tab).catch(() => null);

const textOf = (made: Draft): string => `${JSON.stringify(withAdded(made, added), null, 2)}\n`;

const drawReport = (page: Page, made: Draft) => {
  const { locale } = page;
  const { report } = made;
  const name = SITES.find(({ id }) => id === report.site)?.name ?? report.site;
  const marks = { made, added, page };
  return [
    h("p", { key: "body" }, locale.say("report_body")),
    h("p", { key: "held" }, locale.say("report_held")),
    h("section", { key: "what" }, [
      h("h2", `${name} · ${locale.say(nameKey(report.setting))}`),
      h("dl", [
        h("dt", locale.say("receipt_address")),
        h("dd", [h("code", { attrs: { dir: "ltr" } }, report.path)]),
        h("dt", locale.say("receipt_versions")),
        h("dd", [
          h("bdi", `Untick ${report.extension}, ${report.site} ${report.checked}, ${report.browser}`),
        ]),
      ]),
      drawSeen(marks),
    ]),
    drawTree(marks),
    h("details", { key: "file" }, [
      h("summary", locale.say("report_file")),
      h("pre", { attrs: { "data-part": "file", dir: "ltr", tabindex: "0" } }, textOf(made)),
    ]),
    h("div.actions.dock", { key: "dock" }, [
      button(page, "save", { attrs: { class: "main" } }),
      button(page, "copy"),
    ]),
  ];
};

await startPage({
  title: "report_title",
  draw: (page) => [
    h("h1", { key: "title", attrs: { tabindex: "-1" } }, page.locale.say("report_title")),
    ...(draft ? drawReport(page, draft) : [h("p", { key: "gone" }, page.locale.say("report_gone"))]),
  ],
  actions: {
    save: () => draft && download(fileNameOf(draft.report), withAdded(draft, added)),
    copy: async ({ announce }) => {
      if (!draft) return;
      await navigator.clipboard.writeText(textOf(draft));
      announce("action_copied");
    },
  },
  change: (_page, box) =>
    box.matches(":checked") ? added.add(Number(box.name)) : added.delete(Number(box.name)),
});
