/** The app: a chat, its menu, and the settings, which are a page or lie over the chat, by the address. */

import { h, openDialog, toggle } from "./radix.js";

const boot = window.__bootstrap;
const { words: w, scene } = boot;
const TABS = { general: "General", "data-controls": "DataControls", account: "Account" };
const wait = (/** @type {number} */ seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

/** What the account has, once it is loaded; until then everything is drawn as off. @type {Record<string, boolean> | null} */
let values = null;
/** @type {Set<() => void>} */
const shown = new Set();
const redraw = () => {
  for (const draw of shown) draw();
};

/** @param {string} path */
const api = (path, method = "GET") =>
  fetch(`/backend-api${path}`, { method, headers: { authorization: `Bearer ${boot.token}`, "content-type": "application/json" } });

/** @param {string} text */
function toast(text) {
  const made = h("div", { class: "toast", role: "alert" }, text);
  document.body.append(made);
  setTimeout(() => made.remove(), 4000);
}

/** A switch that is saved at once. @param {string} feature @param {string} hook @param {string} label */
function saved(feature, hook, label) {
  const button = toggle({ ...(hook && { "data-testid": hook }), ...(scene.locked && { disabled: true }), ...(scene.named && { "aria-label": label }) }, values?.[feature] ?? false, async (isOn) => {
    const before = values?.[feature];
    values = { ...values, [feature]: isOn };
    redraw();
    const answer = await api(`/settings/account_user_setting?feature=${feature}&value=${isOn}`, "PATCH").catch(() => null);
    if (answer?.ok) return;
    values = { ...values, [feature]: before };
    redraw();
    toast(w.failed);
  });
  shown.add(() => button.show(values?.[feature] ?? false));
  return h("div", { class: "row" }, h("div", {}, label), button);
}

function improve() {
  if (scene.modal === "dead") return;
  const done = h("button", { type: "button", class: "btn", onClick: () => layer.close() }, w.done);
  const rows = [saved("training_allowed", scene.hook, w.improve)];
  if (scene.audio) rows.push(saved("voice_training_allowed", "", w.audio));
  const layer = openDialog({ title: w.improve_title }, h("p", { class: "soft" }, w.improve_text), ...rows, done);
  if (scene.modal === "closes") setTimeout(() => layer.close(), 150);
}

/** @param {string} label @param {string} hook @param {string} text @param {() => void} press */
const line = (label, hook, text, press, danger = false) =>
  h("div", { class: "row" }, h("div", {}, label),
    h("button", { type: "button", class: `btn ${danger ? "danger" : ""}`, "data-testid": hook, onClick: press }, text));

/** What cannot be undone is asked first. @param {string} title @param {string} path */
function confirm(title, path) {
  const layer = openDialog({ title, role: "alertdialog" },
    h("button", { type: "button", class: "btn danger", "data-testid": "confirm-button", onClick: async () => {
      await api(path, "POST");
      layer.close();
    } }, w.confirm),
    h("button", { type: "button", class: "btn", onClick: () => layer.close() }, w.cancel));
}

function dataControls() {
  const word = h("span", { class: "soft" });
  const draw = () => {
    word.textContent = values && scene.word ? (values.training_allowed ? w.on : w.off) : "";
  };
  shown.add(draw);
  draw();
  const opener = (/** @type {string} */ hook) =>
    h("button", { type: "button", class: "row", "data-testid": hook, "aria-haspopup": "dialog", onClick: improve }, h("div", {}, w.improve), word);
  return [
    opener("improve-model-open-modal-button"),
    ...(scene.odd === "twice" ? [opener("improve-model-open-modal-button")] : []),
    saved("location_allowed", "location-toggle", w.location),
    line(w.shared, "shared-links-manage-button", w.manage, () => openDialog({ title: w.shared }, w.none)),
    line(w.export, "export-data-button", w.export_button, () => confirm(w.export, "/accounts/data_export")),
    line(w.delete_chats, "delete-all-chats-button", w.delete_all, () => confirm(w.delete_chats, "/conversations/delete_all"), true),
    line(w.delete_account, "delete-account-button", w.delete, () => confirm(w.delete_account, "/accounts/delete"), true),
  ];
}

/** The settings: their tabs and the one that is chosen. @param {string} tab @param {(tab: string) => void} choose */
function panel(tab, choose) {
  shown.clear();
  const content = tab === "data-controls" ? dataControls() : [h("div", { class: "row" }, w[tab.replace("-", "_")]), h("p", { class: "soft" }, w.nothing)];
  return h("div", { class: "panel", "data-orientation": "vertical" },
    h("div", { role: "tablist", "aria-orientation": "vertical", class: "tabs" },
      ...Object.keys(TABS).map((name) =>
        h("button", { type: "button", role: "tab", class: "tab", "aria-selected": String(name === tab), "data-state": name === tab ? "active" : "inactive", "data-testid": `${name}-tab`, onMousedown: () => choose(name) }, w[name.replace("-", "_")]))),
    h("div", { role: "tabpanel", class: "content", "data-state": "active" }, h("h3", {}, w[tab.replace("-", "_")]), ...content));
}

function menu() {
  const close = () => made.remove();
  const made = h("div", { role: "menu", class: "menu", "data-state": "open", "data-radix-menu-content": true },
    h("div", { role: "menuitem", tabindex: "-1", "data-testid": "settings-menu-item", onClick: () => {
      close();
      location.hash = "#settings/General";
    } }, w.settings),
    h("div", { role: "menuitem", tabindex: "-1", "data-testid": "log-out-menu-item", onClick: close }, w.log_out));
  document.body.append(made);
}

/** @param {Node[]} inside */
const frame = (...inside) =>
  h("div", { class: "app" },
    h("nav", { class: "sidebar", "aria-label": w.history }, h("a", { href: "/" }, w.new_chat),
      h("div", { role: "button", tabindex: "0", "data-testid": "accounts-profile-button", "aria-haspopup": "menu", onPointerdown: menu }, w.profile)),
    h("main", { id: "main" }, ...inside));

function login() {
  const next = new URLSearchParams(location.search).get("next") ?? "/";
  const enter = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await api("/accounts/login", "POST");
    location.assign(next);
  };
  return h("main", {}, h("form", { onSubmit: enter }, h("h1", {}, w.log_in),
    h("input", { class: "field", name: "email", type: "email", autocomplete: "username" }),
    h("input", { class: "field", name: "password", type: "password", autocomplete: "current-password" }),
    h("button", { type: "submit", class: "btn", "data-testid": "login-button" }, w.log_in)));
}

/** @type {ReturnType<typeof openDialog> | undefined} the settings over the chat */
let over;

function route() {
  const root = document.getElementById("root");
  const { pathname, hash } = location;
  const [, slug] = pathname.match(/^\/settings\/([\w-]+)/) ?? [];
  over?.close();
  over = undefined;
  if (pathname.startsWith("/auth/login")) root.replaceChildren(login());
  else if (slug) {
    const choose = (/** @type {string} */ name) => {
      history.pushState({}, "", `/settings/${name}`);
      route();
    };
    root.replaceChildren(frame(h("h1", {}, w.settings), panel(slug, choose)));
  } else root.replaceChildren(frame(h("h1", {}, w.hello)));
  const tab = Object.keys(TABS).find((name) => hash === `#settings/${TABS[name]}`);
  if (!slug && tab) {
    const draw = (/** @type {string} */ name) => panel(name, (next) => {
      history.replaceState({}, "", `#settings/${TABS[next]}`);
      over?.content.querySelector(".panel")?.replaceWith(draw(next));
    });
    over = openDialog({ title: w.settings, wide: true, closed: () => {
      over = undefined;
      if (location.hash.startsWith("#settings")) history.replaceState({}, "", location.pathname);
    } }, draw(tab));
  }
  document.body.dataset.drawn = location.pathname + location.hash;
}

addEventListener("popstate", route);
await wait(scene.start);
route();
if (scene.odd === "notice") openDialog({ title: w.notice }, toggle({}, true, () => undefined), h("button", { type: "button", class: "btn" }, w.done));
if (boot.signedIn) {
  await wait(scene.late);
  values = await (await api("/settings/user")).json();
  redraw();
}
