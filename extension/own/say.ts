/** What a person says to have done about a site: they sent an objection, an answer came, or neither. */

import type { VNode } from "snabbdom";
import { PRIVATE } from "../core/jars.ts";
import { send } from "./browser.ts";
import type { Page, Plan } from "./page.ts";
import { button } from "./parts.ts";

/** To say that it was sent; of a private window nothing is kept, and nothing is asked there. */
export const sayButtons = (page: Page, id: string): VNode[] =>
  page.place.jar === PRIVATE ? [] : [button(page, "sent", { id })];

/** What the buttons do, on any page that has them. */
export const sayActions: Plan["actions"] = {
  sent: (_page, site) => send({ type: "say", site, what: "sent" }),
  answered: (_page, site) => send({ type: "say", site, what: "answered" }),
  unsaid: (_page, site) => send({ type: "say", site, what: "unsaid" }),
};
