import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { doesKey, nameOf } from "../../extension/core/names.ts";
import { keyOf, nameKey } from "../../extension/core/phrase.ts";
import { LINKEDIN, PARLOUR } from "./builders/site.ts";

describe("names as parts of a message's key", () => {
  const cases: Record<string, string> = {
    on: "on",
    "signed-out": "signed_out",
    "ads-off-site": "ads_off_site",
  };
  for (const [name, key] of Object.entries(cases)) test(name, () => assert.equal(keyOf(name), key));
});

describe("what a setting is called", () => {
  const sites = [PARLOUR, LINKEDIN];
  test("by a message", () => {
    assert.equal(nameKey("ads-off-site"), "setting_ads_off_site_name");
    assert.deepEqual(nameOf(sites, "ads-off-site"), { message: "setting_ads_off_site_name" });
    assert.deepEqual(nameOf(sites, "letters"), { message: "setting_letters_name" });
  });
  test("by its id, where only another version had it", () =>
    assert.equal(nameOf(sites, "gone-by"), "gone-by"));
  test("what it does, by a message", () =>
    assert.equal(doesKey("ads-off-site"), "setting_ads_off_site_does"));
});
