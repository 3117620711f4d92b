/**
 * What the site's pages, the background and Untick's own pages say to each other: a closed set, checked on
 * arrival.
 */

import * as v from "valibot";
import type { SiteWords, View } from "../core/banner-words.ts";
import type { Told } from "../core/guide-words.ts";
import type { Direction } from "../core/language.ts";
import type { Job, Known, Said, Verification } from "../core/schemas.ts";
import { OnOffSchema, TimeSchema, UnknownSchema, VerificationSchema } from "../core/schemas.ts";

/** A `_locales` file. */
export type Messages = Record<string, { message: string }>;

/** What the banner folds out: what is known, where that applies, and the form for what no switch covers. */
export interface Details {
  readonly lists: readonly { readonly title: string; readonly items: readonly string[] }[];
  /** of the items, where it is not the person's own */
  readonly lang: string | null;
  /** where that applies, in the person's language */
  readonly regions: string | null;
  readonly objection: string | null;
}

/** The answer to "page-opened": what a page needs to speak and to go on. */
export interface PageContext {
  /** the person's language: its tag and direction, and the messages in it */
  tag: string;
  direction: Direction;
  messages: Messages;
  /** when the site file was last checked, in the person's language */
  checked: string;
  words: SiteWords;
  details: Details;
  verification: Verification | null;
  /** whether this document is what came as Untick had the page loaded anew */
  isReloaded: boolean;
  job: Job | null;
  known: Record<string, Known>;
  /** whether the banner is wanted on pages other than the setting's own, here and now */
  isEverywhere: boolean;
  /** of a private window nothing is kept */
  isPrivate: boolean;
}

/** The answer to "guide-opened": what is told where nothing is pressed; null on any other page. */
export interface GuideContext {
  readonly tag: string;
  readonly direction: Direction;
  readonly messages: Messages;
  readonly guide: Told;
  readonly way: NonNullable<View["way"]>;
  readonly details: Details;
  readonly said: Said | null;
  readonly isPrivate: boolean;
  /** of the person's press here whose proof is still to come: the name of its receipt */
  readonly press: string | null;
  /** how it was seen before, in this cookie jar */
  readonly known: Known | null;
  /** as in PageContext */
  readonly isReloaded: boolean;
  /** as in PageContext */
  readonly isEverywhere: boolean;
}

/** From the background, from a press to its proof: what the page has sent to its site. */
export interface RequestSeen {
  readonly type: "request-seen";
  /**
   * save: by its address; read: of what is saved there, told once it is answered; other: only that something
   * else was sent
   */
  readonly kind: "save" | "read" | "other";
  /** null: it was sent; HTTP status of the answer, 0 where none came */
  readonly status: number | null;
}

/** … or which origins it may not see, or not any more. */
export interface Withdrawn {
  readonly type: "withdrawn";
  readonly origins: readonly string[];
}

const OpenPage = v.object({
  type: v.literal("open-page"),
  page: v.picklist(["popup", "overview", "options", "receipts", "report"]),
  receipt: v.optional(v.string()),
});

/** The person does not want the banner in this tab, but on the page that it is about. */
const MuteBanner = v.object({ type: v.literal("mute-banner") });

/** To load the page anew. page: performance.timeOrigin of its document */
const Reload = v.object({ type: v.literal("reload"), page: v.number() });

/** From any page of a site: the person has come to one that has more to tell. */
export const StartScriptSchema = v.object({ type: v.literal("start-script") });

/** From a page of a site on which nothing is pressed. */
export const FromGuideSchema = v.variant("type", [
  v.object({ type: v.literal("guide-opened"), page: v.number(), address: v.pipe(v.string(), v.url()) }),
  v.object({ type: v.literal("say"), what: v.picklist(["sent", "answered"]) }),
  v.object({ type: v.literal("guide-seen"), state: OnOffSchema }),
  /** the person has turned it off there */
  v.object({
    type: v.literal("hand-pressed"),
    id: v.string(),
    at: TimeSchema,
    page: TimeSchema,
    address: v.string(),
    label: v.string(),
  }),
  /** … and what came of it. state: what the fresh page showed, null without one */
  v.object({ type: v.literal("hand-proved"), state: v.nullable(OnOffSchema) }),
  v.object({ type: v.picklist(["watch-saves", "end-watch"]) }),
  Reload,
  MuteBanner,
  OpenPage,
]);
export type FromGuide = v.InferOutput<typeof FromGuideSchema>;

/** From a page of a site with a switch. */
export const FromSiteSchema = v.variant("type", [
  v.object({
    type: v.literal("page-opened"),
    path: v.string(),
    page: v.number(),
    came: v.nullable(v.string()),
    isRedirect: v.boolean(),
  }),
  v.object({ type: v.literal("keep-verification"), verification: VerificationSchema }),
  v.object({
    type: v.literal("end-verification"),
    setting: v.string(),
    outcome: v.picklist(["verified", "failed", "unpressed"]),
    state: v.nullable(OnOffSchema),
    verification: v.nullable(VerificationSchema),
  }),
  v.object({ type: v.literal("state-seen"), setting: v.string(), state: OnOffSchema }),
  v.object({ type: v.literal("state-unknown"), setting: v.string(), why: UnknownSchema }),
  v.object({ type: v.literal("start-job"), setting: v.string(), from: v.string() }),
  v.object({ type: v.literal("claim-job"), setting: v.string() }),
  v.object({ type: v.literal("stop-job") }),
  /** the site's own script has another address loaded, at nobody's wish */
  v.object({ type: v.literal("sent-on") }),
  v.object({ type: v.literal("go-back"), tab: v.pipe(v.number(), v.integer()) }),
  Reload,
  MuteBanner,
  OpenPage,
]);
export type FromSite = v.InferOutput<typeof FromSiteSchema>;

/** From one of Untick's own pages. */
export const FromOwnSchema = v.variant("type", [
  v.object({
    type: v.literal("start-jobs"),
    want: v.picklist(["look", "off"]),
    settings: v.pipe(v.array(v.string()), v.minLength(1)),
  }),
  v.object({ type: v.literal("stop-jobs") }),
  v.object({ type: v.literal("set-options"), options: v.record(v.string(), v.unknown()) }),
  v.object({
    type: v.literal("delete-receipts"),
    receipts: v.union([v.literal("all"), v.array(v.string())]),
  }),
  v.object({ type: v.literal("delete-set-aside") }),
  v.object({
    type: v.literal("say"),
    site: v.string(),
    what: v.picklist(["sent", "answered", "unsaid"]),
  }),
  v.object({ type: v.literal("erase") }),
  v.object({ type: v.literal("forget-site"), site: v.string() }),
  OpenPage,
]);
export type FromOwn = v.InferOutput<typeof FromOwnSchema>;
