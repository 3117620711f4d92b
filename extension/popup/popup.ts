/**
 * The popup: how each site's primary setting stands, what can be done about it, the way to all else. In a tab
 * it has the site's other switches as well, which would not fit on one screen.
 */

import type { VNode } from "snabbdom";
import { h } from "snabbdom";
import { SITES } from "#data/sites";
import { othersOf } from "../core/checkup.ts";
import { glanceOf, glancePhrases, isReminderDue } from "../core/glance.ts";
import { hasOverdue } from "../core/guides.ts";
import { PRIVATE } from "../core/jars.ts";
import { addressOf } from "../core/jobs.ts";
import { doesKey } from "../core/names.ts";
import { nameKey } from "../core/phrase.ts";
import type { Site } from "../core/site.ts";
import { download, isPopup, send, visit } from "../own/browser.ts";
import type { Page, Plan } from "../own/page.ts";
import { startPage } from "../own/page.ts";
import { button, mark, notice, sentences, troubleNotices } from "../own/parts.ts";
import { about } from "../shared/locale.ts";
import { drawCheckup, drawProgress, lastReport, settingActions } from "./checkup.ts";

/** Settings that the person has ticked. */
const ticked = new Set<string>();
/** Sites whose permission is missing, by id. */
const withdrawn = new Set<string>();

/** What the person should know first, whatever the site. */
const notices = (page: Page): VNode[] => {
  const { stored, locale } = page;
  const isNewer = stored.aside.some(({ why }) => why === "newer");
  const aside = () =>
    notice(
      "aside",
      locale.say(isNewer ? "notice_newer" : "notice_aside"),
      button(page, "export-aside"),
      button(page, "discard", { asksTwice: true }),
    );
  const answer = () => notice("answer", locale.say("notice_answer"), button(page, "sites"));
  return [
    ...(stored.aside.length > 0 ? [aside()] : []),
    ...troubleNotices(page),
    ...(hasOverdue(stored.said, Date.now()) ? [answer()] : []),
  ];
};

const siteNotices = (page: Page, { id, primary }: Site): VNode[] => {
  const { known, options, locale } = page;
  const grant = () => button(page, "grant", { id, attrs: { class: "main" } });
  return [
    ...(withdrawn.has(id) ? [notice("permission", locale.say("notice_permission"), grant())] : []),
    ...(isReminderDue(known[primary], options, Date.now()) ? [notice("due", locale.say("notice_due"))] : []),
  ];
};

/** Of which cookies all this is told, where they are not the browser's own. */
const jarNote = ({ place: { jar }, isForgetful, locale }: Page): VNode[] => {
  if (jar === null) return [];
  const kind = jar === PRIVATE ? (isForgetful ? "forgetful" : "private") : "container";
  return [h("p", locale.say(`jar_${kind}`))];
};

/** The primary setting, apart from all others. */
const card = (page: Page, setting: string): VNode => {
  const { locale } = page;
  const known = page.known[setting];
  const state = glanceOf(known);
  const seen = glancePhrases(known, (moment) => ({ moment }));
  return h("div.card", { key: setting, attrs: { "data-setting": setting, "data-state": state } }, [
    h("div.head", [mark(), h("h1.title", { attrs: { tabindex: "-1" } }, locale.say(nameKey(setting)))]),
    h("p", sentences(locale, seen)),
    ...jarNote(page),
    ...(state === "again" ? [h("p", locale.say("again_account"))] : []),
    h("p.soft", locale.say(doesKey(setting))),
    settingActions(page, setting, true),
  ]);
};

/** A site's other switches; in the popup no more than the check-up of them that goes on. */
const others = (page: Page, site: Site): VNode[] => {
  if (othersOf(site).length === 0) return [];
  if (!isPopup()) return [drawCheckup(page, site, ticked)];
  return lastReport(page)?.is === "under-way" ? [drawProgress(page, site)] : [];
};

const section = (any: Page, site: Site): VNode => {
  const { id, name, primary } = site;
  const page = { ...any, locale: about(any.locale, name) };
  const attrs = { "data-site": id, "data-state": glanceOf(page.known[primary]), "aria-label": name };
  return h("section", { key: id, attrs }, [
    h("div", { key: "notices", attrs: { role: "status" } }, siteNotices(page, site)),
    card(page, primary),
    ...others(page, site),
  ]);
};

const footer = (page: Page): VNode =>
  h("footer.actions", { key: "footer" }, [
    ...(isPopup() ? [button(page, "checkup", { text: page.locale.say("checkup_title") })] : []),
    button(page, "sites"),
    button(page, "receipts"),
    button(page, "options"),
  ]);

const draw = (page: Page): VNode[] => {
  const told = h("div", { key: "notices", attrs: { role: "status" } }, notices(page));
  const sites = SITES.map((site) => section(page, site));
  // On the one screen of the popup the switch comes first.
  return [...(isPopup() ? [...sites, told] : [told, ...sites]), footer(page)];
};

const siteNamed = (id: string): Site | undefined => SITES.find((site) => site.id === id);

const settingsOf = (id: string): string[] => siteNamed(id)?.settings.map((setting) => setting.id) ?? [];

const originsOf = ({ origin }: Site): string[] => [`${origin}/*`];

/** Which permissions there are; the first drawing need not wait for it. */
const checkPermissions = async (): Promise<void> => {
  for (const site of SITES) {
    const isGranted = await chrome.permissions.contains({ origins: originsOf(site) });
    if (isGranted) withdrawn.delete(site.id);
    else withdrawn.add(site.id);
  }
};

const pressed: Plan["actions"] = {
  "turn-off": (_page, setting) => send({ type: "start-jobs", want: "off", settings: [setting] }),
  show: ({ place }, setting) => visit(addressOf(SITES, setting), place),
  "look-all": (_page, site) => send({ type: "start-jobs", want: "look", settings: settingsOf(site) }),
  "turn-off-ticked": async (_page, site) => {
    const settings = settingsOf(site).filter((setting) => ticked.has(setting));
    await send({ type: "start-jobs", want: "off", settings });
    for (const setting of settings) ticked.delete(setting);
  },
  resume: async (page) => {
    const report = lastReport(page);
    const { run } = page;
    if (run && report?.is === "ended")
      await send({ type: "start-jobs", want: run.want, settings: [...report.left] });
  },
  checkup: () => send({ type: "open-page", page: "popup" }),
  stop: () => send({ type: "stop-jobs" }),
  grant: async (_page, id) => {
    const site = siteNamed(id);
    // Only within the person's own click: nothing is waited for before.
    if (site && (await chrome.permissions.request({ origins: originsOf(site) })))
      await send({ type: "permission-granted" });
    await checkPermissions();
  },
  "export-aside": ({ stored }) => download("untick-set-aside.json", stored.aside),
  discard: () => send({ type: "delete-set-aside" }),
  sites: () => send({ type: "open-page", page: "overview" }),
  receipts: () => send({ type: "open-page", page: "receipts" }),
  options: () => send({ type: "open-page", page: "options" }),
};

/** As the browser has it: the person may have chosen another, or none. */
const commands = (await chrome.commands?.getAll()) ?? [];
const shortcut = commands.find(({ name }) => name === "reach")?.shortcut ?? "";

const redraw = await startPage({
  title: "popup_title",
  draw,
  beside: ({ locale }) =>
    shortcut === "" ? [] : [h("kbd.soft", { attrs: { title: locale.say("command_reach") } }, shortcut)],
  actions: pressed,
  change: (_page, box) => (box.matches(":checked") ? ticked.add(box.name) : ticked.delete(box.name)),
  redrawAfter: (page) => {
    const report = lastReport(page);
    return report?.is === "under-way" ? report.wait : null;
  },
});
const recheck = (): undefined => void checkPermissions().then(redraw);
chrome.permissions.onAdded.addListener(recheck);
chrome.permissions.onRemoved.addListener(recheck);
recheck();
