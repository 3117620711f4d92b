// What pages, background and stored state say to each other: a closed set.

type Want = "on" | "off";

/** How the page's own save ended; status: HTTP, 0 where there is none. */
interface Saved {
  kind: "saved" | "refused" | "unreachable" | "unseen";
  status: number;
}

/** A press whose proof is still to come; the background keeps it for one tab. */
interface Pending {
  setting: string;
  want: Want;
  /** ms since the epoch */
  at: number;
  /** performance.timeOrigin of the document it was pressed in: only another one can prove it */
  page: number;
  /** whether the switch was pressed, and not only about to be */
  pressed: boolean;
  /** ms that the page took to fill in the truth, null where nobody watched it (Clock.filled) */
  filled: number | null;
  /** label of the switch that the person pressed by hand where none could be told, else null */
  picked: string | null;
  /** null while the save goes on */
  saved: Saved | null;
}

/** What was last seen of a setting, and when (ms since the epoch). */
interface Seen {
  state: Want;
  at: number;
}

/** A `_locales` file. */
type Messages = Record<string, { message: string }>;

/** The answer to "hello". */
interface Hello {
  messages: Messages;
  /** those asked for, in the person's language */
  dates: string[];
  pending: Pending | null;
  seen: Record<string, Seen>;
}

type Message =
  | { type: "hello"; language: string; tag: string; dates: string[] }
  | { type: "keep"; pending: Pending | null }
  | { type: "proved"; setting: string; state: Want }
  | { type: "seen"; setting: string; state: Want }
  | { type: "enter" };
