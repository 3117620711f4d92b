/** From a person's click to the reload: when the switch is pressed, and when its save is over. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Look } from "./builders/moments.ts";
import {
  ABSENT,
  both,
  DOCUMENT,
  moment,
  OFF,
  ON,
  OWED,
  PASSWORD,
  PICKED,
  pickedOne,
  SEVERAL,
  saves,
  standing,
  UNTOLD,
  VISIT,
  WAS_OFF,
} from "./builders/moments.ts";
import {
  asking,
  failed,
  planned,
  preparing,
  pressing,
  saved,
  saving,
  verified,
  watchingOn,
} from "./builders/stages.ts";
import type { Walk } from "./builders/walk.ts";
import { arriving } from "./builders/walk.ts";

test("all the way: on, a click, planned, pressed, saved, held, loaded anew", () => {
  const clicked = watchingOn({ visit: { back: 7 } }).act("turn-off");
  assert.deepEqual([clicked.state.at, clicked.state.shown.name, clicked.done], ["preparing", "working", ""]);

  const plan = clicked.wait(300).look(standing("on", { held: 300, filled: 40 }));
  const press = {
    id: "press-100",
    setting: "ai",
    want: "off",
    at: moment(400).now,
    page: DOCUMENT,
    pressed: false,
    by: "untick",
    label: "",
    address: VISIT.address,
    after: null,
    filled: 40,
    picked: null,
    saved: null,
    back: 7,
  } as const;
  assert.equal(plan.state.at, "planned");
  assert.deepEqual(plan.effects, [{ do: "keep", press }]);

  const ready = plan.wait(20).kept();
  assert.equal(ready.state.at, "pressing");
  assert.deepEqual(ready.effects, [{ do: "press", from: "on" }]);

  const made = ready.pressed();
  const pressed = { ...press, pressed: true, label: "Use my data", after: "off" } as const;
  assert.equal(made.state.at, "saving");
  assert.deepEqual(made.effects, [{ do: "keep", press: pressed }]);

  const waiting = made.wait(50).look(OFF, saves(420)).kept();
  assert.deepEqual([waiting.state.at, waiting.done], ["saving", ""]);

  const over = waiting.wait(400).look(OFF, saves(620, 200));
  const ended = { ...pressed, saved: { kind: "saved", status: 200 } } as const;
  assert.equal(over.state.at, "saved");
  assert.deepEqual(over.effects, [{ do: "keep", press: ended }]);

  const held = over.wait(30).kept();
  assert.deepEqual([held.state.at, held.done], ["holding", ""]);
  assert.deepEqual(held.state.press, ended);

  const still = held.wait(2499).look(OFF);
  assert.deepEqual([still.state.at, still.done], ["holding", ""]);
  const done = still.wait(1).look(OFF);
  assert.deepEqual([done.state.at, done.done], ["reloading", "reload"]);
  assert.equal(done.state.shown.name, "working");
  assert.deepEqual(done.state.shown.since, moment(100));
});

describe("a switch is ready to be pressed", () => {
  const cases: [string, Look, boolean][] = [
    ["once it has stood for 300 ms", standing("on", { held: 300 }), true],
    ["not sooner", standing("on", { held: 299 }), false],
    ["not where it stands as wanted already", OFF, false],
    ["not where nobody can tell how it stands", UNTOLD, false],
    ["not while it is locked", standing("on", { isLocked: true }), false],
    ["not where none is drawn", ABSENT, false],
    ["not where the page asks for a password", PASSWORD, false],
    ["not where there are several: two witnesses agree on none", SEVERAL, false],
    ["not where only the person could tell", pickedOne("on"), false],
    [
      "not by the time for which another one stood",
      both(standing("on", { held: 299 }), pickedOne("on")),
      false,
    ],
    ["whatever another one shows", both(ON, pickedOne("off", { held: 0 })), true],
    ["though the page is at work on it", standing("on", { isBusy: true }), true],
  ];
  for (const [name, look, isReady] of cases)
    test(name, () => {
      const walk = preparing().wait(200).look(look);
      assert.deepEqual([walk.state.at, walk.done], isReady ? ["planned", "keep"] : ["preparing", ""]);
    });

  test("to be turned on again: once it stands off", () => {
    const undo = verified().act("undo");
    assert.equal(undo.look(ON).state.at, "preparing");
    const plan = undo.look(OFF);
    assert.equal(plan.state.press?.want, "on");
    assert.deepEqual(plan.kept().effects, [{ do: "press", from: "off" }]);
  });

  test("and tells of itself how the page draws it, not of another one", () => {
    const walk = preparing()
      .wait(300)
      .look(both(standing("on", { filled: 700 }), pickedOne("on")));
    assert.equal(walk.state.press?.filled, 700);
    const unwatched = both(standing("on", { isWatched: false }), pickedOne("on"));
    assert.equal(preparing().wait(300).look(unwatched).state.press?.filled, null);
  });

  test("by what is said at once: looks before the click count as well", () => {
    assert.equal(preparing().look(ON).state.at, "planned");
  });
});

describe("a press that is not to be", () => {
  test("after 5 s in which the switch was not ready", () => {
    const walk = preparing().wait(4999).look(UNTOLD);
    assert.equal(walk.state.at, "preparing");
    const after = walk.wait(1).look(UNTOLD);
    assert.deepEqual(after.effects, [{ do: "end", outcome: "unpressed", state: null }]);
    assert.deepEqual(
      [after.state.at, after.state.shown.name, after.state.press],
      ["watching", "unsure", null],
    );
  });

  test("not even where it is ready then", () => {
    const walk = preparing().wait(5000).look(ON);
    assert.deepEqual([walk.state.at, walk.state.shown.name, walk.done], ["watching", "on", "end"]);
    assert.equal(walk.state.at === "watching" && walk.state.result, null);
  });

  test("tells what the page says now, which is another thing than before", () => {
    const walk = preparing().wait(5000).look(OFF);
    assert.deepEqual(walk.effects, [
      { do: "end", outcome: "unpressed", state: null },
      { do: "report-seen", state: "off" },
    ]);
  });

  test("where it did not stand so at that moment: it waits again, for the rest of the 5 s", () => {
    const again = pressing().notPressed();
    assert.deepEqual([again.state.at, again.state.press, again.done], ["preparing", null, ""]);
    const plan = again.wait(200).look(ON);
    assert.equal(plan.state.at, "planned");
    assert.equal(plan.state.press?.id, planned().state.press?.id);
    assert.equal(plan.state.press?.want, "off");
    assert.equal(plan.kept().done, "press");
    const late = again.wait(4700).look(ON);
    assert.deepEqual([late.state.at, late.done], ["watching", "end"]);
    assert.equal(again.wait(4699).look(ON).state.at, "planned");
  });
});

describe("what was kept", () => {
  test("of another press does nothing", () => {
    const walk = planned();
    const earlier = { ...PICKED, id: "press-100" };
    assert.deepEqual([walk.kept(earlier).state, walk.kept(earlier).done], [walk.state, ""]);
  });

  test("of an earlier step of the same press does nothing", () => {
    const plan = planned().state.press ?? undefined;
    const over = saved();
    assert.equal(over.kept(plan).state, over.state);
    const made = saving();
    assert.equal(made.kept(made.state.press ?? undefined).state, made.state);
  });

  test("of a plan that was given up does nothing to the next one", () => {
    const first = planned();
    const second = first.kept().notPressed().wait(50).look(ON);
    assert.equal(second.kept(first.state.press ?? undefined).state, second.state);
    assert.equal(second.kept().state.at, "pressing");
  });

  test("looks do nothing while the background is asked", () => {
    for (const walk of [planned(), pressing(), saved()]) {
      const after = walk.wait(10_000).look(ABSENT, saves(0, 500));
      assert.deepEqual([after.state, after.done], [walk.state, ""]);
    }
  });
});

describe("a click", () => {
  const wants: [string, Walk, string][] = [
    ["on Turn it off", watchingOn().act("turn-off"), "off"],
    ["on Turn it off, on again", watchingOn({ known: WAS_OFF }).act("turn-off"), "off"],
    ["on Undo", verified().act("undo"), "on"],
    ["on Try again", failed().act("retry"), "off"],
    ["made elsewhere", asking().claimed(true), "off"],
  ];
  for (const [name, { state, tick }, want] of wants)
    test(`${name} wants it ${want}`, () => {
      assert.ok(state.at === "preparing");
      assert.deepEqual([state.want, state.id, state.until], [want, `press-${tick}`, tick + 5000]);
      assert.deepEqual([state.press, state.job, state.shown.name], [null, null, "working"]);
    });

  test("on Try again after an undo that failed wants it on again", () => {
    const { state } = arriving({ verification: { ...OWED, want: "on" } })
      .wait(100)
      .look(OFF)
      .act("retry");
    assert.equal(state.at === "preparing" && state.want, "on");
  });
});
