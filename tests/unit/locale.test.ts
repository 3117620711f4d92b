import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Values } from "../../extension/core/phrase.ts";
import { createLocale, formatDate, sayRegions } from "../../extension/shared/locale.ts";
import type { Messages } from "../../extension/shared/messages.ts";

const MESSAGES: Messages = Object.fromEntries(
  Object.entries({
    plain: "Nothing to fill in",
    one: "It was {what}.",
    twice: "{what} and {what}",
    two: "{done} of {total}",
    name: "AI training",
    strange: "{ what } {} {what-ever} $1",
  }).map(([key, message]) => [key, { message }]),
);
/** By the clock of wherever the test runs: 5 March 2026, 14:05. */
const MOMENT = new Date(2026, 2, 5, 14, 5).getTime();

const english = createLocale(MESSAGES, "en-GB", "ltr");
const arabic = createLocale(MESSAGES, "ar-EG", "rtl");
const persian = createLocale(MESSAGES, "fa", "rtl");

describe("a message", () => {
  const cases: Record<string, [key: string, values: Values | undefined, said: string]> = {
    "as it is": ["plain", undefined, "Nothing to fill in"],
    "with a value that it has no place for": ["plain", { what: "it" }, "Nothing to fill in"],
    "with a text": ["one", { what: "on" }, "It was on."],
    "with no value": ["one", undefined, "It was ."],
    "with a text in two places": ["twice", { what: "on" }, "on and on"],
    "with several values": ["two", { done: 2, total: 5 }, "2 of 5"],
    "with another message": ["one", { what: { message: "name" } }, "It was AI training."],
    "with a day": ["one", { what: { date: MOMENT } }, "It was 5 March 2026."],
    "with a time of day": ["one", { what: { time: MOMENT } }, "It was 14:05."],
    "with both": ["one", { what: { moment: MOMENT } }, "It was 5 March 2026 at 14:05."],
    "with zero": ["one", { what: 0 }, "It was 0."],
    "with a number as the language writes it": ["one", { what: 1_234_567 }, "It was 1,234,567."],
    "with a text that looks like a place": ["one", { what: "{what}" }, "It was {what}."],
    "with a text that means something to replacing": ["one", { what: "$& $1" }, "It was $& $1."],
    "whose braces are no places": ["strange", { what: "on" }, "{ what } {} {what-ever} $1"],
  };
  for (const [name, [key, values, said]] of Object.entries(cases)) {
    test(name, () => assert.equal(english.say(key, values), said));
  }
  test("that is missing is an error", () => {
    assert.throws(() => english.say("gone"), new RangeError("no message gone"));
    assert.throws(() => english.say("one", { what: { message: "gone" } }), new RangeError("no message gone"));
  });
});

describe("from right to left", () => {
  test("every value is set apart", () => {
    assert.equal(arabic.say("one", { what: "LinkedIn" }), "It was \u2068LinkedIn\u2069.");
    assert.equal(arabic.say("one", { what: { message: "name" } }), "It was \u2068AI training\u2069.");
  });
  test("numbers are written with the language's digits", () => {
    assert.equal(persian.say("two", { done: 12, total: 1345 }), "\u2068۱۲\u2069 of \u2068۱٬۳۴۵\u2069");
    assert.equal(arabic.say("one", { what: 12 }), "It was \u2068١٢\u2069.");
  });
  test("dates are those of the language", () => {
    assert.equal(persian.say("one", { what: { date: MOMENT } }), "It was \u2068۱۴ اسفند ۱۴۰۴\u2069.");
  });
});

test("what a locale is for", () => {
  assert.deepEqual([arabic.tag, arabic.direction], ["ar-EG", "rtl"]);
  assert.deepEqual([english.tag, english.direction], ["en-GB", "ltr"]);
});

describe("a moment", () => {
  const forms: Record<string, string | number | Date> = {
    "in ms": MOMENT,
    "as a date": new Date(MOMENT),
    "as it is written": new Date(MOMENT).toISOString(),
  };
  for (const [name, moment] of Object.entries(forms)) {
    test(name, () => {
      assert.equal(english.date(moment), "5 March 2026");
      assert.equal(english.time(moment), "14:05");
      assert.equal(english.moment(moment), "5 March 2026 at 14:05");
    });
  }
  const days: Record<string, string> = {
    "en-US": "March 5, 2026",
    fr: "5 mars 2026",
    "pt-BR": "5 de março de 2026",
    ja: "2026年3月5日",
    pa: "5 ਮਾਰਚ 2026",
  };
  for (const [tag, said] of Object.entries(days)) {
    test(`in ${tag}`, () => assert.equal(formatDate(tag, MOMENT, { dateStyle: "long" }), said));
  }
});

describe("where something applies", () => {
  const cases: [tag: string, codes: string[], said: string][] = [
    ["en-GB", ["EU"], "In European Union."],
    ["en-GB", ["EU", "GB", "CH"], "In European Union, United Kingdom and Switzerland."],
    ["fr", ["EU", "150", "KR"], "In Union européenne, Europe et Corée du Sud."],
    ["ja", ["BR", "JP"], "In ブラジル、日本."],
    ["en-GB", ["QQ"], "In QQ."],
  ];
  const messages = { ["site_regions"]: { message: "In {regions}." } };
  for (const [tag, codes, said] of cases)
    test(`in ${tag}: ${codes.join(", ")}`, () =>
      assert.equal(sayRegions(createLocale(messages, tag, "ltr"), codes), said));
  test("is not said where it is not known", () => assert.equal(sayRegions(english, undefined), null));
});

describe("a language whose months have no names here", () => {
  type Part = Intl.DateTimeFormatPart;
  const cases: Record<string, [parts: Part[], said: string, options: Intl.DateTimeFormatOptions]> = {
    "is told by numbers": [[{ type: "month", value: "M01" }], "05/03/2026", { dateStyle: "long" }],
    "is told by numbers, with the time of day": [
      [
        { type: "day", value: "1" },
        { type: "month", value: "M1" },
      ],
      "05/03/2026, 14:05",
      { dateStyle: "long", timeStyle: "short" },
    ],
    "is one of which no month looks so": [
      [
        { type: "literal", value: "M1" },
        { type: "month", value: "March" },
      ],
      "5 March 2026",
      { dateStyle: "long" },
    ],
    "is one of which no month begins so": [
      [{ type: "month", value: "AM1" }],
      "5 March 2026",
      { dateStyle: "long" },
    ],
    "has a time of day all the same": [[{ type: "month", value: "M01" }], "14:05", { timeStyle: "short" }],
  };
  for (const [name, [parts, said, options]] of Object.entries(cases)) {
    test(name, ({ mock }) => {
      mock.method(Intl.DateTimeFormat.prototype, "formatToParts", () => parts);
      assert.equal(formatDate("en-GB", MOMENT, options), said);
    });
  }
});
