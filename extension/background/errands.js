"use strict";
// What a person asked for with one click elsewhere: kept for one tab, used once, gone after a minute or by going elsewhere.

const Errands = (() => {
  const LIMIT = 60_000; // ms without progress
  const POPUP = "popup/popup.html";
  const site = SITES[0];

  /** @param {number} tab */
  const keyOf = (tab) => `errand-${tab}`;
  /** @param {number} tab @returns {Promise<Errand | null>} */
  const of = async (tab) => {
    const kept = (await api.storage.session.get(keyOf(tab)))[keyOf(tab)];
    return Store.isErrand(kept) ? kept : null;
  };
  /** @param {Errand} errand @returns {boolean} a moment still to come is no recent one: the clock was moved */
  const isRecent = ({ at }) => at <= Date.now() && Date.now() - at <= LIMIT;
  /** @param {number} tab @param {Errand} errand */
  const keep = (tab, errand) => api.storage.session.set({ [keyOf(tab)]: errand });
  /** @param {number} tab */
  const drop = (tab) => api.storage.session.remove(keyOf(tab));

  /** @param {string} id @returns {string[]} */
  const pathsOf = (id) => site.settings.find((setting) => setting.id === id)?.paths ?? [];
  /** @param {string} path */
  const isSignIn = (path) => site.addresses.sign_in.some((prefix) => path.startsWith(prefix));
  /** @param {{want: "look" | "off", total: number}} errand @returns {boolean} several settings, or one only looked at: shown as a check-up */
  const isRun = ({ want, total }) => want === "look" || total > 1;
  /** @param {(run: Run) => void} edit of the run that was begun last */
  const change = (edit) => Store.change((stored) => void (stored.run && edit(stored.run)));

  /** A tab's page may ask before its errand is kept. @type {Promise<unknown>} */
  let beginning = Promise.resolve();

  /** @param {number} tab @param {Run["ended"]} why */
  const end = async (tab, why) => {
    const errand = await of(tab);
    if (!errand) return null;
    await drop(tab);
    if (isRun(errand)) await change((run) => void (run.ended = why));
    return errand;
  };

  /** Back to where a run was begun, or to its results. @param {number} tab @param {Errand} errand */
  const leave = async (tab, { back }) => {
    if (typeof back === "number") await Errands.back(tab, back);
    else await api.tabs.update(tab, { url: api.runtime.getURL(POPUP) });
  };

  return Object.freeze({
    /** @param {number} tab the page in it is where the person clicked @param {string} setting @param {string} from its address */
    async fromPage(tab, setting, from) {
      await keep(tab, { want: "off", settings: [setting], total: 1, at: Date.now(), page: null, used: false, via: [from], back: from });
    },

    /**
     * Opens a tab for what the person asked for in one of Untick's pages.
     * @param {"look" | "off"} want @param {string[]} settings
     * @param {chrome.tabs.Tab | undefined} opener the tab that holds Untick's page, none for a popup
     */
    begin(want, settings, opener) {
      const url = site.origin + pathsOf(settings[0])[0];
      const begun = beginning.catch(() => {}).then(async () => {
        const errand = { want, settings, total: settings.length, at: Date.now(), page: null, used: false, via: [], back: opener?.id ?? null };
        if (isRun(errand)) {
          await Errands.stopRun();
          await Store.change((stored) => void (stored.run = { want, settings, outcomes: {}, at: Date.now(), ended: null }));
        }
        const tab = await api.tabs.create({ url });
        await keep(/** @type {number} */ (tab.id), errand);
      });
      beginning = begun;
      return begun;
    },

    /**
     * What a page that has just been reached is to do, if anything.
     * @param {Tab} where
     * @param {{path: string, page: number, came: string | null, owes: string | undefined}} at came: the address before, "" where the site hides it, null where it was none of the site's; owes: the setting whose press awaits its proof in this tab
     * @returns {Promise<Errand | null>}
     */
    async take(where, { path, page, came, owes }) {
      const tab = where.id;
      await beginning.catch(() => {});
      const errand = await of(tab);
      if (!errand || errand.settings[0] === owes) return errand;
      const [setting] = errand.settings;
      const paths = pathsOf(setting);
      // From another site only as the first step of a new tab: else the person has been elsewhere.
      const isOnTheWay = came === null ? errand.via.length === 0 : came === "" || isSignIn(came) || [...errand.via, ...paths].includes(came);
      if (!isRecent(errand) || !isOnTheWay) {
        await end(tab, isOnTheWay ? "silent" : "stopped");
        return null;
      }
      if (isSignIn(path)) {
        await keep(tab, { ...errand, via: [...errand.via, path] });
        if (isRun(errand)) await change((run) => void (run.ended = "signed-out"));
        return errand;
      }
      if (errand.page !== null && errand.page !== page) {
        await end(tab, "stopped");
        return null;
      }
      if (!paths.includes(path)) {
        // The site has sent the tab elsewhere: the setting is not where it was.
        await Proofs.missed(where, setting, "absent");
        await Errands.progress(tab, setting, "absent", path);
        return null;
      }
      const taken = { ...errand, page };
      await keep(tab, taken);
      return taken;
    },

    /** @param {number} tab @param {string} setting @returns {Promise<boolean>} whether its switch may be pressed now: once */
    async claim(tab, setting) {
      const errand = await of(tab);
      if (!errand || errand.used || errand.want !== "off" || errand.settings[0] !== setting || !isRecent(errand)) return false;
      await keep(tab, { ...errand, used: true });
      return true;
    },

    /** @param {number} tab @param {string} setting @param {Outcome} outcome what the look or the press came to @param {string[]} at the page on which it ended */
    async progress(tab, setting, outcome, ...at) {
      const errand = await of(tab);
      if (!errand || errand.settings[0] !== setting || (errand.want === "off" && outcome === "on")) return;
      const [, ...settings] = errand.settings;
      if (!isRun(errand)) return drop(tab);
      const now = Date.now();
      await change((run) => {
        run.outcomes[setting] = outcome;
        run.at = now;
        run.ended = settings.length > 0 ? null : "done";
      });
      if (settings.length === 0) {
        await drop(tab);
        return leave(tab, errand);
      }
      await keep(tab, { ...errand, settings, at: now, page: null, used: false, via: [...pathsOf(setting), ...at] });
      await api.tabs.update(tab, { url: site.origin + pathsOf(settings[0])[0] });
    },

    /** At the person's word. @param {number} tab */
    async stop(tab) {
      const errand = await end(tab, "stopped");
      // A press that awaits its proof keeps its page.
      if (errand && isRun(errand) && !(await Proofs.of(tab))) await leave(tab, errand);
    },

    /** Stops the run that is under way, in whichever tab it is. */
    async stopRun() {
      const session = await api.storage.session.get();
      const tabs = Object.entries(session).filter(([key, errand]) => key.startsWith("errand-") && Store.isErrand(errand) && isRun(errand));
      for (const [key] of tabs) await Errands.stop(Number(key.slice("errand-".length)));
    },

    /** @param {number} tab to be closed @param {number} to the tab that the person came from */
    async back(tab, to) {
      await api.tabs.update(to, { active: true }).catch(() => {}); // closed meanwhile
      await api.tabs.remove(tab);
    },

    /** @param {number} tab */
    closed: (tab) => end(tab, "closed"),

    /** Discarded by Chromium, a tab gets another number. @param {number} to @param {number} from */
    async moved(to, from) {
      const errand = await of(from);
      if (errand) await keep(to, errand);
      await drop(from);
    },
  });
})();
