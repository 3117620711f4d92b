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
  const REVIVALS = 20; // times that a removed host is put back; then the page has its way

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

  return Object.freeze({
    /**
     * Puts the banner into the page, in its top layer, out of the reach of the page's styles.
     * @param {(action: Action) => void} act called for a person's own click or key, never for a script's
     * @returns {{show: (view: View) => void, ring: (targets: Element[]) => void, place: () => void, end: () => void}} place: for when the layout is done
     */
    create(act) {
      const host = Dom.create("div");
      const root = host.attachShadow({ mode: "closed" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];

      const title = make("p", { class: "title", role: "status" });
      const content = make("div", { class: "content" });
      const dismiss = make("button", { type: "button", class: "close", "data-action": "dismiss", "aria-label": Locale.say("action_dismiss") });
      const mark = make("span", { class: "mark", "aria-hidden": "true" });
      const card = make("section", { "data-part": "banner", popover: "manual", "aria-label": "Untick", lang: Locale.tag(), dir: Locale.direction(), "data-scheme": scheme() });
      const head = make("div", { class: "head" }, mark, title, dismiss);
      const inner = make("div", { class: "inner" }, head, content);
      card.append(inner);
      root.append(card);

      let isCoated = false; // whether it has the page's colours, as they were at its last change
      let open = false;
      /** @type {View | undefined} */
      let current;

      /** @param {View} view */
      const draw = (view) => {
        const focused = root.activeElement?.getAttribute("data-action");
        card.dataset.state = view.state;
        isCoated = false;
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
        const same = focused ? (root.querySelector(`[data-action="${focused}"]`) ?? dismiss) : null;
        if (same instanceof HTMLElement) same.focus({ preventScroll: true });
      };

      /** @param {Event} event @returns {Element | null} the inner element: the event itself names only the host */
      const hit = (event) => {
        const original = /** @type {any} */ (event).originalTarget;
        if (original instanceof Element && original !== host) return original;
        const aimed = event instanceof MouseEvent && event.detail > 0 ? root.elementFromPoint(event.clientX, event.clientY) : null;
        return aimed ?? root.activeElement;
      };

      /** @param {Event} event */
      const handle = (event) => {
        if (event instanceof KeyboardEvent && event.type === "keydown" && event.key === "Escape") act("dismiss");
        if (event.type !== "click") return;
        const action = /** @type {Action | undefined} */ (hit(event)?.closest("[data-action]")?.getAttribute("data-action"));
        if (action === "details" && current) {
          open = !open;
          draw(current);
        } else if (action) act(action);
      };

      let size = { width: 0, height: 0 };
      /** @type {Box[]} */
      let switches = [];
      /** @param {Box[]} boxes moves the banner to the first corner where it covers no switch, and cuts its height to what is free there */
      const clear = (boxes) => {
        switches = boxes;
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
        card.dataset.corner = corner;
        card.style.maxHeight = `${height}px`;
      };

      // Told the size, not asking for it: that would force a layout.
      const sized = new ResizeObserver(([entry]) => {
        const { inlineSize, blockSize } = entry.borderBoxSize[0];
        size = { width: inlineSize, height: blockSize };
        clear(switches);
      });
      sized.observe(inner);
      const rings = Ring.create(root, clear);
      // Left behind by the extension as it was before an update.
      const left = Dom.queryAll(document, "html > div").map((node) => ({ node, root: Dom.shadow(node) }));
      for (const { node, root } of left) if (root && Dom.query(root, '[data-part="banner"]')) node.remove();
      let revivals = 0;
      const present = () => {
        const html = Dom.html();
        if (host.parentNode !== html && revivals < REVIVALS) {
          revivals += 1;
          html.append(host);
        }
        if (host.isConnected && !card.matches(":popover-open")) card.showPopover();
      };
      const keeper = new MutationObserver(present);
      keeper.observe(Dom.html(), { childList: true });
      Guard.protect(host, handle);

      let isDrawn = false;
      /** What stands in a live region when it comes is not read out: it comes empty, and is filled a frame later. */
      const fill = () => {
        if (isDrawn || !current) return;
        isDrawn = true;
        draw(current);
      };

      return {
        show(view) {
          current = view;
          present();
          if (isDrawn) draw(view);
          else if (Dom.isHidden()) fill();
          else {
            requestAnimationFrame(fill);
            setTimeout(fill, NO_FRAME);
          }
        },
        ring: (targets) => rings.show(targets),
        place() {
          rings.check();
          if (!isCoated) card.dataset.scheme = scheme();
          isCoated = true;
        },
        end() {
          keeper.disconnect();
          sized.disconnect();
          rings.end();
          Guard.release();
          host.remove();
        },
      };
    },
  });
})();
