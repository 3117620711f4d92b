/** A report of a page: what it tells, what it holds back, and what a person adds to it. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as v from "valibot";
import type { RawNode, RawPage } from "../../extension/core/report.ts";
import { browserOf, draftOf, fileNameOf, withAdded } from "../../extension/core/report.ts";
import type { Report, ReportNode } from "../../extension/core/report-schema.ts";
import { DraftSchema, ReportSchema } from "../../extension/core/report-schema.ts";
import { draft, element, rawPage } from "./builders/reports.ts";
import { LINKEDIN } from "./builders/site.ts";

const PHRASE = "Use my data for training content creation AI models";

const bodyOf = (...children: (RawNode | string)[]): ReportNode =>
  draft({ body: element("body", {}, ...children) }).report.body;

const firstOf = (...children: (RawNode | string)[]) => bodyOf(...children).children?.[0];

/** What is told of an attribute. */
const told = (name: string, text: string) => {
  const node = firstOf(element("input", { [name]: text }));
  return typeof node === "object" && "tag" in node ? node.attributes?.[name] : null;
};

describe("a text", () => {
  test("is told where the site's own words are known, as the site file spells them", () => {
    assert.equal(firstOf(PHRASE), PHRASE);
    assert.equal(firstOf(`\u200b${PHRASE.toUpperCase()} `), PHRASE);
    assert.equal(firstOf("On"), "On");
    assert.deepEqual(told("aria-label", PHRASE), [PHRASE]);
  });

  test("is told by its length and what it speaks of, where it says more", () => {
    const text = `Maya, ${PHRASE}`;
    assert.deepEqual(firstOf(text), { n: 0, length: text.length, says: "agrees", words: 10 });
    assert.deepEqual(firstOf("Do not train AI models on me"), {
      n: 0,
      length: 28,
      says: "opposite",
      words: 7,
    });
    assert.deepEqual(firstOf("Maya Ferreira"), { n: 0, length: 13, says: "silent", words: 2 });
    assert.deepEqual(firstOf("17"), { n: 0, length: 2, says: "none", words: 1 });
    assert.deepEqual(told("title", "Maya Ferreira"), [{ n: 0, length: 13, says: "silent", words: 2 }]);
  });
});

describe("a name", () => {
  test("is told where all its words are known", () => {
    for (const name of ["allowDataForGenerativeAI", "main", "privacy-settings_toggle", "shareMemberData"])
      assert.deepEqual(told("id", name), [name]);
    assert.deepEqual(told("aria-labelledby", "setting-label allowDataForGenerativeAI"), [
      "setting-label",
      "allowDataForGenerativeAI",
    ]);
    assert.deepEqual(told("data-testid", "toggle-row"), ["toggle-row"]);
  });

  test("is held back where one is not, and the person may add it", () => {
    const { report, held } = draft({ body: element("body", { id: "maya-ferreira" }) });
    assert.deepEqual(report.body.attributes?.["id"], [{ n: 0, length: 13 }]);
    assert.equal(held[0], "maya-ferreira");
  });

  test("with a digit, and what else is no key, is not even offered, but referred to", () => {
    for (const name of ["ember123", "maya@example.org", "urn:li:member:4711", "x".repeat(61)]) {
      const label = element("p", { id: name });
      const { report, held } = draft({
        body: element("body", {}, label, element("input", { "aria-labelledby": name })),
      });
      const same = { n: 0, length: name.length };
      assert.deepEqual(
        report.body.children?.map((one) => typeof one === "object" && "tag" in one && one.attributes),
        [{ id: [same] }, { "aria-labelledby": [same] }],
      );
      assert.deepEqual(held, [null]);
    }
  });

  test("is told for a form of a known key, or of a key's shape, where it is one", () => {
    const key = "allowDataForGenerativeAI";
    assert.deepEqual(told("id", `${key}-ember12`), [{ n: 0, length: key.length + 8, key }]);
    assert.deepEqual(told("id", "shareZqWith7"), [{ n: 0, length: 12, key: "" }]);
  });

  test("of scripts' own attributes is told or is only a length", () => {
    assert.deepEqual(told("data-state", "checked"), ["checked"]);
    assert.deepEqual(told("data-value", "1234567"), [7]);
    assert.deepEqual(told("data-member", '{"name":"Maya"}'), [15]);
  });
});

test("how it looks is no part of it", () => {
  assert.deepEqual(firstOf(element("p", { class: "main", style: "color: red" })), { tag: "p" });
});

test("an attribute whose name is not known is counted", () => {
  const node = firstOf(element("p", { "data-maya": "1", onclick: "x()", zq: "", hidden: "" }));
  assert.deepEqual(node, { tag: "p", attributes: { hidden: [""], "…": [3] } });
});

test("states and roles are told, all else by its length", () => {
  assert.deepEqual(told("role", "switch"), ["switch"]);
  assert.deepEqual(told("aria-checked", "mixed"), ["mixed"]);
  assert.deepEqual(told("aria-checked", "maya"), [4]);
  assert.deepEqual(told("placeholder", "main"), [4]);
  assert.deepEqual(told("value", "on"), [2]);
});

test("an address is told where the site file has all of it", () => {
  const known = "/mypreferences/d/settings/data-for-ai-improvement";
  assert.deepEqual(told("href", known), [known]);
  assert.deepEqual(told("href", `https://www.linkedin.com${known}`), [known]);
  for (const other of [
    `${known}?me=1`,
    `${known}#maya`,
    "/in/maya",
    "https://elsewhere.example/mypreferences/d",
  ])
    assert.deepEqual(told("href", other), [other.length]);
  assert.equal(draft({ path: `${known}/maya-7` }).report.path, `${known}/…`);
});

test("an element that HTML does not know is told without its name", () => {
  const tags = (...names: string[]) =>
    bodyOf(...names.map((name) => element(name, {}))).children?.map(
      (one) => typeof one === "object" && "tag" in one && one.tag,
    );
  assert.deepEqual(tags("input", "settings-toggle", "maya-toggle", "maya", "#closed"), [
    "input",
    "settings-toggle",
    "x-element",
    "div",
    "#closed",
  ]);
});

test("a language is told where the site file has it", () => {
  const lang = (one: string) => draft({ lang: one }).report.lang;
  assert.deepEqual(["", "en", "pt-BR", "zh-Hant", "en-maya", "maya", "xx"].map(lang), [
    "",
    "en",
    "pt-BR",
    "zh-Hant",
    "en",
    "…",
    "…",
  ]);
});

const whole = (page: Partial<RawPage> = {}) => {
  const { report, held } = draft(page);
  return { report: { ...report, extension: "0.1.0", browser: "Firefox 153", checked: "2026-08-21" }, held };
};

test("what a person adds is told wherever it stands, and nothing else", () => {
  const label = element("p", { id: "maya-label" }, "Maya");
  const body = element("body", { "aria-labelledby": "maya-label" }, label, "Ferreira");
  const before = whole({ body, title: "Maya" });
  assert.deepEqual(before.held, ["Maya", "maya-label", "Ferreira"]);
  const after = withAdded(before, new Set([1]));
  assert.ok(v.is(ReportSchema, after));
  assert.equal(JSON.stringify(after).split("maya-label").length - 1, 2);
  assert.ok(!/Maya|Ferreira/.test(JSON.stringify(after)));
  assert.deepEqual(withAdded(before, new Set()), before.report);
  assert.match(JSON.stringify(withAdded(before, new Set([0]))), /"title":"Maya"/);
});

test("what was not offered cannot be added", () => {
  const held = whole({ body: element("body", { id: "ember12" }) });
  assert.deepEqual(withAdded(held, new Set([0])), held.report);
});

test("it has an end, and stands up to its own schema", () => {
  const crowd = Array.from({ length: 3000 }, (_, at) =>
    element("p", { id: `row${at}`, title: `T ${at}` }, `${at}`),
  );
  const big = whole({ body: element("body", {}, ...crowd), title: "x".repeat(100_000) });
  assert.ok(v.is(DraftSchema, big));
  assert.ok(JSON.stringify(big.report).length < 200_000);
  assert.ok((big.report.body.left ?? 0) > 2000);
  assert.ok(big.held.every((text) => (text ?? "").length <= 400));
});

test("the schema takes nothing that is not in it", () => {
  const { report } = whole();
  const wrong: Record<string, unknown>[] = [
    { more: 1 },
    { schema: "untick-report-2" },
    { body: { tag: "p", onclick: "x" } },
    { body: { tag: "<script>" } },
    { body: { tag: "p", children: [{ n: -1, length: 1 }] } },
    { path: 7 },
    { chosen: "0" },
    { path: "x".repeat(401) },
  ];
  assert.ok(v.is(ReportSchema, report satisfies Report));
  for (const change of wrong)
    assert.ok(!v.is(ReportSchema, { ...report, ...change }), JSON.stringify(change));
});

test("browsers by family and major version", () => {
  const chrome =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";
  assert.equal(
    browserOf("Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"),
    "Firefox 153",
  );
  assert.equal(browserOf(chrome), "Chrome 150");
  assert.equal(browserOf(`${chrome} Edg/150.0.1.2`), "Edge 150");
  assert.equal(browserOf(`${chrome} OPR/120.0.0.0`), "Opera 120");
  assert.equal(browserOf("something else"), "…");
});

test("its file is named by what it is about", () => {
  assert.equal(
    fileNameOf({ site: "linkedin", setting: "ai-training" }),
    "untick-report-linkedin-ai-training.json",
  );
});

test("what Untick saw is told, without the label where that says more than is known", () => {
  const seen = {
    state: "on",
    isLocked: false,
    says: "agrees",
    witnesses: ["key", "words"],
    veto: "",
  } as const;
  const { report } = draftOf({
    ...rawPage,
    site: LINKEDIN,
    told: "unsure",
    chosen: 1,
    seen: [
      { ...seen, label: PHRASE },
      { ...seen, label: "Maya's switch" },
    ],
  });
  assert.equal(report.told, "unsure");
  assert.equal(report.chosen, 1);
  assert.deepEqual(
    report.seen.map(({ label, witnesses }) => [label, witnesses]),
    [
      [PHRASE, ["key", "words"]],
      [{ n: 0, length: 13, says: "silent", words: 2 }, ["key", "words"]],
    ],
  );
});
