"use strict";
// The wiring: where the person is, what they asked for, and which part of the engine that is for.

(() => {
  const site = /** @type {Site} */ (SITES.find(({ origin }) => origin === location.origin));
  const [first] = site.settings;
  // Put into a page that stood already, the engine has not seen how its switches were drawn.
  // Nor has it in one that Chromium has drawn before the person asked for it.
  const prerendering = Object.getOwnPropertyDescriptor(Document.prototype, "prerendering")?.get;
  const isAhead = () => prerendering?.call(document) === true;
  const wasAhead = isAhead();
  let watched = Dom.readyState() === "loading" && !wasAhead;
  let leaving = new AbortController();

  /**
   * Asks the background. Once the extension was updated or removed there is none, and this page goes quiet.
   * @param {FromSite} message @returns {Promise<any>}
   */
  const tell = async (message) => {
    for (const wait of [100, 400, 1_600, 0]) {
      try {
        return await api.runtime.sendMessage(message);
      } catch {
        if (!api.runtime?.id) break;
        // The browser may still be starting the background: tabs of the last session are drawn before it.
        await Save.pause(wait);
      }
    }
    leaving.abort();
    return undefined;
  };

  /** @param {string} pathname */
  const plain = (pathname) => pathname.replace(/\/+$/, "");
  /** @param {string[]} prefixes */
  const isBelow = (prefixes) => prefixes.some((prefix) => location.pathname.startsWith(prefix));
  /** @param {Hello} hello @returns {boolean} whether a sign-in page stands in the way to a settings page */
  const isOnTheWay = ({ pending, errand }) =>
    pending !== null || errand !== null || site.addresses.settings.some((prefix) => [prefix, encodeURIComponent(prefix)].some((part) => location.search.includes(part)));

  /** @param {string | null} came the address of the site before this one; null where there was none, "" where it is not known */
  const enter = async (came) => {
    if (isAhead()) return window.addEventListener("prerenderingchange", () => void enter(came), { capture: true, once: true });
    leaving.abort();
    leaving = new AbortController();
    const { signal } = leaving;
    const path = plain(location.pathname);
    const isSignIn = isBelow(site.addresses.sign_in);
    if (!isSignIn && !isBelow(site.addresses.settings)) return;
    const page = performance.timeOrigin;
    /** @type {Hello | undefined} */
    const hello = await tell({ type: "hello", path, page, came });
    if (!hello || signal.aborted) return;
    Locale.use(hello.language, hello.messages);
    const asked = hello.pending?.setting ?? hello.errand?.settings[0];
    const setting = site.settings.find(({ id, paths }) => id === asked && (isSignIn || paths.includes(path))) ?? first;
    const pending = hello.pending?.setting === setting.id ? hello.pending : null;
    const errand = hello.errand?.settings[0] === setting.id ? hello.errand : null;
    const isHere = setting.paths.includes(path);
    // Drawn before the press: only a fresh page proves anything.
    if (isHere && wasAhead && pending && pending.page !== page) return location.reload();
    const wiring = { site, setting, path, isSignIn, hello: { ...hello, pending, errand }, tell, leaving };
    if (isHere || (isSignIn && isOnTheWay(hello))) {
      Attend.start(wiring, watched);
      watched = false;
    } else if (!isSignIn) Elsewhere.start(wiring);
  };

  let here = plain(location.pathname);
  navigation.addEventListener("currententrychange", () => {
    const came = here;
    here = plain(location.pathname);
    if (here !== came) void enter(came);
  });
  // A page out of the back/forward cache shows what was true when it was left.
  const restored = (/** @type {PageTransitionEvent} */ event) => {
    if (event.persisted && isBelow([...site.addresses.settings, ...site.addresses.sign_in])) location.reload();
  };
  window.addEventListener("pageshow", restored);
  // A document written anew (document.open) has lost every listener of its window: it is entered anew.
  let html = Dom.html();
  const rewritten = () => {
    const isAnother = html !== null && Dom.html() !== null && Dom.html() !== html;
    html = Dom.html() ?? html;
    if (!isAnother) return;
    Guard.raise();
    window.addEventListener("pageshow", restored);
    void enter("");
  };
  new MutationObserver(rewritten).observe(document, { childList: true });
  const from = navigation.activation?.from;
  void enter(from ? plain(from.url ? new URL(from.url).pathname : "") : null);
})();
