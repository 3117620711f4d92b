import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Says } from "../../extension/core/label-weighing.ts";
import { chooseLabel, hasPhrase, isNamed, stateWord } from "../../extension/core/label-weighing.ts";
import { isWordy } from "../../extension/core/word-lists.ts";
import { LINKEDIN, PARLOUR, sought } from "./builders/site.ts";

const PHRASE = "Use my data for training content creation AI models";
const TITLE = "Data for Generative AI Improvement";
const REVERSE = "Do not use my data for training content creation AI models";
const OTHER = "Make some of my data available to third parties for research";
const TEXT = "Can we and our affiliates use what you create here to train generative AI models?";
const TOPIC = "Let us train AI models on my posts";

interface Choice {
  own?: readonly string[];
  row?: readonly string[];
  label: string;
  says: Says;
  isOwn: boolean;
}

describe("the label that tells the most", () => {
  const cases: Record<string, Choice> = {
    "the only one": { own: [PHRASE], label: PHRASE, says: "agrees", isOwn: true },
    "the first where they tell the same": { own: [TITLE, PHRASE], label: TITLE, says: "agrees", isOwn: true },
    "what tells something after what does not": {
      own: ["Toggle it", TOPIC],
      label: TOPIC,
      says: "topic",
      isOwn: true,
    },
    "the reverse before known words": {
      own: [TITLE, "Opt out"],
      label: "Opt out",
      says: "opposite",
      isOwn: true,
    },
    "known words before another setting's": {
      own: [OTHER, TITLE],
      label: TITLE,
      says: "agrees",
      isOwn: true,
    },
    "another setting's before both": { own: [TEXT, OTHER], label: OTHER, says: "other", isOwn: true },
    "both before the topic": { own: [TOPIC, TEXT], label: TEXT, says: "mixed", isOwn: true },
    "known words of the row, which are its own by what they say": {
      row: [PHRASE, TEXT],
      label: PHRASE,
      says: "agrees",
      isOwn: true,
    },
    "the reverse in the row, which is its own by the words in it": {
      row: [REVERSE],
      label: REVERSE,
      says: "opposite",
      isOwn: true,
    },
    "the reverse first in the row, which names what nothing else does": {
      row: ["Opt out of it"],
      label: "Opt out of it",
      says: "opposite",
      isOwn: true,
    },
    "the reverse of other words later in the row, which may be a description's": {
      row: ["A switch", "You can opt out"],
      label: "You can opt out",
      says: "opposite",
      isOwn: false,
    },
    "… or beside a name of its own": {
      own: ["The switch of it"],
      row: ["You can opt out"],
      label: "You can opt out",
      says: "opposite",
      isOwn: false,
    },
    "another setting's words in the row": { row: [OTHER], label: OTHER, says: "other", isOwn: true },
    "the row's where its own tell nothing": {
      own: ["Off"],
      row: [TOPIC],
      label: TOPIC,
      says: "topic",
      isOwn: true,
    },
    "its own before the row's of the same kind": {
      own: [TITLE],
      row: [PHRASE],
      label: TITLE,
      says: "agrees",
      isOwn: true,
    },
    "the first of all where none tells anything": {
      own: ["Off"],
      row: ["Compact menu"],
      label: "Off",
      says: "silent",
      isOwn: true,
    },
    "the row's first where there is none of its own": {
      row: ["Compact menu", "Dark"],
      label: "Compact menu",
      says: "silent",
      isOwn: true,
    },
    none: { label: "", says: "none", isOwn: false },
  };
  for (const [name, { own = [], row = [], ...wanted }] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(chooseLabel(own, row, sought()), wanted));
  }
  test("what means the reverse in another language is the control's only where it names it", () => {
    const where = sought({ lang: "sv" });
    const label = "Använd inte mina data för att träna modeller";
    assert.deepEqual(chooseLabel([label], [], where), { label, says: "opposite", isOwn: true });
    assert.deepEqual(chooseLabel([], ["Ett namn", label], where), { label, says: "opposite", isOwn: false });
  });
});

describe("its own labels name a control", () => {
  const named: Record<string, readonly string[]> = {
    "by words of the setting": [PHRASE],
    "by one word that means the reverse": ["Disable"],
    "by one word of another setting": ["Newsletter"],
    "by any two words": ["Ρύθμιση δύο"],
    "by words on two lines": ["Ρύθμιση\n  δύο"],
    "by one label of several": ["Toggle", "Compact menu"],
    "by words that run into each other": ["紧凑菜单"],
  };
  const unnamed: Record<string, readonly string[]> = {
    "where there are none": [],
    "by a word that tells nothing": ["Toggle"],
    "by such words, each alone": ["Toggle", "Off"],
    "by such a word of a script without spaces": ["切换"],
    "by such a word with space around it": [" Off\n"],
  };
  for (const [name, own] of Object.entries(named))
    test(name, () => assert.equal(isNamed(own, sought()), true));
  for (const [name, own] of Object.entries(unnamed))
    test(`not ${name}`, () => assert.equal(isNamed(own, sought()), false));
  test("by a word that refuses, in a language without words", () =>
    assert.equal(isNamed(["Inte"], sought({ lang: "sv" })), true));
});

describe("a label has the site's own words for the setting", () => {
  const cases: Record<string, [label: string, where: ReturnType<typeof sought>, is: boolean]> = {
    "as they are": [PHRASE, sought(), true],
    "with the reverse": [REVERSE, sought(), true],
    "in a later sentence": [`New here? ${PHRASE.toUpperCase()}`, sought(), true],
    "in another language": ["Daten zur Verbesserung generativer KI", sought(), true],
    "in a language of which the site file has none": [TITLE, sought({ lang: "sv" }), true],
    "not its topic alone": [TOPIC, sought(), false],
    "not another setting's": ["Send me letters", sought({ site: PARLOUR }), false],
  };
  for (const [name, [label, where, is]] of Object.entries(cases))
    test(name, () => assert.equal(hasPhrase(label, where), is));
});

describe("the state that a row ends in", () => {
  type State = ReturnType<typeof stateWord>;
  const cases: Record<string, [last: string, lang: string, state: State, site?: typeof LINKEDIN]> = {
    on: ["On", "en", "on"],
    off: ["Off", "en", "off"],
    "in whatever case, with space around it": ["\u00a0OFF ", "en", "off"],
    "after other words": ["Data for Generative AI Improvement On", "en", "on"],
    "not at the end": ["On demand", "en", null],
    "within a word": ["Question", "en", null],
    "at a word's end": ["Salon", "en", null],
    none: ["", "en", null],
    "of a region of the language": ["Ativado", "pt-BR", "on"],
    "of two words": ["Pois päältä", "fi", "off"],
    "a longer word that ends in the shorter": ["Non attivo", "it", "off"],
    "words for off that end in the word for on": ["Pas activé", "fr", "off", PARLOUR],
    "another language's word": ["Aus", "en", null],
    "in a language that is not known": ["Á", "is", null],
    "in what every object has": ["On", "constructor", null],
    "in no language: as English": ["On", "", "on"],
  };
  for (const [name, [last, lang, state, site = LINKEDIN]] of Object.entries(cases)) {
    test(`${name}: ${state ?? "none"}`, () => assert.equal(stateWord(last, { site, lang }), state));
  }
});

describe("a text has a word in it", () => {
  for (const text of ["Off, and on", "IA générative", "データセット", "AI वापरू", "తెలుగు"]) {
    test(`as ${text}`, () => assert.equal(isWordy(text), true));
  }
  for (const text of ["", "On", "●", "1 234", "a-b", "x1y2z3"]) {
    test(`not as ${text || "nothing"}`, () => assert.equal(isWordy(text), false));
  }
});
