/** What an earlier run of the browser has left: a proof may still come, all else has ended. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { startAnew, takeLeft } from "../../extension/core/proof.ts";
import type { Stored, Verification } from "../../extension/core/schemas.ts";
import { AT, CHECKUP, EMPTY, OWED, PRESS } from "./builders/records.ts";

const LATER = AT + 8000; // ms since the epoch
const DUE = 120_000; // ms in which a fresh page is a proof
const stored = (changes: Partial<Stored> = {}): Stored => structuredClone({ ...EMPTY, ...changes });

describe("a proof that an earlier run of the browser owes", () => {
  const Here = { jar: null, session: "now" };
  const owed = (changes: Partial<Verification> = {}, session = "earlier") => ({
    5: { session, pending: { ...PRESS, ...changes } },
  });
  test("is taken by the setting's page, once; nobody can be led back", () => {
    const kept = stored({
      owed: { ...owed({ setting: "links-ads" }), 6: { session: "earlier", pending: PRESS } },
    });
    assert.deepEqual(takeLeft(kept, ["links-mail", "links-ai"], Here, LATER), { ...PRESS, back: null });
    assert.deepEqual(kept.owed, owed({ setting: "links-ads" }));
    assert.equal(takeLeft(kept, ["links-mail", "links-ai"], Here, LATER), null);
  });

  const none: [string, Stored["owed"], string[], number][] = [
    ["by a page of another setting", owed(), ["links-ads"], LATER],
    ["by a page of none", owed(), [], LATER],
    ["from another tab of this run", owed({}, "now"), ["links-ai"], LATER],
    ["after two minutes", owed(), ["links-ai"], AT + DUE],
    ["by a clock that was moved", owed(), ["links-ai"], AT - 1],
    ["where nothing was pressed", owed({ pressed: false }), ["links-ai"], LATER],
  ];
  for (const [name, left, settings, now] of none)
    test(`is not taken ${name}`, () => {
      const kept = stored({ owed: structuredClone(left) });
      assert.equal(takeLeft(kept, settings, Here, now), null);
      assert.deepEqual(kept.owed, left);
    });
});

describe("started anew", () => {
  test("a check-up under way was closed; what may still be proved stays", () => {
    const kept = stored({
      run: { ...CHECKUP, ended: null },
      owed: {
        5: OWED,
        6: { session: "s", jar: null, pending: { ...PRESS, at: AT - DUE } },
      },
    });
    startAnew(kept, LATER);
    assert.deepEqual(
      kept,
      stored({
        run: { ...CHECKUP, ended: "closed" },
        owed: { 5: OWED },
      }),
    );
  });

  for (const run of [null, CHECKUP, { ...CHECKUP, ended: "stopped" as const }])
    test(`a check-up that had ended stays as it did: ${run?.ended}`, () => {
      const kept = stored({ run });
      startAnew(kept, LATER);
      assert.deepEqual(kept, stored({ run }));
    });
});
