/** What a part of the engine is given when the person has entered a page. */

import type { WordedSetting, WordedSite } from "../core/site.ts";
import type { Locale } from "../shared/locale.ts";
import type { FromSite, PageContext } from "../shared/messages.ts";
import type { Opener } from "./opener.ts";

export interface Entry {
  readonly site: WordedSite;
  /** the one that the page is read for */
  readonly setting: WordedSetting;
  /** of the page, without a slash at its end */
  readonly path: string;
  /** a sign-in page that stands in the way of the setting's */
  readonly isSignIn: boolean;
  /** the document may show what was before it came */
  readonly isStale: boolean;
  /** tick of the person's first press in this document; infinite where there is none */
  readonly pressedAt: () => number;
  /** whether Untick had it loaded anew */
  readonly isReloaded: boolean;
  readonly context: PageContext;
  readonly locale: Locale;
  /** null where the switch stands on the page itself */
  readonly opener: Opener | null;
  /** Asks the background; undefined where there is none any more. */
  readonly send: (message: FromSite) => Promise<unknown>;
  /** Enters the page anew, with what has been asked for meanwhile. */
  readonly again: () => void;
  /** ended when the address is left, or the extension is gone */
  readonly leaving: AbortController;
}
