import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PageFacts, Witness } from "../../extension/core/witnesses.ts";
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
import { PARLOUR } from "./builders/site.ts";

const away = page({ path: LIST_PATH });
const other = control({ name: "other", ownLabels: [SILENT] });
const keyed = { keys: [AI_KEY] };
const labelled = { ownLabels: [PHRASE] };

/** What is found of the first of the controls. */
const first = (controls: readonly Control[], facts: PageFacts) => {
  const { chosen, candidates } = decide(controls, facts);
  const found = candidates.find((one) => one.control === controls[0]);
  return { witnesses: [], ...found, isChosen: chosen !== null && chosen === found };
};

describe("each witness, and two that are enough", () => {
  const cases: Record<string, [witnesses: Witness[], controls: Control[], facts: PageFacts]> = {
    "all four": [["address", "key", "words", "only"], [control({ ...keyed, ...labelled })], page()],
    "address and key": [["address", "key"], [control(keyed), other], page()],
    "address and words": [["address", "words"], [control(labelled), other], page()],
    "address and only": [["address", "only"], [control({ ownLabels: [TOPIC] })], page()],
    "key and words": [["key", "words"], [control({ ...keyed, ...labelled }), other], away],
    "key and only": [["key", "words", "only"], [control({ ...keyed, ownLabels: [TOPIC] })], away],
    "words and only": [["words", "only"], [control(labelled)], away],
    "words of its row": [["address", "words"], [control({ rowLabels: [PHRASE, MIXED] }), other], page()],
    "words in another language than the page's": [
      ["address", "words"],
      [control({ ownLabels: ["Daten zur Verbesserung generativer KI"] }), other],
      page(),
    ],
    "the address of the phone's form of the site": [
      ["address", "key"],
      [control(keyed), other],
      page({ path: AI_PATH.replace("/d/", "/m/") }),
    ],
    "the key beside other names": [
      ["address", "key"],
      [control({ keys: ["ember12", "toggle", AI_KEY] }), other],
      page(),
    ],
  };
  for (const [name, [witnesses, controls, facts]] of Object.entries(cases)) {
    test(name, () => {
      const found = first(controls, facts);
      assert.deepEqual(found.witnesses, witnesses);
      assert.equal(found.isChosen, true);
    });
  }
});

describe("one witness is not enough", () => {
  const cases: Record<string, [witnesses: Witness[], controls: Control[], facts: PageFacts]> = {
    "the address alone": [["address"], [control({ ownLabels: [SILENT] }), other], page()],
    "the key alone": [["key"], [control(keyed), other], away],
    "the words alone": [["words"], [control(labelled), other], away],
    "being the only one": [["only"], [control({ ownLabels: [TOPIC] })], away],
    none: [[], [control({ ownLabels: [TOPIC] }), other], away],
  };
  for (const [name, [witnesses, controls, facts]] of Object.entries(cases)) {
    test(name, () => {
      const found = first(controls, facts);
      assert.deepEqual(found.witnesses, witnesses);
      assert.equal(found.veto, "");
      assert.equal(found.isChosen, false);
    });
  }
});

describe("the only switch of the page's main part", () => {
  const it = control({ ownLabels: [TOPIC] });
  const button = { isToggleButton: true, ownLabels: ["Yes, it was"] };
  const only: Record<string, [controls: Control[], facts?: PageFacts]> = {
    "with one outside of the main part": [[it, control({ isInMain: false })]],
    "with one of the page's frame": [[it, control({ isOutside: true })]],
    "with a button that asks whether it was helpful": [[it, control(button)]],
    "a button where there is no switch": [[control({ isToggleButton: true, ownLabels: [TOPIC] })]],
    "without a label, where the page's title names the setting": [[control()], page({ titles: ["", TITLE] })],
    "without a label, where the title speaks of the setting in a language whose phrases are not known": [
      [control()],
      page({ lang: "sv", titles: ["Data för förbättring av generativ AI"] }),
    ],
  };
  const notOnly: Record<string, [controls: Control[], facts?: PageFacts]> = {
    "while more may be drawn": [[it], page({ isLoaded: false })],
    "beside another one": [[it, other]],
    "beside one with the key in a dialog": [[it, control({ ...keyed, isOutside: true })]],
    "beside a button with another setting's key": [[it, control({ ...button, keys: [RESEARCH_KEY] })]],
    "of two buttons": [[control({ isToggleButton: true, ownLabels: [TOPIC] }), control(button)]],
    "a button beside a switch": [[control({ isToggleButton: true, ownLabels: [TOPIC] }), other]],
    "outside of the main part": [[control({ isInMain: false, ownLabels: [TOPIC] })]],
    "outside of the main part, beside one in it": [[control({ isInMain: false, ownLabels: [TOPIC] }), other]],
    "with a label that says nothing of the setting": [[control({ ownLabels: [SILENT] })]],
    "with a label that says nothing, where the title names the setting": [
      [control({ ownLabels: [SILENT] })],
      page({ titles: [TITLE] }),
    ],
    "with words of another setting too": [[control({ ownLabels: [MIXED] })]],
    "without a label, in a language that nobody knows": [[control()], page({ lang: "is" })],
    "a button without a label": [[control({ isToggleButton: true })], page({ titles: [TITLE] })],
    "with a label, of a setting whose words are not known": [
      [control({ ownLabels: [SILENT] })],
      page({ setting: "research", path: RESEARCH_PATH }),
    ],
    "without a label, where nothing names the setting": [[control()], page({ titles: ["Settings", ""] })],
    "without a label, where the title speaks of the topic": [[control()], page({ titles: ["AI training"] })],
    "without a label, where the title means the reverse": [
      [control()],
      page({ titles: [`No more: never ${TITLE}`] }),
    ],
  };
  for (const [name, [controls, facts = page()]] of Object.entries(only)) {
    test(name, () => {
      const found = first(controls, facts);
      assert.deepEqual(found.witnesses, ["address", "only"]);
      assert.equal(found.isChosen, true);
    });
  }
  for (const [name, [controls, facts = page()]] of Object.entries(notOnly)) {
    test(`not ${name}`, () => {
      const found = first(controls, facts);
      assert.equal(found.witnesses.includes("only"), false);
      assert.equal(found.isChosen, false);
    });
  }
});

describe("what speaks against it", () => {
  const own = "words that mean the opposite";
  const foreign = "another setting's key";
  const words = "words of another setting";
  const cases: Record<string, [veto: string, it: Control, facts?: PageFacts]> = {
    "another setting's key": [foreign, control({ ...labelled, keys: [RESEARCH_KEY] })],
    "another setting's key beside its own": [foreign, control({ ...labelled, keys: [AI_KEY, RESEARCH_KEY] })],
    "another setting's key of another shape": [
      foreign,
      control({ ...labelled, keys: ["nonEssentialCookieConsent"] }),
    ],
    "a key that nobody knows": [foreign, control({ ...labelled, keys: ["shareEverything"] })],
    "a dialog or the page's frame": [
      "a dialog or the page's frame",
      control({ ...keyed, ...labelled, isOutside: true }),
    ],
    "its own label that means the reverse, whatever its key": [
      own,
      control({ ...keyed, ownLabels: [REVERSE] }),
    ],
    "its own label with more that means the reverse": [
      own,
      control({ ...keyed, ownLabels: [TITLE, "Opt out"] }),
    ],
    "a row that means the reverse": [own, control({ rowLabels: [TITLE, "Opt me out"] })],
    "its own words in a row with the reverse, whatever its key": [
      own,
      control({ ...keyed, rowLabels: [REVERSE] }),
    ],
    "words of another setting, whatever its key": [words, control({ ...keyed, ownLabels: [OTHER] })],
    "words of both": [words, control({ ownLabels: [MIXED] })],
    "another setting's address": [
      "another setting's address",
      control({ ...keyed, ...labelled }),
      page({ path: RESEARCH_PATH }),
    ],
    "a form that asks for a password": [
      "a sign-in form",
      control({ ...keyed, ...labelled, isInSignIn: true }),
    ],
  };
  for (const [name, [veto, it, facts = page()]] of Object.entries(cases)) {
    test(name, () => {
      const found = first([it], facts);
      assert.equal(found.veto, veto);
      assert.equal(found.isChosen, false);
    });
  }

  const not: Record<string, [it: Control, facts?: PageFacts]> = {
    "a row that speaks of opting out, beside the key": [
      control({ ...keyed, rowLabels: ["A switch", "You can opt out"] }),
    ],
    "words of both, beside the key": [control({ ...keyed, ownLabels: [MIXED] })],
    "a word that tells nothing, beside the key": [control({ ...keyed, ownLabels: [SILENT] })],
    "an address that nobody knows": [control({ ...keyed, ...labelled }), away],
    "an address that is another setting's too": [
      control({ keys: ["tipsForUsingLinkedinViaEmail"] }),
      page({ setting: "promotions-email", path: "/mypreferences/d/settings/linkedin-promotions" }),
    ],
    "words of another setting, for that one": [
      control({ keys: [RESEARCH_KEY], ownLabels: [OTHER] }),
      page({ setting: "research", path: RESEARCH_PATH }),
    ],
  };
  for (const [name, [it, facts = page()]] of Object.entries(not)) {
    test(`not ${name}`, () => {
      const found = first([it], facts);
      assert.equal(found.veto, "");
      assert.equal(found.isChosen, true);
    });
  }

  test("none of a setting's own keys", () => {
    const facts = page({ site: PARLOUR, path: "/settings/lessons" });
    for (const key of ["lessonsKey", "lessonsOldKey"]) {
      const { witnesses, veto } = first([control({ keys: [key] }), other], facts);
      assert.deepEqual({ witnesses, veto }, { witnesses: ["address", "key"], veto: "" });
    }
  });
  test("another worded setting's label", () => {
    const facts = page({ site: PARLOUR, path: "/settings/lessons" });
    const it = control({ keys: ["lessonsKey"], ownLabels: ["Send me letters"] });
    assert.equal(first([it], facts).veto, words);
  });
});

describe("names that are another setting's key", () => {
  const isForeign = (key: string): boolean => first([control({ keys: [AI_KEY, key] })], page()).veto !== "";
  for (const suffix of ["-switch", "_label", ":r1:", ".0", " x"]) {
    test(`not the key with ${suffix}`, () => assert.equal(isForeign(AI_KEY + suffix), false));
  }
  for (const name of ["ember12", "allow", "allowlist", "share", "sharedLink", "toAllowX", "AllowX"]) {
    test(`not ${name}`, () => assert.equal(isForeign(name), false));
  }
  for (const key of [
    `${AI_KEY}Research`,
    `${AI_KEY}s`,
    "allowDataForGenerative",
    "allowAdsByAge-switch",
    "nonEssentialCookieConsent-label",
  ]) {
    test(key, () => assert.equal(isForeign(key), true));
  }
});

describe("where two controls claim to be it", () => {
  const it = control({ ...keyed, ...labelled });
  const cases: Record<string, [controls: Control[], facts?: PageFacts]> = {
    "two with the key": [[it, control(keyed)]],
    "one by its key, one by its words": [[control(keyed), control(labelled)]],
    "another with the key, in a dialog": [[it, control({ ...keyed, isOutside: true })]],
    "another with the words, in a sign-in form": [[it, control({ ...labelled, isInSignIn: true })]],
    "another with the words and another's key": [[it, control({ ...labelled, keys: [RESEARCH_KEY] })]],
    "another with the words alone": [[it, control(labelled)], away],
    "another with the key alone": [[it, control(keyed)], away],
    "one outside of the main part, by its key; the only one in it": [
      [control({ ...keyed, isInMain: false }), control({ ownLabels: [TOPIC] })],
    ],
  };
  for (const [name, [controls, facts = page()]] of Object.entries(cases)) {
    test(`none is: ${name}`, () => assert.equal(decide(controls, facts).chosen, null));
  }
  test("it is, beside those that are named by the address alone", () => {
    assert.equal(decide([other, it, control({ ownLabels: [TOPIC] })], page()).chosen?.control, it);
  });
  test("none is, where there is none", () =>
    assert.deepEqual(decide([], page()), { chosen: null, candidates: [] }));
});

describe("the controls whose labels are read", () => {
  const crowd = Array.from({ length: 60 }, (_, at) => control({ name: `${at}` }));
  test("the first of many", () => assert.deepEqual(shortlist(crowd, page()), crowd.slice(0, 40)));
  test("one with the key, wherever it stands", () => {
    const it = control(keyed);
    assert.deepEqual(shortlist([...crowd, it], page()), [...crowd.slice(0, 40), it]);
    assert.equal(decide([...crowd, it], page()).chosen?.control, it);
  });
  test("none of the page's frame, which count for nothing", () => {
    const frame = crowd.map((one) => ({ ...one, isOutside: true }));
    assert.deepEqual(shortlist([...frame, ...crowd], page()), crowd.slice(0, 40));
  });
  test("one of a dialog with the key", () => {
    const it = control({ ...keyed, isOutside: true });
    assert.deepEqual(shortlist([it, other], page()), [it, other]);
  });
  test("what is said of it is the label that tells the most", () => {
    const { label, says } = first([control({ ownLabels: [SILENT, TOPIC], rowLabels: [PHRASE] })], page());
    assert.deepEqual({ label, says }, { label: PHRASE, says: "agrees" });
  });
});
