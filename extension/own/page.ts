/** Runs each of Untick's own pages: keeps all that it is drawn from, and does what its controls are for. */

import type { VNode } from "snabbdom";
import { h } from "snabbdom";
import { knownIn, saidIn } from "../core/jars.ts";
import type { Checkup, Known, Options, Said } from "../core/schemas.ts";
import type { Place } from "../shared/jars.ts";
import { placeOf } from "../shared/jars.ts";
import { languageOf, loadMessages, speak } from "../shared/languages.ts";
import type { Locale } from "../shared/locale.ts";
import { effective } from "../shared/options.ts";
import type { Kept } from "../shared/storage.ts";
import { isShown, read } from "../shared/storage.ts";
import { followWindow, keepFocus, patch } from "./html.ts";

/** What a page is drawn from, and what its controls call. */
export interface Page extends Kept {
  /** where it is used */
  readonly place: Place;
  /** what is known in that cookie jar … */
  readonly known: Readonly<Record<string, Known>>;
  /** what the person says to have done there */
  readonly said: Readonly<Record<string, Said>>;
  /** … and the last check-up, where it was made in that one */
  readonly run: Checkup | null;
  readonly options: Options;
  /** options that the organisation has set */
  readonly fixed: readonly string[];
  /** those of its values that could not be used */
  readonly wrong: readonly string[];
  readonly locale: Locale;
  /** the button that has been pressed once and asks once more */
  readonly armed: Press | null;
  press(event: MouseEvent, press: Press): void;
  disarm(): void;
  change(event: Event): void;
  /** Says what came of a press, with the next drawing. @param key of the message */
  announce(key: string): void;
}

export interface Press {
  readonly action: string;
  /** of the site, setting or receipt that it is about, "" for none */
  readonly id: string;
  /** whether it takes a second press */
  readonly asksTwice: boolean;
}

/** One of the pages. */
export interface Plan {
  /** message key */
  readonly title: string;
  readonly draw: (page: Page) => VNode[];
  /** in the line of the name */
  readonly beside?: (page: Page) => VNode[];
  /** what a press does, by the button's `data-action` */
  readonly actions: Readonly<Record<string, (page: Page, id: string) => unknown>>;
  readonly change?: (page: Page, control: HTMLInputElement | HTMLSelectElement) => unknown;
  /** ms after which it is to be drawn again though nothing has changed */
  readonly redrawAfter?: (page: Page) => number | null;
}

const ANNOUNCED = 8000; // ms for which it is said what came of a press

/** Whether both are presses of one button. */
export const isSame = (one: Press | null, { action, id }: Press): boolean =>
  one?.action === action && one.id === id;

/** Draws a page, again whenever what is kept has changed, and by what it gives where something else has. */
export const startPage = async (plan: Plan): Promise<() => void> => {
  let loaded: Omit<Page, "armed" | "press" | "disarm" | "change" | "announce">;
  let armed: Press | null = null;
  /** key of the message on what came of the last press, "" for none */
  let announced = "";
  let announcing = 0;
  let redrawing = 0;
  let drawn: Element | VNode = document.body;
  let refreshing: Promise<void> = Promise.resolve();
  const placing = chrome.tabs.getCurrent().then(placeOf);

  const load = async (): Promise<void> => {
    const [kept, place] = await Promise.all([read(), placing]);
    const { stored } = kept;
    const inForce = await effective(stored.options);
    loaded = {
      ...kept,
      place,
      known: knownIn(stored, place.jar),
      said: saidIn(stored, place.jar),
      run: (stored.run?.jar ?? null) === place.jar ? stored.run : null,
      ...inForce,
      locale: await speak(inForce.options),
    };
  };

  const pageOf = (): Page => ({ ...loaded, armed, press, disarm, change, announce });

  const draw = (): void => {
    const { locale } = loaded;
    const root = document.documentElement;
    root.lang = locale.tag;
    root.dir = locale.direction;
    document.title = locale.say(plan.title);
    const icon = h("img", { attrs: { src: "/icons/icon-48.png", alt: "" } });
    const brand = h("p.brand", [icon, "Untick", ...(plan.beside?.(pageOf()) ?? [])]);
    // There before anything is said in it: only a change is read out.
    const status = h("p", { attrs: { role: "status" } }, announced && locale.say(announced));
    drawn = patch(drawn, h("body", [h("header", [brand, status]), h("main", plan.draw(pageOf()))]));
  };

  const redraw = (): void => {
    keepFocus(draw);
    clearTimeout(redrawing);
    const wait = plan.redrawAfter?.(pageOf()) ?? null;
    if (wait !== null) redrawing = setTimeout(redraw, wait);
  };

  /** Reads and draws, in the order of the changes. */
  const refresh = (): Promise<void> => {
    const next = () => load().then(redraw);
    refreshing = refreshing.then(next, next);
    return refreshing;
  };

  const announce = (key: string): void => {
    announced = key;
  };

  /** Does what the person asked for; where that fails, says so. */
  const attempt = async (act: () => unknown): Promise<void> => {
    armed = null;
    announce("");
    clearTimeout(announcing);
    try {
      await act();
    } catch (error) {
      // biome-ignore lint/suspicious/noConsole: for who looks into it; the page says that it failed
      console.warn(error);
      announce("page_failed");
    }
    announcing = setTimeout(() => {
      announce("");
      redraw();
    }, ANNOUNCED);
    await refresh();
  };

  const press = (event: MouseEvent, wanted: Press): void => {
    // The second click of a double click is no second thought.
    if (event.detail > 1) return;
    if (!wanted.asksTwice || isSame(armed, wanted)) {
      void attempt(() => plan.actions[wanted.action]?.(pageOf(), wanted.id));
      return;
    }
    armed = wanted;
    // Firefox on a Mac gives no focus to what is clicked: it would stay armed wherever the person goes.
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
    redraw();
  };

  const disarm = (): void => {
    if (armed === null) return;
    armed = null;
    redraw();
  };

  const change = ({ currentTarget: control }: Event): void => {
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
      void attempt(() => plan.change?.(pageOf(), control));
  };

  followWindow();
  // Most want the browser's language: it comes while what is kept is read.
  void loadMessages(languageOf({ language: "auto" }));
  chrome.storage.onChanged.addListener((changes, area) => {
    if (isShown(changes, area)) void refresh();
  });
  await refresh();
  return redraw;
};
