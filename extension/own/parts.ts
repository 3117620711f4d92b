/** What several of Untick's own pages are made of. */

import type { Attrs, VNode } from "snabbdom";
import { h } from "snabbdom";
import type { Name } from "../core/names.ts";
import type { Phrase } from "../core/phrase.ts";
import { keyOf } from "../core/phrase.ts";
import type { Locale } from "../shared/locale.ts";
import { nameIn } from "../shared/locale.ts";
import type { Page } from "./page.ts";
import { isSame } from "./page.ts";

interface ButtonOptions {
  /** of the site, setting or receipt that it is about */
  readonly id?: string;
  /** whether it asks once more, in place, before it does anything */
  readonly asksTwice?: boolean;
  readonly text?: string;
  readonly attrs?: Attrs;
}

/** A button. Without a text of its own it has the one of its action. */
export const button = (page: Page, action: string, options: ButtonOptions = {}): VNode => {
  const { id = "", asksTwice = false, text, attrs } = options;
  const press = { action, id, asksTwice };
  const isArmed = asksTwice && isSame(page.armed, press);
  return h(
    "button",
    {
      key: action,
      attrs: { type: "button", "data-action": action, ...attrs },
      on: { click: (event: MouseEvent) => page.press(event, press), ...(isArmed && { blur: page.disarm }) },
    },
    isArmed ? page.locale.say("action_sure") : (text ?? page.locale.say(`action_${keyOf(action)}`)),
  );
};

/** Buttons beside each other. */
export const actions = (...buttons: VNode[]): VNode => h("div.actions", buttons);

/** What the person should know first, and what can be done about it. */
export const notice = (kind: string, text: string, ...buttons: VNode[]): VNode =>
  h("div", { key: `notice-${kind}`, attrs: { "data-part": "notice", "data-kind": kind } }, [
    h("p", text),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ]);

/** Why something could not be kept, where that is so. */
export const troubleNotices = ({ trouble, locale }: Page): VNode[] =>
  trouble === null ? [] : [notice(trouble, locale.say(`notice_${trouble}`))];

/** The state as a picture, of whatever it stands in. */
export const mark = (): VNode => h("span.mark", { attrs: { "aria-hidden": "true" } });

/** Sentences that follow each other. */
export const sentences = (locale: Locale, phrases: readonly Phrase[]): string =>
  phrases.map((phrase) => locale.say(...phrase)).join(" ");

/** How several names are told. */
export const listIn =
  (locale: Locale) =>
  (names: readonly Name[]): string =>
    new Intl.ListFormat(locale.tag).format(names.map((name) => nameIn(locale, name)));
