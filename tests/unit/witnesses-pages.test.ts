/** Pages that once misled the rules, as data: what journeys, shapes and generated pages are about. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PageFacts } from "../../extension/core/witnesses.ts";
import type { Control } from "./builders/controls.ts";
import {
  AI_KEY,
  control,
  decide,
  LIST_PATH,
  MIXED,
  OTHER,
  PHRASE,
  page,
  RESEARCH_KEY,
  REVERSE,
  SILENT,
  TITLE,
  TOPIC,
} from "./builders/controls.ts";

const keyed = { keys: [AI_KEY] };
const reverse = "Ne pas utiliser mes données pour entraîner les modèles d’IA de création de contenu";
const recherche = "Recherche sociale, économique et professionnelle";
const tiers = "Mettre certaines de mes données à la disposition de tiers pour la recherche";
const french = page({ lang: "fr" });
/** In the page's frame, with a label as a decoy may have. */
const decoy = (label: string): Control => control({ isOutside: true, ownLabels: [label] });

interface Case {
  readonly controls: readonly Control[];
  readonly facts?: PageFacts;
}

describe("pressed: the first of the page's controls", () => {
  const cases: Record<string, Case> = {
    "an input with the key and a label": { controls: [control({ ...keyed, ownLabels: [PHRASE] })] },
    "an input by its name": { controls: [control({ ...keyed, rowLabels: [PHRASE, MIXED] })] },
    "a label alone, in its row": { controls: [control({ rowLabels: [PHRASE, MIXED] })] },
    "an aria-label alone": { controls: [control({ ownLabels: [PHRASE] })] },
    "a toggle button with the key": {
      controls: [control({ ...keyed, isToggleButton: true, ownLabels: [PHRASE] })],
    },
    "the key with a suffix, beside the key": {
      controls: [control({ keys: [AI_KEY, `${AI_KEY}-switch`], ownLabels: [PHRASE] })],
    },
    "one of two switches, by its key": {
      controls: [control({ ...keyed, ownLabels: [PHRASE] }), control({ rowLabels: [OTHER] })],
    },
    "a row and a word of state": { controls: [control({ ownLabels: ["Off"], rowLabels: [PHRASE] })] },
    "a name that tells nothing": { controls: [control({ ownLabels: ["Toggle"], rowLabels: [PHRASE] })] },
    "a topic beside a vote": {
      controls: [
        control({ rowLabels: [TOPIC] }),
        control({ isToggleButton: true, ownLabels: ["Yes"], rowLabels: ["Was this helpful?"] }),
      ],
    },
    "the key beside a switch that nothing names": {
      controls: [control({ ...keyed, ownLabels: [SILENT] }), control({ ownLabels: [SILENT] })],
    },
    "a new label above the known text, with the key": {
      controls: [control({ ...keyed, ownLabels: [SILENT], rowLabels: [MIXED] })],
    },
    "the site's own French text beside the label": {
      controls: [
        control({
          rowLabels: [
            "Données pour l’amélioration de l’IA générative",
            "Pouvons-nous utiliser vos données pour entraîner des modèles d’IA générative ?",
          ],
        }),
      ],
      facts: french,
    },
    "its row in a list that opens": {
      controls: [
        control({ ...keyed, rowLabels: [PHRASE] }),
        control({ keys: [RESEARCH_KEY], rowLabels: [OTHER] }),
      ],
      facts: page({ path: LIST_PATH }),
    },
    "beside decoys of the page's frame": {
      controls: [
        control({ ownLabels: ["ใช้ข้อมูลของฉันเพื่อฝึกโมเดล AI"] }),
        ...["Send me the newsletter", "Dark mode", "Compact menu", PHRASE].map(decoy),
      ],
      facts: page({ lang: "th" }),
    },
    "among ten thousand rows": {
      controls: [
        control({ ...keyed, ownLabels: [PHRASE] }),
        ...Array.from({ length: 10_000 }, () => control({ isInMain: false, ownLabels: [SILENT] })),
      ],
    },
    "beside another's switch with another's key": {
      controls: [
        control({ ...keyed, ownLabels: [PHRASE] }),
        control({ keys: [RESEARCH_KEY], ownLabels: ["Social, economic, and workplace research"] }),
      ],
    },
  };
  for (const [name, { controls, facts = page() }] of Object.entries(cases)) {
    test(name, () => assert.equal(decide(controls, facts).chosen?.control, controls[0]));
  }
});

describe("nothing is pressed", () => {
  const cases: Record<string, Case> = {
    "two references, one of which means the reverse": {
      controls: [control({ ownLabels: [`${TITLE} Opt out`, TITLE, "Opt out"] })],
    },
    "a heading, and a line that means the reverse": {
      controls: [control({ rowLabels: [TITLE, "Opt me out"] })],
    },
    "the reverse after a colon": { controls: [control({ ownLabels: [`${TITLE}: don't use my data`] })] },
    "the reverse with a hyphen": { controls: [control({ ownLabels: ["Opt-out of AI training"] })] },
    "a “not” in the middle": {
      controls: [control({ ownLabels: ["My data may not be used to train AI models"] })],
    },
    "the reverse in bare text": { controls: [control({ rowLabels: ["Opt out of AI training"] })] },
    "another use of AI": { controls: [control({ ownLabels: ["Show AI writing suggestions"] })] },
    "ads by AI": { controls: [control({ ownLabels: ["Use AI to personalize ads"] })] },
    "all of it, in a dialog": { controls: [control({ ...keyed, ownLabels: [PHRASE], isOutside: true })] },
    "the reverse with the key": { controls: [control({ ...keyed, ownLabels: [REVERSE] })] },
    "the reverse in a row, with the key": { controls: [control({ ...keyed, rowLabels: [REVERSE] })] },
    "the reverse in a language without words, with the key": {
      controls: [control({ ...keyed, ownLabels: ["AIモデルのトレーニングに自分のデータを使用しない"] })],
      facts: page({ lang: "ja" }),
    },
    "another setting's key": { controls: [control({ keys: [RESEARCH_KEY], ownLabels: [OTHER] })] },
    "another setting's words, with the key": {
      controls: [control({ ...keyed, ownLabels: ["Social, economic, and workplace research"] })],
    },
    "another setting's French words, with the key": {
      controls: [control({ ...keyed, ownLabels: [tiers] })],
      facts: french,
    },
    "another setting's words above it, with the key": {
      controls: [
        control({ rowLabels: [recherche] }),
        control(),
        control({ ...keyed, rowLabels: [recherche] }),
      ],
      facts: french,
    },
    "the reverse with another's key, beside another's switch with the key": {
      controls: [
        control({ ownLabels: ["Afficher des conseils sur cette page"] }),
        control({ ...keyed, isToggleButton: true, rowLabels: [recherche] }),
        control({ keys: [RESEARCH_KEY], rowLabels: [reverse] }),
      ],
      facts: french,
    },
    "a compact menu alone, in Russian": {
      controls: [control({ rowLabels: ["Compact menu"] })],
      facts: page({ lang: "ru" }),
    },
    "one whose label nobody knows, alone": {
      controls: [control({ ownLabels: [SILENT] })],
      facts: page({ lang: "sv" }),
    },
    "two that nothing names": {
      controls: [control({ ownLabels: ["Option 1"] }), control({ ownLabels: ["Option 2"] })],
    },
    "one that nothing names, beside another's button": {
      controls: [control(), control({ isToggleButton: true, keys: [RESEARCH_KEY], rowLabels: [OTHER] })],
    },
    "two that name it, seen twice": {
      controls: [control({ ownLabels: [PHRASE] }), control({ ownLabels: [PHRASE] })],
    },
    "a page without a switch": { controls: [] },
    "a page with decoys alone": { controls: ["Send me the newsletter", PHRASE].map(decoy) },
  };
  for (const [name, { controls, facts = page() }] of Object.entries(cases)) {
    test(name, () => assert.equal(decide(controls, facts).chosen, null));
  }
});
