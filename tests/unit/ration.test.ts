/** A dear question is asked less often, but never too seldom to be of use. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createRation } from "../../extension/core/ration.ts";

const LEAST = 1000; // ms

/** Ticks at which a question that takes so long is answered, asked every 100 ms for half a minute. */
const answered = (took: number): number[] => {
  let tick = 0;
  const ration = createRation(LEAST, () => tick);
  const ask = (): number | null =>
    ration.ask(() => {
      tick += took;
      return tick - took;
    });
  const found: number[] = [];
  for (let at = 0; at < 30_000; at += 100) {
    tick = Math.max(tick, at);
    const asked = ask();
    if (asked !== null) found.push(asked);
  }
  return found;
};

const longest = (ticks: readonly number[]): number =>
  Math.max(...ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? 0)));

test("a cheap one is asked at its own pace", () => {
  assert.deepEqual(answered(0).slice(0, 3), [0, LEAST, 2 * LEAST]);
});

test("the dearer, the longer until the next", () => {
  assert.ok(longest(answered(1)) > LEAST);
  assert.ok(longest(answered(1)) < longest(answered(1.5)));
});

test("one that took long by chance is asked again within seconds", () => {
  assert.ok(longest(answered(20)) < 5000);
  assert.ok(answered(200).length > 5);
});

test("what has happened meanwhile makes it due at once", () => {
  let tick = 0;
  const ration = createRation(LEAST, () => tick);
  assert.equal(
    ration.ask(() => "first"),
    "first",
  );
  tick = 1;
  assert.equal(
    ration.ask(() => "too early"),
    null,
  );
  ration.renew();
  assert.equal(
    ration.ask(() => "due"),
    "due",
  );
});
