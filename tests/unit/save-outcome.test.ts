/** How a page's own save went, by the answers that were seen. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Meanwhile } from "../../extension/core/save-outcome.ts";
import { isSaveOver, saveOutcome } from "../../extension/core/save-outcome.ts";
import type { Save } from "../../extension/core/schemas.ts";
import { saves } from "./builders/moments.ts";

const LATEST = 1000;

describe("a save is over", () => {
  /** Ms without another answer: while the page says nothing, is at work, or has put its switch back. */
  const cases: [statuses: number[], nothing: number, busy: number, back: number][] = [
    [[], 5000, 15_000, 250],
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
    for (const [index, meanwhile] of (["", "busy", "back"] satisfies Meanwhile[]).entries()) {
      const wait = waits[index] ?? 0;
      test(`[${statuses}], the page says "${meanwhile}": ${wait} ms later`, () => {
        const isOver = (tick: number) => isSaveOver(saves(LATEST, ...statuses), meanwhile, tick);
        assert.deepEqual(
          [0, wait - 1, wait, 60_000].map((ms) => isOver(LATEST + ms)),
          [false, false, true, true],
        );
      });
    }
});

test("a save is waited for no longer 30 s after the press, whatever the page asks for", () => {
  const since = 5000;
  for (const statuses of [[], [0], [200], [500]])
    for (const meanwhile of ["", "busy", "back"] satisfies Meanwhile[]) {
      const isOver = (tick: number) => isSaveOver({ since, latest: tick, statuses }, meanwhile, tick);
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
      assert.deepEqual(saveOutcome(statuses, false), stands);
      assert.deepEqual(saveOutcome(statuses, true), back);
    });
});
