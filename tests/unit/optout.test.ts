/** The state machine as a table: what does something in which state; all else does nothing. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { next } from "../../extension/core/optout.ts";
import type { Event } from "../../extension/core/optout-events.ts";
import type { OptOut } from "../../extension/core/optout-states.ts";
import { isUrgent } from "../../extension/core/optout-states.ts";
import type { ViewName } from "../../extension/core/reading.ts";
import { ABSENT, DOCUMENT, JOB, moment, OFF, ON, OWED, saves, VISIT, WAS_OFF } from "./builders/moments.ts";
import { STAGES, saving, watchingOn } from "./builders/stages.ts";
import type { Arriving, Walk } from "./builders/walk.ts";
import { arriving, frozen } from "./builders/walk.ts";

/** All that can happen but looks at the page, of which there are too many kinds. */
const EVENTS: Readonly<Record<string, (walk: Walk) => Walk>> = {
  "turn-off": (walk) => walk.act("turn-off"),
  undo: (walk) => walk.act("undo"),
  retry: (walk) => walk.act("retry"),
  show: (walk) => walk.act("show"),
  back: (walk) => walk.act("back"),
  receipt: (walk) => walk.act("receipt"),
  report: (walk) => walk.act("report"),
  dismiss: (walk) => walk.act("dismiss"),
  stop: (walk) => walk.act("stop"),
  kept: (walk) => (walk.state.press ? walk.kept() : walk),
  pressed: (walk) => walk.pressed(),
  "not-pressed": (walk) => walk.notPressed(),
  "good claim": (walk) => walk.claimed(true),
  "bad claim": (walk) => walk.claimed(false),
  "by hand": (walk) => walk.hand(),
  "by hand, one of several": (walk) => walk.hand(false),
  "by hand, one without a label": (walk) => walk.hand(false, ""),
};

/** In every state but the last. */
const ALWAYS = { show: ": scroll-to-switch", stop: ": stop-job", report: ": open-report" };
const OF_A_PRESS = { ...ALWAYS, receipt: ": open-receipt", dismiss: ": close" };
const HAND = "saving: keep watch-save";
const WATCHING = {
  ...ALWAYS,
  dismiss: "closed: close",
  "by hand": HAND,
  "by hand, one of several": HAND,
};
const WATCHING_UNKNOWN = { ...WATCHING, retry: ": reload" };

/**
 * By state and event: the next state, unless it stays the same one, and the effects.
 * A mere ": " changes something else.
 */
const DOES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "watching looking": WATCHING,
  "watching on": { ...WATCHING, "turn-off": "preparing: " },
  "watching again": { ...WATCHING, "turn-off": "preparing: " },
  "watching off": WATCHING,
  "watching verified": { ...WATCHING, undo: "preparing: ", receipt: ": open-receipt" },
  "watching failed": { ...WATCHING, retry: "preparing: ", receipt: ": open-receipt" },
  "watching failed (lost)": { ...WATCHING, retry: "preparing: ", receipt: ": open-receipt" },
  "watching failed (lost, and it shows what was wanted)": {
    ...WATCHING,
    retry: ": reload",
    receipt: ": open-receipt",
  },
  "watching on (asking)": {
    ...WATCHING,
    "turn-off": "preparing: ",
    "good claim": "preparing: ",
    "bad claim": ": ",
    dismiss: "closed: close stop-job",
  },
  "watching locked": WATCHING_UNKNOWN,
  "watching signed-out": WATCHING_UNKNOWN,
  "watching absent": WATCHING_UNKNOWN,
  "watching unsure": WATCHING_UNKNOWN,
  "preparing working": { ...ALWAYS, dismiss: "closed: close stop-job", stop: "watching: stop-job" },
  "planned working": {
    ...OF_A_PRESS,
    kept: "pressing: press",
    dismiss: "closed: close end stop-job",
    stop: "watching: end stop-job",
  },
  "pressing working": { ...OF_A_PRESS, pressed: "saving: keep", "not-pressed": "preparing: " },
  "saving working": OF_A_PRESS,
  "saved working": { ...OF_A_PRESS, kept: "holding: " },
  "holding working": OF_A_PRESS,
  "reloading working": OF_A_PRESS,
  "verifying looking": OF_A_PRESS,
  "verifying working": OF_A_PRESS,
};

/** As DOES has it. */
const doneBy = (walk: Walk, after: Walk): string => {
  if (isDeepStrictEqual(after.state, walk.state) && (after === walk || after.done === "")) return "";
  return `${after.state.at === walk.state.at ? "" : after.state.at}: ${after.done}`;
};
const isClosed = (stage: string): boolean => stage.startsWith("closed");

describe("every event in every state", () => {
  for (const [stage, walk] of Object.entries(STAGES))
    for (const [name, happen] of Object.entries(EVENTS)) {
      // That the banner is hidden changes nothing of what goes on.
      const does = isClosed(stage) ? "" : DOES[stage.replace(" (hidden)", "")]?.[name];
      test(`${stage}, ${name}: ${does ?? "nothing"}`, () => {
        assert.equal(doneBy(walk, happen(walk)), does ?? "");
      });
    }

  test("of all states there is one here", () => {
    const seen = Object.entries(STAGES).map(([stage, { state }]) => {
      assert.equal(`${state.at} ${state.shown.name}`, stage.replace(/ \(.*\)$/u, ""));
      return state.at;
    });
    const all: Record<OptOut["at"], true> = {
      watching: true,
      preparing: true,
      planned: true,
      pressing: true,
      saving: true,
      saved: true,
      holding: true,
      reloading: true,
      verifying: true,
      closed: true,
    };
    assert.deepEqual(new Set(seen), new Set(Object.keys(all)));
  });
});

describe("once it is closed", () => {
  for (const [stage, walk] of Object.entries(STAGES).filter(([name]) => isClosed(name)))
    test(`a look does nothing: ${stage}`, () => {
      for (const look of [ON, OFF, ABSENT]) {
        const after = walk.wait(1000).look(look, saves(walk.tick, 200));
        assert.deepEqual([after.state, after.effects], [walk.state, []]);
      }
    });
});

describe("what nobody knows", () => {
  for (const [stage, { state }] of Object.entries(STAGES))
    test(`does nothing: ${stage}`, () => {
      const at = moment(200);
      const unknown = [
        { type: "act", at, action: "press-it", id: "1" },
        { type: "act", at, action: "toString", id: "1" },
        { type: "pressed-it", at },
      ] as unknown as Event[];
      for (const event of unknown) assert.deepEqual(next(frozen(state), event), [state, []]);
      const nowhere = frozen({ ...state, at: "nowhere" }) as unknown as OptOut;
      assert.deepEqual(next(nowhere, { type: "read", at, reading: ON(200), saves: null }), [nowhere, []]);
    });
});

describe("going back", () => {
  for (const back of ["/feed", 7])
    test(`to ${back}, where the person was before`, () => {
      const walk = watchingOn({ visit: { back } });
      assert.deepEqual(walk.act("back").effects, [{ do: "go-back", to: back }]);
      assert.equal(walk.act("back").state, walk.state);
    });
});

test("a receipt is opened by the name of the press that is shown", () => {
  assert.deepEqual(STAGES["watching verified"]?.act("receipt").effects, [
    { do: "open-receipt", id: OWED.id },
  ]);
  assert.deepEqual(saving().act("receipt").effects, [{ do: "open-receipt", id: saving().state.press?.id }]);
});

test("a page is looked at often while a press waits for it", () => {
  const urgent = Object.entries(STAGES).filter(([, { state }]) => isUrgent(state));
  assert.deepEqual(
    urgent.map(([stage]) => stage),
    [
      "preparing working",
      "saving working",
      "holding working",
      "saving working (hidden)",
      "holding working (hidden)",
    ],
  );
});

describe("the arrival", () => {
  const here = { ...OWED, page: DOCUMENT };
  const unsaved = { ...here, saved: null };
  const cases: [string, Arriving, OptOut["at"], ViewName, string][] = [
    ["with nothing owed", {}, "watching", "looking", ""],
    ["with a job", { job: JOB }, "watching", "looking", ""],
    ["on a sign-in page", { visit: { isSignIn: true } }, "watching", "looking", ""],
    ["of a fresh page", { verification: OWED }, "verifying", "looking", ""],
    [
      "of a fresh page, the save not seen",
      { verification: { ...OWED, saved: null } },
      "verifying",
      "looking",
      "",
    ],
    [
      "at a sign-in page instead",
      { verification: here, visit: { isSignIn: true } },
      "verifying",
      "looking",
      "",
    ],
    [
      "in a page that may be old",
      { verification: OWED, visit: { isStale: true } },
      "reloading",
      "working",
      "reload",
    ],
    [
      "… at a sign-in page",
      { verification: OWED, visit: { isSignIn: true, isStale: true } },
      "verifying",
      "looking",
      "",
    ],
    ["in the document of the press, saved", { verification: here }, "reloading", "working", "reload"],
    ["… while it is being saved", { verification: unsaved }, "saving", "working", "watch-save"],
    [
      "… which may be old",
      { verification: unsaved, visit: { isStale: true } },
      "saving",
      "working",
      "watch-save",
    ],
  ];
  for (const [name, how, at, shown, done] of cases)
    test(`${name}: ${at}`, () => {
      const walk = arriving(how);
      assert.deepEqual([walk.state.at, walk.state.shown.name, walk.done], [at, shown, done]);
      const { visit, job, press, known, reported } = walk.state;
      assert.deepEqual(visit, { ...VISIT, ...how.visit });
      assert.deepEqual([job, press, known], [how.job ?? null, how.verification ?? null, null]);
      assert.equal(reported, "");
      assert.deepEqual(walk.state.shown.since, moment(0));
      assert.deepEqual([walk.state.shown.isProving, walk.state.isHidden], [false, false]);
    });

  test("knows what was known", () => {
    assert.equal(arriving({ known: WAS_OFF }).state.known, WAS_OFF);
  });

  test("in the document of a press: its saves are looked for from the press on", () => {
    const at = moment(0).now - 1500;
    const { effects, state } = arriving({ verification: { ...unsaved, at } });
    assert.deepEqual(effects, [{ do: "watch-save", since: -1500 }]);
    // Who arrives now has not seen it move.
    assert.equal(state.at === "saving" && state.hasMoved, false);
  });
});
