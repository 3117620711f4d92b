/** A person's own press on the page's switch gets the same proof. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  both,
  DOCUMENT,
  JOB,
  moment,
  OFF,
  ON,
  pickedOne,
  SEVERAL,
  saves,
  VISIT,
} from "./builders/moments.ts";
import { watchingOn } from "./builders/stages.ts";
import { arriving } from "./builders/walk.ts";

const MADE = {
  setting: "ai",
  want: "off",
  page: DOCUMENT,
  pressed: true,
  by: "hand",
  address: VISIT.address,
  after: "off",
  filled: 0,
  saved: null,
  back: null,
} as const;

test("on the setting's switch: kept, its save watched from the click on", () => {
  const walk = watchingOn().wait(1000).hand();
  const press = { ...MADE, id: "press-1100", at: moment(1100).now, label: "Use my data", picked: null };
  assert.deepEqual([walk.state.at, walk.state.shown.name], ["saving", "working"]);
  assert.deepEqual(walk.state.press, press);
  assert.deepEqual(walk.effects, [
    { do: "keep", press },
    { do: "watch-save", since: 900 },
  ]);
  assert.equal(walk.kept().state, walk.state);
  const over = walk.wait(250).look(OFF, saves(1100, 200));
  assert.deepEqual([over.state.at, over.state.press?.after], ["saved", "off"]);
});

test("on one of several: told by its label, and what it showed is what was seen then", () => {
  const walk = arriving().wait(100).look(SEVERAL).hand(false, "Something");
  assert.deepEqual([walk.state.press?.picked, walk.state.press?.label], ["Something", "Something"]);
  const over = walk.wait(250).look(pickedOne("off"), saves(100, 200));
  assert.deepEqual([over.state.at, over.state.press?.after], ["saved", "off"]);
});

test("on one without a label: told only where it is the setting's", () => {
  const nameless = arriving().wait(100).look(SEVERAL);
  assert.equal(nameless.hand(false, "").state, nameless.state);
  assert.equal(nameless.hand(false, "").done, "");
  const walk = watchingOn().hand(true, "");
  assert.deepEqual([walk.state.at, walk.state.press?.label, walk.state.press?.picked], ["saving", "", null]);
});

test("has moved the switch already: what shows it on again was put back", () => {
  const walk = watchingOn().hand();
  const back = walk.wait(2500).look(ON, saves(walk.tick));
  assert.equal(back.state.at, "saved");
  assert.deepEqual(back.state.press?.saved, { kind: "unseen", status: 0 });
});

// A fault that is known: the save of the picked switch is read off the setting's own.
test("on one of several is not put back by what another one shows", () => {
  const walk = arriving().wait(100).look(SEVERAL).hand(false, "Something");
  const look = both(ON, pickedOne("off"));
  assert.equal(walk.wait(300).look(look, saves(walk.tick)).state.at, "saving");
  const over = walk.wait(300).look(look, saves(walk.tick, 500, 200));
  assert.deepEqual(over.state.press?.saved, { kind: "saved", status: 200 });
});

test("of which nothing was sent is not loaded anew under what the person may still enter", () => {
  const picked = arriving().wait(100).look(SEVERAL).hand(false, "Something");
  const plain = picked.wait(12_000).look(SEVERAL, saves(picked.tick));
  assert.deepEqual([plain.state.at, plain.state.press?.saved?.kind], ["saved", "unseen"]);
  const inForm = { ...saves(picked.tick), isInForm: true };
  const unseen = picked.wait(12_000).look(SEVERAL, inForm);
  assert.deepEqual([unseen.state.at, unseen.done], ["reloading", "keep"]);
  assert.deepEqual([unseen.state.shown.name, unseen.state.shown.isProving], ["unsure", true]);
  const later = unseen.wait(60_000).look(SEVERAL);
  assert.deepEqual([later.state.at, later.state.shown, later.done], ["reloading", unseen.state.shown, ""]);
  const asked = unseen.act("retry");
  assert.deepEqual([asked.state.at, asked.state.shown.name, asked.done], ["reloading", "working", "reload"]);
  const other = picked.wait(12_000).look(SEVERAL, { ...inForm, hasOther: true });
  assert.deepEqual([other.state.at, other.state.press?.saved?.kind], ["saved", "unseen"]);
  const offline = picked.wait(2500).look(SEVERAL, saves(picked.tick, 0));
  assert.deepEqual(offline.effects.at(-1), { do: "end", outcome: "failed", state: null });
});

test("knows how the page was drawn, where somebody watched", () => {
  const event = {
    type: "pressed-by-hand",
    at: moment(100),
    id: "1",
    label: "Use",
    isChosen: true,
    since: 0,
  } as const;
  for (const filled of [0, 700, null])
    assert.equal(watchingOn().send({ ...event, filled }).state.press?.filled, filled);
});

describe("a job", () => {
  test("stays while the person presses by hand", () => {
    const walk = arriving({ job: JOB }).wait(100).look(SEVERAL).hand(false, "Something");
    assert.equal(walk.state.job, JOB);
  });
});
