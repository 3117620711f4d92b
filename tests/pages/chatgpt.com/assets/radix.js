/** Dialogs, menus and switches as Radix draws them: portals, a focus trap, all else hidden and not to be clicked. */

let made = 0;

/**
 * @param {string} tag
 * @param {Record<string, unknown>} props as React takes them: attributes, or listeners by on…
 * @param {(Node | string)[]} children
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2).toLowerCase(), /** @type {EventListener} */ (value));
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/** The dialogs that are open, the topmost last. @type {{ portal: HTMLElement, content: HTMLElement, close: () => void }[]} */
const layers = [];

/** All but the topmost dialog is hidden from readers, and takes no pointer. */
function settle() {
  const top = layers.at(-1);
  document.body.style.pointerEvents = top ? "none" : "";
  for (const child of document.body.children) {
    if (child.tagName === "SCRIPT" || child.hasAttribute("data-radix-focus-guard")) continue;
    const isHidden = top !== undefined && child !== top.portal;
    for (const name of ["aria-hidden", "data-aria-hidden"]) {
      if (isHidden) child.setAttribute(name, "true");
      else child.removeAttribute(name);
    }
  }
  for (const { content } of layers) content.style.pointerEvents = content === top?.content ? "auto" : "none";
}

/**
 * @param {{ title: string, wide?: boolean, role?: string, closed?: () => void }} how
 * @param {(Node | string)[]} children
 */
export function openDialog({ title, wide = false, role = "dialog", closed }, ...children) {
  made += 1;
  const id = `radix-:r${made}:`;
  const content = h(
    "div",
    { role, id, tabindex: "-1", "data-state": "open", class: `sheet ${wide ? "wide" : ""}`, "aria-labelledby": `${id}-title`, "aria-describedby": `${id}-text` },
    h("h2", { id: `${id}-title`, class: "heading" }, title),
    ...children,
  );
  const overlay = h("div", { "data-state": "open", class: "overlay", "aria-hidden": "true" });
  const portal = h("div", { "data-radix-portal": true }, overlay, content);
  const before = document.activeElement;
  const layer = {
    portal,
    content,
    close() {
      const at = layers.indexOf(layer);
      if (at < 0) return;
      layers.splice(at, 1);
      portal.remove();
      settle();
      if (before instanceof HTMLElement) before.focus();
      closed?.();
    },
  };
  layers.push(layer);
  document.body.append(portal);
  settle();
  content.focus();
  return layer;
}

for (const place of ["afterbegin", "beforeend"])
  document.body.insertAdjacentElement(place, h("span", { "data-radix-focus-guard": true, tabindex: "0", style: "position:fixed;opacity:0;outline:none;pointer-events:none" }));

document.addEventListener("focusin", ({ target }) => {
  const top = layers.at(-1);
  if (top && target instanceof Node && !top.content.contains(target)) top.content.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") layers.at(-1)?.close();
});
document.addEventListener("pointerdown", ({ target }) => {
  const top = layers.at(-1);
  if (top && target instanceof Node && !top.content.contains(target)) top.close();
});

/** @param {Record<string, unknown>} props @param {(isOn: boolean) => void} change */
export function toggle(props, isOn, change) {
  const thumb = h("span", {});
  const button = h("button", { type: "button", role: "switch", class: "switch", ...props, onClick: () => change(button.getAttribute("aria-checked") !== "true") }, thumb);
  /** @param {boolean} now */
  button.show = (now) => {
    button.setAttribute("aria-checked", String(now));
    for (const part of [button, thumb]) part.setAttribute("data-state", now ? "checked" : "unchecked");
  };
  button.show(isOn);
  return button;
}
