import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { weighLabel } from "../../extension/core/label-weighing.ts";
import { sought, X } from "./builders/site.ts";

/** By language: what stands before the site's own phrase, that, and what stands after. */
const NOTICES = {
  en: ["Email me about changes to", "Data for Generative AI Improvement", ""],
  fr: ["Me prévenir des changements de", "Données pour l'amélioration de l'IA générative", ""],
  de: ["Erinnern Sie mich an", "Daten zur Verbesserung generativer KI", ""],
  es: ["Recordarme", "Datos para mejorar la IA generativa", "cada mes"],
  it: ["Avvisami delle modifiche a", "Dati per migliorare l'IA generativa", ""],
  nl: ["Stuur mij een herinnering over", "Gegevens voor verbetering van generatieve AI", ""],
  pt: ["Lembrar-me de", "Dados para aprimoramento da IA generativa", ""],
  cs: ["Upozornit na změny:", "Data pro zdokonalování generativní umělé inteligence", ""],
  fi: ["Muistuta:", "Tiedot generatiivisen tekoälyn parantamiseen", ""],
  pl: ["Przypomnij:", "Użyj moich danych do trenowania modeli AI służących do tworzenia treści", ""],
};

describe("a notice about the setting is not the setting", () => {
  for (const [lang, [before, phrase = "", after]] of Object.entries(NOTICES)) {
    const inLanguage = sought({ setting: "ai-training", lang });
    test(`${lang}: a notice`, () => {
      assert.equal(weighLabel(`${before} ${phrase} ${after}`, inLanguage, true), "mixed");
    });
    test(`${lang}: a notice, in a sentence of its own`, () => {
      assert.equal(weighLabel(`${phrase}. ${before} ${after}`, inLanguage, true), "mixed");
    });
    test(`${lang}: the setting`, () => {
      assert.equal(weighLabel(phrase, inLanguage, true), "agrees");
    });
  }
});

test("a setting that is about mail is no notice of itself", () => {
  const mail = sought({ setting: "promotions-email" });
  assert.equal(weighLabel("Email me tips for using LinkedIn", mail, true), "silent");
});

test("in two languages: the site's phrase in a page's own notice", () => {
  const [phrase = ""] = (X.settings[0]?.words?.["en"]?.phrases ?? "").split("|");
  const weigh = (label: string, lang: string) => weighLabel(label, sought({ site: X, lang }), true);
  assert.equal(weigh(`Avisarme si cambia «${phrase}»`, "es"), "mixed");
  assert.equal(weigh(`Email me when “${phrase}” changes`, "en"), "mixed");
  assert.equal(weigh(phrase, "es"), "agrees");
});
