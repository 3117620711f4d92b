// What is kept on the device, and what passes between its scripts. Times are ms since the epoch unless told otherwise.

type Want = "on" | "off";
/** Why a look at a setting's page could not tell its state: four kinds of "don't know". */
type Missed = "signed-out" | "locked" | "absent" | "unsure";
/** What a look or a press came to. */
type Outcome = Want | "verified" | "failed" | Missed;

/** How the page's own save ended; status: HTTP, 0 where there is none. */
interface Saved {
  kind: "saved" | "refused" | "unreachable" | "unseen";
  status: number;
}

/** What is known of one setting. */
interface Known {
  /** as last seen, once it had settled; null where it never was */
  state: Want | null;
  /** when that was */
  at: number | null;
  /** when it was last seen off, unless the person wanted it on since: with state "on" it is on again */
  off: number | null;
  /** a later look that could not tell */
  missed: { why: Missed; at: number } | null;
}

/** What was done and seen for one press. Instants are ISO 8601 with the offset of the person's zone. */
interface Receipt {
  id: string;
  setting: string;
  want: Want;
  /** who pressed: Untick at the person's click, or the person */
  by: "untick" | "hand";
  address: string;
  /** of the switch, as the page showed it */
  label: string;
  at: string;
  /** IANA name of the zone */
  zone: string;
  before: Want;
  /** as the page showed it after the press, before the reload; null where it was not seen */
  after: Want | null;
  saved: Saved | null;
  /** what the fresh page showed; null where it was not taken */
  reloaded: { state: Want; at: string } | null;
  outcome: "verified" | "failed" | "unproved";
  /** version of the extension */
  extension: string;
  /** the site file and the day on which its facts were last checked, such as "linkedin 2026-08-21" */
  rule: string;
}

/** Several settings read or turned off one after another in one tab; the last such run is kept. */
interface Run {
  want: "look" | "off";
  settings: string[];
  outcomes: Record<string, Outcome>;
  /** of the last progress */
  at: number;
  /** null while it goes on; silent: a page gave no answer */
  ended: null | "done" | "stopped" | "closed" | "signed-out" | "silent";
}

interface Options {
  /** a language that Untick speaks, such as pt_BR, or the browser's */
  language: string;
  /** where the banner shows: on every settings page, or on the AI page only */
  banner: "settings" | "page";
  /** days after which to look again, 0 for never */
  reminder: number;
}

/** Stored state that could not be read, kept as it was found. */
interface Aside {
  at: number;
  key: string;
  value: unknown;
  why: "damaged" | "newer";
}

/** storage.local, version 1. */
interface Stored {
  version: 1;
  known: Record<string, Known>;
  /** oldest first */
  receipts: Receipt[];
  run: Run | null;
  options: Partial<Options>;
  aside: Aside[];
  /** pending proofs by tab; session: of the browser in which they were pressed */
  owed: Record<string, { session: string; pending: Pending }>;
}

/** A press whose proof is still to come; it belongs to one tab. */
interface Pending {
  /** of its receipt */
  id: string;
  setting: string;
  want: Want;
  at: number;
  /** performance.timeOrigin of the document it was pressed in: only another one can prove it */
  page: number;
  /** whether the switch was pressed, and not only about to be */
  pressed: boolean;
  by: "untick" | "hand";
  /** of the switch, as the page showed it */
  label: string;
  address: string;
  /** what the page showed before the reload */
  after: Want | null;
  /** ms that the page took to fill in the truth, null where nobody watched it (Clock.filled) */
  filled: number | null;
  /** label of the switch that the person pressed by hand where none could be told, else null */
  picked: string | null;
  /** null while the save goes on */
  saved: Saved | null;
  /** where the person was before: an address, a tab, or nowhere */
  back: string | number | null;
}

/** What a person asked for with one click elsewhere: for one tab, used once, gone after a minute or by going elsewhere. */
interface Errand {
  want: "look" | "off";
  /** those still to come, the one under way first */
  settings: string[];
  /** how many there were; more than one, or a look, is a run */
  total: number;
  /** of the last progress */
  at: number;
  /** performance.timeOrigin of the document that took up the setting under way, null until one did */
  page: number | null;
  /** whether the setting under way was pressed for it */
  used: boolean;
  /** addresses from which its page may be reached */
  via: string[];
  back: string | number | null;
}
