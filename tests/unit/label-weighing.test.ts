import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Says } from "../../extension/core/label-weighing.ts";
import { hasPhrase, isSpoken, weighLabel } from "../../extension/core/label-weighing.ts";
import { fold } from "../../extension/core/word-lists.ts";
import { PARLOUR, sought } from "./builders/site.ts";
import { KNOWN } from "./builders/words.ts";

describe("two texts are the same, folded", () => {
  const same: Record<string, [one: string, other: string]> = {
    "in whatever case": ["Data For GENERATIVE", "data for generative"],
    "with a typographic apostrophe": ["l’IA", "l'ia"],
    "with an opening quote for one": ["l‘IA", "l'ia"],
    "with a modifier letter for one": ["lʼIA", "l'ia"],
    "with a grave accent for one": ["l`IA", "l'ia"],
    "with no-break spaces": ["use\u00a0my\u202fdata", "use my data"],
    "with lines and tabs": ["  use\n\tmy   data ", "use my data"],
    "with a hyphen": ["Opt-out", "opt out"],
    "with a no-break hyphen": ["Opt\u2011out", "opt out"],
    "with a dash": ["AI – training", "ai training"],
    "with a horizontal bar": ["AI\u2015training", "ai training"],
    "with a soft hyphen": ["gene\u00adrative", "generative"],
    "with a zero-width space": ["gene\u200brative", "generative"],
    "with marks of direction": ["\u202aAI\u202c \u2066model\u2069\u200f", "ai model"],
    "with a word joiner and a byte order mark": ["\ufeffgene\u2060rative", "generative"],
    "with letters of full width": ["ＡＩ", "ai"],
    "with accents put on afterwards": ["ame\u0301lioration", "am\u00e9lioration"],
  };
  for (const [name, [one, other]] of Object.entries(same)) test(name, () => assert.equal(fold(one), other));
  test("but for letters that differ", () => assert.notEqual(fold("Modèle"), fold("Modele")));
});

/** Each label with what it says of the primary setting, on an English page. */
const says = (cases: Record<string, [says: Says, label: string]>, where = sought(), isOwn = true): void => {
  for (const [name, [wanted, label]] of Object.entries(cases)) {
    test(`${name}: ${wanted}`, () => assert.equal(weighLabel(label, where, isOwn), wanted));
  }
};

describe("words are found as words", () => {
  says({
    "a short word within another": ["silent", "Aim to train"],
    "a short word that goes on": ["silent", "Train all AIs"],
    "a short word after the same letters within another": ["topic", "Aim to train AI"],
    "a word's end within another": ["silent", "Retrain AI"],
    "a long word that goes on": ["topic", "AI modelling"],
    "a word of four letters that goes on": ["topic", "Generatively training"],
    "a word before a digit": ["silent", "AI2 training"],
    "a word after a digit": ["silent", "2AI training"],
    "a word before a mark": ["silent", "AI\u0331 training"],
    "words between hyphens": ["topic", "Pre-AI-training"],
    "words between signs": ["topic", "(AI)/“training”"],
    "another setting's word within another": ["topic", "Adsorb AI training"],
    "another setting's long word that goes on": ["topic", "Researchers train AI"],
    "what means the reverse, within another word": ["topic", "AI training is notable"],
    "what means the reverse, in a long word that goes on": ["topic", "Nevertheless, AI training"],
    "a part of what means the reverse": ["topic", "AI training is opt in"],
  });
});

describe("what is said of the setting", () => {
  says({
    "its topic and what is done with it": ["topic", "Let us train AI models on my posts"],
    "its topic alone": ["silent", "Show AI writing suggestions"],
    "what is done alone": ["silent", "Improve my feed"],
    "another setting": ["other", "Social, economic, and workplace research"],
    "its topic, for another end": ["other", "Use AI to personalize ads"],
    both: ["mixed", "Can we and our affiliates use your data to train generative AI models?"],
    neither: ["silent", "Show tips on this page"],
    "no word of the page's language": ["silent", "Ρύθμιση"],
    nothing: ["silent", ""],
    "its own words, after others": ["agrees", "New: use my data for training content creation AI models"],
    "its own words, and another's": ["mixed", "Data for Generative AI Improvement (ads too)"],
    "its own words, run into what explains them": [
      "agrees",
      "Data for Generative AI Improvement Can we and our affiliates use the data that you create here",
    ],
    "its own words with other quotes and case": [
      "agrees",
      "USE MY DATA for training content\u2011creation AI models",
    ],
  });
});

describe("what means the reverse", () => {
  says({
    "a label that begins with it": ["opposite", "Do not use my data for training content creation AI models"],
    "known words, then the reverse": ["opposite", "Data for Generative AI Improvement Opt me out"],
    "after a colon": ["opposite", "Data for Generative AI Improvement: don’t use my data"],
    "with a hyphen": ["opposite", "Opt-out of AI training"],
    "of another setting": ["opposite", "Never share my data with third parties"],
    alone: ["opposite", "Opt me out"],
    "in a first sentence with a stop within a word": ["opposite", "Version 2.0 is not for training AI"],
    "a command after it": ["opposite", "Train AI models. Opt out."],
    "after a word that says nothing": ["opposite", "New! Do not train AI."],
    "after a full stop of another script": ["topic", "Train AI models。We do not use messages。"],
    "by a mark for an apostrophe": ["opposite", "I don\u00b4t want to train AI"],
    "in the first sentence, before a later one": ["opposite", "Do not train AI. Your data stays here."],
    "in a later sentence": ["topic", "Train AI models on my posts. Private messages are not used."],
    "after a question": ["topic", "Train AI models? You can stop at any time."],
    "at the end of a question": ["opposite", "Data for Generative AI Improvement: opt out?"],
    "after a cry": ["topic", "Train AI models! Never on private messages."],
    "after a line's end": ["topic", "Train AI models.\nIt is not about private messages."],
  });
});

describe("an element in a label explains it", () => {
  const known = "Use my data for training content creation AI models";
  says({
    "after the known words": ["agrees", `${known}\nWe do not use your private messages.`],
    "but not where it only sets words off": ["opposite", "Do \nnot\n use my data for training AI models."],
    "nor where it goes on with the sentence": ["opposite", `${known}:\nnot for me, never`],
    "nor where it takes it back": ["opposite", `${known}\nOpt out.`],
    "nor before the known words": ["opposite", `Do not \n${known}.`],
  });
  describe("in a language of which the site's own words are not known", () => {
    const use = "使用我的数据训练内容创作 AI 模型";
    says(
      {
        "after what speaks of AI": ["topic", `${use}\n我们不会使用您的私信。`],
        "after a full stop": ["topic", `${use}。我们不会使用您的私信。`],
        "but not where it takes it back": ["opposite", `${use}。不使用。`],
        "nor after a sentence that speaks of nothing": ["opposite", "设置。请勿使用我的数据训练 AI 模型。"],
        "nor where the label refuses": ["opposite", `不${use}\n您的私信仅供您自己查看。`],
        "nor where what it explains speaks of nothing": [
          "opposite",
          "将我的数据\n不用于训练生成式人工智能模型。",
        ],
        "nor where it is set off within": ["opposite", `${use}\n不\n使用我的数据来训练。`],
      },
      sought({ lang: "zh_CN" }),
    );
  });
});

/** Every label of a table, with what it says and where. */
const labelsOf = (table: typeof KNOWN) =>
  Object.entries(table).flatMap(([lang, said]) =>
    Object.entries(said).flatMap(([wanted, labels]) =>
      labels.map((label) => ({
        name: `${lang}, ${wanted}: ${label}`,
        label,
        wanted,
        where: sought({ lang }),
      })),
    ),
  );

describe("the site's labels, in languages that are known", () => {
  for (const { name, label, wanted, where } of labelsOf(KNOWN)) {
    test(name, () => {
      assert.equal(isSpoken(where), true);
      assert.equal(weighLabel(label, where), wanted);
      assert.equal(weighLabel(label, where, true), wanted);
    });
  }
});

describe("in a language of which the site's own words are not known", () => {
  describe("words are found as words where they stand apart", () => {
    says(
      { "within another": ["topic", "Tinte: träna AI"], alone: ["opposite", "Inte"] },
      sought({ lang: "sv" }),
    );
  });
  describe("and anywhere, where they run into each other", () => {
    says(
      {
        "with letters of its own": ["topic", "データでAIモデルを改善"],
        "in others": ["silent", "emailでモデル"],
      },
      sought({ lang: "ja" }),
    );
  });
  describe("English is understood all the same", () => {
    for (const lang of ["sv", "is"]) {
      says(
        {
          [`its own words, ${lang}`]: ["agrees", "Use my data for training content creation AI models"],
          [`the reverse, ${lang}`]: ["opposite", "Do not use my data"],
        },
        sought({ lang }),
      );
    }
    says({ "its topic is not": ["silent", "Let us train AI models on my posts"] }, sought({ lang: "is" }));
  });
});

describe("the page's language", () => {
  const german = "Daten zur Verbesserung generativer KI";
  const cases: Record<string, [says: Says, label: string, lang: string]> = {
    "of which a word of four letters goes on": ["topic", "Tekoälyn mallit", "fi"],
    "known by its first part": ["topic", "Treinar modelos de IA", "pt-BR"],
    "in whatever case, with whatever sign": ["topic", "Treinar modelos de IA", "PT_br"],
    "untold: as English": ["topic", "Train AI models", ""],
    "the name of something that every object has": ["silent", "Train AI models", "constructor"],
    "another one's own words": ["agrees", german, "en"],
    "another one's reverse, with its own words": ["opposite", `${german}: nicht verwenden`, "en"],
    "the page's reverse, with another one's own words": ["agrees", `${german}: not`, "en"],
    "the page's own words before another one's": [
      "opposite",
      `Data for Generative AI Improvement, ${german}: nicht`,
      "de",
    ],
    "the page's own words first": ["opposite", `${german}, Data for Generative AI Improvement: not`, "en"],
  };
  for (const [name, [wanted, label, lang]] of Object.entries(cases)) {
    test(name, () => assert.equal(weighLabel(label, sought({ lang }), true), wanted));
  }
});

/** The made-up site's settings, on an English page. */
const at = (setting: string, lang = "en") => sought({ site: PARLOUR, setting, lang });

describe("a site with two settings whose words are known", () => {
  describe("for the one", () => {
    says(
      {
        "its own words": ["agrees", "Teach our machine with what I write"],
        "the other's words": ["other", "Send me letters"],
        both: ["mixed", "Send me letters, teach our machine with what I write"],
        "what the other speaks of": ["other", "Answer letters"],
      },
      at("lessons"),
    );
  });
  describe("for the other", () => {
    says(
      {
        "its own words": ["agrees", "Send me letters"],
        "the one's words": ["other", "Teach our machine with what I write"],
        "the one's words in another language": ["other", "Instruire notre machine"],
        "the reverse of the one's words": ["opposite", "Never teach our machine with what I write"],
      },
      at("letters"),
    );
  });
  describe("for one without words", () => {
    says(
      {
        "another's words": ["other", "Send me letters"],
        "another's words in another language": ["other", "Instruire notre machine"],
        "the reverse": ["opposite", "Never draw them"],
        "anything else": ["silent", "Draw the curtains"],
      },
      at("curtains"),
    );
    test("it is spoken in no language", () => assert.equal(isSpoken(at("curtains")), false));
    test("nothing is its phrase", () => assert.equal(hasPhrase("Send me letters", at("curtains")), false));
  });
  describe("where only the other has words in the page's language", () => {
    says(
      {
        "the reverse is understood in English": ["opposite", "Never send them"],
        "and in the page's": ["opposite", "Ne pas envoyer"],
      },
      at("letters", "fr"),
    );
    describe("one without words knows what means the reverse, in English", () => {
      says(
        { "where the site has no words of the page's language": ["opposite", "Never draw"] },
        at("curtains", "is"),
      );
    });
    describe("one without words knows what means the reverse on the site", () => {
      says({ "in the page's language": ["opposite", "Ne pas tirer"] }, at("curtains", "fr"));
    });
  });
  test("a language by all of its code comes before its first part", () => {
    const [first, ...rest] = PARLOUR.settings;
    assert.ok(first);
    const code = "fr_CA";
    const words = { ...first.words, [code]: { phrases: "Magasiner", topic: "", act: "", other: "" } };
    const setting = { ...first, words };
    const languages = { ...PARLOUR.languages, [code]: { opposite: "pantoute", notice: "", on: "", off: "" } };
    const site = { ...PARLOUR, languages, settings: [setting, ...rest] };
    assert.equal(weighLabel("Instruire notre machine, pantoute", { site, setting, lang: "fr-CA" }), "agrees");
    assert.equal(weighLabel("Magasiner, pantoute", { site, setting, lang: "fr-CA" }), "opposite");
    assert.equal(weighLabel("Dessiner, jamais", { site, setting, lang: "fr-FR" }), "opposite");
    assert.equal(weighLabel("Dessiner, jamais", { site, setting, lang: "fr-CA" }), "silent");
  });
  test("without English, nothing is known of a page in another language", () => {
    const { en: _, ...languages } = PARLOUR.languages;
    const where = sought({ site: { ...PARLOUR, languages }, setting: "curtains", lang: "is" });
    assert.equal(weighLabel("Never draw", where, true), "silent");
  });
  describe("a refusal", () => {
    says({ "where words run into each other": ["opposite", "閉めないで"] }, at("curtains", "ja"));
    says({ "as a word": ["opposite", "Dra inte för"] }, at("curtains", "sv"));
    says({ "not as a word's beginning": ["silent", "Integritet"] }, at("curtains", "sv"));
    says({ "not within a word": ["silent", "Tinte"] }, at("curtains", "sv"));
    says({ "by another code of the language": ["opposite", "閉めないで"] }, at("curtains", "YY"));
    says(
      { "in another language than the page's": ["opposite", "Tirez sur nous, jamais"] },
      at("curtains", "sv"),
    );
    says({ "by no word of a state in one": ["silent", "Jamais"] }, at("curtains", "sv"));
  });
});
