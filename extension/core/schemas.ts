/**
 * What is kept on the device and passes between Untick's scripts, each described once: guards and types come
 * from here, and the published schema of receipts. Times are ms since the epoch unless told otherwise.
 */

import * as v from "valibot";

const describe = v.description;

/** The last moment that a Date can be. */
const LAST_TIME = 8.64e15;

export const TimeSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_TIME));
const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT/),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);

export const OnOffSchema = v.picklist(["on", "off"]);
export type OnOff = v.InferOutput<typeof OnOffSchema>;

/** Why a page did not tell a setting's state: four kinds of "don't know". */
export const UnknownSchema = v.picklist(["signed-out", "locked", "absent", "unsure"]);
export type Unknown = v.InferOutput<typeof UnknownSchema>;

/** What a look at a setting or a press came to. */
export const OutcomeSchema = v.union([OnOffSchema, v.picklist(["verified", "failed"]), UnknownSchema]);
export type Outcome = v.InferOutput<typeof OutcomeSchema>;

/** A cookie jar by its name; null for the browser's own. */
const JarSchema = v.nullable(v.string());
export type Jar = v.InferOutput<typeof JarSchema>;

/** How the page's own save ended. */
export const SaveSchema = v.object({
  kind: v.pipe(
    v.picklist(["saved", "refused", "declined", "unreachable", "unseen"]),
    describe(
      "saved: the site took the change; refused: it answered with an error; " +
        "declined: it asked first, and the change was not confirmed; " +
        "unreachable: no answer came; unseen: no save was seen.",
    ),
  ),
  status: v.pipe(v.number(), v.integer(), describe("HTTP status of the answer, 0 without one.")),
});
export type Save = v.InferOutput<typeof SaveSchema>;

/** What is known of one setting. */
export const KnownSchema = v.pipe(
  v.object({
    /** as last seen, once it had settled; null where it never was */
    state: v.nullable(OnOffSchema),
    /** when that was */
    at: v.nullable(TimeSchema),
    /** when it was last seen off, unless the person wanted it on since: with state "on" it is on again */
    off: v.nullable(TimeSchema),
    /** a later look that could not tell */
    missed: v.nullable(v.object({ why: UnknownSchema, at: TimeSchema })),
  }),
  v.check(({ state, at }) => (state === null) === (at === null)),
);
export type Known = v.InferOutput<typeof KnownSchema>;

/** What was done and seen for one press. */
export const ReceiptSchema = v.object({
  id: v.pipe(v.string(), describe("A random name for the press.")),
  setting: v.pipe(v.string(), describe("The setting, by the name that Untick's site file gives it.")),
  want: v.pipe(OnOffSchema, describe("The state that the person wanted.")),
  by: v.pipe(
    v.picklist(["untick", "hand"]),
    describe("Who pressed the switch: Untick at the person's click, or the person."),
  ),
  address: v.pipe(v.string(), describe("The page's address, without what follows a question mark.")),
  label: v.pipe(v.string(), describe("The switch's label as the page showed it; empty where none was read.")),
  at: v.pipe(
    Instant,
    describe("When the switch was pressed, ISO 8601 with the offset of the person's zone."),
  ),
  zone: v.pipe(v.string(), describe("The IANA name of that zone.")),
  before: v.pipe(OnOffSchema, describe("What the switch showed before the press.")),
  after: v.pipe(
    v.nullable(OnOffSchema),
    describe("What it showed after the press, before the reload; null where it was not seen."),
  ),
  saved: v.pipe(
    v.nullable(SaveSchema),
    describe("How the page's own save ended; null where that was not seen."),
  ),
  reloaded: v.pipe(
    v.nullable(
      v.object({
        state: v.pipe(OnOffSchema, describe("What it showed.")),
        at: v.pipe(Instant, describe("When that was seen.")),
      }),
    ),
    describe("What the switch showed on the fresh page after a reload; null where that was not taken."),
  ),
  outcome: v.pipe(
    v.picklist(["verified", "failed", "unproved"]),
    describe(
      "verified: the fresh page showed what the person wanted; failed: it did not, or nothing was saved; " +
        "unproved: no fresh page was seen.",
    ),
  ),
  extension: v.pipe(v.string(), describe("Version of Untick.")),
  rule: v.pipe(v.string(), describe("The site file, and the day on which its facts were last checked.")),
});
export type Receipt = v.InferOutput<typeof ReceiptSchema>;

/** A press whose proof is still to come; it belongs to one tab. */
export const VerificationSchema = v.object({
  /** of its receipt */
  id: v.string(),
  setting: v.string(),
  want: OnOffSchema,
  at: TimeSchema,
  /** performance.timeOrigin of the document it was pressed in: only another one can prove it */
  page: TimeSchema,
  /** whether the switch was pressed, and not only about to be */
  pressed: v.boolean(),
  by: v.picklist(["untick", "hand"]),
  /** of the switch, as the page showed it */
  label: v.string(),
  address: v.string(),
  /** what the page showed before the reload */
  after: v.nullable(OnOffSchema),
  /** ms that the page took to fill in the truth, null where nobody watched it */
  filled: v.nullable(TimeSchema),
  /** label of the switch that the person pressed by hand where none could be told, else null */
  picked: v.nullable(v.string()),
  /** null while the save goes on */
  saved: v.nullable(SaveSchema),
  /** where the person was before: an address, a tab, or nowhere */
  back: v.nullable(v.union([v.string(), v.pipe(v.number(), v.integer())])),
});
export type Verification = v.InferOutput<typeof VerificationSchema>;

/**
 * What a person asked for with one click elsewhere: for one tab, used once, gone after a minute or by going
 * elsewhere.
 */
export const JobSchema = v.object({
  want: v.picklist(["look", "off"]),
  /** those still to come, the one under way first */
  settings: v.pipe(v.array(v.string()), v.minLength(1)),
  /** how many there were; more than one, or a look, is a check-up */
  total: v.pipe(v.number(), v.integer()),
  /** of the last progress */
  at: TimeSchema,
  /** performance.timeOrigin of the document that took up the setting under way, null until one did */
  page: v.nullable(TimeSchema),
  /** whether the setting under way was pressed for it */
  used: v.boolean(),
  /** of its tab */
  jar: JarSchema,
  /** addresses from which its page may be reached */
  via: v.array(v.string()),
  back: v.nullable(v.union([v.string(), v.pipe(v.number(), v.integer())])),
});
export type Job = v.InferOutput<typeof JobSchema>;

/** Several settings read or turned off one after another in one tab; the last such check-up is kept. */
export const CheckupSchema = v.object({
  want: v.picklist(["look", "off"]),
  settings: v.array(v.string()),
  /** in which it was made; the first builds knew of one jar only */
  jar: v.optional(JarSchema),
  // An array passes for a record, and would lose what is written into it by name.
  outcomes: v.pipe(
    v.custom<Record<string, Outcome>>((outcomes) => !Array.isArray(outcomes)),
    v.record(v.string(), OutcomeSchema),
  ),
  /** of the last progress */
  at: TimeSchema,
  /** null while it goes on; silent: a page gave no answer */
  ended: v.nullable(v.picklist(["done", "stopped", "closed", "signed-out", "silent"])),
});
export type Checkup = v.InferOutput<typeof CheckupSchema>;

export const OptionSchemas = {
  /** a language that Untick speaks, such as pt_BR, or the browser's ("auto") */
  language: v.string(),
  /** where the banner shows: on every settings page, or on the primary setting's own page only */
  banner: v.picklist(["settings", "page"]),
  /** days after which to look again, 0 for never */
  reminder: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
};
export const OptionsSchema = v.object(OptionSchemas);
export type Options = v.InferOutput<typeof OptionsSchema>;

/** Stored state that could not be read, kept as it was found. */
export const SetAsideSchema = v.object({
  at: TimeSchema,
  key: v.string(),
  value: v.unknown(),
  why: v.picklist(["damaged", "newer"]),
});
export type SetAside = v.InferOutput<typeof SetAsideSchema>;

/**
 * A verification as kept beyond the browser's session, by the name of the session in which the switch was
 * pressed, and the cookie jar; the first builds knew of one jar only.
 */
export const OwedSchema = v.object({
  session: v.string(),
  jar: v.optional(JarSchema),
  pending: VerificationSchema,
});

/** What a person says to have done about a site: sent an objection, and got an answer. */
export const SaidSchema = v.object({ sent: TimeSchema, answered: v.nullable(TimeSchema) });
export type Said = v.InferOutput<typeof SaidSchema>;

/** storage.local, version 1. */
export interface Stored {
  version: 1;
  /** by setting, in the browser's own cookie jar */
  known: Record<string, Known>;
  /** … in the others, by jar */
  jars: Record<string, Record<string, Known>>;
  /** oldest first */
  receipts: Receipt[];
  run: Checkup | null;
  options: Partial<Options>;
  /** by site, and cookie jar (jars.ts: saidKey) */
  said: Record<string, Said>;
  aside: SetAside[];
  /** by tab */
  owed: Record<string, v.InferOutput<typeof OwedSchema>>;
}
