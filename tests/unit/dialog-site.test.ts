/** A site whose switch is in a dialog that a button opens, and whose settings lie over any page of it. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { stateWord } from "../../extension/core/label-weighing.ts";
import { nameOf } from "../../extension/core/reading.ts";
import { entriesOf, isBelow, isSave, pathOf } from "../../extension/core/site.ts";
import type { Opening } from "../../extension/core/step.ts";
import { isOver, isStep, isToTake, UNASKED } from "../../extension/core/step.ts";
import type { Control } from "./builders/controls.ts";
import { control, decide, page } from "./builders/controls.ts";
import { CLOSED, JOB, moment, OFF, standing, VISIT } from "./builders/moments.ts";
import { CHATGPT, LINKEDIN, sought } from "./builders/site.ts";
import { failed, preparing, saving, verified, verifying } from "./builders/stages.ts";
import { arriving } from "./builders/walk.ts";

const PATH = "/settings/data-controls";
const HOOK = "improve-model-toggle";
const LABEL = "Improve the model for everyone";
const AUDIO = "Include your audio recordings";

/** The name of the control that would be pressed; null for none. */
const pressed = (controls: readonly Control[], where: { lang?: string; path?: string } = {}) =>
  decide(controls, page({ site: CHATGPT, path: PATH, ...where })).chosen?.control.name ?? null;

describe("of the switches in its dialog the one that is pressed", () => {
  const ours = control({ keys: [HOOK], rowLabels: [LABEL] });
  const audio = control({ name: "audio", ownLabels: [AUDIO] });
  const unread = control({ keys: [HOOK], rowLabels: ["Paranna mallia kaikille"] });
  const cases: Record<string, [name: string | null, controls: Control[], lang?: string]> = {
    "with its hook and its words": ["it", [ours, audio]],
    "by its hook, the only one, in a language whose words are not known": ["it", [unread], "fi"],
    "without a label, by its hook, the only one": ["it", [control({ keys: [HOOK] })]],
    "by its hook alone, beside another": [null, [unread, control({ name: "another" })], "fi"],
    "by its words, the only one, where the hook is gone": ["it", [control({ rowLabels: [LABEL] })]],
    "by its words alone, beside another": [null, [control({ rowLabels: [LABEL] }), audio]],
    "the only one, and nothing else": [null, [control({ ownLabels: ["Paranna mallia"] })], "fi"],
    "another hook": [null, [control({ keys: ["improve-voice-toggle"], rowLabels: [LABEL] })]],
    "its hook with words of another": [null, [control({ keys: [HOOK], ownLabels: [AUDIO] })]],
    "the reverse of it": [
      null,
      [control({ keys: [HOOK], ownLabels: ["Do not improve the model for everyone"] })],
    ],
    "on the page or in another dialog": [
      null,
      [control({ keys: [HOOK], rowLabels: [LABEL], isOutside: true })],
    ],
  };
  for (const [title, [name, controls, lang]] of Object.entries(cases))
    test(`${title}: ${name ?? "none"}`, () =>
      assert.equal(pressed(controls, lang === undefined ? {} : { lang }), name));

  test("is no witness by the address, which is the page's beneath", () => {
    const { candidates } = decide([ours, audio], page({ site: CHATGPT, path: PATH }));
    assert.deepEqual(
      candidates.map(({ witnesses }) => witnesses),
      [["key", "words"], []],
    );
  });
});

describe("what its hook is on may be pressed to open the dialog", () => {
  const cases: readonly [isOne: boolean, label: string, path?: string, lang?: string][] = [
    [true, `${LABEL}\nOn`],
    [true, "Améliorer le modèle pour tous\nDésactivé", PATH, "fr"],
    [true, "Paranna mallia kaikille", PATH, "fi"],
    [true, LABEL, "/settings/general"],
    [true, "", "/#settings/DataControls"],
    [false, "Paranna mallia kaikille", "/settings/general", "fi"],
    [false, "Delete all chats"],
    [false, "Alle Chats löschen", PATH, "de"],
    [false, "Exporter les données", PATH, "fr"],
    [false, "", "/settings/general"],
  ];
  for (const [isOne, label, path = PATH, lang = "en"] of cases)
    test(`${path} ${lang} ${JSON.stringify(label)}: ${isOne}`, () =>
      assert.equal(isStep([label], { ...sought({ site: CHATGPT, lang }), path }), isOne));
});

describe("when it is pressed", () => {
  const tried = (tries: number, hasCome = false): Opening => ({ asked: 1000, tries, at: 1000, hasCome });
  test("not unless a person asks, and not long after", () => {
    assert.equal(isToTake(UNASKED, 0), false);
    assert.equal(isToTake({ ...UNASKED, asked: 1000 }, 25_999), true);
    assert.equal(isToTake({ ...UNASKED, asked: 1000 }, 26_000), false);
  });
  test("at once, and again where nothing came, but not without end", () => {
    assert.equal(isToTake({ ...UNASKED, asked: 0 }, 0), true);
    assert.equal(isToTake(tried(1), 3999), false);
    assert.equal(isToTake(tried(1), 4000), true);
    assert.equal(isToTake(tried(2), 4000), true);
    assert.equal(isToTake(tried(3), 9000), false);
  });
  test("never again once the dialog has come", () => assert.equal(isToTake(tried(1, true), 60_000), false));
  test("the dialog is missed once it has closed, or has not come", () => {
    assert.equal(isOver(UNASKED, false, 60_000), false);
    assert.equal(isOver(tried(2), false, 60_000), false);
    assert.equal(isOver(tried(3), false, 3999), false);
    assert.equal(isOver(tried(3), false, 4000), true);
    assert.equal(isOver(tried(1, true), true, 60_000), false);
    assert.equal(isOver(tried(1, true), false, 1000), true);
  });
});

describe("its dialog closes", () => {
  const told = (walk: { state: { shown: { name: string } } }) => walk.state.shown.name;
  test("or does not come: not known, told at once", () => {
    const asked = arriving({ visit: VISIT, job: JOB }).wait(1000).look(CLOSED);
    assert.equal(told(asked), "absent");
    assert.equal(asked.wait(3000).look(CLOSED).done, "report-unknown");
  });
  test("before the press: nothing is pressed, not known", () => {
    const over = preparing().wait(5000).look(CLOSED);
    assert.equal(over.done, "end");
    assert.deepEqual(over.effects, [{ do: "end", outcome: "unpressed", state: null }]);
    assert.equal(told(over), "absent");
  });
  test("before the check after the reload: no proof", () => {
    const over = verifying().wait(1000).look(CLOSED);
    assert.equal(told(over), "absent");
    assert.equal(over.state.shown.isProving, true);
    assert.equal(told(over.look(OFF)), "verified");
  });
  test("while the save is under way: it goes on", () =>
    assert.equal(saving().wait(1000).look(CLOSED).state.at, "saving"));
  test("after a proof: that stands, until the switch shows something else", () => {
    const closed = verified().wait(1000).look(CLOSED);
    assert.equal(told(closed), "verified");
    assert.equal(told(closed.wait(9000).look(standing("on"))), "again");
    assert.equal(told(failed().wait(1000).look(CLOSED)), "failed");
  });
  test("and the page is looked at for no longer", () => {
    const reading = CLOSED(100);
    assert.equal(nameOf(reading, moment(100), null, null), "absent");
    assert.equal(nameOf({ ...reading, isClosed: false }, moment(100), null, null), "looking");
  });
});

test("the state is told by the last word of its button, in a known language", () => {
  const word = (last: string, lang: string) => stateWord(last, { site: CHATGPT, lang });
  assert.equal(word(`${LABEL}, On`, "en"), "on");
  assert.equal(word("Off", "en-US"), "off");
  assert.equal(word("Activé", "fr"), "on");
  assert.equal(word("Désactivé", "fr"), "off");
  assert.equal(word("Aus", "de"), "off");
  assert.equal(word("Päällä", "fi"), null);
  assert.equal(word(LABEL, "en"), null);
});

describe("an address", () => {
  const at = (address: string) => new URL(address, "https://chatgpt.com");
  test("is that of settings over any page, by what follows the #", () => {
    assert.equal(pathOf(CHATGPT, at("/#settings/DataControls")), "/#settings/DataControls");
    assert.equal(pathOf(CHATGPT, at("/c/1#settings/DataControls")), "/#settings/DataControls");
    assert.equal(pathOf(CHATGPT, at("/settings/data-controls/?a=1#top")), "/settings/data-controls");
    assert.equal(pathOf(CHATGPT, at("/#pricing")), "");
    assert.equal(pathOf(LINKEDIN, at("/feed/#settings")), "/feed");
  });
  test("is below the settings", () => {
    const { settings } = CHATGPT.addresses;
    assert.equal(isBelow(settings, at("/c/1#settings/General")), true);
    assert.equal(isBelow(settings, at("/settings/general")), true);
    assert.equal(isBelow(settings, at("/c/1#pricing")), false);
    assert.equal(isBelow(settings, at("/g/settings/")), false);
  });
  test("is one of the setting's page", () =>
    assert.deepEqual(CHATGPT.settings[0]?.paths, [PATH, "/#settings/DataControls"]));
  test("is one at which the engine is needed", () =>
    assert.deepEqual(entriesOf(CHATGPT), [
      "https://chatgpt.com/settings/",
      "https://chatgpt.com/#settings",
      "https://chatgpt.com/auth/login",
    ]));
  test("is that of the page's own save", () => {
    assert.equal(isSave(CHATGPT, "/backend-api/settings/account_user_setting"), true);
    assert.equal(isSave(CHATGPT, "/backend-api/settings/account_user_settings"), false);
  });
});
