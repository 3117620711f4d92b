/**
 * What storage.local has, made into what this version works with: migrated, and set aside where it cannot be
 * used. Nothing is ever lost.
 */

import * as v from "valibot";
import { validOptions } from "./options.ts";
import type { SetAside, Stored } from "./schemas.ts";
import {
  CheckupSchema,
  KnownSchema,
  OnOffSchema,
  OwedSchema,
  ReceiptSchema,
  SaidSchema,
  SetAsideSchema,
  TimeSchema,
} from "./schemas.ts";

/** As it is found: each of these may be anything. */
export type Raw = Readonly<Record<string, unknown> & Partial<Record<keyof Stored | "seen", unknown>>>;

const VERSION = 1;
const VersionSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

const emptyStored = (): Stored => ({
  version: VERSION,
  known: {},
  jars: {},
  receipts: [],
  run: null,
  options: {},
  said: {},
  aside: [],
  owed: {},
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Takes what cannot be used. */
type Take = (key: string, value: unknown, why?: SetAside["why"]) => void;
type Schema = v.GenericSchema;

/** Those of a list that are as the schema tells. */
const listOf = <S extends Schema>(key: string, found: unknown, schema: S, take: Take): v.InferInput<S>[] => {
  if (!Array.isArray(found)) {
    take(key, found);
    return [];
  }
  const kept: v.InferInput<S>[] = [];
  for (const one of found as readonly unknown[]) {
    if (v.is(schema, one)) kept.push(one);
    else take(key, one);
  }
  return kept;
};

/** … of what is kept by name. */
const recordOf = <S extends Schema>(
  key: string,
  found: unknown,
  schema: S,
  take: Take,
): Record<string, v.InferInput<S>> => {
  if (!isRecord(found)) {
    take(key, found);
    return {};
  }
  const kept: [string, v.InferInput<S>][] = [];
  for (const [name, one] of Object.entries(found)) {
    if (v.is(schema, one)) kept.push([name, one]);
    else take(`${key}.${name}`, one);
  }
  return Object.fromEntries(kept);
};

const jarsOf = (found: unknown, take: Take): Stored["jars"] => {
  const jars = recordOf("jars", found, v.custom<object>(isRecord), take);
  return Object.fromEntries(
    Object.entries(jars).map(([jar, known]) => [jar, recordOf(`jars.${jar}`, known, KnownSchema, take)]),
  );
};

const optionsOf = (found: unknown, isLanguage: (code: string) => boolean, take: Take): Stored["options"] => {
  if (!isRecord(found)) {
    take("options", found);
    return {};
  }
  const valid = validOptions(found, isLanguage);
  for (const [key, value] of Object.entries(found))
    if (!Object.hasOwn(valid, key)) take(`options.${key}`, value);
  return valid;
};

const SeenSchema = v.object({ state: OnOffSchema, at: TimeSchema });

/** The first builds kept only what was last seen, and no version. What is none of that is set aside later. */
const fromFirstBuilds = (raw: Raw): Raw => {
  const { seen, known = {}, ...rest } = raw;
  if (!isRecord(seen) || !isRecord(known)) return { ...raw, version: 1 };
  const moved: [string, unknown][] = [];
  const left: [string, unknown][] = [];
  for (const [id, one] of Object.entries(seen)) {
    const isTaken = !Object.hasOwn(known, id) && v.is(SeenSchema, one);
    if (isTaken) moved.push([id, { off: one.state === "off" ? one.at : null, missed: null, ...one }]);
    else left.push([id, one]);
  }
  return {
    ...rest,
    version: 1,
    known: { ...known, ...Object.fromEntries(moved) },
    ...(left.length > 0 ? { seen: Object.fromEntries(left) } : {}),
  };
};

/** By the version that each comes from. */
const MIGRATIONS: readonly ((raw: Raw) => Raw)[] = [fromFirstBuilds];

export interface Parsed {
  /** whatever could be used, and the rest in `aside` */
  readonly stored: Stored;
  /** whether what was found is just that already */
  readonly isSound: boolean;
}

/**
 * What storage.local has.
 * @param raw as it is found
 * @param now ms since the epoch
 * @param isLanguage whether Untick speaks the language of that code
 */
export const parse = (raw: Raw, now: number, isLanguage: (code: string) => boolean): Parsed => {
  const stored = emptyStored();
  if (Object.keys(raw).length === 0) return { stored, isSound: true };
  const found: SetAside[] = [];
  const take: Take = (key, value, why = "damaged") => void found.push({ at: now, key, value, why });
  const before = listOf("aside", raw.aside ?? [], SetAsideSchema, take);
  const version = raw.version ?? 0;
  if (!v.is(VersionSchema, version) || version > VERSION) {
    const { aside: _, ...rest } = raw;
    take("*", rest, v.is(VersionSchema, version) ? "newer" : "damaged");
    return { stored: { ...stored, aside: [...before, ...found] }, isSound: false };
  }
  const current = MIGRATIONS.slice(version).reduce((at, migrate) => migrate(at), raw);
  stored.known = recordOf("known", current.known ?? {}, KnownSchema, take);
  stored.jars = jarsOf(current.jars ?? {}, take);
  stored.owed = recordOf("owed", current.owed ?? {}, OwedSchema, take);
  stored.options = optionsOf(current.options ?? {}, isLanguage, take);
  stored.said = recordOf("said", current.said ?? {}, SaidSchema, take);
  stored.receipts = listOf("receipts", current.receipts ?? [], ReceiptSchema, take);
  const run = current.run ?? null;
  if (v.is(v.nullable(CheckupSchema), run)) stored.run = run;
  else take("run", run);
  for (const key of Object.keys(current)) if (!Object.hasOwn(stored, key)) take(key, current[key]);
  stored.aside = [...before, ...found];
  return { stored, isSound: current === raw && found.length === 0 };
};
