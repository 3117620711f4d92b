/** Nothing of the person enters a report by itself, wherever their page has it: planted, and looked for. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { RawNode } from "../../extension/core/report.ts";
import { withAdded } from "../../extension/core/report.ts";
import { draft, element } from "./builders/reports.ts";

const RUNS = { seed: 20_261_128, numRuns: 400 };
const PHRASE = "Use my data for training content creation AI models";

const letters = (from: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...from), minLength, maxLength });

/** No word of ours has these letters in a row: what is found was planted. */
const invented = letters("abcdefghijklmnopqrstuvwxyz", 1, 8).map((rest) => `zq${rest}`);
const NAMES = [
  "maya",
  "ferreira",
  "jürgen",
  "müller",
  "siobhán",
  "李小龙",
  "наталья",
  "محمد",
  "nguyen",
  "mcdonald",
];
const name = fc.oneof(invented, fc.constantFrom(...NAMES));
const hex = letters("0123456789abcdef", 16, 40).map((text) => `7${text}`);
const base64 = letters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=", 16, 60).map(
  (text) => `9q${text}`,
);
const number = fc.bigInt({ min: 1_000_000n, max: 10n ** 15n }).map(String);

const secret = fc.oneof(
  name,
  hex,
  base64,
  number,
  fc.uuid(),
  invented.map((one) => `${one}@example.org`),
  number.map((digits) => `+49 ${digits}`),
  number.map((digits) => `urn:li:member:${digits}`),
  fc.tuple(invented, invented).map((pair) => pair.join(" ")),
);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The ways in which pages write something into a name or a text. */
const FORMS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `Hello ${text}, welcome back`,
  (text) => `${PHRASE} ${text}`,
  (text) => `On ${text}`,
  (text) => `user-${text}`,
  (text) => `user_${text}_settings`,
  (text) => `toggle${capital(text)}`,
  (text) => `allow${capital(text)}Data`,
  (text) => `${text}:label`,
  (text) => `main ${text} setting-label`,
  (text) => `/in/${text}/`,
  (text) => `/mypreferences/d/settings/${text}`,
  (text) => `/mypreferences/d/settings?session=${text}#${text}`,
  (text) => `https://www.linkedin.com/mypreferences/d/${text}`,
  (text) => `{"member":"${text}"}`,
  (text) => `background: url(/photo/${text})`,
];

const ATTRIBUTES = [
  ...["id", "name", "class", "for", "href", "src", "style", "value", "title", "alt", "placeholder", "role"],
  ...[
    "type",
    "lang",
    "dir",
    "tabindex",
    "slot",
    "part",
    "action",
    "onclick",
    "aria-label",
    "aria-labelledby",
  ],
  ...["aria-checked", "aria-describedby", "aria-valuetext", "aria-controls", "data-testid", "data-member"],
  ...["data-user-name", "data-state", "data-key", "srcset", "datetime", "list", "form", "nonce"],
];

const written = fc.tuple(secret, fc.constantFrom(...FORMS)).map(([text, form]) => form(text));
/** An attribute, or one whose very name has it. */
const attribute = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...ATTRIBUTES), written) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("", "data-", "aria-", "data-user-"), name)
      .map(([before, text]): [string, string] => [before + text, ""]),
  },
);
const tag = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("input", "p", "button", "label", "a", "#open") },
  { weight: 1, arbitrary: name },
  { weight: 1, arbitrary: name.map((text) => `${text}-toggle`) },
);

const node: fc.Arbitrary<RawNode> = fc.letrec<{ node: RawNode }>((tie) => ({
  node: fc
    .tuple(
      tag,
      fc.array(attribute, { maxLength: 3 }),
      fc.array(fc.oneof({ maxDepth: 3 }, written, tie("node")), { maxLength: 3 }),
    )
    .map(([kind, attributes, children]) => element(kind, Object.fromEntries(attributes), ...children)),
})).node;

const page = fc.record({
  body: fc.array(node, { minLength: 1, maxLength: 4 }).map((nodes) => element("body", {}, ...nodes)),
  path: written,
  title: written,
  lang: fc.oneof(fc.constant("en"), secret),
  seen: fc.array(
    fc.record({
      state: fc.constant("on" as const),
      isLocked: fc.boolean(),
      label: written,
      says: fc.constant("silent" as const),
      witnesses: fc.constant([]),
      veto: fc.constant(""),
    }),
    { maxLength: 2 },
  ),
});

/** All that was planted: what every text of a page has that no word of ours has. */
const traces = (text: string): string[] => {
  const lower = text.toLowerCase();
  const marked = lower.match(/zq[a-z]*|[0-9a-f]{16,}|\d{6,}/g) ?? [];
  return [...marked, ...NAMES.filter((one) => lower.includes(one))];
};

test("what is planted is seen where it is let in", () => {
  const body = element("body", {}, "zqabc", "maya", "4711471", "0123456789abcdef0");
  const { report, held } = draft({ body });
  const whole = { ...report, extension: "", browser: "", checked: "" };
  const all = withAdded({ report: whole, held }, new Set(held.keys()));
  assert.deepEqual(traces(JSON.stringify(all)), ["zqabc", "4711471", "0123456789abcdef0", "maya"]);
});

test("nothing of the person is in a report to which they added nothing", () => {
  fc.assert(
    fc.property(page, (planted) => {
      const { report } = draft(planted);
      assert.deepEqual(traces(JSON.stringify(report)), []);
    }),
    RUNS,
  );
});

test("what they add is all that comes in", () => {
  fc.assert(
    fc.property(page, fc.nat(), (planted, at) => {
      const { report, held } = draft(planted);
      const offered = held.findIndex((text, n) => n >= at % held.length && text !== null);
      const whole = { ...report, extension: "", browser: "", checked: "" };
      const added = JSON.stringify(withAdded({ report: whole, held }, new Set([offered])));
      const allowed = new Set(traces(held[offered] ?? ""));
      assert.deepEqual(
        traces(added).filter((trace) => !allowed.has(trace)),
        [],
      );
    }),
    RUNS,
  );
});
