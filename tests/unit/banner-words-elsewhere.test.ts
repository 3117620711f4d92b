/** What is said on pages that are not the setting's own, and that all that is said can be. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { View } from "../../extension/core/banner-words.ts";
import { viewElsewhere, viewOf } from "../../extension/core/banner-words.ts";
import { glancePhrases } from "../../extension/core/glance.ts";
import { doesKey } from "../../extension/core/names.ts";
import type { Action } from "../../extension/core/optout-events.ts";
import type { Phrase, Value } from "../../extension/core/phrase.ts";
import { keyOf, nameKey } from "../../extension/core/phrase.ts";
import type { ViewName } from "../../extension/core/reading.ts";
import type { Known, OnOff, Save, Unknown } from "../../extension/core/schemas.ts";
import { readMessages } from "./builders/messages.ts";
import { BEFORE, DAY, FACTS, JOB, knownOf, NOW, pressOf, showing } from "./builders/opt-outs.ts";
import { LINKEDIN } from "./builders/site.ts";

const UNKNOWNS: readonly Unknown[] = ["signed-out", "locked", "absent", "unsure"];
const OFF = BEFORE - DAY;
const missed: Known["missed"] = { why: "signed-out", at: NOW - DAY };

describe("on a page of the settings that is not the setting's own", () => {
  const offer: Phrase = ["elsewhere_offer"];
  const both: Action[] = ["turn-off", "show"];
  const again = (now: number): Phrase[] => [
    ["again_dates", { before: { date: OFF }, now: { date: now } }],
    ["again_account"],
  ];
  const on: Phrase = ["elsewhere_on", { date: { date: BEFORE } }];
  const isOn: Known = knownOf();
  const isAgain: Known = knownOf({ off: OFF });
  const isOff: Known = knownOf({ state: "off", off: OFF });
  const never: Known = knownOf({ state: null, at: null, missed });

  type Said = Omit<View, "state"> | null;
  const cases: Record<string, [known: Known | null, word: OnOff | null, said: Said]> = {
    "nothing is known": [
      null,
      null,
      { mark: "unknown", title: ["elsewhere_unknown"], body: [offer], actions: both },
    ],
    "it was off, and a later look could not tell": [
      knownOf({ state: "off", off: OFF, missed }),
      null,
      { mark: "unknown", title: ["elsewhere_unknown"], body: [["state_signed_out"], offer], actions: both },
    ],
    "the list says on": [
      null,
      "on",
      { mark: "on", title: ["elsewhere_row_on"], body: [offer], actions: both },
    ],
    "the list says off": [
      null,
      "off",
      { mark: "off", title: ["elsewhere_row_off"], body: [["elsewhere_row_off_body"]], actions: ["show"] },
    ],
    "it was on": [isOn, null, { mark: "on", title: on, body: [offer], actions: both }],
    "it was on, and the list says so": [
      isOn,
      "on",
      { mark: "on", title: ["elsewhere_row_on"], body: [offer], actions: both },
    ],
    "it was on, and the list says off": [
      isOn,
      "off",
      { mark: "off", title: ["elsewhere_row_off"], body: [["elsewhere_row_off_body"]], actions: ["show"] },
    ],
    "it is off": [isOff, null, null],
    "it is off, and the list says so": [isOff, "off", null],
    "it is off, but the list says on": [
      isOff,
      "on",
      { mark: "again", title: ["again_title"], body: again(NOW), actions: both },
    ],
    "it was off, and was seen on since": [
      isAgain,
      null,
      { mark: "again", title: ["again_title"], body: again(BEFORE), actions: both },
    ],
    "it was off, was seen on since, and the list says so": [
      isAgain,
      "on",
      { mark: "again", title: ["again_title"], body: again(NOW), actions: both },
    ],
    "it was off, was seen on since, but the list says off": [
      isAgain,
      "off",
      { mark: "off", title: ["elsewhere_row_off"], body: [["elsewhere_row_off_body"]], actions: ["show"] },
    ],
    "it was on, and the last look could not tell": [
      knownOf({ missed }),
      null,
      {
        mark: "on",
        title: ["elsewhere_unknown"],
        body: [["state_signed_out"], offer],
        actions: both,
      },
    ],
    "it was off, the last look could not tell, and the list says off": [
      { ...isOff, missed },
      "off",
      { mark: "off", title: ["elsewhere_row_off"], body: [["elsewhere_row_off_body"]], actions: ["show"] },
    ],
    "no look could tell": [
      never,
      null,
      { mark: "unknown", title: ["elsewhere_unknown"], body: [["state_signed_out"], offer], actions: both },
    ],
    "no look could tell, but the list can": [
      never,
      "on",
      { mark: "on", title: ["elsewhere_row_on"], body: [offer], actions: both },
    ],
  };
  for (const [name, [known, word, said]] of Object.entries(cases)) {
    test(name, () => {
      assert.deepEqual(viewElsewhere(known, word, NOW), said && { state: "elsewhere", ...said });
    });
  }
});

describe("all that is said is a message, with just its placeholders", () => {
  const messages = readMessages();
  const placeholders = (key: string): Set<string> =>
    new Set([...(messages[key] ?? "").matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name));
  const keysIn = (value: Value): string[] =>
    typeof value === "object" && "message" in value ? [value.message] : [];
  /** What is wrong with it. Messages of another setting are given its name, but not all have need of it. */
  const faults = ([key, values = {}]: Phrase): string[] => {
    const said = [key, ...Object.values(values).flatMap(keysIn)];
    const wanted = placeholders(key);
    // The site's name is given to all that is said of it, by shared/locale.ts.
    const given = new Set([...Object.keys(values), ...(wanted.has("site") ? ["site"] : [])]);
    if (key.startsWith("other_") && !wanted.has("name")) given.delete("name");
    const stray = [...given.symmetricDifference(wanted)];
    return [
      ...said.filter((one) => !Object.hasOwn(messages, one)),
      ...stray.map((name) => `${key}: {${name}}`),
    ];
  };
  const phrasesOf = ({ title, body = [], steps = [], actions = [] }: View): Phrase[] => [
    title,
    ...body,
    ...steps.map(({ text }) => text),
    ...actions.map((action): Phrase => [`action_${keyOf(action)}`]),
  ];

  const names: readonly ViewName[] = [
    "looking",
    "on",
    "again",
    "off",
    "working",
    "verified",
    "failed",
    ...UNKNOWNS,
  ];
  const saves: (Save | null)[] = [
    null,
    { kind: "saved", status: 200 },
    { kind: "refused", status: 500 },
    { kind: "declined", status: 0 },
    { kind: "unreachable", status: 0 },
    { kind: "unseen", status: 0 },
  ];
  const presses = [
    null,
    ...saves.flatMap((saved) => (["off", "on"] as const).map((want) => pressOf({ want, saved }))),
    pressOf({ picked: "Ρύθμιση" }),
  ];
  /** As many opt-outs as differ in what is said of them. */
  const statesOf = function* (name: ViewName) {
    const known = knownOf({ off: OFF });
    for (const setting of ["ai-training", "research"])
      for (const checkup of [null, { done: 1, total: 3 }])
        for (const press of presses)
          for (const isProving of [true, false])
            for (const job of [JOB, null])
              yield showing(name, { visit: { setting, checkup, back: "/" }, press, isProving, job, known });
  };

  for (const name of names) {
    test(`as the banner shows ${name}`, () => {
      const found = new Set<string>();
      for (const state of statesOf(name)) {
        const isPrimary = state.visit.setting === LINKEDIN.primary;
        const view = viewOf(state, { ...FACTS, isPrimary, isKept: state.job === null });
        for (const fault of phrasesOf(view).flatMap(faults)) found.add(fault);
      }
      assert.deepEqual([...found], []);
    });
  }

  const records = [null, "on" as const, "off" as const].flatMap((state) =>
    [null, OFF].flatMap((off) =>
      [null, ...UNKNOWNS].map((why) =>
        knownOf({ state, at: state && BEFORE, off, missed: why && { why, at: NOW } }),
      ),
    ),
  );

  test("as it shows on other pages", () => {
    const views = [null, ...records].flatMap((known) =>
      ([null, "on", "off"] as const).map((word) => viewElsewhere(known, word, NOW)),
    );
    assert.deepEqual(
      views
        .filter((view) => view !== null)
        .flatMap(phrasesOf)
        .flatMap(faults),
      [],
    );
  });

  test("at a glance", () => {
    const told = [undefined, ...records].flatMap((known) => glancePhrases(known, (moment) => ({ moment })));
    assert.deepEqual(told.flatMap(faults), []);
  });

  test("in the details", () => {
    const keys = (LINKEDIN.own?.details ?? []).flatMap(({ title, items }) => [title, ...items]);
    assert.equal(keys.length, 13);
    assert.deepEqual(
      keys.flatMap((key) => faults([key])),
      [],
    );
  });

  test("of every setting: its name, and what it does", () => {
    const keys = LINKEDIN.settings.flatMap(({ id }) => [nameKey(id), doesKey(id)]);
    assert.deepEqual(
      keys.flatMap((key) => faults([key])),
      [],
    );
  });
});
