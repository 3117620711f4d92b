/** What a report is called, and where it ends: also for pages, which need no schema. */

export const REPORT = "untick-report-1";
/** Elements of one report. */
export const MOST_NODES = 400;
/** Levels of them. */
export const DEEPEST = 120;
