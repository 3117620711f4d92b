// What content scripts, background and Untick's own pages say to each other: a closed set.
// Each is checked on arrival, and so is who sends it.

/** A `_locales` file. */
type Messages = Record<string, { message: string }>;

/** The answer to "hello". */
interface Hello {
  language: string;
  messages: Messages;
  /** those asked for, in the person's language */
  dates: string[];
  pending: Pending | null;
  errand: Errand | null;
  known: Record<string, Known>;
  /** whether the banner is wanted on pages other than the AI page, here and now */
  everywhere: boolean;
}

/** Where a message of the site's pages comes from. */
interface Tab {
  id: number;
  isPrivate: boolean;
}

/** From a page of the site. */
type FromSite =
  | { type: "hello"; path: string; page: number; came: string | null }
  | { type: "keep"; pending: Pending }
  | { type: "settle"; outcome: "verified" | "failed" | "unpressed"; state: Want | null }
  | { type: "seen"; setting: string; state: Want }
  | { type: "missed"; setting: string; why: Missed }
  | { type: "errand"; setting: string; from: string }
  | { type: "claim"; setting: string }
  | { type: "back"; tab: number }
  | { type: "quiet" }
  | { type: "enter" }
  | FromBoth;

/** From Untick's own pages. */
type FromOwn =
  | { type: "begin"; want: "look" | "off"; settings: string[] }
  | { type: "options"; options: Partial<Options> }
  | { type: "forget"; receipts: string[] | "all" }
  | { type: "discard" }
  | { type: "erase" }
  | { type: "granted" }
  | FromBoth;

/** From either. */
type FromBoth = { type: "stop" } | { type: "open"; page: "popup" | "options" | "receipt"; id?: string };

type Message = FromSite | FromOwn;
