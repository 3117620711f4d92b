/** Receipts: what was seen and done, kept on this device only; to read, print, take along and delete. */

import type { VNode } from "snabbdom";
import { h } from "snabbdom";
import { GUIDES } from "#data/guides";
import { SITES } from "#data/sites";
import type { Fact } from "../core/receipts.ts";
import {
  exportOf,
  factsOf,
  fileNameOf,
  hashOf,
  knownZone,
  markOf,
  SCHEMA_FILE,
  titleOf,
} from "../core/receipts.ts";
import type { Receipt } from "../core/schemas.ts";
import { isSetting } from "../core/site.ts";
import { download, send } from "../own/browser.ts";
import type { Page } from "../own/page.ts";
import { startPage } from "../own/page.ts";
import { actions, button, mark, troubleNotices } from "../own/parts.ts";
import type { Locale } from "../shared/locale.ts";
import { about, formatDate } from "../shared/locale.ts";

/** Tells an instant of a receipt in the person's language and the receipt's zone. */
const whenIn =
  ({ locale }: Page, receipt: Receipt) =>
  (instant: string): string =>
    formatDate(locale.tag, instant, { dateStyle: "long", timeStyle: "long", timeZone: knownZone(receipt) });

const title = ({ locale }: Page, receipt: Receipt): string => locale.say(...titleOf(receipt, SITES, GUIDES));

/** One among others. */
const row = (page: Page, receipt: Receipt, key: string): VNode => {
  const { id, at } = receipt;
  const link = h("a", { attrs: { href: hashOf(id) } }, title(page, receipt));
  return h("article.row", { key, attrs: { "data-receipt": id, "data-state": markOf(receipt) } }, [
    mark(),
    h("div", [h("h2", { attrs: { id: `title-${id}` } }, [link]), h("p.soft", whenIn(page, receipt)(at))]),
    button(page, "delete", { id, asksTwice: true, attrs: { "aria-describedby": `title-${id}` } }),
  ]);
};

/** With a name for each row, also where damage has given two receipts the same one. */
const keyed = (receipts: readonly Receipt[]): [key: string, receipt: Receipt][] => {
  const counts = new Map<string, number>();
  return receipts.map((receipt) => {
    const { id } = receipt;
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return [`row ${count} ${id}`, receipt];
  });
};

const fact = ({ locale }: Page, [name, ...parts]: Fact): VNode[] => {
  const texts = parts.map((part) => (typeof part === "string" ? part : locale.say(...part)));
  return [h("dt", locale.say(name)), h("dd", [h("bdi", texts.join(" "))])];
};

/** One alone, as it is printed. */
const sheet = (page: Page, receipt: Receipt): VNode => {
  const { id } = receipt;
  const one = { ...page, locale: about(page.locale, siteNames([receipt], page.locale)) };
  const facts = factsOf(receipt, whenIn(page, receipt));
  const attrs = { "data-receipt": id, "data-state": markOf(receipt) };
  return h("article.sheet", { key: `sheet ${id}`, attrs }, [
    h("div.head", [mark(), h("h2.title", title(page, receipt))]),
    h(
      "dl",
      facts.flatMap((each) => fact(one, each)),
    ),
    actions(
      button(page, "print", { attrs: { class: "main" } }),
      button(page, "export", { id }),
      button(page, "delete", { id, asksTwice: true }),
    ),
  ]);
};

/** What sites the receipts are of. */
const siteNames = (receipts: readonly Receipt[], { tag }: Locale): string => {
  const has = (isIts: (setting: string) => boolean) => receipts.some(({ setting }) => isIts(setting));
  const names = [
    ...SITES.filter((site) => has((setting) => isSetting([site], setting))),
    ...GUIDES.filter(({ id }) => has((setting) => setting === id)),
  ];
  return new Intl.ListFormat(tag).format((names.length > 0 ? names : SITES).map(({ name }) => name));
};

const proves = (receipts: readonly Receipt[], page: Page): VNode => {
  const locale = about(page.locale, siteNames(receipts, page.locale));
  return h("section", { key: "proves" }, [
    h("h2", locale.say("receipt_proves_title")),
    h("p", locale.say("receipt_proves")),
    h("p", locale.say("receipt_proves_not")),
    h("p.screen", [
      locale.say("receipt_schema"),
      " ",
      h("a", { attrs: { href: `/${SCHEMA_FILE}` } }, SCHEMA_FILE),
    ]),
  ]);
};

const heading = (text: string): VNode => h("h1", { key: "title", attrs: { tabindex: "-1" } }, text);

/** @param receipts newest first */
const list = (page: Page, receipts: readonly Receipt[]): VNode[] => {
  const { locale } = page;
  const rows = keyed(receipts).map(([key, receipt]) => row(page, receipt, key));
  return [
    heading(locale.say("receipt_title")),
    ...(rows.length > 0
      ? [
          h("section", { key: "rows" }, rows),
          actions(button(page, "export-all"), button(page, "delete-all", { asksTwice: true })),
        ]
      : [h("p", { key: "none" }, locale.say("receipt_empty"))]),
  ];
};

const detail = (page: Page, receipt: Receipt): VNode[] => [
  h("p.screen", { key: "all" }, [h("a", { attrs: { href: "#" } }, page.locale.say("receipt_all"))]),
  heading(page.locale.say("receipt_one")),
  sheet(page, receipt),
];

const save = (receipts: readonly Receipt[]): void =>
  download(fileNameOf(receipts), exportOf(receipts, chrome.runtime.getManifest().version, Date.now()));

const redraw = await startPage({
  title: "receipt_title",
  draw: (page) => {
    const { receipts } = page.stored;
    const asked = receipts.find(({ id }) => hashOf(id) === location.hash);
    return [
      ...troubleNotices(page),
      ...(asked ? detail(page, asked) : list(page, receipts.toReversed())),
      proves(asked ? [asked] : receipts, page),
    ];
  },
  actions: {
    print: () => print(),
    export: ({ stored }, id) => save(stored.receipts.filter((receipt) => receipt.id === id)),
    "export-all": ({ stored }) => save(stored.receipts.toReversed()),
    delete: (_page, id) => send({ type: "delete-receipts", receipts: [id] }),
    "delete-all": () => send({ type: "delete-receipts", receipts: "all" }),
  },
});
addEventListener("hashchange", () => {
  redraw();
  scrollTo(0, 0);
});
