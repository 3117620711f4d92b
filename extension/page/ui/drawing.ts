/**
 * The banner's contents by snabbdom, whose DOM calls go through kept prototypes: a page may have clobbered
 * the document's.
 */

import type { DOMAPI, VNode } from "snabbdom";
import { attributesModule, h, init } from "snabbdom";
import type { View } from "../../core/banner-words.ts";
import { keyOf } from "../../core/phrase.ts";
import type { Locale } from "../../shared/locale.ts";
import type { Details } from "../../shared/messages.ts";
import * as dom from "../dom.ts";

/** Actions that are never the main one. */
const QUIET: readonly string[] = ["undo", "stop", "receipt"];

const isType =
  <Type extends Node>(type: number) =>
  (node: Node): node is Type =>
    node.nodeType === type;

const unused = (): never => {
  throw new Error("the banner has no such node");
};

/** All nodes are our own, but for the document. */
const api: DOMAPI = {
  createElement: (name: keyof HTMLElementTagNameMap) => dom.create(name),
  createElementNS: unused,
  createComment: unused,
  createTextNode: dom.createText,
  insertBefore: (parent, node, reference) => void parent.insertBefore(node, reference),
  removeChild: (parent, child) => void parent.removeChild(child),
  appendChild: (parent, child) => void parent.appendChild(child),
  parentNode: (node) => node.parentNode,
  nextSibling: (node) => node.nextSibling,
  tagName: (element) => element.tagName,
  setTextContent: (node, text) => {
    node.textContent = text;
  },
  getTextContent: (node) => node.textContent,
  isElement: isType<Element>(Node.ELEMENT_NODE),
  isText: isType<Text>(Node.TEXT_NODE),
  isComment: isType<Comment>(Node.COMMENT_NODE),
  isDocumentFragment: (_node): _node is never => false,
};

export const patch = init([attributesModule], api);

type AnyView = View<string, string>;

/** A list of texts. @param lang theirs, where it is not the person's own */
const drawList = (kind: "ol" | "ul", items: readonly string[], lang: string | null): VNode =>
  h(
    kind,
    { attrs: { lang: lang ?? false, dir: lang !== null && "auto" } },
    items.map((item) => h("li", item)),
  );

const drawDetails = (
  locale: Locale,
  { hasDetails = false, folded = [] }: AnyView,
  { lists, lang, regions, objection }: Details,
): VNode => {
  const link = (href: string): VNode =>
    h("a", { attrs: { href, target: "_blank", rel: "noopener noreferrer" } }, locale.say("objection_link"));
  const all = [
    ...lists.flatMap(({ title, items }) => [h("h3", title), drawList("ul", items, lang)]),
    ...(regions === null ? [] : [h("p", regions)]),
    ...(objection === null ? [] : [h("p", [link(objection)])]),
  ];
  return h("div.details", { attrs: { id: "details" } }, [
    ...(hasDetails ? all : []),
    ...(folded.length > 0
      ? [
          h(
            "div.actions",
            folded.map((action) => drawButton(locale, action)),
          ),
        ]
      : []),
  ]);
};

const drawProgress = (locale: Locale, { done, total }: NonNullable<AnyView["progress"]>): VNode => {
  const text = locale.say("checkup_progress", { done: done + 1, total });
  return h("div", { attrs: { "data-part": "progress" } }, [
    h("progress", { attrs: { value: done, max: total, "aria-label": text } }),
    h("span", text),
  ]);
};

const drawButton = (
  locale: Locale,
  action: string,
  attrs: Record<string, string> = {},
  called = `action_${keyOf(action)}`,
): VNode =>
  h(
    "button",
    { key: action, attrs: { type: "button", "data-action": action, ...attrs } },
    locale.say(called),
  );

const drawActions = (
  locale: Locale,
  { actions = [], called = {}, hasDetails = false, folded = [] }: AnyView,
  isUnfolded: boolean,
): VNode[] => {
  const buttons = actions.map((action, index) =>
    drawButton(
      locale,
      action,
      index === 0 && !QUIET.includes(action) ? { class: "main" } : {},
      called[action],
    ),
  );
  const fold = drawButton(locale, "details", { class: "fold", "aria-expanded": `${isUnfolded}` });
  const all = hasDetails || folded.length > 0 ? [...buttons, fold] : buttons;
  return all.length > 0 ? [h("div.actions", all)] : [];
};

/** @param view null: nothing has been said yet @param isUnfolded whether the details are shown */
export const drawCard = (
  locale: Locale,
  view: AnyView | null,
  { details, isUnfolded }: { details: Details; isUnfolded: boolean },
): VNode =>
  h("div.inner", [
    h("div.head", { attrs: view ? { "data-state": view.mark ?? view.state } : {} }, [
      h("span.mark", { attrs: { "aria-hidden": "true" } }),
      // There before anything is said in it: only a change is read out.
      h("p.title", { attrs: { role: "status" } }, view ? locale.say(...view.title) : ""),
      h("button.close", {
        attrs: { type: "button", "data-action": "dismiss", "aria-label": locale.say("action_dismiss") },
      }),
    ]),
    h("div.content", view ? drawContent(locale, view, details, isUnfolded) : []),
  ]);

const drawContent = (locale: Locale, view: AnyView, details: Details, isUnfolded: boolean): VNode[] => [
  ...(view.note ? [h("p.note", { attrs: { role: "alert" } }, locale.say(...view.note))] : []),
  ...(view.progress ? [drawProgress(locale, view.progress)] : []),
  ...(view.body ?? []).map((phrase) => h("p", locale.say(...phrase))),
  ...(view.steps
    ? [
        h(
          "ol.steps",
          view.steps.map(({ text, isDone }) =>
            h("li", { attrs: { class: isDone ? "done" : "" } }, locale.say(...text)),
          ),
        ),
      ]
    : []),
  ...(view.way ? [drawList("ol", view.way.items, view.way.lang)] : []),
  ...drawActions(locale, view, isUnfolded),
  ...((view.hasDetails || view.folded) && isUnfolded ? [drawDetails(locale, view, details)] : []),
];
