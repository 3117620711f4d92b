/**
 * On settings and sign-in pages: where the person is, what they asked for, and which part of the engine that
 * is for.
 */

import { WORDED_SITES } from "#data/worded-sites";
import type { Site, WordedSite } from "../core/site.ts";
import { isBelow, isKnownElse, pageOf, pathOf, settingOf } from "../core/site.ts";
import { about, createLocale } from "../shared/locale.ts";
import type { FromSite, PageContext, Withdrawn } from "../shared/messages.ts";
import { bridge } from "./bridge.ts";
import * as dom from "./dom.ts";
import { cameBack } from "./doubts.ts";
import { createOpener } from "./opener.ts";
import { startOtherPage } from "./other-page.ts";
import { isPressing } from "./pressing.ts";
import { createSend } from "./send.ts";
import { startSettingsPage } from "./settings-page.ts";

/** Whether Chromium draws this page before the person has asked for it. */
const readPrerendering = Object.getOwnPropertyDescriptor(Document.prototype, "prerendering")?.get;
const isPrerendering = (): boolean => readPrerendering?.call(document) === true;

const SAVED = 2500; // ms in which a save that is on its way has come to its site
const WISH = 2000; // ms from a press or a key of the person's in which going elsewhere may be their wish

/** Whether a sign-in page stands in the way to a settings page. */
const isOnTheWay = ({ addresses }: Site, { verification, job }: PageContext): boolean =>
  verification !== null ||
  job !== null ||
  addresses.settings.some((prefix) =>
    [prefix, encodeURIComponent(prefix)].some((part) => location.search.includes(part)),
  );

const start = (site: WordedSite): void => {
  const { api, shield } = bridge();
  const wasPrerendered = isPrerendering();
  // Put into a page that stood already, the engine has not seen how its switches were drawn.
  let isWatched = dom.readyState() === "loading" && !wasPrerendered;
  let leaving = new AbortController();
  // Outside of the settings the engine is started only where a job, or a proof, has been sent there.
  let isAsked = true;
  let isWithdrawn = false;
  let isReloaded = false; // whether this document came as Untick had the page loaded anew

  let touchedAt = Number.NEGATIVE_INFINITY;
  // One that comes late has not heard what was pressed before.
  let pressedAt = navigator.userActivation.hasBeenActive ? 0 : Number.POSITIVE_INFINITY;
  const touched = (event: UIEvent): void => {
    const { isTrusted, target } = event;
    if (!isTrusted) return;
    touchedAt = performance.now();
    // What stands beside the body is the banner.
    const isOwn = target !== dom.body() && dom.parent(target as Node) === dom.html();
    if (!isOwn && isPressing(event)) pressedAt = Math.min(pressedAt, touchedAt);
  };
  const isWished = (): boolean => performance.now() - touchedAt < WISH;
  const heedPerson = (): void => {
    for (const type of ["pointerdown", "keydown"] as const)
      window.addEventListener(type, touched, { capture: true, passive: true });
  };

  /** Once there is no background, this page goes quiet. */
  const send = createSend<FromSite>(() => leaving.abort());

  /**
   * @param came the address of the site before this one; null where there was none, "" where it is not known
   * @param isRedirect whether the site has put it in the place of that
   */
  const enter = async (came: string | null, isRedirect: boolean): Promise<void> => {
    if (isPrerendering()) {
      const shown = () => void enter(came, isRedirect);
      window.addEventListener("prerenderingchange", shown, { capture: true, once: true });
      return;
    }
    leaving.abort();
    if (isWithdrawn) return;
    leaving = new AbortController();
    const { signal } = leaving;
    const path = pathOf(site, location);
    const isSignIn = isBelow(site.addresses.signIn, location);
    const isSettings = isBelow(site.addresses.settings, location);
    if (!isSignIn && !isSettings && !isAsked) return;
    const page = performance.timeOrigin;
    const opened = { type: "page-opened", path, page, came, isRedirect } as const;
    const context = (await send(opened)) as PageContext | undefined;
    if (!context || signal.aborted) return;
    isAsked = context.verification !== null || context.job !== null;

    const asked = context.verification?.setting ?? context.job?.settings[0];
    const isThis = (one: Site["settings"][number]) =>
      one.id === asked && (isSignIn || !isKnownElse(site, one, path));
    const setting = site.settings.find(isThis) ?? settingOf(site, site.primary);
    const verification = context.verification?.setting === setting.id ? context.verification : null;
    const job = context.job?.settings[0] === setting.id ? context.job : null;
    const isElse = isKnownElse(site, setting, path);
    const hasDialog = setting.open !== undefined;
    // On a visit its dialog is not opened: then the page is one that leads to it.
    const isOwn = setting.paths.includes(path) && !hasDialog;
    const isHere = isOwn || (!isElse && (verification !== null || job !== null));
    isReloaded ||= context.isReloaded;
    // Drawn before the press, or with what Firefox kept of its fields: only a fresh page proves anything.
    const isStale = wasPrerendered || (!isReloaded && (bridge().leaksRoots || cameBack()));
    const { messages, tag, direction } = context;
    const locale = about(createLocale(messages, tag, direction), site.name);
    const asks = { ...context, verification, job };
    const again = () => void enter("", false);
    const opener = hasDialog && !isSignIn ? createOpener(site, setting, path, signal) : null;
    // Led away from the page of the press before it could be loaded anew: back there once, for the proof.
    if (verification?.page === page && isRedirect && isElse) {
      const back = () => signal.aborted || location.assign(verification.address);
      setTimeout(back, verification.saved ? 0 : SAVED);
      return;
    }
    // Pressed in a list, in a row that is closed again on the fresh page: its own page is to prove it.
    const isFresh = verification !== null && verification.page !== page;
    if (isFresh && !verification.back && isElse && verification.address === location.origin + path) {
      await send({ type: "keep-verification", verification: { ...verification, back: path } });
      if (!signal.aborted) location.assign(pageOf(site, setting, path));
      return;
    }
    const place = { site, setting, path, isSignIn, isStale, isReloaded };
    const entry = {
      ...place,
      pressedAt: () => pressedAt,
      context: asks,
      locale,
      send,
      opener,
      again,
      leaving,
    };
    if (isHere || (isSignIn && isOnTheWay(site, context))) {
      startSettingsPage(entry, isWatched, opener ? again : undefined);
      isWatched = false;
      return;
    }
    if (isSignIn || !isSettings) return;
    const isAnothers = !hasDialog && site.settings.some(({ paths }) => paths.includes(path));
    startOtherPage(entry, isAnothers ? null : () => startSettingsPage(entry, false, again));
  };

  api.runtime.onMessage.addListener((message: Withdrawn) => {
    if (message.type !== "withdrawn" || !message.origins.includes(site.origin)) return;
    isWithdrawn = true;
    leaving.abort();
    bridge().hasEngine = false; // another may be started once Untick may see the site again
  });
  let current = pathOf(site, location);
  navigation.addEventListener("currententrychange", ({ navigationType }) => {
    const came = current;
    current = pathOf(site, location);
    // A router may add where it leads to; who goes back has pressed nothing in the page.
    const isSent = navigationType === "replace" || (navigationType === "push" && !isWished());
    if (current !== came) void enter(came, isSent);
  });
  navigation.addEventListener("navigate", ({ navigationType, destination, userInitiated }) => {
    const isSent = navigationType === "push" && !userInitiated && !isWished();
    if (isAsked && isSent && !destination.sameDocument) void send({ type: "sent-on" });
  });
  heedPerson();
  // A page out of the back/forward cache shows what was true when it was left.
  const restored = (event: PageTransitionEvent): void => {
    const { settings, signIn } = site.addresses;
    if (!event.persisted || !isBelow([...settings, ...signIn], location)) return;
    void send({ type: "reload", page: performance.timeOrigin });
  };
  window.addEventListener("pageshow", restored);
  // A document written anew (document.open) has lost every listener of its window: it is entered anew.
  let html: HTMLElement | null = dom.html();
  const rewritten = (): void => {
    const root: HTMLElement | null = dom.html();
    const isAnother = html !== null && root !== null && root !== html;
    html = root ?? html;
    if (!isAnother) return;
    shield.renew();
    heedPerson();
    window.addEventListener("pageshow", restored);
    void enter("", false);
  };
  new MutationObserver(rewritten).observe(document, { childList: true });
  const { activation } = navigation;
  const from = activation?.from;
  void enter(
    from ? (from.url ? pathOf(site, new URL(from.url)) : "") : null,
    activation?.navigationType === "replace",
  );
};

const here = WORDED_SITES.find(({ origin }) => origin === location.origin);
if (here && !bridge().hasEngine) {
  bridge().hasEngine = true;
  bridge().sites = WORDED_SITES;
  start(here);
}
