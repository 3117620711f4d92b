"use strict";
// Finding the controls of a page at a cost that does not grow with the page.

const Survey = (() => {
  const SMALL = 20_000; // elements that may be queried as a whole (under 3 ms); a real settings page has some 3,000
  const NEAR = 400; // elements around a key that may be queried each frame
  const STEPS = 1_500; // elements visited in search of shadow roots and frames
  const ENDS = 40; // of a long list of like rows, only this many at either end
  const HOSTS = new Set(["article", "aside", "blockquote", "body", "div", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "main", "nav", "p", "section", "span"]);

  /** @param {Element} element @returns {Element[]} */
  const children = (element) => {
    const found = [];
    const long = Dom.childCount(element) > 2 * ENDS;
    for (let at = Dom.first(element); at && !(long && found.length === ENDS); at = Dom.next(at)) found.push(at);
    if (long) for (let at = Dom.last(element); at && found.length < 2 * ENDS; at = Dom.previous(at)) found.push(at);
    return found;
  };

  /**
   * The roots that a query does not reach: shadow roots, closed ones too, and same-origin frames.
   * @param {Element} top
   * @param {boolean} thorough asks each element that can have a root, not only the likely ones
   * @returns {Node[]}
   */
  const roots = (top, thorough) => {
    /** @type {Node[]} */
    const found = [];
    const queue = [top];
    for (let step = 0; step < queue.length && (thorough || step < STEPS); step += 1) {
      const element = queue[step];
      const name = Dom.tag(element);
      const below = children(element);
      const likely = name.includes("-") || (HOSTS.has(name) && (thorough || (below.length === 0 && Dom.isBlank(element))));
      const root = name === "iframe" ? Dom.frameDocument(element) : likely ? Dom.shadow(element) : null;
      if (root) {
        found.push(root);
        for (let at = Dom.query(root, "*"); at; at = Dom.next(at)) queue.push(at);
      }
      queue.push(...below);
    }
    return found;
  };

  /** @param {Element} label the element with a setting's key as its id @returns {Element[]} the switches near it */
  const near = (label) => {
    if (Dom.matches(label, Controls.SELECTOR)) return [label];
    let around = Dom.parent(label);
    for (let level = 0; around && level < 5 && !Dom.isLarger(around, NEAR); level += 1, around = Dom.parent(around)) {
      const found = Dom.queryAll(around, Controls.SELECTOR);
      if (found.length > 0) return found;
    }
    return [];
  };

  return Object.freeze({
    /** @param {Site} site @returns {Element | null} */
    main(site) {
      const first = Dom.query(document, site.page.main);
      if (!first || Dom.isRendered(first)) return first;
      return Dom.queryAll(document, site.page.main).find(Dom.isRendered) ?? first;
    },

    /** @returns {boolean} whether the page is too large to be queried as a whole while it changes */
    isLarge() {
      const body = Dom.body();
      return body !== null && Dom.isLarger(body, SMALL);
    },

    /** @returns {Node[]} the document and all roots in it, whatever it costs */
    everywhere: () => [document, ...roots(Dom.html(), true)],

    /** @param {Setting} setting @returns {boolean} whether anything is called by the setting's key */
    hasKey: (setting) => setting.keys.some((key) => Dom.byId(document, key) !== null),

    /** @param {Setting} setting @returns {Control[]} those beside the setting's key, in constant time */
    byKey(setting) {
      for (const key of setting.keys) {
        const label = Dom.byId(document, key);
        if (label) return Controls.group(near(label));
      }
      return [];
    },

    /**
     * The controls of the page.
     * @param {Site} site
     * @param {"light" | "deep" | "thorough"} reach light: without roots; deep: with the likely roots; thorough: whatever it costs, for a press
     * @returns {{controls: Control[], roots: Node[]}} roots: what has to be watched besides the document
     */
    all(site, reach) {
      const body = Dom.body();
      if (!body) return { controls: [], roots: [] };
      const isThorough = reach === "thorough";
      const deep = reach === "light" ? [] : roots(isThorough ? body : (Survey.main(site) ?? body), isThorough);
      const wide = isThorough || !Survey.isLarge() ? [document] : [];
      return { controls: Controls.group([...wide, ...deep].flatMap((root) => Dom.queryAll(root, Controls.SELECTOR))), roots: deep };
    },
  });
})();
