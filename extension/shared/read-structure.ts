/** Apart from all messages that are checked on arrival at the background: it does not pass there. */

/** To a page of a site, from the page that shows reports: answered with a draft of one (core/report.ts). */
export const READ_STRUCTURE = "read-structure";
