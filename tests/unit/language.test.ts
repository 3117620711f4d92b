import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Languages } from "../../extension/core/language.ts";
import { dateTag, pickLanguage } from "../../extension/core/language.ts";
import { readLanguages } from "./builders/messages.ts";

const LANGUAGES = readLanguages();

describe("the language for a tag of the person's", () => {
  const cases: Record<string, Record<string, string>> = {
    "an old code of the site": { iw: "he", in: "id", no: "nb", tl: "fil" },
    "another region": {
      "fr-CA": "fr",
      pt: "pt_BR",
      "pt-PT": "pt_BR",
      "es-419": "es",
      "nn-NO": "nb",
      "ar-AE": "ar",
      "pa-IN": "pa",
      "in-ID": "id",
      "en-GB": "en",
    },
    "a script by its region": {
      zh: "zh_CN",
      "zh-SG": "zh_CN",
      "zh-Hans": "zh_CN",
      "zh-HK": "zh_TW",
      "zh-Hant": "zh_TW",
    },
    "another script, which is another language to read": { "pa-PK": "en" },
    "what nobody speaks": { is: "en", "x-klingon": "en" },
    "what is no language": Object.fromEntries(["C", "", "en_US.UTF-8"].map((tag) => [tag, "en"])),
    "the language of a file": Object.fromEntries(
      Object.keys(LANGUAGES).map((code) => [code.replace("_", "-"), code]),
    ),
  };
  for (const [name, tags] of Object.entries(cases)) {
    for (const [tag, code] of Object.entries(tags)) {
      test(`${name}: ${tag || "none"}`, () => assert.equal(pickLanguage(LANGUAGES, "en", [tag]), code));
    }
  }
});

describe("the language of several", () => {
  const cases: Record<string, [own: string, wanted: string[], code: string]> = {
    "the browser's own before the person's for pages": ["fr", ["de", "es"], "fr"],
    "the browser's own, of a region": ["pt_BR", ["de"], "pt_BR"],
    "the person's for pages where the browser's is English": ["en", ["de", "fr"], "de"],
    "English where the person wants pages in it first": ["en", ["en-US", "de"], "en"],
    "the first that is spoken": ["en", ["is", "zz", "de-CH", "fr"], "de"],
    "the person's for pages where the browser's is not spoken": ["is", ["it"], "it"],
    "English where none is spoken": ["is", ["zz", ""], "en"],
    "English where nothing is wanted": ["en", [], "en"],
  };
  for (const [name, [own, wanted, code]] of Object.entries(cases)) {
    test(name, () => assert.equal(pickLanguage(LANGUAGES, own, wanted), code));
  }
});

describe("of files for the same language", () => {
  const file = (...also: string[]): Languages[string] => ({ name: "", direction: "ltr", also });
  const languages: Languages = Object.fromEntries([
    ["aa", file("fr")],
    ["de_AT", file()],
    ["de", file()],
    ["fr_CA", file()],
    ["ku", file("ckb", "lrc")],
  ]);
  const cases: Record<string, [tag: string, code: string]> = {
    "the very one": ["de", "de"],
    "the very one of a region": ["de-AT", "de_AT"],
    "the first of another region": ["de-CH", "de_AT"],
    "one of the name before one that is called so too": ["fr-FR", "fr_CA"],
    "one that is called so too": ["ckb", "ku"],
    "one that is called so last": ["lrc-IR", "ku"],
  };
  for (const [name, [tag, code]] of Object.entries(cases)) {
    test(`${name}: ${tag}`, () => assert.equal(pickLanguage(languages, "en", [tag]), code));
  }
});

describe("the tag for dates", () => {
  const cases: Record<string, [code: string, wanted: string[], tag: string]> = {
    "the person's region": ["en", ["fr", "en-GB", "en-US"], "en-GB"],
    "the language, where no region is told": ["fr", ["fr", "de-CH"], "fr"],
    "the language, where it is not wanted": ["fr", ["en-GB"], "fr"],
    "the language with the file's region": ["pt_BR", ["pt-PT", "pt-BR"], "pt-BR"],
    "not another language that begins the same": ["fi", ["fil-PH"], "fi"],
  };
  for (const [name, [code, wanted, tag]] of Object.entries(cases)) {
    test(name, () => assert.equal(dateTag(code, wanted), tag));
  }
});
