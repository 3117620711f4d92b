"use strict";
// The person's options, and those that an organisation has set for them (storage.managed).

const Options = (() => {
  /** @type {Options} */
  const DEFAULTS = { language: "auto", banner: "settings", reminder: 0 };

  /** @type {{[K in keyof Options]: (value: unknown) => boolean}} */
  const VALID = {
    language: (value) => value === "auto" || (typeof value === "string" && Object.hasOwn(LOCALES, value)),
    banner: (value) => value === "settings" || value === "page",
    reminder: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 365,
  };

  /** @param {string} key @param {unknown} value */
  const isValid = (key, value) => Object.hasOwn(VALID, key) && VALID[/** @type {keyof Options} */ (key)](value);

  /** @param {object} values @returns {Partial<Options>} those that are valid */
  const valid = (values) => Object.fromEntries(Object.entries(values).filter(([key, value]) => isValid(key, value)));

  return Object.freeze({
    isValid,
    valid,

    /**
     * What holds: the organisation's word over the person's over the defaults.
     * @param {Partial<Options>} own as stored
     * @returns {Promise<{options: Options, fixed: string[], wrong: string[]}>} fixed: keys that the organisation has set; wrong: those of its keys that could not be used
     */
    async effective(own) {
      // Firefox rejects where no policy is set.
      const policy = await api.storage.managed.get().catch(() => ({}));
      const managed = valid(policy);
      return {
        options: { ...DEFAULTS, ...own, ...managed },
        fixed: Object.keys(managed),
        wrong: Object.keys(policy).filter((key) => !Object.hasOwn(managed, key)),
      };
    },
  });
})();
