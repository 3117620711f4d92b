/**
 * The popup: how each site's primary setting stands, what can be done about it, the way to all else. In a tab
 * it has the site's other switches as well, which would not fit on one screen.
 */

import type { VNode } from "snabbdom";
import { h } from "snabbdom";
import { GUIDES } from "#data/guides";
import { SITES } from "#data/sites";
import { concerns, othersOf } from "../core/checkup.ts";
import { glanceOf, glancePhrases, isReminderDue } from "../core/glance.ts";
import type { Guide } from "../core/guides.ts";
import { guidePhrases, guideState, hasOverdue } from "../core/guides.ts";
import { PRIVATE } from "../core/jars.ts";
import { addressOf } from "../core/jobs.ts";
import { doesKey } from "../core/names.ts";
import { nameKey } from "../core/phrase.ts";
import type { Checkup } from "../core/schemas.ts";
import type { KnownSite, Site } from "../core/site.ts";
import { isBelow, siteOf } from "../core/site.ts";
import { allow, followAllowed, isAllowedNow } from "../own/allow.ts";
import { download, isPopup, send, visit } from "../own/browser.ts";
import type { Page, Plan } from "../own/page.ts";
import { startPage } from "../own/page.ts";
import { actions, button, mark, notice, sentences, troubleNotices } from "../own/parts.ts";
import { drawProgress, lastReport, progressActions, progressWait } from "../own/progress.ts";
import { sayActions, sayButtons } from "../own/say.ts";
import { visibleAt } from "../shared/allowed.ts";
import { about } from "../shared/locale.ts";
import { drawCheckup, settingActions } from "./checkup.ts";

/** Settings that the person has ticked. */
const ticked = new Set<string>();

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
  const isOfSeveral = (run: Checkup) => SITES.every((site) => !concerns(run, site, SITES));
  return [
    ...(stored.aside.length > 0 ? [aside()] : []),
    ...troubleNotices(page),
    ...(hasOverdue(page.said, Date.now()) ? [answer()] : []),
    ...(lastReport(page)?.is === "under-way" ? [drawProgress(page, isOfSeveral)] : []),
  ];
};

const siteNotices = (page: Page, site: KnownSite): VNode[] => {
  const { known, options, locale } = page;
  const { id, primary } = site;
  if (!isAllowedNow(id)) {
    const grant = button(page, "grant", { id, attrs: { class: "main" } });
    const left = site.required ? [] : [button(page, "forget", { id })];
    return [notice("permission", locale.say("notice_permission"), grant, ...left)];
  }
  return isReminderDue(known[primary], options, Date.now()) ? [notice("due", locale.say("notice_due"))] : [];
};

/** Of which cookies all this is told, where they are not the browser's own. */
const jarNote = ({ place: { jar }, isForgetful, locale }: Page): VNode[] => {
  if (jar === null) return [];
  const kind = jar === PRIVATE ? (isForgetful ? "forgetful" : "private") : "container";
  return [h("p", locale.say(`jar_${kind}`))];
};

/**
 * The primary setting, apart from all others.
 * @param site its name, where there are others; then the one screen has no room for what the setting does
 */
const card = (page: Page, setting: string, site: string | null): VNode => {
  const { locale } = page;
  const known = page.known[setting];
  const state = glanceOf(known);
  const called = locale.say(nameKey(setting));
  const title = site === null ? called : `${site} · ${called}`;
  const seen = glancePhrases(known, (moment) => ({ moment }));
  return h("div.card", { key: setting, attrs: { "data-setting": setting, "data-state": state } }, [
    h("div.head", [mark(), h("h1.title", { attrs: { tabindex: "-1" } }, title)]),
    h("p", sentences(locale, seen)),
    ...jarNote(page),
    ...(state === "again" ? [h("p", locale.say("again_account"))] : []),
    ...(site !== null && isPopup() ? [] : [h("p.soft", locale.say(doesKey(setting)))]),
    // The notice above has what can be done where Untick may see nothing.
    ...(isAllowedNow(siteOf(SITES, setting).id) ? [settingActions(page, setting, true)] : []),
  ]);
};

/** A site's other switches; in the popup no more than the check-up of them that goes on. */
const others = (page: Page, site: Site): VNode[] => {
  if (othersOf(site).length === 0 || !isAllowedNow(site.id)) return [];
  if (!isPopup()) return [drawCheckup(page, site, ticked)];
  return lastReport(page)?.is === "under-way"
    ? [drawProgress(page, (run) => concerns(run, site, SITES))]
    : [];
};

/** A site that is not the first, in a line of the popup: the page of all sites has the rest. */
const brief = ({ known, locale }: Page, { name, primary }: Site): VNode => {
  const seen = glancePhrases(known[primary], (moment) => ({ date: moment }));
  const attrs = { "data-setting": primary, "data-state": glanceOf(known[primary]) };
  return h("div.head", { key: primary, attrs }, [
    mark(),
    h("p", [h("strong", name), ` ${sentences(locale, seen)}`]),
  ]);
};

const section = (any: Page, site: KnownSite, index: number, all: readonly KnownSite[]): VNode => {
  const { id, name, primary } = site;
  const page = { ...any, locale: about(any.locale, name) };
  const attrs = { "data-site": id, "data-state": glanceOf(page.known[primary]), "aria-label": name };
  return h("section", { key: id, attrs }, [
    h("div", { key: "notices", attrs: { role: "status" } }, siteNotices(page, site)),
    ...(index === 0 || !isPopup()
      ? [card(page, primary, all.length > 1 ? name : null), ...others(page, site)]
      : [brief(page, site)]),
  ]);
};

/** The site of the page in front, where nothing is pressed on it. */
const guided = (any: Page, guide: Guide): VNode => {
  const { id, name, kind, address } = guide;
  const page = { ...any, locale: about(any.locale, name) };
  const { locale } = page;
  const kept = { said: page.said[id], known: page.known[id] };
  const state = guideState(guide, kept, Date.now());
  const open = { id, text: locale.say(kind === "form" ? "action_open_form" : "action_open") };
  return h("section", { key: id, attrs: { "data-site": id, "data-state": state, "aria-label": name } }, [
    h("div.card", { attrs: { "data-state": state } }, [
      h("div.head", [mark(), h("h1.title", { attrs: { tabindex: "-1" } }, locale.say("guide_title"))]),
      h("p", sentences(locale, guidePhrases(guide, kept, Date.now()))),
      h("p.soft", locale.say(`site_${kind}`)),
      actions(
        ...(address === undefined ? [] : [button(page, "open", open)]),
        ...(state === "form" ? sayButtons(page, id) : []),
        ...(state === "sent" || state === "overdue" ? [button(page, "answered", { id })] : []),
      ),
    ]),
  ]);
};

/**
 * Those that Untick may see, or has seen before that was withdrawn: first the one of the page in front, then
 * those asked for at installation.
 */
const shownSites = ({ known }: Page): KnownSite[] => {
  const isShown = (site: KnownSite) =>
    site.required || isAllowedNow(site.id) || site.settings.some(({ id }) => id in known);
  const rank = (site: KnownSite) => (site.id === inFront ? 0 : site.required ? 1 : 2);
  return SITES.filter(isShown).toSorted((one, other) => rank(one) - rank(other));
};

/** Whether the page in front is one of settings; only there does Untick read anything. */
const canReport = (): boolean =>
  SITES.some(
    ({ id, addresses: { settings, signIn } }) =>
      id === inFront && isBelow([...settings, ...signIn], new URL(address)),
  );

const footer = (page: Page): VNode =>
  h("footer.actions", { key: "footer" }, [
    ...(isPopup() ? [button(page, "checkup", { text: page.locale.say("checkup_title") })] : []),
    button(page, "sites"),
    button(page, "receipts"),
    ...(isPopup() && canReport() ? [button(page, "report")] : []),
    button(page, "options"),
  ]);

const draw = (page: Page): VNode[] => {
  const told = h("div", { key: "notices", attrs: { role: "status" } }, notices(page));
  const guides = GUIDES.filter(({ id }) => id === inFront).map((guide) => guided(page, guide));
  const switches = shownSites(page).map((site, index, all) =>
    section(page, site, index + guides.length, all),
  );
  const sites = [...guides, ...switches];
  // On the one screen of the popup the switch comes first.
  return [...(isPopup() ? [...sites, told] : [told, ...sites]), footer(page)];
};

const siteNamed = (id: string): Site | undefined => SITES.find((site) => site.id === id);

const settingsOf = (id: string): string[] => siteNamed(id)?.settings.map((setting) => setting.id) ?? [];

const pressed: Plan["actions"] = {
  "turn-off": (_page, setting) => send({ type: "start-jobs", want: "off", settings: [setting] }),
  show: ({ place }, setting) => visit(addressOf(SITES, setting), place),
  "look-all": (_page, site) => send({ type: "start-jobs", want: "look", settings: settingsOf(site) }),
  "turn-off-ticked": async (_page, site) => {
    const settings = settingsOf(site).filter((setting) => ticked.has(setting));
    await send({ type: "start-jobs", want: "off", settings });
    for (const setting of settings) ticked.delete(setting);
  },
  ...progressActions,
  checkup: () => send({ type: "open-page", page: "popup" }),
  grant: (_page, id) => allow(id),
  forget: (_page, site) => send({ type: "forget-site", site }),
  open: async ({ place }, id) => {
    const address = GUIDES.find((guide) => guide.id === id)?.address;
    if (address !== undefined) await visit(address, place);
  },
  ...sayActions,
  "export-aside": ({ stored }) => download("untick-set-aside.json", stored.aside),
  discard: () => send({ type: "delete-set-aside" }),
  sites: () => send({ type: "open-page", page: "overview" }),
  receipts: () => send({ type: "open-page", page: "receipts" }),
  report: () => send({ type: "open-page", page: "report" }),
  options: () => send({ type: "open-page", page: "options" }),
};

let redraw = (): void => undefined;
const [tabs, commands = []] = await Promise.all([
  chrome.tabs.query({ active: true, currentWindow: true }),
  chrome.commands?.getAll(),
  followAllowed(() => redraw()),
]);
/** The browser tells no address of a site that Untick may not see. */
const address = tabs[0]?.url ?? "";
const inFront = visibleAt(address)?.id;
/** As the browser has it: the person may have chosen another, or none. */
const shortcut = commands.find(({ name }) => name === "reach")?.shortcut ?? "";

redraw = await startPage({
  title: "popup_title",
  draw,
  beside: ({ locale }) =>
    shortcut === "" ? [] : [h("kbd.soft", { attrs: { title: locale.say("command_reach") } }, shortcut)],
  actions: pressed,
  change: (_page, box) => (box.matches(":checked") ? ticked.add(box.name) : ticked.delete(box.name)),
  redrawAfter: progressWait,
});
