/** Who closes the banner, or stops, calls off a press that is to be; one that was made is proved. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Effect } from "../../extension/core/optout-events.ts";
import type { OptOut } from "../../extension/core/optout-states.ts";
import { JOB, OFF, ON, pickedOne, SEVERAL, saves, WAS_OFF } from "./builders/moments.ts";
import {
  asking,
  holding,
  planned,
  preparing,
  pressing,
  reloading,
  saved,
  saving,
  verified,
  verifying,
  watchingOn,
} from "./builders/stages.ts";
import type { Walk } from "./builders/walk.ts";
import { arriving } from "./builders/walk.ts";

const CLOSE: Effect = { do: "close" };
const STOP_JOB: Effect = { do: "stop-job" };
const UNPRESSED: Effect = { do: "end", outcome: "unpressed", state: null };
const isHidden = ({ state }: Walk): boolean => state.isHidden;

/** Whatever the page shows and the background answers from here on. plan: what is being kept, where it is */
const goesOn = (walk: Walk, { press: plan }: OptOut): Walk[] => {
  const answered = plan ? [walk.kept(plan), walk.kept(plan).pressed()] : [];
  return [walk, walk.claimed(true), walk.pressed(), walk.notPressed(), ...answered].flatMap((one) => [
    one,
    one.wait(400).look(ON),
    one.wait(6000).look(OFF),
  ]);
};

describe("before the press", () => {
  const undo = (): Walk => verified().act("undo");
  const stages: [string, Walk, Effect[]][] = [
    ["preparing", preparing(), [STOP_JOB]],
    ["preparing, for a click elsewhere", asking().claimed(true), [STOP_JOB]],
    ["preparing an undo", undo(), [STOP_JOB]],
    ["planned", planned(), [UNPRESSED, STOP_JOB]],
    ["planned again", pressing().notPressed().wait(50).look(ON), [UNPRESSED, STOP_JOB]],
  ];
  for (const [name, walk, effects] of stages) {
    test(`closing it calls it off, for good: ${name}`, () => {
      const closed = walk.act("dismiss");
      assert.equal(closed.state.at, "closed");
      assert.deepEqual(closed.effects, [CLOSE, ...effects]);
      for (const after of goesOn(closed, walk.state)) assert.equal(after.state, closed.state);
    });

    test(`stopping calls it off: ${name}`, () => {
      const stopped = walk.act("stop");
      assert.deepEqual(stopped.effects, effects);
      const { at, press, job, isHidden: hidden } = stopped.state;
      assert.deepEqual([at, press, job, hidden], ["watching", null, null, false]);
      for (const { state } of goesOn(stopped, walk.state))
        assert.deepEqual([state.at, state.press], ["watching", null]);
    });
  }

  test("once it was stopped the banner says what the page shows, and offers the click again", () => {
    for (const stopped of [preparing().act("stop"), planned().act("stop")]) {
      const walk = stopped.wait(50).look(ON);
      assert.deepEqual([walk.state.shown.name, walk.done], ["on", ""]);
      assert.equal(walk.act("turn-off").state.at, "preparing");
    }
    assert.equal(preparing({ known: WAS_OFF }).act("stop").look(ON).state.shown.name, "again");
  });
});

describe("closed while a press is under way", () => {
  const stages: Partial<Record<OptOut["at"], Walk>> = {
    pressing: pressing(),
    saving: saving(),
    saved: saved(),
    holding: holding(),
    reloading: reloading(),
    verifying: verifying(),
  };
  for (const [name, walk] of Object.entries(stages))
    test(`it goes, and the press goes on: ${name}`, () => {
      const hidden = walk.act("dismiss");
      assert.deepEqual(hidden.effects, [CLOSE]);
      assert.deepEqual(hidden.state, { ...walk.state, isHidden: true });
    });

  test("up to the reload", () => {
    const steps: ((walk: Walk) => Walk)[] = [
      (walk) => walk.pressed(),
      (walk) => walk.kept(),
      (walk) => walk.wait(2500).look(OFF, saves(walk.tick, 200)),
      (walk) => walk.kept(),
      (walk) => walk.wait(2500).look(OFF),
    ];
    let [shown, hidden] = [pressing(), pressing().act("dismiss")];
    for (const step of steps) {
      [shown, hidden] = [step(shown), step(hidden)];
      assert.deepEqual([hidden.state, hidden.effects], [{ ...shown.state, isHidden: true }, shown.effects]);
    }
    assert.deepEqual([hidden.state.at, hidden.done], ["reloading", "reload"]);
  });

  test("up to its proof, and then it is closed", () => {
    const hidden = verifying().act("dismiss").wait(100);
    assert.ok([hidden.look(SEVERAL), hidden.look(SEVERAL).wait(9000).look(SEVERAL)].every(isHidden));
    for (const [look, effect] of [
      [OFF, { do: "end", outcome: "verified", state: "off" }],
      [ON, { do: "end", outcome: "failed", state: "on" }],
    ] as const) {
      const walk = hidden.look(look);
      assert.equal(walk.state.at, "closed");
      assert.deepEqual(walk.effects, [effect]);
    }
  });

  test("up to its end without one, and then it is closed", () => {
    const hidden = saving().act("dismiss");
    const walk = hidden.wait(2500).look(OFF, saves(hidden.tick, 0));
    assert.equal(walk.state.at, "closed");
    assert.deepEqual(walk.effects.at(-1), { do: "end", outcome: "failed", state: null });
  });

  test("is so for a press by hand, and ends what was asked for elsewhere", () => {
    const hand = arriving({ job: JOB }).wait(100).look(SEVERAL).hand(false, "Something");
    const hidden = hand.act("dismiss");
    assert.deepEqual(hidden.effects, [CLOSE, STOP_JOB]);
    assert.deepEqual([hidden.state.at, hidden.state.job, hidden.state.isHidden], ["saving", null, true]);
    const over = hidden.wait(250).look(pickedOne("off"), saves(hand.tick, 200));
    assert.deepEqual([over.state.at, over.done, over.state.isHidden], ["saved", "keep", true]);
  });

  test("is told again on the fresh page: there it was not closed", () => {
    const { press } = reloading().act("dismiss").state;
    assert.equal(arriving({ verification: press }).state.isHidden, false);
  });
});

describe("stopped while a press is under way", () => {
  for (const [name, walk] of Object.entries({
    pressing: pressing(),
    saving: saving(),
    saved: saved(),
    holding: holding(),
    reloading: reloading(),
    verifying: verifying({ job: JOB }),
  }))
    test(`it goes on, in sight: ${name}`, () => {
      const stopped = walk.act("stop");
      assert.deepEqual(stopped.effects, [STOP_JOB]);
      assert.deepEqual(stopped.state, { ...walk.state, job: null });
    });
});

describe("where nothing is under way", () => {
  const stages: [string, Walk, Effect[]][] = [
    ["with nothing asked for", watchingOn(), []],
    ["after a proof", verified(), []],
    ["with something asked for elsewhere", arriving({ job: JOB }), [STOP_JOB]],
    ["while it is asked whether that is still good", asking(), [STOP_JOB]],
    ["after it was found to be no longer good", asking().claimed(false), []],
    ["after it was stopped", arriving({ job: JOB }).act("stop"), []],
    ["after it was stopped while it was asked", asking().act("stop"), []],
  ];
  for (const [name, walk, effects] of stages)
    test(`closing it is all, ${name}: ${["close", ...effects.map((one) => one.do)].join(", ")}`, () => {
      const closed = walk.act("dismiss");
      assert.deepEqual(closed.effects, [CLOSE, ...effects]);
      assert.deepEqual([closed.state.at, closed.state.isHidden], ["closed", false]);
    });

  test("stopping ends what was asked for elsewhere", () => {
    const walk = arriving({ job: JOB });
    const stopped = walk.act("stop");
    assert.deepEqual([stopped.state, stopped.effects], [{ ...walk.state, job: null }, [STOP_JOB]]);
    assert.equal(stopped.wait(100).look(ON).done, "report-seen");
  });
});

describe("a claim", () => {
  const presses = (walk: Walk): boolean => walk.claimed(true).state.at === "preparing";
  test("that is answered after a stop presses nothing", () => {
    const stopped = asking().act("stop");
    assert.deepEqual([stopped.done, stopped.state.at], ["stop-job", "watching"]);
    assert.equal(presses(stopped), false);
    assert.equal(presses(stopped.wait(250).look(ON)), false);
  });

  test("that is answered after the banner was closed presses nothing", () => {
    assert.equal(presses(asking().act("dismiss")), false);
  });

  test("that nobody has made presses nothing", () => {
    for (const walk of [watchingOn(), arriving({ job: JOB }), verified()]) assert.equal(presses(walk), false);
  });

  test("is answered once", () => {
    assert.equal(presses(asking()), true);
    assert.equal(presses(asking().claimed(false)), false);
    assert.equal(presses(asking().claimed(true).act("stop")), false);
  });

  test("that is answered after a press by hand presses nothing more", () => {
    const hand = asking().hand();
    assert.equal(presses(hand), false);
    const over = hand.wait(2500).look(ON, saves(hand.tick, 0));
    assert.deepEqual([over.state.at, presses(over)], ["watching", false]);
  });

  test("may still be answered after looks at the page", () => {
    assert.equal(presses(asking().wait(250).look(ON).wait(250).look(SEVERAL)), true);
  });
});
