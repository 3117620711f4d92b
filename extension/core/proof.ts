/** Presses and their proofs: what is planned, what is remembered of them, and the receipt that is kept. */

import { knownIn, PRIVATE } from "./jars.ts";
import type { Jar, Known, OnOff, Receipt, Stored, Unknown, Verification } from "./schemas.ts";

const DUE = 120_000; // ms after which a press is no longer proved by a reload

/** A press that is about to be. */
export const planPress = (
  {
    setting,
    document,
    address,
    back,
  }: Pick<Verification, "setting" | "address" | "back"> & { document: number },
  { id, want, at, filled }: Pick<Verification, "id" | "want" | "at" | "filled">,
): Verification => ({
  id,
  setting,
  want,
  at,
  page: document,
  pressed: false,
  by: "untick",
  label: "",
  address,
  after: null,
  filled,
  picked: null,
  saved: null,
  back,
});

/** A press of the person's own by which what was on has gone off, where Untick presses nothing. */
export const planHandPress = (
  place: Parameters<typeof planPress>[0],
  { id, at, label }: Pick<Verification, "id" | "at" | "label">,
): Verification => ({
  ...planPress(place, { id, want: "off", at, filled: null }),
  pressed: true,
  by: "hand",
  label,
  after: "off",
});

/**
 * Whether a press still waits for its proof. A moment still to come is no recent one: the clock was moved.
 */
export const isDue = ({ pressed, at }: Verification, now: number): boolean =>
  pressed && at <= now && now - at < DUE;

/** @param isWish whether the person wanted it so */
export const knownAfter = (
  known: Known | null | undefined,
  state: OnOff,
  isWish: boolean,
  now: number,
): Known => ({
  state,
  at: now,
  off: state === "off" ? now : isWish ? null : (known?.off ?? null),
  missed: null,
});

/** A press is known to have failed: since it was made, the switch was called off, and it was not. */
const withoutFalseOff = (known: Known | null | undefined, press: Verification): Known | null =>
  known?.off != null && known.off >= press.at ? { ...known, off: null } : (known ?? null);

export const knownAfterProof = (
  known: Known | null | undefined,
  { want }: Verification,
  state: OnOff,
  now: number,
): Known => knownAfter(known, state, want === state, now);

/** After a press that has failed, or a proof that the page has contradicted. */
export const knownAfterRetraction = (
  known: Known | null,
  press: Verification,
  state: OnOff,
  now: number,
): Known => knownAfter(withoutFalseOff(known, press), state, false, now);

/** @param why its page did not tell */
export const knownUnless = (known: Known | undefined, why: Unknown, now: number): Known => ({
  ...(known ?? { state: null, at: null, off: null }),
  missed: { why, at: now },
});

/**
 * Somebody is asked to sign in: whoever does may have another account, of which nothing is known yet.
 * @param settings of the site
 */
export const forgetAccount = (
  known: Record<string, Known>,
  settings: readonly { readonly id: string }[],
  now: number,
): void => {
  for (const { id } of settings) if (known[id]?.state) known[id] = knownUnless(known[id], "signed-out", now);
};

/** Where and by what a press was made: the zone's IANA name, its offset in minutes, the version, the rule. */
export interface Circumstances {
  readonly zone: string;
  readonly offsetOf: (ms: number) => number;
  readonly extension: string;
  readonly rule: string;
}

/** ISO 8601 with an offset. @param offset minutes east of UTC */
export const instant = (ms: number, offset: number): string => {
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, "0");
  const local = new Date(ms + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
};

/** Of a press that has no proof yet. */
const receiptOf = (press: Verification, { zone, offsetOf, extension, rule }: Circumstances): Receipt => ({
  id: press.id,
  setting: press.setting,
  want: press.want,
  by: press.by,
  address: press.address,
  label: press.label,
  at: instant(press.at, offsetOf(press.at)),
  zone,
  before: press.want === "off" ? "on" : "off",
  after: press.after,
  saved: press.saved,
  reloaded: null,
  outcome: "unproved",
  extension,
  rule,
});

/** In the place of an earlier one of the same press. */
const fileReceipt = ({ receipts }: Stored, receipt: Receipt): void => {
  const at = receipts.findIndex(({ id }) => id === receipt.id);
  if (at < 0) receipts.push(receipt);
  else receipts[at] = receipt;
};

/** A press was made, or its save is over: it is owed by its tab, and has a receipt. */
export const owe = (
  stored: Stored,
  press: Verification,
  { tab, jar, session }: { tab: number; jar: Jar; session: string },
  circumstances: Circumstances,
): void => {
  stored.owed[tab] = { session, jar, pending: press };
  fileReceipt(stored, receiptOf(press, circumstances));
};

/**
 * A press has come to its end.
 * @param state what the fresh page showed; null without one
 */
export const conclude = (
  stored: Stored,
  press: Verification,
  { outcome, state }: { outcome: "verified" | "failed" | "unpressed"; state: OnOff | null },
  { tab, jar, now }: { tab: number; jar: Jar; now: number },
  circumstances: Circumstances,
): void => {
  const { setting } = press;
  const known = knownIn(stored, jar);
  delete stored.owed[tab];
  if (outcome !== "unpressed" && jar !== PRIVATE) {
    const reloaded = state && { state, at: instant(now, circumstances.offsetOf(now)) };
    fileReceipt(stored, { ...receiptOf(press, circumstances), outcome, reloaded });
  }
  const before = known[setting];
  const after = outcome === "failed" ? withoutFalseOff(before, press) : before;
  if (after) known[setting] = after;
  // What the person picked is proved, but whether it is this setting only they can tell.
  if (state && press.picked === null) known[setting] = knownAfterProof(after, press, state, now);
};

/**
 * An owed proof that another run of the browser has left in a cookie jar, for one of these settings: taken
 * out of what is kept.
 */
export const takeLeft = (
  stored: Stored,
  settings: readonly string[],
  { jar, session }: { jar: Jar; session: string },
  now: number,
): Verification | null => {
  for (const [tab, one] of Object.entries(stored.owed)) {
    if (one.session === session || (one.jar ?? null) !== jar) continue;
    if (!isDue(one.pending, now) || !settings.includes(one.pending.setting)) continue;
    delete stored.owed[tab];
    return { ...one.pending, back: null };
  }
  return null;
};

/** The browser, or Untick, was started anew: what an earlier run left without an end gets one. */
export const startAnew = (stored: Stored, now: number): void => {
  if (stored.run?.ended === null) stored.run.ended = "closed";
  for (const [tab, { pending }] of Object.entries(stored.owed))
    if (!isDue(pending, now)) delete stored.owed[tab];
};
