"use strict";

/**
 * The app: it draws everything itself, after it has started, as React Native for the web does.
 * @typedef {{signedIn: boolean, delay: number, start: number, minor: boolean, memory: boolean, hook: string, words: Record<string, string>,
 *   rows: {name: string, mutation: string, label: string, text: string, on: boolean, hook: string}[]}} State
 */

/** @type {State} */
const state = window.__INITIAL_STATE__;
const { words: w } = state;
const GRAPHQL = "/i/api/graphql/0LLK9f_pSQG3Iq9ZAaAqTQ/";
const GROK = "/settings/grok_settings";

/**
 * @param {string} tag
 * @param {Record<string, unknown>} props as React takes them: attributes, or listeners by on…
 * @param {(Node | string)[]} children
 */
function element(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2).toLowerCase(), /** @type {EventListener} */ (value));
    else if (value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

/** @param {string} more classes @param {Record<string, unknown>} props */
const view = (more, props = {}, ...children) => element("div", { class: `css-175oi2r ${more}`.trim(), ...props }, ...children);

/** @param {string} text @param {string} more classes */
const text = (text, more = "") =>
  element("div", { dir: "auto", class: `css-146c3p1 ${more}`.trim() }, element("span", { class: "css-1jxf684" }, text));

/** @param {string} message */
function toast(message) {
  document.querySelector('[data-testid="toast"]')?.remove();
  const shown = view("r-toast", { role: "alert", "data-testid": "toast" }, text(message));
  document.body.append(shown);
  setTimeout(() => shown.remove(), 4000);
}

/** @param {string} name of the operation @param {Record<string, unknown>} variables */
async function mutate(name, variables) {
  const answer = await fetch(GRAPHQL + name, {
    method: "POST",
    headers: { "content-type": "application/json", "x-csrf-token": document.cookie.match(/ct0=([^;]+)/)?.[1] ?? "" },
    body: JSON.stringify({ variables, queryId: GRAPHQL.split("/")[4] }),
  });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

/** @param {State["rows"][number]} row */
function checkbox(row) {
  const square = view(`r-square ${row.on ? "r-checked" : ""}`, { "aria-hidden": "true" });
  const isHookOnInput = state.hook === "input" && row.hook !== "";
  const input = element("input", {
    type: "checkbox",
    class: "r-input",
    disabled: state.minor,
    ...(isHookOnInput && { "data-testid": row.hook }),
    onChange: () => void save(),
  });
  const show = () => {
    input.checked = row.on;
    square.classList.toggle("r-checked", row.on);
  };
  const save = async () => {
    const before = row.on;
    row.on = !before;
    show();
    try {
      await mutate(row.mutation, { enabled: row.on });
    } catch {
      row.on = before;
      show();
      toast(w.failed);
    }
  };
  show();
  const label = element(
    "label",
    { class: `css-175oi2r r-label ${state.minor ? "r-disabled" : ""}`.trim(), "aria-disabled": state.minor && "true" },
    view("", {}, text(row.label)),
    view("", {}, view("r-box", {}, square, input)),
  );
  const hook = row.hook !== "" && !isHookOnInput ? { "data-testid": row.hook } : {};
  return view("r-pad", hook, view("", {}, label), text(row.text, "r-soft"));
}

function grok() {
  const remove = element(
    "button",
    { type: "button", role: "button", class: "css-175oi2r r-pad r-button", onClick: () => void erase() },
    text(w.erase, "r-red"),
  );
  const erase = async () => {
    await mutate("GrokDeleteAllConversationsMutation", {});
    toast(w.erased);
  };
  return [heading(w.grok, "detail-header"), view("r-pad", {}, text(w.about, "r-soft")), ...state.rows.map(checkbox), remove];
}

/** @param {string} title @param {string} id */
const heading = (title, id) =>
  view("r-pad", {}, element("h2", { id, role: "heading", "aria-level": "2", dir: "auto", class: "css-146c3p1 r-title" }, element("span", { class: "css-1jxf684" }, title)));

/** @param {string} path @param {string} title */
const link = (path, title) =>
  element("a", { href: path, role: "link", class: "css-175oi2r r-pad", onClick: (event) => follow(event, path) }, text(title));

/** @param {Event} event @param {string} path */
function follow(event, path) {
  event.preventDefault();
  history.pushState({}, "", path);
  void route();
}

const MENU = { "/settings/account": "account", "/settings/privacy_and_safety": "privacy" };

/** The detail beside the list of settings. @param {string} path */
function detail(path) {
  if (path === GROK) return grok();
  if (path === "/settings/privacy_and_safety") return [heading(w.privacy, "detail-header"), link(GROK, w.grok)];
  return [heading(w.account, "detail-header"), view("r-pad", {}, text(w.about_account))];
}

/** @param {string} path */
function frame(path) {
  const nav = element("header", { role: "banner", class: "css-175oi2r r-nav" },
    element("nav", { role: "navigation", "aria-label": "Primary", class: "css-175oi2r" }, link("/home", w.home), link("/settings/account", w.settings)));
  const list = element("section", { role: "region", "aria-labelledby": "master-header", class: "css-175oi2r r-list" },
    heading(w.settings, "master-header"), ...Object.entries(MENU).map(([to, name]) => link(to, w[name])));
  const isSettings = path.startsWith("/settings");
  const main = element("main", { role: "main", class: "css-175oi2r r-app" },
    ...(isSettings ? [list] : []),
    element("section", { role: "region", "aria-labelledby": "detail-header", class: "css-175oi2r r-detail" },
      ...(isSettings ? detail(path) : [view("r-pad", {}, text(w.home))])));
  return view("r-app", {}, nav, main);
}

function login() {
  const back = new URLSearchParams(location.search).get("redirect_after_login") ?? "/home";
  const enter = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await fetch("/i/api/1.1/onboarding/task.json", { method: "POST", body: "{}" });
    location.assign(back);
  };
  const field = (/** @type {string} */ name, /** @type {string} */ type) =>
    element("input", { name, type, class: "r-field", autocomplete: type === "password" ? "current-password" : "username" });
  const form = element("form", { onSubmit: enter }, text(w.sign_in, "r-title"), field("text", "text"), field("password", "password"),
    element("button", { type: "submit", role: "button", "data-testid": "LoginForm_Login_Button" }, text(w.sign_in)));
  return view("", {}, view("r-mask"), view("r-sheet", { role: "dialog", "aria-modal": "true", "aria-labelledby": "modal-header" }, form));
}

let visit = 0;

async function route() {
  visit += 1;
  const mine = visit;
  const path = location.pathname.replace(/\/$/, "");
  const root = document.getElementById("react-root");
  const isLogin = path.startsWith("/i/flow/login");
  if (path.startsWith("/settings") && state.delay > 0) {
    root.replaceChildren(view("r-app", { role: "progressbar", "aria-label": "Loading" }));
    await new Promise((done) => setTimeout(done, state.delay));
    if (mine !== visit) return;
  }
  document.title = path === GROK ? `${w.grok} / X` : "X";
  root.replaceChildren(isLogin ? login() : frame(path));
  document.body.dataset.drawn = path;
}

addEventListener("popstate", () => void route());
setTimeout(() => void route(), state.start);
