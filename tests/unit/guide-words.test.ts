/** What the banner says on a site on which nothing is pressed, and where it says nothing. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { GuideView, Spot, Told } from "../../extension/core/guide-words.ts";
import { viewGuide } from "../../extension/core/guide-words.ts";
import { dueOf } from "../../extension/core/guides.ts";
import type { Phrase } from "../../extension/core/phrase.ts";
import type { Known, Said } from "../../extension/core/schemas.ts";
import { readMessages } from "./builders/messages.ts";

const NOW = Date.UTC(2026, 10, 28);
const DAY = 86_400_000; // ms
const WAY = { items: ["Open it.", "Turn it off."], lang: "en" };
const ELSEWHERE: Spot = {
  isThere: false,
  isEverywhere: true,
  hasCopied: false,
  isPrivate: false,
  seen: null,
  change: "none",
  hasReceipt: false,
};
const THERE: Spot = { ...ELSEWHERE, isThere: true };

const FORM: Told = {
  name: "Letters",
  kind: "form",
  address: "https://letters.example/form",
  default: "on",
  words: [],
};
const SWITCH: Told = { ...FORM, kind: "guide", words: ["Train on my letters", "Older words"] };
const READ: Told = {
  ...SWITCH,
  kind: "read",
  state: { hook: "input[name=letters]", on: "enabled", off: "disabled" },
};
const NONE: Told = { name: "Letters", kind: "none", default: "on", words: [] };

const said = (days: number, answered: number | null = null): Said => ({ sent: NOW - days * DAY, answered });
const view = (guide: Told, spot: Spot, what: Said | null = null, known?: Known): GuideView | null =>
  viewGuide(guide, WAY, { said: what ?? undefined, known }, spot, NOW);
const keys = (phrases: readonly Phrase[] = []): string[] => phrases.map(([key]) => key);

describe("what is offered, and said", () => {
  const cases: Record<
    string,
    [guide: Told, spot: Spot, said: Said | null, actions: string[], body: string[]]
  > = {
    "on the way to a form": [FORM, ELSEWHERE, null, ["open", "sent"], ["site_default_on", "site_form"]],
    "on the form": [FORM, THERE, null, ["copy", "sent"], ["site_default_on", "site_form"]],
    "on the form that was sent": [FORM, THERE, said(3), ["answered"], ["site_sent"]],
    "where an answer is overdue": [FORM, ELSEWHERE, said(40), ["answered", "open"], ["site_overdue"]],
    "on the form that was answered": [FORM, THERE, said(40, NOW), [], ["site_answered"]],
    "on the way to a switch": [
      SWITCH,
      ELSEWHERE,
      null,
      ["open"],
      ["site_default_on", "site_guide", "site_words"],
    ],
    "at the switch": [SWITCH, THERE, null, [], ["site_default_on", "site_guide", "site_words"]],
    "where “on” protects": [
      { ...SWITCH, protects: true, words: [] },
      THERE,
      null,
      [],
      ["site_guide", "site_protects"],
    ],
    "where the way begins nowhere that is known": [
      { name: "Letters", kind: "guide", words: [] },
      ELSEWHERE,
      null,
      [],
      ["site_guide"],
    ],
    "where there is no control": [NONE, ELSEWHERE, null, [], ["site_default_on", "site_none"]],
  };
  for (const [name, [guide, spot, what, actions, body]] of Object.entries(cases))
    test(name, () => {
      const shown = view(guide, spot, what);
      assert.deepEqual(shown?.actions, actions);
      assert.deepEqual(keys(shown?.body), body);
      assert.equal(shown?.state, guide.kind === "none" ? "none" : "guide");
    });

  test("the way is told until the person has dealt with it", () => {
    assert.deepEqual(view(FORM, THERE)?.way, WAY);
    assert.equal(view(FORM, THERE, said(3))?.way, undefined);
    assert.equal(viewGuide(NONE, { items: [], lang: null }, {}, THERE, NOW)?.way, undefined);
  });

  test("that the text has been copied", () =>
    assert.deepEqual(view(FORM, { ...THERE, hasCopied: true })?.note, ["action_copied"]));

  test("both dates", () => {
    const sent = said(3);
    assert.deepEqual(view(FORM, THERE, sent)?.body, [
      ["site_sent", { date: { date: sent.sent }, due: { date: dueOf(sent) } }],
    ]);
  });
});

describe("nothing is said away from it", () => {
  const quiet: Record<string, [guide: Told, spot: Spot, said: Said | null]> = {
    "once it was sent": [FORM, ELSEWHERE, said(3)],
    "once an answer came": [FORM, ELSEWHERE, said(40, NOW)],
    "where no banner is wanted": [FORM, { ...ELSEWHERE, isEverywhere: false }, null],
    "of a switch, where none is wanted": [SWITCH, { ...ELSEWHERE, isEverywhere: false }, null],
  };
  for (const [name, [guide, spot, what]] of Object.entries(quiet))
    test(name, () => assert.equal(view(guide, spot, what), null));
  test("but on its own page it is", () => assert.ok(view(FORM, { ...THERE, isEverywhere: false })));
});

describe("a state that the page tells", () => {
  const at = { on: NOW - DAY, off: NOW - 2 * DAY };
  const knownAs = (state: "on" | "off", off: number | null): Known => ({
    state,
    at: at.on,
    off,
    missed: null,
  });
  const cases: [
    name: string,
    seen: "on" | "off",
    change: Spot["change"],
    known: Known | undefined,
    state: string,
    title: string,
  ][] = [
    ["on", "on", "none", undefined, "on", "other_on_title"],
    ["on, as before", "on", "none", knownAs("on", null), "on", "other_on_title"],
    ["on again", "on", "none", knownAs("off", at.off), "again", "other_again_title"],
    ["off", "off", "none", undefined, "off", "other_off_title"],
    ["just turned off by the person", "off", "made", knownAs("on", null), "working", "other_working_title"],
    ["off after the reload", "off", "reread", knownAs("on", null), "verified", "other_verified_title"],
    ["on after the reload", "on", "reread", knownAs("on", null), "failed", "other_failed_title"],
  ];
  for (const [name, seen, change, known, state, title] of cases)
    test(name, () => {
      const shown = view(READ, { ...THERE, seen, change }, null, known);
      assert.equal(shown?.state, state);
      assert.equal(shown?.title[0], title);
      assert.deepEqual(shown?.title[1]?.["name"], "Train on my letters");
      assert.deepEqual(shown?.actions ?? [], [], "nothing is pressed");
    });

  test("once proved, the receipt is offered where one is kept", () => {
    const proved: Spot = { ...THERE, seen: "off", change: "reread" };
    assert.deepEqual(view(READ, { ...proved, hasReceipt: true })?.actions, ["receipt"]);
    assert.deepEqual(view(READ, { ...proved, seen: "on", hasReceipt: true })?.actions ?? [], []);
  });

  test("where it tells none, the way is told as on any other site", () => {
    const shown = view(READ, THERE);
    assert.deepEqual([shown?.state, shown?.mark, shown?.way], ["guide", "guide", WAY]);
  });
  test("away from it, nothing is said once it is known to be off", () => {
    assert.equal(view(READ, ELSEWHERE, null, knownAs("off", at.off)), null);
    assert.equal(view(READ, ELSEWHERE, null, knownAs("on", null))?.mark, "on");
  });
});

test("all of it has a message", () => {
  const messages = readMessages();
  const Spots: Spot[] = [ELSEWHERE, { ...THERE, hasCopied: true }];
  for (const seen of ["on", "off"] as const)
    for (const change of ["none", "made", "reread"] as const)
      Spots.push({ ...THERE, seen, change, hasReceipt: true });
  for (const guide of [FORM, SWITCH, READ, NONE])
    for (const spot of Spots)
      for (const what of [null, said(3), said(40), said(40, NOW)]) {
        const shown = view(guide, spot, what);
        if (!shown) continue;
        const { title, body = [], note, actions = [], called = {} } = shown;
        const named = actions.map((action) => called[action] ?? `action_${action}`);
        for (const key of [...keys([title, ...body, ...(note ? [note] : [])]), ...named])
          assert.ok(key in messages, key);
      }
});
