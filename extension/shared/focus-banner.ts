/** Apart from all messages that are checked: a page needs no schema for it. */

/** To a page of a site: the person wants the focus in the banner. Answered with whether it is there. */
export const FOCUS_BANNER = "focus-banner";
