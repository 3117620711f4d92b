/** What holds of every page, whatever stands on it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PageFacts } from "../../extension/core/witnesses.ts";
import { shortlist } from "../../extension/core/witnesses.ts";
import type { Control } from "./builders/controls.ts";
import {
  AI_KEY,
  AI_PATH,
  control,
  decide,
  LIST_PATH,
  MIXED,
  OTHER,
  PHRASE,
  page,
  RESEARCH_KEY,
  RESEARCH_PATH,
  REVERSE,
  SILENT,
  TITLE,
  TOPIC,
} from "./builders/controls.ts";

const RUNS = { seed: 20_261_127, numRuns: 60 };
/** By setting: another one's. */
const OTHER_KEY: Record<string, string> = { "ai-training": RESEARCH_KEY, research: AI_KEY };

const few = <Value>(...values: Value[]) => fc.subarray(values, { maxLength: 2 });
const seldom = fc.integer({ min: 0, max: 9 }).map((number) => number === 9);

/** What may well be the switch. */
const likely = fc.record({
  keys: few(AI_KEY, "ember12", `${AI_KEY}-switch`),
  ownLabels: few(PHRASE, TITLE, TOPIC),
  rowLabels: few(PHRASE, "You can opt out"),
});
const anything = fc.record({
  keys: few(AI_KEY, "ember12", RESEARCH_KEY, "shareEverything", "nonEssentialCookieConsent"),
  ownLabels: few(SILENT, "Off", OTHER, REVERSE, MIXED, TITLE, "Inte alls"),
  rowLabels: few(PHRASE, OTHER, REVERSE, MIXED, TOPIC, SILENT),
  isOutside: seldom,
  isInMain: seldom.map((is) => !is),
  isToggleButton: fc.boolean(),
  isInSignIn: seldom,
});

const facts = fc
  .record({
    setting: fc.constantFrom("ai-training", "ai-training", "research"),
    path: fc.constantFrom(AI_PATH, AI_PATH, RESEARCH_PATH, LIST_PATH),
    lang: fc.constantFrom("en", "en", "fr", "sv", "ja", "iw", "ru", "is", ""),
    titles: few(TITLE, "Settings"),
    isLoaded: seldom.map((is) => !is),
  })
  .map(page);
/** All that may stand on a page, in any order. */
const pages = fc
  .tuple(fc.array(likely, { maxLength: 1 }), fc.array(anything, { maxLength: 3 }), facts)
  .map(([one, others, where]): [Control[], PageFacts] => [[...others, ...one].map(control), where]);
/** Those on which a switch may be pressed. */
const pressable = pages
  .map(([controls, where]) => ({ controls, where, chosen: decide(controls, where).chosen }))
  .filter((one): one is typeof one & { chosen: NonNullable<typeof one.chosen> } => one.chosen !== null);

test("what is chosen has two witnesses or more, nothing against it, and is one of the shortlist", () => {
  fc.assert(
    fc.property(pressable, ({ controls, where, chosen }) => {
      assert.ok(new Set(chosen.witnesses).size >= 2);
      assert.equal(chosen.veto, "");
      assert.ok(shortlist(controls, where).includes(chosen.control));
    }),
    RUNS,
  );
});

test("every witness is true of what the page says", () => {
  fc.assert(
    fc.property(pages, ([controls, where]) => {
      const { setting, path, isLoaded } = where;
      for (const { control: it, witnesses, says } of decide(controls, where).candidates) {
        const has = (key: string): boolean => it.keys.has(key);
        assert.equal(witnesses.includes("address"), setting.paths.includes(path));
        assert.equal(witnesses.includes("key"), setting.keys.some(has));
        assert.equal(witnesses.includes("words"), says === "agrees");
        const isSpeaking = says === "agrees" || says === "topic" || says === "none";
        assert.ok(!witnesses.includes("only") || (isLoaded && it.isInMain && isSpeaking));
      }
    }),
    RUNS,
  );
});

test("the order of the controls does not matter", () => {
  const shuffled = pressable.chain((one) =>
    fc.record({
      where: fc.constant(one.where),
      chosen: fc.constant(one.chosen),
      controls: fc.shuffledSubarray(one.controls, { minLength: one.controls.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ controls, where, chosen }) => {
      assert.equal(decide(controls, where).chosen?.control, chosen.control);
    }),
    RUNS,
  );
});

test("what stands outside without the key changes nothing", () => {
  const outside = control({ isOutside: true, ownLabels: [PHRASE] });
  fc.assert(
    fc.property(pages, ([controls, where]) => {
      const { chosen } = decide([outside, ...controls], where);
      assert.equal(chosen?.control, decide(controls, where).chosen?.control);
    }),
    RUNS,
  );
});

test("a control with another setting's key is never chosen", () => {
  fc.assert(
    fc.property(pressable, ({ where, chosen }) => {
      assert.equal(chosen.control.keys.has(OTHER_KEY[where.setting.id] ?? ""), false);
    }),
    RUNS,
  );
});

test("nothing is chosen at another setting's address", () => {
  fc.assert(
    fc.property(pressable, ({ controls, where }) => {
      const path = where.setting.id === "research" ? AI_PATH : RESEARCH_PATH;
      assert.equal(decide(controls, { ...where, path }).chosen, null);
    }),
    RUNS,
  );
});

const AGAINST: Record<string, (it: Control, where: PageFacts) => Control> = {
  "another setting's key": (it, { setting }) => ({
    ...it,
    keys: new Set([...it.keys, OTHER_KEY[setting.id] ?? ""]),
  }),
  "a key that nobody knows": (it) => ({ ...it, keys: new Set([...it.keys, "allowAnything"]) }),
  "a dialog round it": (it) => ({ ...it, isOutside: true }),
  "a sign-in form round it": (it) => ({ ...it, isInSignIn: true }),
  "a label that means the reverse": (it) => ({ ...it, ownLabels: [...it.ownLabels, REVERSE] }),
};
for (const [name, against] of Object.entries(AGAINST)) {
  test(`what is chosen no longer is, with ${name}`, () => {
    fc.assert(
      fc.property(pressable, ({ controls, where, chosen }) => {
        const worse = against(chosen.control, where);
        const after = controls.map((one) => (one === chosen.control ? worse : one));
        assert.notEqual(decide(after, where).chosen?.control, worse);
      }),
      RUNS,
    );
  });
}
