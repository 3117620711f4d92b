"use strict";
// The person's language: messages, dates and times.

const Locale = (() => {
  /** @type {Messages} */
  let messages = {};
  let locale = "en";
  /** @type {"ltr" | "rtl"} */
  let written = "ltr";

  /** @param {string} tag @returns {string} language and script, by the names of today: "iw" is "he-Hebr" */
  const kind = (tag) => {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  };

  /** @param {string} tag @returns {string | undefined} the code of Untick's file for it; another region's is better than none */
  const spoken = (tag) => {
    const codes = Object.keys(LOCALES);
    const exact = codes.find((code) => code === tag.replace("-", "_"));
    if (exact) return exact;
    const [language] = tag.split("-");
    // First those of the same name: to ask Intl about each of them takes some 5 ms.
    const [alike, others] = [true, false].map((isAlike) => codes.filter((code) => (code.split("_")[0] === language) === isAlike));
    try {
      const wanted = kind(tag);
      return [...alike, ...others].find((code) => [code, ...LOCALES[code].also].some((one) => kind(one.replace("_", "-")) === wanted));
    } catch {
      return undefined; // not every system's name for a language is a language tag
    }
  };

  /** @type {Map<string, Promise<Messages>>} */
  const files = new Map();

  /** @param {string | number} value @returns {string} as the language writes it, and set apart where its direction may be another */
  const shown = (value) => {
    const text = typeof value === "number" ? new Intl.NumberFormat(locale).format(value) : value;
    return written === "rtl" ? `\u2068${text}\u2069` : text;
  };

  return Object.freeze({
    /** One of Untick's own files; not in content scripts, which get it from the background. @param {string} code @returns {Promise<Messages>} */
    load(code) {
      const loading = files.get(code) ?? fetch(api.runtime.getURL(`_locales/${code}/messages.json`)).then((file) => file.json());
      files.set(code, loading);
      return loading;
    },

    /** @returns {string} the browser's own language; where that is English, or one that Untick does not speak, the person's for pages */
    pick() {
      const own = api.i18n.getMessage("ui_language");
      const wanted = [...(own === "en" ? [] : [own.replace("_", "-")]), ...navigator.languages];
      return wanted.map(spoken).find(Boolean) ?? "en";
    },

    /** @param {string} code @returns {string} the language tag for dates: with the person's own region, they read as usual */
    tagOf(code) {
      const tag = code.replace("_", "-");
      return navigator.languages.find((wanted) => wanted.startsWith(`${tag}-`)) ?? tag;
    },

    /** @param {string} code @param {Messages} loaded */
    use(code, loaded) {
      locale = Locale.tagOf(code);
      written = LOCALES[code].direction;
      messages = loaded;
    },

    tag: () => locale,
    direction: () => written,

    /**
     * @param {string} key
     * @param {Record<string, string | number>} [values] for the placeholders, by name
     * @returns {string}
     */
    say: (key, values = {}) => messages[key].message.replace(/\{(\w+)\}/g, (_, name) => shown(values[name])),

    /** @param {string | number | Date} moment @returns {string} */
    date: (moment) => Locale.format(moment, { dateStyle: "long" }),

    /** @param {string | number | Date} moment @returns {string} */
    time: (moment) => Locale.format(moment, { timeStyle: "short" }),

    /** @param {string | number | Date} moment @param {Intl.DateTimeFormatOptions} options @param {string} [tag] @returns {string} */
    format(moment, options, tag = locale) {
      const format = new Intl.DateTimeFormat(tag, options);
      // Without a language's data (Chromium has none for Punjabi) months are named "M11": then all by numbers.
      const isNamed = !options.dateStyle || format.formatToParts(0).every(({ type, value }) => type !== "month" || !/^M\d/.test(value));
      return (isNamed ? format : new Intl.DateTimeFormat(tag, { ...options, dateStyle: "short" })).format(new Date(moment));
    },
  });
})();
