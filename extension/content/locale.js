"use strict";
// The person's language: messages, dates and times.

const Locale = (() => {
  /** @type {Messages} */
  let messages = {};
  let locale = "en";
  /** @type {"ltr" | "rtl"} */
  let written = "ltr";

  /** @type {Map<string, Promise<Messages>>} */
  const files = new Map();

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
      const wanted = [...(own === "en" ? [] : [own]), ...navigator.languages].flatMap((tag) => {
        const [language, ...parts] = tag.split("-");
        const region = parts.find((part) => /^[A-Z]{2}$/.test(part));
        return region ? [`${language}_${region}`, language] : [language];
      });
      return wanted.find((code) => Object.hasOwn(LOCALES, code)) ?? "en";
    },

    /** @param {string} code @returns {string} the language tag for dates: with the person's own region, they read as usual */
    tagOf(code) {
      const tag = code.replace("_", "-");
      return navigator.languages.find((wanted) => wanted.startsWith(`${tag}-`)) ?? tag;
    },

    /** @param {string} code @param {Messages} loaded */
    use(code, loaded) {
      locale = Locale.tagOf(code);
      written = LOCALES[code];
      messages = loaded;
    },

    tag: () => locale,
    direction: () => written,

    /**
     * @param {string} key
     * @param {Record<string, string | number>} [values] for the placeholders, by name
     * @returns {string}
     */
    say: (key, values = {}) =>
      messages[key].message.replace(/\$\$|\$(\w+)\$/g, (_, name) => (name ? String(values[name.toLowerCase()]) : "$")),

    /** @param {string | number | Date} moment @returns {string} */
    date: (moment) => new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(moment)),

    /** @param {string | number | Date} moment @returns {string} */
    time: (moment) => new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(new Date(moment)),
  });
})();
