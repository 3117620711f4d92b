/** Controls of a page and the page, for tests of which is a setting's switch. */

import type { Decision, Labelled, PageFacts } from "../../../extension/core/witnesses.ts";
import { match, shortlist } from "../../../extension/core/witnesses.ts";
import { sought } from "./site.ts";

export const PHRASE = "Use my data for training content creation AI models";
export const TITLE = "Data for Generative AI Improvement";
export const REVERSE = "Do not use my data for training content creation AI models";
export const TOPIC = "Let us train AI models on my posts";
export const OTHER = "Make some of my data available to third parties for research";
/** The description that stands below the label on the site: of the setting, and of others' affiliates. */
export const MIXED = "Can we and our affiliates use what you create here to train generative AI models?";
/** Words of no language that is known. */
export const SILENT = "Ρύθμιση";

export const AI_KEY = "allowDataForGenerativeAI";
export const RESEARCH_KEY = "allowAnonymizedDataResearch";
export const AI_PATH = "/mypreferences/d/settings/data-for-ai-improvement";
export const RESEARCH_PATH = "/mypreferences/d/settings/policy-and-academic-research";
/** Of the site's settings, but of no setting's own page. */
export const LIST_PATH = "/mypreferences/d/categories/privacy";

export interface Control extends Labelled {
  readonly name: string;
}

type Facts = Partial<Omit<Control, "keys">> & { keys?: readonly string[] };

/** A switch in the page's main part of which nothing is told but what is given. */
export const control = ({ keys = [], ...facts }: Facts = {}): Control => ({
  name: "it",
  keys: new Set(keys),
  isOutside: false,
  isInMain: true,
  isToggleButton: false,
  ownLabels: [],
  rowLabels: [],
  isInSignIn: false,
  ...facts,
});

type Page = Partial<Omit<PageFacts, "site" | "setting">> & Parameters<typeof sought>[0];

/** The primary setting's own page in English, all of it drawn, unless told otherwise. */
export const page = ({ site, setting, lang, ...facts }: Page = {}): PageFacts => ({
  ...sought({ ...(site && { site }), ...(setting && { setting }), ...(lang && { lang }) }),
  path: AI_PATH,
  titles: [],
  isLoaded: true,
  ...facts,
});

/** As the page's script asks: for all controls, with the labels of the shortlist. */
export const decide = (controls: readonly Control[], facts: PageFacts): Decision<Control> =>
  match(controls, shortlist(controls, facts), facts);
