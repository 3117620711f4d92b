/** Receipts: what each says, in words and as a state, and the file that people take along. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as v from "valibot";
import { nameOf } from "../../extension/core/names.ts";
import {
  exportOf,
  factsOf,
  fileNameOf,
  hashOf,
  knownZone,
  markOf,
  titleOf,
} from "../../extension/core/receipts.ts";
import type { Receipt } from "../../extension/core/schemas.ts";
import { ReceiptSchema } from "../../extension/core/schemas.ts";
import { LINKEDIN, PARLOUR } from "./builders/site.ts";

const RECEIPT: Receipt = {
  id: "f5b8a5a4",
  setting: "lessons",
  want: "off",
  by: "untick",
  address: "https://parlour.example/settings/lessons",
  label: "Teach our machine with what I write",
  at: "2026-11-22T23:05:12+01:00",
  zone: "Europe/Paris",
  before: "on",
  after: "off",
  saved: { kind: "saved", status: 200 },
  reloaded: { state: "off", at: "2026-11-22T23:05:17+01:00" },
  outcome: "verified",
  extension: "1.2.3",
  rule: "parlour 2026-11-01",
};

const facts = (changes: Partial<Receipt> = {}): Map<string, unknown[]> =>
  new Map(factsOf({ ...RECEIPT, ...changes }, (at) => `at ${at}`).map(([name, ...parts]) => [name, parts]));

test("the receipt of these tests is one", () => {
  assert.ok(v.is(ReceiptSchema, RECEIPT));
});

describe("a receipt", () => {
  for (const [outcome, want, mark] of [
    ["verified", "off", "verified"],
    ["verified", "on", "on"],
    ["failed", "off", "failed"],
    ["failed", "on", "failed"],
    ["unproved", "off", "unknown"],
    ["unproved", "on", "unknown"],
  ] as const)
    test(`of "${want}" that is ${outcome} looks ${mark}, and says which setting`, () => {
      const receipt = { ...RECEIPT, outcome, want };
      assert.equal(markOf(receipt), mark);
      const name = { message: "setting_lessons_name", of: PARLOUR.name };
      assert.deepEqual(titleOf(receipt, [LINKEDIN, PARLOUR], []), [`receipt_${outcome}_${want}`, { name }]);
    });

  test("names a setting that only another version had by its id", () => {
    assert.equal(nameOf([LINKEDIN], "lessons"), "lessons");
    assert.deepEqual(titleOf(RECEIPT, [LINKEDIN], []), ["receipt_verified_off", { name: "lessons" }]);
  });

  test("says what the person turned off by the site's own words, where only they press", () => {
    const guide = { id: "lessons", name: "Parlour", words: ["Teach with my letters", "Older words"] };
    const name = "Parlour · Teach with my letters";
    assert.deepEqual(titleOf(RECEIPT, [LINKEDIN], [guide]), ["receipt_verified_off", { name }]);
    assert.deepEqual(titleOf(RECEIPT, [], [{ ...guide, words: [] }])[1], { name: "Parlour" });
  });

  test("has an address that no name can break", () => {
    assert.equal(hashOf("f5b8a5a4"), "#f5b8a5a4");
    assert.equal(hashOf("a b#é"), "#a%20b%23%C3%A9");
  });

  test("is told in its own zone, or in UTC where this system has no such zone", () => {
    assert.equal(knownZone(RECEIPT), "Europe/Paris");
    assert.equal(knownZone({ ...RECEIPT, zone: "Mars/Olympus" }), "UTC");
    assert.equal(knownZone({ ...RECEIPT, zone: "" }), "UTC");
  });
});

describe("the facts of a receipt", () => {
  test("are all of it, in the order of what happened", () => {
    assert.deepEqual(
      [...facts()],
      [
        ["receipt_when", ["at 2026-11-22T23:05:12+01:00", "(Europe/Paris)"]],
        ["receipt_address", ["https://parlour.example/settings/lessons"]],
        ["receipt_label", ["Teach our machine with what I write"]],
        ["receipt_by", [["receipt_by_untick"]]],
        ["receipt_before", [["receipt_on"]]],
        ["receipt_after", [["receipt_off"]]],
        ["receipt_answer", [["receipt_saved_saved", { status: "200" }]]],
        ["receipt_reloaded", [["receipt_off"], "(at 2026-11-22T23:05:17+01:00)"]],
        ["receipt_versions", ["Untick 1.2.3, parlour 2026-11-01"]],
        ["receipt_id", ["f5b8a5a4"]],
      ],
    );
  });

  test("say of what was not seen that it was not", () => {
    const none = [["receipt_none"]];
    const told = facts({ by: "hand", label: "", after: null, saved: null, reloaded: null });
    assert.deepEqual(told.get("receipt_by"), [["receipt_by_hand"]]);
    for (const name of ["receipt_label", "receipt_after", "receipt_answer", "receipt_reloaded"])
      assert.deepEqual(told.get(name), none, name);
  });

  for (const kind of ["refused", "unreachable", "unseen"] as const)
    test(`have the site's answer, ${kind}`, () => {
      const told = facts({ saved: { kind, status: 0 } });
      assert.deepEqual(told.get("receipt_answer"), [[`receipt_saved_${kind}`, { status: "0" }]]);
    });
});

describe("the file that people take along", () => {
  test("has the receipts as they are, and says how to read them", () => {
    assert.deepEqual(exportOf([RECEIPT], "1.2.3", Date.UTC(2026, 10, 23, 8, 30)), {
      schema: "untick-receipts-1",
      described: "receipts/receipt.schema.json in Untick 1.2.3",
      exported: "2026-11-23T08:30:00.000Z",
      receipts: [RECEIPT],
    });
  });

  test("has the day of the press in its name, by the person's clock, where there is one", () => {
    assert.equal(fileNameOf([RECEIPT]), "untick-receipt-2026-11-22.json");
    assert.equal(fileNameOf([RECEIPT, RECEIPT]), "untick-receipts.json");
    assert.equal(fileNameOf([]), "untick-receipts.json");
  });
});
