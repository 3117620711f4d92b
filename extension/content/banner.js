"use strict";
// The banner: one closed root on one element without attributes, which a page cannot read or press.

/**
 * @typedef {"turn-off" | "show" | "open" | "undo" | "retry" | "back" | "details" | "receipt" | "letter" | "dismiss" | "stop"} Action
 * @typedef {object} View what the banner shows
 * @property {string} state one of the contract's `data-state` names
 * @property {string} [looks] the state that the picture beside the title shows, where it is another one
 * @property {string} title
 * @property {string[]} [body] paragraphs
 * @property {{text: string, done: boolean}[]} [steps] of what is under way
 * @property {Action[]} [actions] the first is the main one, unless it is one of QUIET
 * @property {boolean} [folds] whether the details can be folded out
 * @property {{done: number, total: number}} [progress] of a check-up that this page is one step of
 */

const Banner = (() => {
  const CORNERS = ["bottom-end", "top-end", "bottom-start", "top-start"];
  const MARGIN = 12; // CSS pixels that stay free round the banner
  const LEAST = 260; // CSS pixels of height with which a longer banner can be read by scrolling
  const QUIET = ["undo", "stop", "receipt"]; // actions that are never the main one
  const NO_FRAME = 100; // ms after which no frame comes, as in a window that is covered
  const LOWEST = 120; // CSS pixels of height below which it steps aside for a dialog of the page
  const SAMPLES = [[0.5, 0.5], [0.05, 0.05], [0.95, 0.95], [0.95, 0.05], [0.05, 0.95]]; // shares of its size at which it looks for a dialog beneath
  const RENEWALS = 20; // times that it is drawn anew after the page had its hands on it

  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} name @param {Record<string, string>} [attributes] @param {(Node | string)[]} children
   * @returns {HTMLElementTagNameMap[K]}
   */
  const make = (name, attributes = {}, ...children) => {
    const element = Dom.create(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  /** @returns {HTMLElement} what the details fold out: facts, each from the site's own texts */
  const details = () => {
    const list = (/** @type {string} */ title, /** @type {string[]} */ keys) => [
      make("h3", {}, Locale.say(title)),
      make("ul", {}, ...keys.map((key) => make("li", {}, Locale.say(key)))),
    ];
    const form = make("a", { href: SITES[0].addresses.objection, target: "_blank", rel: "noopener noreferrer" }, Locale.say("objection_link"));
    return make(
      "div",
      { class: "details", id: "details" },
      ...list("used_title", ["used_profile", "used_content", "used_groups", "used_resume"]),
      ...list("unused_title", ["unused_messages", "unused_accounts", "unused_minors"]),
      ...list("limits_title", ["limits_past", "limits_models", "limits_uk"]),
      make("p", {}, form),
    );
  };

  /** @param {{done: number, total: number}} progress @returns {HTMLElement} */
  const progress = ({ done, total }) => {
    const text = Locale.say("checkup_progress", { done: done + 1, total });
    return make("div", { "data-part": "progress" }, make("progress", { value: String(done), max: String(total), "aria-label": text }), make("span", {}, text));
  };

  /** @returns {"light" | "dark"} as the page is drawn, which may differ from the system */
  const scheme = () => {
    const body = Dom.body();
    const [red, green, blue, alpha = "1"] = (body ? getComputedStyle(body).backgroundColor : "").match(/[\d.]+/g) ?? [];
    if (blue === undefined || alpha === "0") return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    return 0.3 * Number(red) + 0.6 * Number(green) + 0.1 * Number(blue) < 110 ? "dark" : "light";
  };

  /**
   * One banner, for as long as the page leaves it alone.
   * @param {(action: Action) => void} act
   * @param {() => void} broken
   */
  const build = (act, broken) => {
    const title = make("p", { class: "title", role: "status" });
    const content = make("div", { class: "content" });
    const dismiss = make("button", { type: "button", class: "close", "data-action": "dismiss", "aria-label": Locale.say("action_dismiss") });
    const mark = make("span", { class: "mark", "aria-hidden": "true" });
    const card = make("section", { "data-part": "banner", popover: "manual", "aria-label": "Untick", lang: Locale.tag(), dir: Locale.direction(), "data-scheme": scheme() });
    const head = make("div", { class: "head" }, mark, title, dismiss);
    const inner = make("div", { class: "inner" }, head, content);
    card.append(inner);

    let isCoated = false; // whether it has the page's colours, as they were at its last change
    let open = false;
    /** @type {View | undefined} */
    let current;
    const host = Host.create(card, {
      click(button) {
        const action = /** @type {Action} */ (button.getAttribute("data-action"));
        if (action === "details" && current) {
          open = !open;
          draw(current);
        } else act(action);
      },
      escape: () => act("dismiss"),
      broken,
    });

    /** @param {View} view */
    const draw = (view) => {
      const focused = host.root.activeElement?.getAttribute("data-action");
      isCoated = false;
      host.edit(() => fillIn(view));
      const same = focused ? (card.querySelector(`[data-action="${focused}"]`) ?? dismiss) : null;
      if (same instanceof HTMLElement) host.refocus(same);
    };
    /** @param {View} view */
    const fillIn = (view) => {
      card.dataset.state = view.state;
      head.dataset.state = view.looks ?? view.state;
      if (title.textContent !== view.title) title.textContent = view.title;
      const actions = (view.actions ?? []).map((action, index) =>
        make("button", { type: "button", "data-action": action, ...(index === 0 && !QUIET.includes(action) ? { class: "main" } : {}) }, Locale.say(`action_${action.replace("-", "_")}`)),
      );
      const fold = make("button", { type: "button", class: "fold", "data-action": "details", "aria-expanded": String(open) }, Locale.say("action_details"));
      content.replaceChildren(
        ...(view.progress ? [progress(view.progress)] : []),
        ...(view.body ?? []).map((text) => make("p", {}, text)),
        ...(view.steps ? [make("ol", { class: "steps" }, ...view.steps.map(({ text, done }) => make("li", { class: done ? "done" : "" }, text)))] : []),
        ...(actions.length > 0 || view.folds ? [make("div", { class: "actions" }, ...actions, ...(view.folds ? [fold] : []))] : []),
        ...(view.folds && open ? [details()] : []),
      );
    };

    let size = { width: 0, height: 0 };
    /** @type {Box[]} */
    let switches = [];
    /** Of the page, which the banner must not hide. @type {Set<Element>} */
    const dialogs = new Set();
    /** @type {Box[]} */
    let dialogBoxes = [];
    let beats = 0;
    /** Moves the banner to the first corner where it covers no switch and no dialog, and cuts its height to what is free there. */
    const clear = () => {
      const boxes = [...switches, ...dialogBoxes];
      const width = size.width + 2 * MARGIN;
      const enough = Math.min(size.height, LEAST);
      const corners = CORNERS.map((corner) => {
        const atRight = corner.endsWith("end") === (Locale.direction() === "ltr");
        const [left, right] = atRight ? [innerWidth - width, innerWidth] : [0, width];
        const beside = boxes.filter((box) => box.left + box.width + MARGIN > left && box.left - MARGIN < right);
        const free = corner.startsWith("top")
          ? Math.min(innerHeight, ...beside.map((box) => box.top))
          : innerHeight - Math.max(0, ...beside.map((box) => box.top + box.height));
        return { corner, height: free - 2 * MARGIN };
      });
      const roomiest = corners.reduce((best, next) => (next.height > best.height ? next : best));
      const { corner, height } = corners.find((one) => one.height >= enough) ?? roomiest;
      host.edit(() => {
        card.dataset.corner = corner;
        card.style.maxHeight = `${height}px`;
        card.style.visibility = dialogBoxes.length > 0 && height < Math.min(size.height, LOWEST) ? "hidden" : "";
      });
    };
    /** Asks for boxes: only for when the layout is done. */
    const heed = () => {
      const { left, top, width, height } = card.getBoundingClientRect();
      // One place at a time: to ask what lies there is dear.
      const [x, y] = SAMPLES[beats % SAMPLES.length];
      beats += 1;
      const under = Layers.at(left + x * width, top + y * height, host.root.host);
      const dialog = under && Dom.dialog(under);
      if (dialog) dialogs.add(dialog);
      for (const one of dialogs) if (!Dom.isConnected(one) || !Dom.isRendered(one)) dialogs.delete(one);
      const boxes = [...dialogs].map(Dom.rect).filter((box) => box.width > 0 && box.height > 0);
      const isSame = boxes.length === dialogBoxes.length && boxes.every((box, at) => ["left", "top", "width", "height"].every((side) => Reflect.get(box, side) === Reflect.get(dialogBoxes[at], side)));
      dialogBoxes = boxes;
      if (!isSame) clear();
    };

    // Told the size, not asking for it: that would force a layout.
    const sized = new ResizeObserver(([entry]) => {
      const { inlineSize, blockSize } = entry.borderBoxSize[0];
      size = { width: inlineSize, height: blockSize };
      clear();
    });
    sized.observe(inner);
    const rings = Ring.create(host.root, (boxes) => {
      switches = boxes;
      clear();
    });

    let isDrawn = false;
    /** What stands in a live region when it comes is not read out: it comes empty, and is filled a frame later. */
    const fill = () => {
      if (isDrawn || !current) return;
      isDrawn = true;
      draw(current);
    };

    return {
      /** @param {View} view */
      show(view) {
        current = view;
        host.present();
        if (isDrawn) draw(view);
        else if (Dom.isHidden()) fill();
        else {
          requestAnimationFrame(fill);
          setTimeout(fill, NO_FRAME);
        }
      },
      /** @param {Element[]} targets */
      ring: (targets) => rings.show(targets),
      place() {
        rings.check();
        heed();
        if (!isCoated) host.edit(() => void (card.dataset.scheme = scheme()));
        isCoated = true;
      },
      end() {
        sized.disconnect();
        rings.end();
        host.end();
      },
    };
  };

  return Object.freeze({
    /**
     * Puts the banner into the page, in its top layer, out of the reach of the page's styles.
     * @param {(action: Action) => void} act called for a person's own click or key, never for a script's
     * @returns {{show: (view: View) => void, ring: (targets: Element[]) => void, place: () => void, end: () => void}} place: for when the layout is done
     */
    create(act) {
      /** @type {View | undefined} */
      let shown;
      /** @type {Element[]} */
      let ringed = [];
      let renewals = 0;
      const broken = () => {
        one.end();
        renewals += 1;
        if (renewals > RENEWALS || !shown) return;
        one = build(act, broken);
        one.show(shown);
        one.ring(ringed);
      };
      let one = build(act, broken);
      return {
        show(view) {
          shown = view;
          one.show(view);
        },
        ring(targets) {
          ringed = targets;
          one.ring(targets);
        },
        place: () => one.place(),
        end: () => one.end(),
      };
    },
  });
})();
