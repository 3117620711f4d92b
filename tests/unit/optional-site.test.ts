/** A site that is asked for by a person's click: its hook is an attribute, its save no prefix of a path. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { guideOf, textsOf } from "../../extension/core/guides.ts";
import { forget } from "../../extension/core/jars.ts";
import { createCheckup } from "../../extension/core/jobs.ts";
import { entriesOf, isKnownElse, isSave, settingOf } from "../../extension/core/site.ts";
import { createLocale } from "../../extension/shared/locale.ts";
import type { Messages } from "../../extension/shared/messages.ts";
import { detailsOf, wordsOf } from "../../extension/shared/site-words.ts";
import type { Control } from "./builders/controls.ts";
import { control, decide, page } from "./builders/controls.ts";
import { JOB, knownOf } from "./builders/opt-outs.ts";
import { LINKEDIN, X } from "./builders/site.ts";

const PATH = "/settings/grok_settings";
const HOOK = "xaiDataSharingSettings";
const LABEL =
  "Allow your public data as well as your interactions, inputs, and results with Grok and xAI " +
  "to be used for training and fine-tuning";
const PERSONAL = "Allow X to personalize your experience with Grok";
const MEMORY = "Personalize Grok with your conversation history";

const trained = control({ keys: [HOOK], ownLabels: [LABEL] });
const personal = control({ name: "personal", ownLabels: [PERSONAL] });
const memory = control({ name: "memory", ownLabels: [MEMORY] });

/** The name of the control that would be pressed; null for none. */
const pressed = (controls: readonly Control[], where: { lang?: string; path?: string } = {}) =>
  decide(controls, page({ site: X, path: PATH, ...where })).chosen?.control.name ?? null;

describe("of three rows the one that is pressed", () => {
  const cases: Record<string, [name: string | null, controls: Control[], lang?: string]> = {
    "with its hook and its words": ["it", [trained, personal, memory]],
    "without the row for memory": ["it", [trained, personal]],
    "in another order": ["it", [memory, personal, trained]],
    alone: ["it", [trained]],
    "in a language whose words are not known": [
      "it",
      [control({ keys: [HOOK], ownLabels: ["Salli julkisten tietojesi käyttö"] }), personal, memory],
      "fi",
    ],
    "in Portuguese, where 'no' is 'on the'": [
      "it",
      [control({ keys: [HOOK], ownLabels: ["Permitir que suas publicações no X sejam usadas"] }), personal],
      "pt-BR",
    ],
    "by its words, where the hook is gone": ["it", [control({ ownLabels: [LABEL] }), personal]],
    "its hook on another row": [
      null,
      [control({ ownLabels: [LABEL] }), control({ name: "personal", keys: [HOOK], ownLabels: [PERSONAL] })],
    ],
    "its words beside a hook that is elsewhere": [
      null,
      [control({ ownLabels: [LABEL] }), control({ name: "other", keys: [HOOK], ownLabels: ["Allow it"] })],
    ],
    "another hook of Grok's": [null, [control({ keys: ["xaiMemorySettings"], ownLabels: [LABEL] })]],
    "the reverse of it": [null, [control({ keys: [HOOK], ownLabels: [`Do not ${LABEL}`] })]],
    "no hook, in a language whose words are not known": [
      null,
      [control({ ownLabels: ["Salli julkisten tietojesi käyttö"] }), personal],
      "fi",
    ],
  };
  for (const [title, [name, controls, lang]] of Object.entries(cases))
    test(`${title}: ${name ?? "none"}`, () =>
      assert.equal(pressed(controls, lang === undefined ? {} : { lang }), name));

  test("on another page of the settings, the hook and the words", () => {
    assert.equal(pressed([trained, personal], { path: "/settings/privacy_and_safety" }), "it");
    assert.equal(pressed([control({ keys: [HOOK] }), personal], { path: "/settings/account" }), null);
  });
});

describe("a page's own save, by its path", () => {
  const Graphql = "/i/api/graphql/0LLK9f_pSQG3Iq9ZAaAqTQ";
  for (const [path, isOne] of [
    [`${Graphql}/XaiDataSharingSettingsMutation`, true],
    ["/i/api/graphql/another/XaiDataSharingSettingsMutation", true],
    [`${Graphql}/XaiDataSharingSettingsMutationQuery`, false],
    [`${Graphql}/XaiPersonalizationSettingsMutation`, false],
    [`/elsewhere${Graphql}/XaiDataSharingSettingsMutation`, false],
    ["/mysettings-api/settingsApiSettings/allowAdsByAge", false],
  ] as const)
    test(`${path}: ${isOne}`, () => assert.equal(isSave(X, path), isOne));

  test("of a site whose saves are below one path", () => {
    assert.ok(isSave(LINKEDIN, "/mysettings-api/settingsApiSettings/allowAdsByAge"));
    assert.ok(!isSave(LINKEDIN, "/api/mysettings-api/"));
  });
});

test("the engine starts on settings and on sign-in", () =>
  assert.deepEqual(entriesOf(X), ["https://x.com/settings/", "https://x.com/i/flow/login"]));

test("only a page that nothing is known of may be where the switch has moved", () => {
  const setting = settingOf(X, X.primary);
  assert.deepEqual(
    ["/settings", PATH, "/settings/grok"].map((path) => isKnownElse(X, setting, path)),
    [true, false, false],
  );
});

test("without the permission its guide says what a person can do by hand", () => {
  const { kind, address, default: usual, words, grade, texts } = guideOf(X);
  assert.deepEqual(
    [kind, address, usual, words, grade],
    ["guide", `https://x.com${PATH}`, "on", [LABEL], "C"],
  );
  assert.deepEqual(Object.keys(texts), ["en", "fr"]);
});

describe("what is said of its switch alone", () => {
  const messages: Messages = Object.fromEntries(
    [
      ["site_way", "The way"],
      ["site_facts", "What is known"],
      ["site_regions", "Where: {regions}."],
    ].map(([key = "", message = ""]) => [key, { message }]),
  );
  const locale = createLocale(messages, "de", "ltr");

  test("is that it is on by default, and what the site calls it", () =>
    assert.deepEqual(wordsOf(X, locale, String), {
      on: [["site_default_on"]],
      off: [],
      verified: ["other_verified_body"],
      unsure: ["other_unsure_hand", { name: LABEL }],
      absent: [],
    }));

  test("is what its messages say, where it has them", () => {
    const { on, off, verified, unsure, absent } = wordsOf(LINKEDIN, locale, String);
    assert.deepEqual(on, [["on_default", { date: "2025-11-03" }], ["on_effect"]]);
    assert.deepEqual(verified, ["verified_body"]);
    assert.deepEqual([off, unsure, absent], [[["off_body"]], ["unsure_hand", {}], [["absent_hand"]]]);
  });

  test("in detail its own texts, in English where its file has no others, and no form", () => {
    const { lists, lang, objection } = detailsOf(X, locale, "de");
    assert.deepEqual(
      [lists.map(({ title }) => title), lang, objection],
      [["The way", "What is known"], "en", null],
    );
    assert.deepEqual(lists[0]?.items, textsOf(X, "en").way);
    assert.equal(detailsOf(X, locale, "fr_CA").lang, "fr");
    assert.equal(detailsOf(X, locale, "de").regions, null);
    assert.equal(detailsOf({ ...X, regions: ["CH"] }, locale, "de").regions, "Where: Schweiz.");
    assert.deepEqual(guideOf({ ...X, regions: ["CH"] }).regions, ["CH"]);
  });
});

test("given back, its settings are forgotten in every jar, and no others", () => {
  const seen = { "x-training": knownOf({}), "ai-training": knownOf({}) };
  const run = createCheckup({ ...JOB, want: "look", settings: ["ai-training", "x-training"] });
  const outcomes = { "ai-training": "on", "x-training": "off" } as const;
  const stored = {
    known: { ...seen },
    jars: { private: { ...seen }, empty: {} },
    run: { ...run, outcomes } as typeof run | null,
  };
  forget(stored, ["x-training"]);
  const left = { "ai-training": knownOf({}) };
  const leftRun = { ...run, settings: ["ai-training"], outcomes: { "ai-training": "on" } };
  assert.deepEqual(stored, { known: left, jars: { private: left, empty: {} }, run: leftRun });
  forget(stored, ["ai-training"]);
  assert.equal(stored.run, null);
});
