import assert from "node:assert/strict";
import { test } from "node:test";
import type { Site } from "../../extension/core/site.ts";
import { isSetting } from "../../extension/core/site.ts";

test("nothing is a setting where there is no site", () => {
  const sites: Site[] = [];
  assert.equal(isSetting(sites, "ai-training"), false);
});
