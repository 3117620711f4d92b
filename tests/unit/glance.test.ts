import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Glance } from "../../extension/core/glance.ts";
import { glanceOf, glancePhrases, isReminderDue } from "../../extension/core/glance.ts";
import type { Phrase } from "../../extension/core/phrase.ts";
import type { Known, Options, Unknown } from "../../extension/core/schemas.ts";

const DAY = 86_400_000;
const AT = 1_790_000_000_000;
const OFF = AT - 3 * DAY;

const known = (more: Partial<Known> = {}): Known => ({
  state: "on",
  at: AT,
  off: null,
  missed: null,
  ...more,
});
const missed = (why: Unknown) => ({ why, at: AT + DAY });

describe("at a glance", () => {
  const cases: Record<string, [known: Known | undefined, glance: Glance, phrases: Phrase[]]> = {
    "nobody has looked": [undefined, "unknown", [["state_unknown"]]],
    "nothing was seen": [known({ state: null, at: null }), "unknown", [["state_unknown"]]],
    "it was on": [known(), "on", [["state_on", { moment: { moment: AT } }]]],
    "it was off": [known({ state: "off", off: AT }), "off", [["state_off", { moment: { moment: AT } }]]],
    "it was off before, and is on": [
      known({ off: OFF }),
      "again",
      [["state_again", { before: { moment: OFF }, now: { moment: AT } }]],
    ],
    "it was on, and somebody had to sign in": [
      known({ missed: missed("signed-out") }),
      "signed-out",
      [["state_signed_out"], ["state_before_on", { moment: { moment: AT } }]],
    ],
    "it was off, and it is locked": [
      known({ state: "off", off: AT, missed: missed("locked") }),
      "locked",
      [["state_locked"], ["state_before_off", { moment: { moment: AT } }]],
    ],
    "it was on again, and is not there": [
      known({ off: OFF, missed: missed("absent") }),
      "absent",
      [["state_absent"], ["state_before_on", { moment: { moment: AT } }]],
    ],
    "nobody could ever tell": [
      known({ state: null, at: null, missed: missed("unsure") }),
      "unsure",
      [["state_unsure"]],
    ],
    "it was seen at the beginning of time": [
      known({ state: "off", at: 0, off: 0 }),
      "off",
      [["state_off", { moment: { moment: 0 } }]],
    ],
  };
  for (const [name, [record, glance, phrases]] of Object.entries(cases)) {
    test(name, () => {
      assert.equal(glanceOf(record), glance);
      assert.deepEqual(
        glancePhrases(record, (moment) => ({ moment })),
        phrases,
      );
    });
  }
  test("as the moments are told", () => {
    assert.deepEqual(
      glancePhrases(known(), () => "today"),
      [["state_on", { moment: "today" }]],
    );
  });
});

describe("a reminder is due", () => {
  const options = (reminder: number): Options => ({ language: "auto", banner: "settings", reminder });
  const cases: Record<string, [isDue: boolean, known: Known | undefined, days: number, now: number]> = {
    "after the days": [true, known(), 30, AT + 30 * DAY + 1],
    "not in the last moment of them": [false, known(), 30, AT + 30 * DAY],
    "not at once": [false, known(), 30, AT],
    "by a clock that was set back": [true, known(), 30, AT - 1],
    "not without a wish": [false, known(), 0, AT + 400 * DAY],
    "not without a wish, by a clock that was set back": [false, known(), 0, AT - DAY],
    "not for what nobody has looked at": [false, undefined, 30, AT],
    "not for what was never seen": [false, known({ state: null, at: null }), 30, AT],
    "for what was seen at the beginning of time": [true, known({ at: 0 }), 1, DAY + 1],
    "after one day": [true, known(), 1, AT + DAY + 1],
  };
  for (const [name, [isDue, record, days, now]] of Object.entries(cases)) {
    test(name, () => assert.equal(isReminderDue(record, options(days), now), isDue));
  }
});
