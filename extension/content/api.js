"use strict";

/** Kept at once: a page can take the name away later by `<iframe name="chrome">` (Chromium). */
const api = chrome;
