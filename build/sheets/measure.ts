/**
 * For pages of the extension: what tests call from outside. A driver sees only what is a member of the
 * window.
 */

import { faultsOf, textWidths } from "./faults.ts";
import { fontsReady } from "./fonts.ts";

Object.assign(window, { measure: { faultsOf, textWidths, fontsReady } });
