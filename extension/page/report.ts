/**
 * Put into a page, after the engine, only when a person asks for a report of it, by the page that shows it to
 * them: answers that one once, and sends nothing anywhere.
 */

import type { PageDraft } from "../core/report.ts";
import { draftOf } from "../core/report.ts";
import type { WordedSetting, WordedSite } from "../core/site.ts";
import { isBelow, pathOf, settingOf } from "../core/site.ts";
import { READ_STRUCTURE } from "../shared/read-structure.ts";
import { bridge } from "./bridge.ts";
import { isLocked, stateOf } from "./controls.ts";
import { decide } from "./decide.ts";
import * as dom from "./dom.ts";
import { dialogs } from "./question.ts";
import { structureOf } from "./structure.ts";
import { surveyPage } from "./survey.ts";

/** The dialog that the setting's switch is in: the only one that is open, null for none. */
const placeOf = ({ open }: WordedSetting): Element | null | undefined => {
  if (open === undefined) return undefined;
  const [only, ...others] = dialogs();
  return only && others.length === 0 ? only : null;
};

/** The page as it stands now; null where nothing is drawn, and of what is no page of settings. */
const read = (site: WordedSite): PageDraft | null => {
  const body = dom.body();
  const path = pathOf(site, location);
  const told = bridge().told?.path === path ? bridge().told : undefined;
  const { settings, signIn } = site.addresses;
  if (!body || !(told || isBelow([...settings, ...signIn], location))) return null;
  const here = site.settings.find(({ paths }) => paths.includes(path));
  const setting = settingOf(site, told?.setting ?? here?.id ?? site.primary);
  const { controls } = surveyPage(site, "thorough");
  const { chosen, candidates } = decide(controls, { site, setting, path }, placeOf(setting), true);
  const elements = candidates.map(({ control }) => control.control.element);
  return draftOf({
    site,
    setting,
    path,
    lang: dom.attribute(dom.html(), "lang") ?? "",
    told: told?.state ?? null,
    chosen: chosen ? candidates.indexOf(chosen) : null,
    seen: candidates.map(({ control: { control }, label, says, witnesses, veto }) => ({
      state: stateOf(control),
      isLocked: isLocked(control),
      label,
      says,
      witnesses,
      veto,
    })),
    title: dom.title(),
    body: structureOf({ site, setting, body }, controls, elements),
  });
};

const { api, sites = [] } = bridge();
const here = sites.find(({ origin }) => origin === location.origin);

const answer = (
  message: unknown,
  sender: chrome.runtime.MessageSender,
  reply: (answer: unknown) => void,
): void => {
  if (message !== READ_STRUCTURE || sender.id !== api.runtime.id) return;
  api.runtime.onMessage.removeListener(answer);
  reply(here ? read(here) : null);
};
api.runtime.onMessage.addListener(answer);
