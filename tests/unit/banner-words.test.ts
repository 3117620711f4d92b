import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { View } from "../../extension/core/banner-words.ts";
import { viewOf } from "../../extension/core/banner-words.ts";
import type { Action } from "../../extension/core/optout-events.ts";
import type { Phrase } from "../../extension/core/phrase.ts";
import type { ViewName } from "../../extension/core/reading.ts";
import type { Save } from "../../extension/core/schemas.ts";
import { BEFORE, FACTS, JOB, knownOf, NOW, pressOf, showing } from "./builders/opt-outs.ts";

const NAMES: readonly ViewName[] = [
  "looking",
  "on",
  "again",
  "off",
  "working",
  "verified",
  "failed",
  "unsure",
  "locked",
  "signed-out",
  "absent",
];
const AGAIN: Phrase[] = [
  ["again_dates", { before: { date: BEFORE }, now: { date: NOW } }],
  ["again_account"],
];
const SEEN = knownOf({ off: BEFORE });

/** What it says of the primary setting. */
const PRIMARY: Record<ViewName, Omit<View, "state">> = {
  looking: { title: ["looking_title", {}], body: [["looking_body"]], hasDetails: false },
  on: {
    title: ["on_title", {}],
    body: [["on_default", { date: "3 November 2025" }], ["on_effect"]],
    actions: ["turn-off", "show"],
    hasDetails: true,
  },
  again: { title: ["again_title", {}], body: AGAIN, actions: ["turn-off", "show"], hasDetails: true },
  off: { title: ["off_title", {}], body: [["off_body"]], actions: [], hasDetails: true },
  working: {
    title: ["working_title", {}],
    steps: [
      { text: ["step_press"], isDone: false },
      { text: ["step_save"], isDone: false },
      { text: ["step_check"], isDone: false },
    ],
    hasDetails: false,
  },
  verified: {
    title: ["verified_title", { time: { time: NOW } }],
    body: [["verified_body"]],
    actions: ["undo", "receipt"],
    hasDetails: true,
  },
  failed: {
    title: ["failed_title", {}],
    body: [["failed_unseen"], ["failed_hand"]],
    actions: ["retry", "show"],
    hasDetails: false,
    folded: ["report"],
  },
  unsure: {
    title: ["unsure_title"],
    body: [["unsure_body"], ["unsure_hand", {}]],
    actions: ["show", "retry"],
    hasDetails: false,
    folded: ["report"],
  },
  locked: { title: ["locked_title"], body: [["locked_body"]], actions: ["show"], hasDetails: true },
  "signed-out": { title: ["signed_out_title"], body: [["signed_out_body"]], hasDetails: false },
  absent: {
    title: ["absent_title"],
    body: [["absent_body", { date: "21 August 2026" }], ["absent_hand"]],
    actions: ["retry"],
    hasDetails: true,
    folded: ["report"],
  },
};

const OTHER_NAME = { name: { message: "setting_ads_off_site_name" } };
/** … of another one, where that is something else: it is called by its name, and has no details. */
const OTHER: Record<ViewName, Partial<View>> = {
  looking: { title: ["other_looking_title", OTHER_NAME] },
  on: { title: ["other_on_title", OTHER_NAME], body: [] },
  again: { title: ["other_again_title", OTHER_NAME] },
  off: { title: ["other_off_title", OTHER_NAME], body: [] },
  working: { title: ["other_working_title", OTHER_NAME] },
  verified: {
    title: ["other_verified_title", { time: { time: NOW }, ...OTHER_NAME }],
    body: [["other_verified_body", OTHER_NAME]],
  },
  failed: { title: ["other_failed_title", OTHER_NAME] },
  unsure: { body: [["unsure_body"], ["other_unsure_hand", OTHER_NAME]] },
  locked: {},
  "signed-out": {},
  absent: { body: [["absent_body", { date: "21 August 2026" }]] },
};

describe("the primary setting", () => {
  for (const name of NAMES) {
    test(name, () => {
      assert.deepEqual(viewOf(showing(name, { known: SEEN }), FACTS), { state: name, ...PRIMARY[name] });
    });
  }
});

describe("another setting", () => {
  const facts = { ...FACTS, isPrimary: false };
  const visit = { setting: "ads-off-site" };
  for (const name of NAMES) {
    test(name, () => {
      const view = viewOf(showing(name, { known: SEEN, visit }), facts);
      assert.deepEqual(view, { state: name, ...PRIMARY[name], ...OTHER[name], hasDetails: false });
    });
  }
});

describe("a step of a check-up offers to stop it, and nothing else", () => {
  const checkup = { done: 2, total: 5 };
  for (const name of NAMES) {
    test(name, () => {
      const view = viewOf(showing(name, { known: SEEN, visit: { checkup } }), FACTS);
      const { hasDetails: _, folded: __, ...same } = PRIMARY[name];
      assert.deepEqual(view, { state: name, ...same, actions: ["stop"], progress: checkup });
    });
  }
});

describe("a press without its proof", () => {
  const unproved: Partial<Record<ViewName, Phrase[]>> = {
    unsure: [["unproved"], ["unsure_hand", {}]],
    locked: [["locked_body"], ["unproved"]],
    "signed-out": [["signed_out_body"], ["unproved"]],
    absent: [["unproved"], ["absent_body", { date: "21 August 2026" }], ["absent_hand"]],
  };
  for (const name of NAMES) {
    test(name, () => {
      const { body } = viewOf(showing(name, { known: SEEN, isProving: true }), FACTS);
      assert.deepEqual(body, unproved[name] ?? PRIMARY[name].body);
    });
  }
});

describe("what is under way", () => {
  const steps = (view: View) => view.steps?.map(({ isDone }) => isDone);
  const saved: Save = { kind: "saved", status: 200 };
  const cases: Record<string, [press: ReturnType<typeof pressOf> | null, done: readonly boolean[]]> = {
    "no press yet": [null, [false, false, false]],
    "one that is planned": [pressOf({ pressed: false }), [false, false, false]],
    "one that is made": [pressOf(), [true, false, false]],
    "one that is saved": [pressOf({ saved }), [true, true, false]],
  };
  for (const [name, [press, done]] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(steps(viewOf(showing("working", { press }), FACTS)), done));
  }
  test("turned back on, by the press", () => {
    const view = viewOf(showing("working", { press: pressOf({ want: "on" }) }), FACTS);
    assert.deepEqual(view.title, ["working_undo", {}]);
  });
  test("turned off, by the press", () => {
    assert.deepEqual(viewOf(showing("working", { press: pressOf() }), FACTS).title, ["working_title", {}]);
  });
  for (const [want, title] of [
    ["on", "working_undo"],
    ["off", "working_title"],
  ] as const) {
    test(`to be turned ${want}, before the press`, () => {
      const preparing = { ...showing("working"), at: "preparing", want, id: "two", until: 5000 } as const;
      assert.deepEqual(viewOf(preparing, FACTS).title, [title, {}]);
    });
  }
});

describe("a press that did not hold", () => {
  const cases: Record<string, [saved: Save | null, phrase: Phrase]> = {
    "no save was seen": [null, ["failed_unseen"]],
    "none was seen in time": [{ kind: "unseen", status: 0 }, ["failed_unseen"]],
    "it was refused": [{ kind: "refused", status: 503 }, ["failed_refused", { status: "503" }]],
    "the site was not reached": [{ kind: "unreachable", status: 0 }, ["failed_unreachable"]],
    "it was saved, and came back": [{ kind: "saved", status: 200 }, ["failed_saved"]],
  };
  for (const [name, [saved, phrase]] of Object.entries(cases)) {
    test(name, () => {
      const { body } = viewOf(showing("failed", { press: pressOf({ saved }) }), FACTS);
      assert.deepEqual(body, [phrase, ["failed_hand"]]);
    });
  }
  test("to turn it off", () => {
    assert.deepEqual(viewOf(showing("failed", { press: pressOf() }), FACTS).title, ["failed_title", {}]);
  });
  test("to turn it back on", () => {
    const view = viewOf(showing("failed", { press: pressOf({ want: "on" }) }), FACTS);
    assert.deepEqual(view.title, ["failed_undo", {}]);
  });
});

describe("what is proved", () => {
  const picked = pressOf({ picked: "Ρύθμιση", by: "hand" });
  const cases: Record<
    string,
    [state: ReturnType<typeof showing>, body: string, actions: Action[], kept?: boolean]
  > = {
    "of Untick's press": [showing("verified", { press: pressOf() }), "verified_body", ["undo", "receipt"]],
    "in a private window": [showing("verified", { press: pressOf() }), "verified_body", ["undo"], false],
    "of a switch that the person picked": [
      showing("verified", { press: picked }),
      "verified_picked",
      ["receipt"],
    ],
    "of one that has no name": [
      showing("verified", { press: pressOf({ picked: "" }) }),
      "verified_picked",
      ["receipt"],
    ],
    "of one that was picked, in a private window": [
      showing("verified", { press: picked }),
      "verified_picked",
      [],
      false,
    ],
    "for somebody who came from a page": [
      showing("verified", { press: pressOf(), visit: { back: "https://www.linkedin.com/feed/" } }),
      "verified_body",
      ["back", "undo", "receipt"],
    ],
    "for somebody who came from a tab": [
      showing("verified", { press: pressOf(), visit: { back: 0 } }),
      "verified_body",
      ["back", "undo", "receipt"],
    ],
  };
  for (const [name, [state, body, actions, isKept = true]] of Object.entries(cases)) {
    test(name, () => {
      const view = viewOf(state, { ...FACTS, isKept });
      const [said, ...more] = view.body ?? [];
      assert.deepEqual([said?.[0], more, view.actions], [body, [], actions]);
    });
  }
});

describe("beside the state", () => {
  test("that the site asks, while it does", () => {
    assert.deepEqual(viewOf(showing("working", { isAsking: true }), FACTS).body, [["working_asked"]]);
    assert.equal(viewOf(showing("working"), FACTS).body, undefined);
  });
  test("that the change was not confirmed on the site", () => {
    const press = pressOf({ saved: { kind: "declined", status: 0 } });
    assert.deepEqual(viewOf(showing("failed", { press }), FACTS).body?.[0], ["failed_declined"]);
  });
  test("that no fresh page came", () => {
    const reloading = { at: "reloading", by: "page", until: 0, looked: 0, press: pressOf() } as const;
    const view = viewOf({ ...showing("unsure", { isProving: true }), ...reloading }, FACTS);
    assert.deepEqual([view.title, view.body, view.actions], [["stayed_title"], [["stayed_body"]], ["retry"]]);
  });
  test("off, for somebody who came from elsewhere", () => {
    assert.deepEqual(viewOf(showing("off", { visit: { back: 7 } }), FACTS).actions, ["back"]);
  });
  test("signed out, for somebody who has asked for it to be turned off", () => {
    assert.deepEqual(viewOf(showing("signed-out", { job: JOB }), FACTS).body, [["signed_out_expected"]]);
  });
  test("on again, where the day on which it was off is not known", () => {
    const [first] = viewOf(showing("again"), FACTS).body ?? [];
    assert.deepEqual(first, ["again_dates", { before: { date: NOW }, now: { date: NOW } }]);
  });
  test("a state that nobody has listed is an error", () => {
    const state = {
      ...showing("on"),
      shown: { name: "lost" as ViewName, isProving: false, isAsking: false, since: { tick: 0, now: 0 } },
    };
    assert.throws(() => viewOf(state, FACTS), new RangeError("no view lost"));
  });
});
