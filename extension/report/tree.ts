/** A report as people read it: what Untick saw, and the page's elements as they lie in each other. */

import type { VNode } from "snabbdom";
import { h } from "snabbdom";
import type { Draft, Held, Piece, ReportNode } from "../core/report-schema.ts";
import type { Page } from "../own/page.ts";

/** What a part of a report is drawn from. */
interface Marks {
  readonly made: Draft;
  /** what the person has ticked */
  readonly added: ReadonlySet<number>;
  readonly page: Page;
}

const code = (kind: string, text: string): VNode => h(`span.${kind}`, text);

/** What is left out: with its box where the person may add it. */
const drawHeld = ({ made, added, page }: Marks, { n, length, says }: Held): VNode => {
  const text = made.held[n] ?? null;
  const size = page.locale.say("report_length", { count: length });
  const about = says === undefined || says === "none" ? [] : [code("says", says)];
  if (text === null) return h("span.held", [h("bdi", size), ...about]);
  const isAdded = added.has(n);
  return h("label.held", { attrs: { class: isAdded ? "held added" : "held" } }, [
    h("input", {
      attrs: { type: "checkbox", name: `${n}` },
      props: { checked: isAdded },
      on: { change: page.change },
    }),
    h("span", [h("bdi.text", text), " ", h("bdi", size), " ", ...about]),
  ]);
};

const drawPiece = (marks: Marks, piece: Piece): VNode => {
  if (typeof piece === "string") return h("bdi.text", piece);
  if (typeof piece === "number") return code("held", `‹${piece}›`);
  return drawHeld(marks, piece);
};

const drawAttribute = (marks: Marks, [name, pieces]: [string, Piece[]]): VNode =>
  h("span.attribute", [
    code("name", name === "…" ? `… × ${pieces[0]}` : pieces.join("") === "" ? name : `${name}=`),
    ...(name === "…" ? [] : pieces.filter((piece) => piece !== "").map((piece) => drawPiece(marks, piece))),
  ]);

const isNode = (one: ReportNode | Piece): one is ReportNode => typeof one === "object" && "tag" in one;

const drawNode = (marks: Marks, node: ReportNode): VNode => {
  const { tag, attributes = {}, drawn, state, control, left = 0, children = [] } = node;
  const notes = [drawn, state, ...(control === undefined ? [] : [`#${control + 1}`])];
  return h("li", { attrs: { "data-control": control ?? false } }, [
    h("span.line", [
      code("tag", tag),
      ...Object.entries(attributes).map((one) => drawAttribute(marks, one)),
      ...notes.filter((one) => one !== undefined).map((one) => code("note", one)),
    ]),
    ...(children.length + left === 0
      ? []
      : [
          h("ul", [
            ...children.map((child) =>
              isNode(child) ? drawNode(marks, child) : h("li", [drawPiece(marks, child)]),
            ),
            ...(left > 0 ? [h("li", [code("name", `… × ${left}`)])] : []),
          ]),
        ]),
  ]);
};

/** The elements, in the notation of their own names. */
export const drawTree = (marks: Marks): VNode =>
  h("ul.tree", { key: "tree", attrs: { dir: "ltr" } }, [drawNode(marks, marks.made.report.body)]);

/** What the banner said, and what was found of each control. */
export const drawSeen = (marks: Marks): VNode => {
  const { told, chosen, lang, title, seen } = marks.made.report;
  const fact = (name: string, value: VNode): VNode => h("li", [code("name", `${name}=`), value]);
  return h("ul.tree", { attrs: { dir: "ltr" } }, [
    fact("told", code("note", told ?? "–")),
    fact("lang", code("text", lang)),
    fact("title", drawPiece(marks, title)),
    ...seen.map(({ state, isLocked, label, says, witnesses, veto }, at) =>
      h("li", { attrs: { "data-chosen": chosen === at } }, [
        code("note", `#${at + 1}`),
        drawPiece(marks, label),
        ...[state ?? "–", ...(isLocked ? ["locked"] : []), says, ...witnesses].map((one) =>
          code("name", one),
        ),
        ...(veto === "" ? [] : [code("veto", veto)]),
        ...(chosen === at ? [code("note", "chosen")] : []),
      ]),
    ),
  ]);
};
