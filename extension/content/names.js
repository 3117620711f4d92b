"use strict";
// What a control is called on the page: its preference keys, its label, and what the label says of it.

/**
 * @typedef {"agrees" | "opposite" | "other" | "mixed" | "topic" | "silent" | "none"} Says
 * agrees: the known words; topic: speaks of training AI; mixed: of that and of what other settings speak of; silent: of neither; none: there is no label
 */

const Names = (() => {
  const ROW_LEVELS = 5; // on a sibling page the label is in the great-grandparent (brave/psst-component)
  const WRAPPER_LEVELS = 4;
  const ROW_SIZE = 400; // elements; what holds more is no row
  const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Telugu}]/u; // words run into each other
  const LETTER = /[\p{L}\p{M}\p{N}]/u;
  // Without h1 and h2: what names the page names no switch on it.
  const BLOCKS = "p,h3,h4,h5,h6,label,legend,dt,strong,span,div";

  /** @param {string} string @returns {string} as words are compared: without case, kinds of quotes and of space */
  const fold = (string) =>
    string
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
      .replace(/[-\u2010-\u2015]/g, " ")
      .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
      .replace(/\s+/g, " ")
      .trim();

  /**
   * Whether words stand in a text as words, not within others: "AI" is not in "aim".
   * @param {string} folded @param {string[]} words folded too
   * @param {boolean} whole whether a word's end must be a word's end; for short ones it must
   */
  const holds = (folded, words, whole) =>
    words.some((word) => {
      for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
        const after = whole || word.length < 4 ? folded.charAt(at + word.length) : "";
        if (!LETTER.test(folded.charAt(at - 1)) && !LETTER.test(after)) return true;
      }
      return false;
    });

  /** @type {Map<Words, Words>} */
  const prepared = new Map();
  /** @param {Words} words @returns {Words} folded, once */
  const ready = (words) => {
    const known = prepared.get(words);
    if (known) return known;
    const lists = [words.phrases, words.topic, words.act, words.other, words.opposite];
    const [phrases, topic, act, other, opposite] = lists.map((list) => list.map(fold));
    const made = { ...words, phrases, topic, act, other, opposite };
    prepared.set(words, made);
    return made;
  };

  /** @param {Element} part @returns {Element[]} */
  const labelledBy = (part) =>
    (Dom.attr(part, "aria-labelledby") ?? "")
      .split(/\s+/)
      .map((id) => (id ? Dom.byId(Dom.rootOf(part), id) : null))
      .filter((element) => element !== null);

  /** @param {Control} control @returns {string[]} the candidates for its label, the strongest first */
  const called = ({ parts }) => {
    const texts = parts.flatMap((part) => [
      // Together first: one part may say the opposite of the other.
      labelledBy(part).map((element) => Dom.text(element)).join(" "),
      ...labelledBy(part).map((element) => Dom.text(element)),
      Dom.attr(part, "aria-label") ?? "",
      ...Controls.labels(part).map((label) => Dom.text(label)),
      Dom.attr(part, "title") ?? "",
      Dom.text(part),
    ]);
    return texts.filter((text) => /\p{L}{3}/u.test(text));
  };

  /** @param {Element} element @param {Control[]} others beside it in the holder @param {Element} holder @returns {string[]} the text that stands right above it, after the control before it */
  const above = (element, others, holder) => {
    const isBetween = (/** @type {Element} */ block) => Dom.isAfter(block, element) && !others.some((other) => Dom.isAfter(block, other.element) && Dom.isAfter(other.element, element));
    const blocks = Dom.queryAll(holder, BLOCKS).filter((block) => !Dom.query(block, `p,div,h1,h2,h3,h4,h5,h6,${Controls.SELECTOR}`) && isBetween(block));
    return blocks.map((block) => Dom.text(block)).filter((text) => /\p{L}{3}/u.test(text)).slice(-1);
  };

  /** @param {Control} control @param {Control[]} others @returns {string[]} the texts that stand in its row, where nothing names it */
  const row = (control, others) => {
    let around = Dom.parent(control.element);
    for (let level = 0; around && level < ROW_LEVELS; level += 1, around = Dom.parent(around)) {
      const holder = around;
      if (Dom.matches(holder, "main,body,html") || Dom.isLarger(holder, ROW_SIZE)) break;
      const inside = others.filter((other) => other !== control && Dom.encloses(holder, other.element));
      if (inside.length > 0) return above(control.element, inside, holder);
      const texts = Dom.queryAll(holder, BLOCKS)
        .slice(0, 40)
        .filter((block) => !Dom.query(block, "p,div,h1,h2,h3,h4,h5,h6"))
        .map((block) => Dom.text(block))
        .filter((text) => /\p{L}{3}/u.test(text));
      const bare = Dom.text(holder);
      if (texts.length > 0 || /\p{L}{3}/u.test(bare)) return texts.length > 0 ? texts : [bare];
    }
    return [];
  };

  const language = () => Dom.attr(Dom.html(), "lang")?.toLowerCase().split(/[-_]/)[0] || "en";

  /** @param {Site} site @returns {Words | undefined} the words of the page's language, where they are known */
  const spoken = (site) => (Object.hasOwn(site.words, language()) ? site.words[language()] : undefined);

  /** @param {string} folded @param {Site} site @returns {boolean} whether it means the reverse, in a language of which no more is known */
  const refuses = (folded, site) => {
    const refusals = Object.hasOwn(site.refusals, language()) ? site.refusals[language()].map(fold) : [];
    return refusals.some((word) => (SPACELESS.test(word) ? folded.includes(word) : holds(folded, [word], true)));
  };

  /**
   * What a label says, by its first sentence: the rest explains, and may well say "we do not …".
   * @param {string} label @param {Site} site
   * @param {boolean} [isOwn] whether it is the control's own label: a question beside it may well end in "or not?"
   * @returns {Says}
   */
  const weigh = (label, site, isOwn = false) => {
    const folded = fold(label.split(/[.!?]\s/)[0]);
    const here = spoken(site);
    const first = here ? [here] : [];
    const matched = [...first, ...Object.values(site.words)].find((words) => ready(words).phrases.some((phrase) => folded.includes(phrase)));
    const words = matched ?? here;
    if (holds(folded, ready(words ?? site.words.en).opposite, true)) return "opposite";
    if (matched) return "agrees";
    if (!words) return isOwn && refuses(folded, site) ? "opposite" : "silent";
    const { topic, act, other } = ready(words);
    const isTopic = holds(folded, topic, false) && holds(folded, act, false);
    if (holds(folded, other, true)) return isTopic ? "mixed" : "other";
    return isTopic ? "topic" : "silent";
  };

  /** @param {string} label @param {Site} site @returns {boolean} whether it has the site's own words for the first setting, whatever else it says */
  const hasPhrase = (label, site) => Object.values(site.words).some((words) => ready(words).phrases.some((phrase) => fold(label).includes(phrase)));

  /** @param {Element} part @returns {Element[]} the custom elements and shadow hosts that wrap it */
  const wrappers = (part) => {
    const found = [];
    let at = part;
    for (let level = 0; level < WRAPPER_LEVELS; level += 1) {
      const up = Dom.parent(at);
      if (!up) break;
      if (Dom.tag(up).includes("-") || (Dom.rootOf(up) !== Dom.rootOf(at) && !Dom.tag(up).endsWith("frame"))) found.push(up);
      at = up;
    }
    return found;
  };

  return Object.freeze({
    /** @param {Site} site @returns {boolean} whether the site file has words for the page's language */
    isSpoken: (site) => spoken(site) !== undefined,

    /** @param {string} text @param {Site} site @returns {Says} */
    says: (text, site) => weigh(text, site),

    /** @param {Element} row @param {Site} site @returns {Want | null} the word at its end that tells a switch's state, in the page's language */
    stateWord(row, site) {
      const words = spoken(site);
      if (!words) return null;
      if (Dom.isLarger(row, ROW_SIZE)) return null;
      const leaves = Dom.queryAll(row, "*").filter((leaf) => Dom.first(leaf) === null).map((leaf) => Dom.text(leaf));
      const last = fold(leaves.findLast((text) => text !== "") ?? Dom.text(row));
      const ends = (/** @type {string[]} */ list) => list.map(fold).some((word) => last === word || last.endsWith(` ${word}`));
      // The longer word may end in the shorter one, as in "pas activé".
      return ends(words.off) ? "off" : ends(words.on) ? "on" : null;
    },

    /**
     * The control's label as the page shows it, and what it says.
     * @param {Control} control @param {Control[]} others the page's controls: a row that holds another one is no row
     * @param {Site} site
     * @returns {{label: string, says: Says, isOwn: boolean}} isOwn: by its markup or its words, not only because it stands in its row
     */
    label(control, others, site) {
      const own = called(control).map((label) => ({ label, says: weigh(label, site, true), isOwn: true }));
      // A word such as "Toggle" or "Off" names nothing: then the row does.
      const isNamed = own.some(({ label, says }) => says !== "silent" || /\S\s+\S/.test(label.trim()));
      const near = isNamed ? [] : row(control, others).map((label) => ({ label, says: weigh(label, site), isOwn: hasPhrase(label, site) }));
      const all = [...own, ...near];
      const telling = ["opposite", "agrees", "other", "mixed", "topic"].map((wanted) => all.find(({ says }) => says === wanted)).find(Boolean);
      return telling ?? all[0] ?? { label: "", says: "none", isOwn: false };
    },

    /** @param {Control} control @returns {Set<string>} every name that may be a preference key: ids, names, references */
    keys({ parts }) {
      /** @type {Set<string>} */
      const keys = new Set();
      for (const part of parts) {
        for (const element of [part, ...Controls.labels(part), ...wrappers(part)]) {
          for (const name of ["aria-labelledby", "id", "name"]) {
            for (const token of (Dom.attr(element, name) ?? "").split(/\s+/)) if (token) keys.add(token);
          }
        }
      }
      return keys;
    },
  });
})();
