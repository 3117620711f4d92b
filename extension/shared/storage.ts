/**
 * What is kept: on the device (storage.local), and for this run of the browser (storage.session). Each of
 * Untick's own pages may read; only the background changes anything.
 */

import { PRIVATE } from "../core/jars.ts";
import type { Stored } from "../core/schemas.ts";
import type { Raw } from "../core/stored.ts";
import { parse } from "../core/stored.ts";
import { isLanguage } from "./languages.ts";

const find = async () => {
  const raw: Raw = await chrome.storage.local.get();
  return { raw, ...parse(raw, Date.now(), isLanguage) };
};

/** Whatever can be used of what is kept on the device. */
export const read = async (): Promise<Stored> => (await find()).stored;

let writing: Promise<unknown> = Promise.resolve();

/** Does one after another; one that failed does not stop those after it. */
const inTurn = <Result>(write: () => Promise<Result>): Promise<Result> => {
  const done = writing.then(write, write);
  writing = done;
  return done;
};

/**
 * Changes what is kept on the device; what cannot be used is set aside with it.
 * @returns false where the browser did not take it: the storage is full
 */
export const change = (edit: (stored: Stored) => void): Promise<boolean> =>
  inTurn(async () => {
    const { raw, stored, isSound } = await find();
    const before = new Map<string, unknown>(isSound ? Object.entries(structuredClone(stored)) : []);
    edit(stored);
    // Another account may be signed in there.
    delete stored.jars[PRIVATE];
    const isChanged = ([key, value]: [string, unknown]): boolean =>
      !Object.hasOwn(raw, key) || JSON.stringify(before.get(key)) !== JSON.stringify(value);
    try {
      await chrome.storage.local.set(Object.fromEntries(Object.entries(stored).filter(isChanged)));
      const strange = Object.keys(raw).filter((key) => !Object.hasOwn(stored, key));
      if (strange.length > 0) await chrome.storage.local.remove(strange);
      return true;
    } catch {
      return false;
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

/** Whether the browser did not take the last change: the storage is full. */
export const isFull = async (): Promise<boolean> => (await getSession("full")) !== undefined;
