/**
 * What is kept: on the device (storage.local), and for this run of the browser (storage.session). Each of
 * Untick's own pages may read; only the background changes anything.
 */

import { PRIVATE } from "../core/jars.ts";
import type { Known, Stored } from "../core/schemas.ts";
import type { Raw } from "../core/stored.ts";
import { parse } from "../core/stored.ts";
import { isLanguage } from "./languages.ts";

/** Why something could not be kept. */
export type Trouble = "full" | "unreadable";

/** Names of what this run of the browser has seen in place of what the device has, and of why. */
const INSTEAD = "instead";
const TROUBLE = "trouble";

const getTrouble = async (): Promise<Trouble | null> =>
  ((await getSession(TROUBLE)) as Trouble | undefined) ?? null;

/**
 * A profile may be damaged: then whatever is there stays as it is, and this run of the browser goes on
 * without. It is not asked again, which takes Chromium 3 s each time.
 */
const load = async (): Promise<{ raw: Raw; isReadable: boolean }> => {
  if ((await getTrouble()) !== "unreadable") {
    try {
      return { raw: await chrome.storage.local.get(), isReadable: true };
    } catch {
      await setSession(TROUBLE, "unreadable");
    }
  }
  return { raw: ((await getSession(INSTEAD)) ?? {}) as Raw, isReadable: false };
};

const find = async () => {
  const { raw, isReadable } = await load();
  return { raw, isReadable, ...parse(raw, Date.now(), isLanguage) };
};

/** What was seen in private windows: of this run alone, and only where every window is one. */
const seenInPrivate = async (): Promise<Record<string, Known> | undefined> =>
  (await getSession(PRIVATE)) as Record<string, Known> | undefined;

export interface Kept {
  /** whatever can be used of it */
  readonly stored: Stored;
  /** why the last result, or anything, could not be kept */
  readonly trouble: Trouble | null;
  /** whether every window is private (Firefox: "never remember history") */
  readonly isForgetful: boolean;
}

/** What is kept on the device; where that cannot be read, what this run has seen instead. */
export const read = async (): Promise<Kept> => {
  const [{ stored }, seen] = await Promise.all([find(), seenInPrivate()]);
  if (seen) stored.jars[PRIVATE] = seen;
  return { stored, trouble: await getTrouble(), isForgetful: seen !== undefined };
};

let writing: Promise<unknown> = Promise.resolve();

/** Does one after another; one that failed does not stop those after it. */
const inTurn = <Result>(write: () => Promise<Result>): Promise<Result> => {
  const done = writing.then(write, write);
  writing = done;
  return done;
};

/**
 * Changes what is kept on the device; what cannot be used is set aside with it. Nothing is kept of private
 * windows: another account may be signed in there.
 */
export const change = (edit: (stored: Stored) => void): Promise<void> =>
  inTurn(async () => {
    const { raw, stored, isSound, isReadable } = await find();
    const before = new Map<string, unknown>(isSound ? Object.entries(structuredClone(stored)) : []);
    const earlier = await seenInPrivate();
    if (earlier) stored.jars[PRIVATE] = earlier;
    edit(stored);
    const { [PRIVATE]: seen = {}, ...jars } = stored.jars;
    stored.jars = jars;
    // The background is in a private window only where every window is one.
    if (chrome.extension.inIncognitoContext) await setSession(PRIVATE, seen);
    if (!isReadable) return setSession(INSTEAD, stored);
    const isChanged = ([key, value]: [string, unknown]): boolean =>
      !Object.hasOwn(raw, key) || JSON.stringify(before.get(key)) !== JSON.stringify(value);
    try {
      await chrome.storage.local.set(Object.fromEntries(Object.entries(stored).filter(isChanged)));
      const strange = Object.keys(raw).filter((key) => !Object.hasOwn(stored, key));
      if (strange.length > 0) await chrome.storage.local.remove(strange);
      await removeSession(TROUBLE);
    } catch {
      await setSession(TROUBLE, "full");
    }
  });

/** Forgets everything. */
export const erase = async (): Promise<void> => {
  await inTurn(() => Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]));
};

/** What is kept under a name until the browser, or Untick, is started anew. */
export const getSession = async (key: string): Promise<unknown> =>
  (await chrome.storage.session.get(key))[key];

/** Rejects where the storage is full. */
export const setSession = (key: string, value: unknown): Promise<void> =>
  chrome.storage.session.set({ [key]: value });

export const removeSession = (key: string): Promise<void> => chrome.storage.session.remove(key);

/** Whether a change is one of what pages are drawn from. */
export const isShown = (changes: Readonly<Record<string, unknown>>, area: string): boolean =>
  area !== "session" || [INSTEAD, PRIVATE, TROUBLE].some((key) => Object.hasOwn(changes, key));
