"use strict";
// What may be said of a setting at a glance: a state name of the contract, or "unknown" where nobody has looked.

const States = (() => {
  const DAY = 86_400_000; // ms

  return Object.freeze({
    /** @param {Known | undefined} known @returns {"unknown" | "on" | "off" | "again" | Missed} */
    of(known) {
      if (!known) return "unknown";
      if (known.missed) return known.missed.why;
      if (known.state === "on" && known.off !== null) return "again";
      return known.state ?? "unknown";
    },

    /** @param {Known | undefined} known @param {Options} options @returns {boolean} whether the person wanted to be reminded by now */
    isDue(known, { reminder }) {
      if (reminder <= 0 || known?.at == null) return false;
      const age = Date.now() - known.at;
      return age < 0 || age > reminder * DAY; // by a clock that was moved nobody knows how long ago it was
    },
  });
})();
