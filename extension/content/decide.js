"use strict";
// The rule: a wrong press is worse than none. Two independent witnesses on one control, and nothing against it.

/**
 * @typedef {"address" | "key" | "words" | "only"} Witness
 * @typedef {{control: Control, label: string, says: Says, witnesses: Witness[], veto: string}} Evidence veto: what speaks against it, or ""
 * @typedef {{chosen: Evidence | null, candidates: Evidence[]}} Decision chosen: the one control that may be pressed
 */

const Decide = (() => {
  const MANY = 40; // a page of thousands of switches: the first ones and those with the key are weighed
  const ELSEWHERE = 'nav,[role="navigation"],[role="banner"],[role="contentinfo"],[role="menu"],[role="menubar"],[role="search"]';
  const LANDMARK = "main,article,section,aside,[role='main'],[role='region']";

  /** @param {Element} element @param {Site} site @returns {boolean} of the page's frame or of a dialog, never of its settings */
  const isOutside = (element, site) => {
    if (Dom.closest(element, ELSEWHERE) || Dom.dialog(element)) return true;
    const edge = Dom.closest(element, "header,footer");
    const parent = edge && Dom.parent(edge);
    return edge !== null && !(parent && Dom.closest(parent, `${LANDMARK},${site.page.main}`));
  };

  /** @param {Element} element @returns {boolean} of a form that asks for a password */
  const isSignIn = (element) => {
    const form = Dom.closest(element, "form");
    return form !== null && Dom.query(form, 'input[type="password" i]') !== null;
  };

  /** @param {Element | null} main @param {Site} site @returns {boolean} the page's title or heading names the setting */
  const isTitled = (main, site) => {
    const heading = Dom.query(main ?? document, "h1,h2");
    return [Dom.title(), heading ? Dom.text(heading) : ""].some((text) => Names.says(text, site) === "agrees");
  };

  /** @param {string} own @param {string} key @returns {boolean} the key itself, or with a suffix such as "-switch" */
  const isForm = (own, key) => key.startsWith(own) && !/^[A-Za-z0-9]/.test(key.slice(own.length));

  /** @param {Set<string>} keys @param {Site} site @param {Setting} setting @returns {boolean} another setting's key is among them */
  const hasForeignKey = (keys, site, setting) => {
    const foreign = new Set(site.settings.flatMap((other) => (other.id === setting.id ? [] : other.keys)));
    const shape = new RegExp(site.page.key_shape);
    return [...keys].some((key) => foreign.has(key) || (shape.test(key) && !setting.keys.some((own) => isForm(own, key))));
  };

  return Object.freeze({
    /**
     * Weighs the controls of a page for one setting.
     * @param {Control[]} controls all that were found
     * @param {{site: Site, setting: Setting, path: string, main: Element | null, loaded: boolean}} page loaded: nothing more is to be drawn, as far as one can tell
     * @returns {Decision}
     */
    weigh(controls, { site, setting, path, main, loaded }) {
      const isOurs = (/** @type {Set<string>} */ keys) => setting.keys.some((key) => keys.has(key));
      const named = controls.map((control) => ({ control, keys: Names.keys(control), outside: isOutside(control.element, site) }));
      // What stands outside is no candidate, but for what carries the key: that has to be explained.
      const inside = named.filter(({ keys, outside }) => !outside || isOurs(keys));
      const inMain = inside.filter(({ control }) => !main || Dom.encloses(main, control.element));
      // "Was this helpful?" is no rival of a switch, but another setting's button is.
      const switches = inMain.filter(({ control, keys }) => !Dom.matches(control.element, "[aria-pressed]") || hasForeignKey(keys, site, setting));
      const only = (switches.length > 0 ? switches : inMain).map(({ control }) => control);
      const atAddress = setting.paths.includes(path);
      const atSibling = !atAddress && site.settings.some(({ paths }) => paths.includes(path));
      // The words of the site file are the first setting's: of any other they can only tell what it is not.
      const isFirst = setting === site.settings[0];
      const spoken = isFirst && Names.isSpoken(site);

      const weighed = inside.filter(({ keys }, index) => index < MANY || isOurs(keys));
      const neighbours = weighed.map(({ control }) => control);
      const candidates = weighed.map(({ control, keys, outside }) => {
        const { label, says: said, isOwn } = Names.label(control, neighbours, site);
        /** @type {Says} */
        const says = isFirst || said === "opposite" ? said : said === "agrees" ? "other" : "silent";
        /** @type {Witness[]} */
        const witnesses = [];
        if (atAddress) witnesses.push("address");
        if (isOurs(keys)) witnesses.push("key");
        if (says === "agrees") witnesses.push("words");
        const speaks = says === "agrees" || says === "topic" || !spoken || (says === "none" && isTitled(main, site));
        if (loaded && only.length === 1 && only[0] === control && speaks) witnesses.push("only");
        const veto =
          (hasForeignKey(keys, site, setting) && "another setting's key") ||
          (outside && "a dialog or the page's frame") ||
          // In a row, the words may be the description's: not against the key.
          (says === "opposite" && (isOwn || !isOurs(keys)) && "words that mean the opposite") ||
          ((says === "other" || (says === "mixed" && !isOurs(keys))) && "words of another setting") ||
          (atSibling && "another setting's address") ||
          (isSignIn(control.element) && "a sign-in form") ||
          "";
        return { control, label, says, witnesses, veto };
      });

      /** @param {Evidence} evidence points at its control in particular */
      const isClaimed = ({ witnesses }) => witnesses.includes("key") || witnesses.includes("words");
      const claimed = candidates.filter(isClaimed);
      const fit = candidates.filter(({ witnesses, veto }) => veto === "" && witnesses.length >= 2);
      const agreed = fit.length === 1 && claimed.every((evidence) => evidence === fit[0]);
      return { chosen: agreed ? fit[0] : null, candidates };
    },
  });
})();
