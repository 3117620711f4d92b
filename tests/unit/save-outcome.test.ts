/** How a page's own save went, by the answers that were seen. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Meanwhile, SaveWatch } from "../../extension/core/save-outcome.ts";
import { isSaveOver, saveOutcome } from "../../extension/core/save-outcome.ts";
import type { Save } from "../../extension/core/schemas.ts";
import { QUIET, saves } from "./builders/moments.ts";

const LATEST = 1000;

/** Ms after the last that was seen of it from which on it is over; null for never, NaN for not just then. */
const waitOf = (watch: SaveWatch, meanwhile: Meanwhile, hasMoved = true): number | null => {
  const isOver = (ms: number) => isSaveOver(watch, meanwhile, hasMoved, watch.latest + ms);
  const wait = [250, 2500, 5000, 8000, 12_000, 15_000, 30_000].find(isOver);
  if (wait === undefined) return isOver(1e9) ? Number.NaN : null;
  return isOver(wait - 1) || !isOver(60_000) ? Number.NaN : wait;
};

describe("a save is over", () => {
  /** Ms without another answer: while the page says nothing, is at work, or has put its switch back. */
  const cases: [statuses: number[], nothing: number, busy: number, back: number][] = [
    [[], 12_000, 15_000, 2500],
    [[200], 250, 250, 250],
    [[204], 250, 250, 250],
    [[304], 250, 250, 250],
    [[399], 250, 250, 250],
    [[1], 250, 250, 250],
    [[400], 2500, 2500, 250],
    [[500], 2500, 2500, 250],
    [[0], 2500, 2500, 250],
    [[500, 200], 250, 250, 250],
    [[200, 500], 2500, 2500, 250],
    [[200, 0], 2500, 2500, 250],
  ];
  for (const [statuses, ...waits] of cases)
    test(`[${statuses}]: ${waits} ms later`, () => {
      const meanwhile: Meanwhile[] = ["", "busy", "back"];
      assert.deepEqual(
        meanwhile.map((one) => waitOf(saves(LATEST, ...statuses), one)),
        waits,
      );
    });

  test("sooner where something else was sent, or the switch has not moved: then none is to come", () => {
    assert.equal(waitOf({ ...saves(LATEST), hasOther: true }, ""), 8000);
    assert.equal(waitOf(saves(LATEST), "", false), 5000);
    assert.equal(waitOf({ ...saves(LATEST), hasOther: true }, "busy"), 15_000);
  });

  test("not while another is on its way", () => {
    for (const statuses of [[], [200], [500]])
      for (const meanwhile of ["", "busy", "back"] satisfies Meanwhile[])
        assert.equal(waitOf({ ...saves(LATEST, ...statuses), pending: 1 }, meanwhile), 30_000);
  });

  test("never while the page asks the person, unless it has saved meanwhile", () => {
    const asks = { ...saves(LATEST), asked: "now" } as const;
    for (const meanwhile of ["", "busy", "back"] satisfies Meanwhile[])
      for (const hasMoved of [true, false]) {
        assert.equal(waitOf(asks, meanwhile, hasMoved), null);
        assert.equal(waitOf({ ...asks, statuses: [500] }, meanwhile, hasMoved), null);
        assert.equal(waitOf({ ...asks, statuses: [200] }, meanwhile, hasMoved), 250);
      }
  });
});

test("a save is waited for no longer 30 s after the press, whatever the page sends", () => {
  const since = 5000;
  for (const statuses of [[], [0], [200], [500]])
    for (const meanwhile of ["", "busy", "back"] satisfies Meanwhile[])
      for (const pending of [0, 1]) {
        const isOver = (tick: number) =>
          isSaveOver({ ...QUIET, since, latest: tick, statuses, pending }, meanwhile, true, tick);
        assert.deepEqual([since, since + 29_999, since + 30_000].map(isOver), [false, false, true]);
      }
});

describe("a save came to", () => {
  const none: Save = { kind: "unseen", status: 0 };
  const lost: Save = { kind: "unreachable", status: 0 };
  const taken = (status: number): Save => ({ kind: "saved", status });
  const refused = (status: number): Save => ({ kind: "refused", status });
  /** … where the switch stands as it was put, and where the page has put it back. */
  const cases: [statuses: number[], stands: Save, back: Save][] = [
    [[], none, none],
    [[200], taken(200), taken(200)],
    [[302], taken(302), taken(302)],
    [[399], taken(399), taken(399)],
    [[400], refused(400), refused(400)],
    [[401], refused(401), refused(401)],
    [[500], refused(500), refused(500)],
    [[0], lost, lost],
    [[0, 0], lost, lost],
    [[0, 200], taken(200), taken(200)],
    [[200, 0], taken(200), taken(200)],
    [[200, 204], taken(204), taken(204)],
    [[500, 403], refused(403), refused(403)],
    [[500, 0], refused(500), refused(500)],
    // Tried again, and taken: unless the page shows that the one refused was the one that counts.
    [[500, 200], taken(200), refused(500)],
    [[200, 500], refused(500), refused(500)],
    [[500, 200, 403], refused(403), refused(403)],
    [[500, 403, 200], taken(200), refused(403)],
  ];
  for (const [statuses, stands, back] of cases)
    test(`[${statuses}]: ${stands.kind}, and where the switch is back: ${back.kind}`, () => {
      assert.deepEqual(saveOutcome({ ...QUIET, statuses }, false), stands);
      assert.deepEqual(saveOutcome({ ...QUIET, statuses }, true), back);
    });

  test("declined, where the page asked, sent nothing, and stands as before", () => {
    const asked = { ...QUIET, asked: "before" } as const;
    assert.deepEqual(saveOutcome(asked, true), { kind: "declined", status: 0 });
    assert.deepEqual(saveOutcome(asked, false), none);
    assert.deepEqual(saveOutcome({ ...asked, hasOther: true }, true), none);
    assert.deepEqual(saveOutcome({ ...asked, statuses: [500] }, true), refused(500));
  });
});
