/** Sites on which nothing is pressed: their texts, how old their facts are, and when an answer is due. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Guide } from "../../extension/core/guides.ts";
import {
  dueOf,
  guideState,
  hasOverdue,
  isSignInAt,
  isStale,
  isToldAt,
  say,
  textsOf,
} from "../../extension/core/guides.ts";
import type { Said } from "../../extension/core/schemas.ts";

const DAY = 86_400_000; // ms
const SENT = Date.UTC(2026, 10, 27, 14, 5);
const DUE = Date.UTC(2026, 11, 27, 14, 5);

const said = (answered: number | null = null): Said => ({ sent: SENT, answered });

const texts = (word: string) => ({ way: [word], facts: [word], forms: [] });

const FORM: Guide = {
  id: "letters",
  name: "Letters",
  kind: "form",
  grade: "A",
  words: [],
  origins: [],
  entries: ["https://letters.example/settings"],
  signIn: ["https://letters.example/login"],
  forms: [],
  texts: { en: texts("English"), fr: texts("French"), ["pt_BR"]: texts("Brazilian") },
};

describe("a site's texts", () => {
  const cases: [code: string, word: string, lang: string][] = [
    ["fr", "French", "fr"],
    ["pt_BR", "Brazilian", "pt_BR"],
    ["fr_CA", "French", "fr"],
    ["de", "English", "en"],
    ["pt", "English", "en"],
    ["", "English", "en"],
  ];
  for (const [code, word, lang] of cases)
    test(`for ${code || "no language"} are ${word}`, () => {
      const found = textsOf(FORM, code);
      assert.deepEqual([found.way, found.lang], [[word], lang]);
    });

  test("are none where it has none", () => assert.deepEqual(textsOf({ ...FORM, texts: {} }, "fr").way, []));
});

describe("a page", () => {
  const cases: [path: string, isTold: boolean, isSignIn: boolean][] = [
    ["/settings/ai?from=menu", true, false],
    ["/login", false, true],
    ["/login/?return_to=%2Fsettings#form", false, true],
    ["/login/oauth/authorize", false, false],
    ["/loginov", false, false],
    ["/", false, false],
  ];
  for (const [path, isTold, isSignIn] of cases)
    test(`${path} is ${isTold ? "told on" : isSignIn ? "for signing in" : "neither"}`, () => {
      const address = `https://letters.example${path}`;
      assert.deepEqual([isToldAt(FORM, address), isSignInAt(FORM, new URL(address))], [isTold, isSignIn]);
    });
  test("of another site is neither", () => {
    assert.equal(isSignInAt(FORM, new URL("https://other.example/login")), false);
    assert.equal(isToldAt(FORM, "https://other.example/settings"), false);
  });
});

describe("its facts are stale", () => {
  const checked = "2026-05-31";
  const at = Date.parse(checked);
  test("after 180 days", () =>
    assert.deepEqual(
      [0, 180 * DAY, 180 * DAY + 1].map((age) => isStale({ checked }, at + age)),
      [false, false, true],
    ));
  test("never, where nobody knows the day", () => assert.equal(isStale({}, at + 1e12), false));
});

describe("an answer is due", () => {
  const cases: [sent: string, due: string][] = [
    ["2026-11-27", "2026-12-27"],
    ["2026-12-31", "2027-01-31"],
    ["2027-01-31", "2027-02-28"],
    ["2028-01-30", "2028-02-29"],
    ["2027-03-31", "2027-04-30"],
  ];
  for (const [sent, due] of cases)
    test(`for ${sent} on ${due}`, () =>
      assert.equal(dueOf({ sent: Date.parse(sent), answered: null }), Date.parse(due)));

  test("28 to 31 days later, whenever it was sent", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (sent) => {
        const days = (dueOf({ sent, answered: null }) - sent) / DAY;
        assert.ok(days >= 28 && days <= 31);
      }),
    );
  });
});

describe("a row tells", () => {
  const cases: [string, Said | undefined, number, string][] = [
    ["nothing was said", undefined, SENT, "form"],
    ["it was sent", said(), DUE, "sent"],
    ["no answer has come in time", said(), DUE + 1, "overdue"],
    ["an answer has come", said(SENT + DAY), DUE + DAY, "answered"],
  ];
  for (const [name, one, now, state] of cases)
    test(`${name}: ${state}`, () => {
      assert.equal(guideState(FORM, { said: one }, now), state);
      assert.equal(hasOverdue(one ? { letters: one } : {}, now), state === "overdue");
    });

  test("of a site without a form no more than what it is", () => {
    for (const kind of ["guide", "none"] as const)
      assert.equal(guideState({ kind }, { said: said() }, DUE + DAY), kind);
  });
});

describe("a person says", () => {
  const saying = (...what: ("sent" | "answered" | "unsaid")[]): Record<string, Said> => {
    const kept: Record<string, Said> = { other: said() };
    for (const [index, one] of what.entries()) say(kept, "letters", one, SENT + index);
    return kept;
  };
  const cases: [("sent" | "answered" | "unsaid")[], Said | undefined][] = [
    [["sent"], said()],
    [["sent", "answered"], said(SENT + 1)],
    [["sent", "unsaid"], undefined],
    [["sent", "answered", "sent"], { sent: SENT + 2, answered: null }],
    [["answered"], undefined],
    [["unsaid"], undefined],
  ];
  for (const [what, kept] of cases)
    test(what.join(", "), () => {
      assert.deepEqual(saying(...what)["letters"], kept);
      assert.deepEqual(saying(...what)["other"], said());
    });
});
