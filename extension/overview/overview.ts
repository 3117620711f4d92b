/** Where AI trains on people: a row for each site, with what is known of it and what can be done. */

import type { VNode } from "snabbdom";
import { h } from "snabbdom";
import { GUIDES } from "#data/guides";
import { SITES } from "#data/sites";
import { actionsOf } from "../core/checkup.ts";
import { glanceOf, glancePhrases } from "../core/glance.ts";
import type { Guide } from "../core/guides.ts";
import { guideOf, guidePhrases, guideState, isStale, textsOf } from "../core/guides.ts";
import { addressOf } from "../core/jobs.ts";
import { doesKey } from "../core/names.ts";
import type { Phrase } from "../core/phrase.ts";
import type { KnownSite, Site } from "../core/site.ts";
import { allow, followAllowed, giveBack, isAllowedNow } from "../own/allow.ts";
import { send, visit } from "../own/browser.ts";
import type { Page } from "../own/page.ts";
import { startPage } from "../own/page.ts";
import { actions, button, mark, sentences } from "../own/parts.ts";
import { drawProgress, progressActions, progressWait } from "../own/progress.ts";
import { sayActions, sayButtons } from "../own/say.ts";
import { languageOf } from "../shared/languages.ts";
import { about, sayRegions } from "../shared/locale.ts";

const row = (
  { id, name }: Pick<Site, "id" | "name">,
  heading: "h2" | "h3",
  state: string,
  status: string,
  inside: VNode[],
): VNode =>
  // The address may name a site: its row is unfolded.
  h("details", { key: id, attrs: { "data-site": id, open: location.hash === `#${id}` } }, [
    h("summary", { attrs: { "data-state": state } }, [
      mark(),
      h("div", [h(heading, name), ...(status === "" ? [] : [h("p.soft", status)])]),
    ]),
    h("div.inside", inside),
  ]);

/** A site with a switch that Untick reads, presses and proves. */
const switchRow = (page: Page, site: KnownSite): VNode => {
  const { id } = site;
  const locale = about(page.locale, site.name);
  const setting = site.primary;
  const known = page.known[setting];
  const seen = glancePhrases(known, (moment) => ({ date: moment }));
  return row(site, "h2", glanceOf(known), sentences(locale, seen), [
    h("p", locale.say(doesKey(setting))),
    actions(
      ...actionsOf(known).map((action) => button(page, action, { id: setting })),
      ...(site.required ? [] : [button(page, "give-back", { id })]),
    ),
  ]);
};

/** … and may not see yet: how it can, and what the person can do without. */
const offerRow = (page: Page, site: KnownSite): VNode => {
  const { id, name } = site;
  const allowing = button(page, "allow", { id, attrs: { class: "main" } });
  const offer = h("p", about(page.locale, name).say("site_allow"));
  return guideRow(page, guideOf(site), "h2", [offer, actions(allowing)]);
};

/** How texts of a site's file are marked: they may be in another language than the page. */
const inLanguage = (lang: string) => ({ lang: lang.replace("_", "-"), dir: "auto" });

const list = (kind: "ol" | "ul", title: string, items: readonly string[], lang: string): VNode[] =>
  items.length === 0
    ? []
    : [
        h("h4", title),
        h(
          kind,
          { attrs: inLanguage(lang) },
          items.map((item) => h("li", item)),
        ),
      ];

/** What a person may write into a form, and says to have sent. */
const objection = (page: Page, { id }: Guide): VNode[] => {
  const { locale } = page;
  const said = page.said[id];
  const answers = said?.answered === null ? [button(page, "answered", { id })] : [];
  return [
    h("h4", locale.say("objection_title")),
    h("p.soft", locale.say("objection_body")),
    h("blockquote", locale.say("objection_text")),
    actions(
      button(page, "copy", { id }),
      ...(said ? [...answers, button(page, "unsaid", { id, asksTwice: true })] : sayButtons(page, id)),
    ),
  ];
};

const otherForms = ({ forms }: Guide, labels: readonly string[], lang: string): VNode[] =>
  forms.length === 0
    ? []
    : [
        h(
          "ul",
          { attrs: inLanguage(lang) },
          forms.map(({ address }, index) =>
            h("li", [
              h(
                "a",
                { attrs: { href: address, target: "_blank", rel: "noreferrer" } },
                labels[index] ?? address,
              ),
            ]),
          ),
        ),
      ];

const guideRow = (
  page: Page,
  guide: Guide,
  heading: "h2" | "h3" = "h3",
  offer: readonly VNode[] = [],
  last: readonly VNode[] = [],
): VNode => {
  const { locale, options } = page;
  const { id, kind, address, words, grade, checked } = guide;
  const { way, facts, forms, lang } = textsOf(guide, languageOf(options));
  const say = (...phrase: Phrase) => h("p", locale.say(...phrase));
  const regions = sayRegions(locale, guide.regions);
  const how = { message: `known_${grade.toLowerCase()}` };
  const day = checked === undefined ? null : { date: Date.parse(checked) };
  const known = day ? locale.say("site_known", { how, date: day }) : locale.say("site_undated", { how });
  const doubt = isStale(guide, Date.now()) ? [locale.say("site_stale")] : [];
  const open = kind === "form" ? "action_open_form" : "action_open";
  const kept = { said: page.said[id], known: page.known[id] };
  const status = sentences(locale, guidePhrases(guide, kept, Date.now()));
  return row(guide, heading, guideState(guide, kept, Date.now()), status, [
    ...offer,
    ...(words[0] === undefined ? [] : [say("site_words", { words: words[0] })]),
    ...(guide.protects ? [say("site_protects")] : []),
    ...list("ol", locale.say("site_way"), way, lang),
    ...(address === undefined ? [] : [actions(button(page, "open", { id, text: locale.say(open) }))]),
    ...(kind === "form" ? objection(page, guide) : []),
    ...list("ul", locale.say("site_facts"), facts, lang),
    ...(regions === null ? [] : [h("p", regions)]),
    ...otherForms(guide, forms, lang),
    h("p.soft.known", [known, ...doubt].join(" ")),
    ...last,
  ]);
};

/** The same, with whether the banner may tell it on the site's own pages. */
const toldRow = (page: Page, guide: Guide): VNode => {
  const { id, name, origins } = guide;
  if (origins.length === 0) return guideRow(page, guide);
  const offer = h("p.soft", about(page.locale, name).say("guide_allow"));
  const buttons = isAllowedNow(id)
    ? [actions(button(page, "give-back", { id }))]
    : [offer, actions(button(page, "allow", { id }))];
  return guideRow(page, guide, "h3", [], buttons);
};

const KINDS = ["read", "guide", "form", "none"] as const;

/** Of the sites that Untick may see. */
const primaries = (): string[] => SITES.filter(({ id }) => isAllowedNow(id)).map(({ primary }) => primary);

/** Reads how they stand one after another, where there are several. */
const checkup = (page: Page): VNode[] =>
  primaries().length < 2
    ? []
    : [
        h("p.soft", page.locale.say("checkup_body")),
        actions(button(page, "look-all")),
        drawProgress(page, ({ settings }) => settings.every((id) => primaries().includes(id))),
      ];

const guideNamed = (id: string): Guide | undefined =>
  [...GUIDES, ...SITES.map(guideOf)].find((guide) => guide.id === id);

let redraw = (): void => undefined;
await followAllowed(() => redraw());
redraw = await startPage({
  title: "sites_title",
  draw: (page) => [
    h("h1", { attrs: { tabindex: "-1" } }, page.locale.say("sites_title")),
    h("p.soft", page.locale.say("sites_body")),
    h("section", { key: "switch" }, [
      ...checkup(page),
      ...SITES.map((site) => (isAllowedNow(site.id) ? switchRow : offerRow)(page, site)),
    ]),
    ...KINDS.map((kind) =>
      h("section", { key: kind }, [
        h("h2", page.locale.say(`site_${kind}`)),
        ...GUIDES.filter((guide) => guide.kind === kind).map((guide) => toldRow(page, guide)),
      ]),
    ),
  ],
  actions: {
    "turn-off": (_page, setting) => send({ type: "start-jobs", want: "off", settings: [setting] }),
    show: ({ place }, setting) => visit(addressOf(SITES, setting), place),
    open: async ({ place }, id) => {
      const address = guideNamed(id)?.address;
      if (address !== undefined) await visit(address, place);
    },
    "look-all": () => send({ type: "start-jobs", want: "look", settings: primaries() }),
    ...progressActions,
    allow: (_page, id) => allow(id),
    "give-back": (_page, id) => giveBack(id),
    copy: async ({ locale, announce }) => {
      await navigator.clipboard.writeText(locale.say("objection_text"));
      announce("action_copied");
    },
    ...sayActions,
  },
  redrawAfter: progressWait,
});
