"use strict";
// The toolbar button: how the first setting stands, by drawing, badge and name, never by colour alone.

const Toolbar = (() => {
  const SIZES = [16, 24, 32];
  /** @type {Record<string, {icon: string, badge: string, colour: string}>} */
  const LOOKS = {
    on: { icon: "on", badge: "!", colour: "#a1500a" },
    again: { icon: "on", badge: "!!", colour: "#a1500a" },
    off: { icon: "icon", badge: "", colour: "#0a6b4f" },
    due: { icon: "icon", badge: "↻", colour: "#51585f" },
    unknown: { icon: "unknown", badge: "?", colour: "#51585f" },
  };

  return Object.freeze({
    /** Draws what is known now. */
    async paint() {
      const stored = await Store.read();
      const { options } = await Options.effective(stored.options);
      const known = stored.known[SITES[0].settings[0].id];
      const state = States.of(known);
      const shown = state === "off" && States.isDue(known, options) ? "due" : Object.hasOwn(LOOKS, state) ? state : "unknown";
      const { icon, badge, colour } = LOOKS[shown];
      const code = options.language === "auto" ? Locale.pick() : options.language;
      Locale.use(code, await Locale.load(code));
      const name = Locale.say(`toolbar_${shown}`, known?.at ? { date: Locale.date(known.at) } : {});
      // Firefox for Android has only the name.
      await Promise.all([
        api.action.setTitle({ title: name }),
        api.action.setIcon?.({ path: Object.fromEntries(SIZES.map((size) => [size, `/icons/${icon}-${size}.png`])) }),
        api.action.setBadgeText?.({ text: badge }),
        api.action.setBadgeBackgroundColor?.({ color: colour }),
        api.action.setBadgeTextColor?.({ color: "#ffffff" }),
      ]);
    },
  });
})();
