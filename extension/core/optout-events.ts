/** What may happen to an opt-out, and what is to be done about it: two closed sets. */

import type { Moment, Reading } from "./reading.ts";
import type { SaveWatch } from "./save-outcome.ts";
import type { OnOff, Unknown, Verification } from "./schemas.ts";
import type { State } from "./stability.ts";

/** What a person can press in the banner. */
export type Action =
  | "turn-off"
  | "show"
  | "undo"
  | "retry"
  | "back"
  | "receipt"
  | "report"
  | "dismiss"
  | "stop";

/** What does not change while the page stands. */
export interface Visit {
  readonly setting: string;
  /** performance.timeOrigin of the document */
  readonly document: number;
  readonly address: string;
  /** a sign-in page that stands in the way of the setting's */
  readonly isSignIn: boolean;
  /** the document may show what was before it came: it proves nothing of an earlier press */
  readonly isStale: boolean;
  /** a check-up that this page is one step of */
  readonly checkup: { readonly done: number; readonly total: number } | null;
  readonly back: string | number | null;
}

/** A look at the page. saves: null where no save is watched */
export interface Read {
  readonly type: "read";
  readonly at: Moment;
  readonly reading: Reading;
  readonly saves: SaveWatch | null;
}
/** A person's own press on the page's switch, which went from on to off. */
export interface PressedByHand {
  readonly type: "pressed-by-hand";
  readonly at: Moment;
  readonly id: string;
  readonly label: string;
  readonly isChosen: boolean;
  /** tick of the click */
  readonly since: number;
  /** ms that the page took to fill in the truth, null where nobody watched it */
  readonly filled: number | null;
}
export type Event =
  | Read
  | PressedByHand
  /** a person's own click in the banner; id: a fresh name for a press */
  | { readonly type: "act"; readonly at: Moment; readonly action: Action; readonly id: string }
  | { readonly type: "kept"; readonly at: Moment; readonly press: Verification }
  | { readonly type: "pressed"; readonly at: Moment; readonly label: string; readonly after: State }
  | { readonly type: "not-pressed"; readonly at: Moment }
  /** whether what was asked for elsewhere is still good */
  | { readonly type: "claimed"; readonly at: Moment; readonly isGood: boolean; readonly id: string };

export type Effect =
  | { readonly do: "keep"; readonly press: Verification }
  /** decide anew and click, at once, where the switch still stands so */
  | { readonly do: "press"; readonly from: OnOff }
  | { readonly do: "watch-save"; readonly since: number }
  /** browser: past whatever the page's own router makes of a reload; page: by the page itself */
  | { readonly do: "reload"; readonly by: "browser" | "page" }
  | {
      readonly do: "end";
      readonly outcome: "verified" | "failed" | "unpressed";
      readonly state: OnOff | null;
    }
  | { readonly do: "report-seen"; readonly state: OnOff }
  | { readonly do: "report-unknown"; readonly why: Unknown }
  | { readonly do: "claim" | "stop-job" | "scroll-to-switch" | "open-report" | "close" }
  | { readonly do: "go-back"; readonly to: string | number }
  | { readonly do: "open-receipt"; readonly id: string };
