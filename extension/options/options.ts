/** Options: the language, where the banner shows, a reminder; what is kept, to take along or to erase. */

import type { VNode } from "snabbdom";
import { h } from "snabbdom";
import { LANGUAGES } from "#data/languages";
import { SITES } from "#data/sites";
import type { Options } from "../core/schemas.ts";
import { download, send } from "../own/browser.ts";
import type { Page } from "../own/page.ts";
import { startPage } from "../own/page.ts";
import { actions, button, notice, troubleNotices } from "../own/parts.ts";
import { formatDate } from "../shared/locale.ts";
import { read } from "../shared/storage.ts";

const REMINDERS = [0, 30, 90]; // days

/** Beside an option that is not the person's to choose. */
const note = ({ fixed, locale }: Page, key: keyof Options): VNode[] =>
  fixed.includes(key) ? [h("p.soft", locale.say("options_fixed"))] : [];

/** @param choices values, and what is read */
const select = (page: Page, key: keyof Options, choices: readonly (readonly [string, string])[]): VNode => {
  const { options, fixed, locale, change } = page;
  const chosen = `${options[key]}`;
  return h("div.field", { key }, [
    h("label", { attrs: { for: key } }, locale.say(`options_${key}`)),
    h(
      "select",
      { attrs: { name: key, id: key, disabled: fixed.includes(key) }, on: { change } },
      choices.map(([value, text]) =>
        h("option", { key: value, attrs: { value }, props: { selected: value === chosen } }, text),
      ),
    ),
    ...note(page, key),
  ]);
};

const language = (page: Page): VNode => {
  const languages = Object.entries(LANGUAGES).map(([code, { name }]) => [code, name] as const);
  return select(page, "language", [["auto", page.locale.say("options_language_auto")], ...languages]);
};

const banner = (page: Page): VNode => {
  const { options, fixed, locale, change } = page;
  const radio = (value: Options["banner"]): VNode =>
    h("label", [
      h("input", {
        attrs: { type: "radio", name: "banner", value, disabled: fixed.includes("banner") },
        props: { checked: options.banner === value },
        on: { change },
      }),
      h("span", locale.say(`options_banner_${value}`)),
    ]);
  return h("fieldset.field", { key: "banner" }, [
    h("legend", locale.say("options_banner")),
    radio("settings"),
    radio("page"),
    ...note(page, "banner"),
  ]);
};

const reminder = (page: Page): VNode => {
  const { options, locale } = page;
  // An organisation may have set another.
  const days = [...new Set([...REMINDERS, options.reminder])].toSorted((one, other) => one - other);
  const after = new Intl.RelativeTimeFormat(locale.tag);
  const text = (count: number): string =>
    count === 0 ? locale.say("options_reminder_never") : after.format(count, "day");
  return select(
    page,
    "reminder",
    days.map((count) => [`${count}`, text(count)] as const),
  );
};

const kept = (page: Page): VNode => {
  const { stored, locale } = page;
  const seen = [stored.known, ...Object.values(stored.jars)].flatMap((known) => Object.keys(known));
  const counts = { settings: seen.length, receipts: stored.receipts.length };
  return h("section", { key: "kept" }, [
    h("h2", locale.say("options_kept")),
    h("p", locale.say("options_kept_body", counts)),
    h("p", locale.say("options_privacy")),
    actions(button(page, "export-everything"), button(page, "erase", { asksTwice: true })),
  ]);
};

/** When the oldest of the site files was last checked. */
const version = ({ locale }: Page): string => {
  const [checked = ""] = SITES.map((site) => site.checked).toSorted();
  return locale.say("options_version", {
    version: chrome.runtime.getManifest().version,
    // A day, which is the same in every zone.
    date: formatDate(locale.tag, checked, { dateStyle: "long", timeZone: "UTC" }),
  });
};

const draw = (page: Page): VNode[] => {
  const { wrong, locale } = page;
  return [
    h("h1", { key: "title", attrs: { tabindex: "-1" } }, locale.say("options_title")),
    ...troubleNotices(page),
    ...(wrong.length > 0 ? [notice("wrong", locale.say("options_wrong", { keys: wrong.join(", ") }))] : []),
    language(page),
    banner(page),
    reminder(page),
    kept(page),
    h("footer.soft", { key: "version" }, version(page)),
  ];
};

await startPage({
  title: "options_title",
  draw,
  actions: {
    "export-everything": ({ stored }) => download("untick.json", stored),
    erase: ({ announce }) => {
      announce("options_erased");
      return send({ type: "erase" });
    },
  },
  change: async ({ announce }, { name, value }) => {
    announce("options_saved");
    await send({ type: "set-options", options: { [name]: name === "reminder" ? Number(value) : value } });
    const { trouble } = await read();
    if (trouble) announce(`options_${trouble}`);
  },
});
