"use strict";

/**
 * One view, as the server describes it.
 * @typedef {{path: string, layout: string, title: string, shell: string, html: string, draw: string, delay: number,
 *   hydrate: number, bursts: number, leads: string, manner: string, tries: number, sends: number, controls: Record<string, Wire>, words: Record<string, string>}} View
 */

const AGAIN = 1000; // milliseconds until a save that failed is tried again
const UNDO = 6000; // milliseconds in which a change can be taken back before it is sent
const API = "/mysettings-api/settingsApiSettings/";
const SKELETON = '<section class="_card_12ycew" aria-busy="true"><div class="_bone_12ycew _wide_12ycew"></div>' +
  '<div class="_bone_12ycew"></div><div class="_bone_12ycew _short_12ycew"></div></section>';

/** What the page believes that the account holds. @type {Record<string, boolean>} */
const state = {};
/** @type {View} */
let view = JSON.parse(document.getElementById("boot").textContent);
// Ends whatever the view before this one left running.
let life = new AbortController();

const outlet = () => document.querySelector("._outlet_12ycew");

/**
 * Resolves after a while; never, where the view has changed by then.
 * @param {number} time milliseconds
 */
function after(time) {
  const { signal } = life;
  return new Promise((done) => setTimeout(() => signal.aborted || done(undefined), time));
}

/** @param {string} text */
function toast(text) {
  document.querySelector("._toast_12ycew")?.remove();
  const node = document.createElement("div");
  node.className = "_toast_12ycew";
  node.setAttribute("role", "status");
  node.textContent = text;
  document.body.append(node);
  setTimeout(() => node.remove(), 4000);
}

/**
 * @param {string} key
 * @param {RequestInit} [init]
 */
async function ask(key, init) {
  const answer = await fetch(API + key, init);
  if (answer.status === 401) location.assign(location.href);
  if (!answer.ok) throw new Error(`${key}: ${answer.status}`);
  return init && view.manner === "unread" ? null : answer.json();
}

async function load() {
  const keys = Object.values(view.controls).map((wire) => wire.key);
  const answers = await Promise.all(keys.map((key) => ask(key)));
  for (const { key, value } of answers) state[key] = value;
}

/**
 * @param {string} key
 * @param {boolean} value
 * @param {number} tries
 */
async function send(key, value, tries) {
  const csrf = document.cookie.match(/JSESSIONID="?([^";]+)/)?.[1] ?? "";
  try {
    await ask(key, {
      method: "PUT",
      headers: { "content-type": "application/json", "csrf-token": csrf },
      body: JSON.stringify({ key, value, settingDisplayType: "TOGGLE", entityUrn: `urn:li:fs_setting:${key}`, hasChild: false }),
    });
  } catch (error) {
    if (tries <= 1) throw error;
    await after(AGAIN);
    await send(key, value, tries - 1);
  }
}

/** Resolves once the person has answered, with whether the change is wanted. */
function confirmed() {
  const dialog = document.createElement("div");
  dialog.className = "_dialog_12ycew _question_12ycew";
  dialog.setAttribute("role", "alertdialog");
  dialog.setAttribute("aria-modal", "true");
  const title = document.createElement("p");
  title.textContent = view.words.sure;
  const buttons = ["confirm", "cancel"].map((name) => {
    const button = document.createElement("button");
    button.className = "_button_12ycew";
    button.name = name;
    button.textContent = view.words[name];
    return button;
  });
  dialog.append(title, ...buttons);
  document.body.append(dialog);
  return new Promise((done) => {
    for (const button of buttons) {
      button.addEventListener("click", () => {
        dialog.remove();
        done(button.name === "confirm");
      });
    }
  });
}

/** Whether a change is to be sent: after a while in which it can be taken back, or once it is confirmed. */
async function agreed() {
  if (view.manner === "undo") {
    toast(view.words.undo);
    await after(UNDO);
  }
  return !view.manner.startsWith("asks") || confirmed();
}

/**
 * Store one setting; what the page shows goes back where that fails.
 * @param {string} key
 * @param {boolean} value
 */
async function save(key, value) {
  const before = state[key];
  if (view.manner !== "asks-first") state[key] = value;
  show();
  try {
    if (!(await agreed())) {
      state[key] = before;
      return show();
    }
    state[key] = value;
    show();
    for (let sent = 0; sent < view.sends; sent += 1) await send(key, value, view.tries);
    toast(view.words.saved);
  } catch {
    state[key] = before;
    show();
    toast(view.words.not_saved);
  }
}

/** Paint every control of the view with what the page believes. */
function show() {
  for (const node of controls(outlet())) {
    const wire = view.controls[node.dataset.hk];
    if (wire) paint(node, state[wire.key] !== wire.not);
  }
}

/** @param {ParentNode} part */
function wire(part) {
  for (const node of controls(part)) {
    const to = view.controls[node.dataset.hk];
    listen(node, (on) => (to ? save(to.key, on !== to.not) : paint(node, on)));
  }
}

function put() {
  fill(outlet(), view.html);
  wire(outlet());
  show();
}

/** Closed roots that the parser made are out of reach: such a view is drawn anew. */
function hydrate() {
  for (const node of controls(outlet())) {
    const to = view.controls[node.dataset.hk];
    if (to) state[to.key] = node.defaultChecked ?? shows(node);
    if (to?.not) state[to.key] = !state[to.key];
  }
  if (view.html.includes('shadowrootmode="closed"')) return load().then(put);
  wire(outlet());
  return show();
}

/**
 * Draw the view as the site does today.
 * @param {boolean} served whether the server drew it already
 */
async function draw(served) {
  if (view.draw === "at-once" && served) {
    await after(view.hydrate);
    await hydrate();
    return;
  }
  if (!served) fill(outlet(), SKELETON);
  if (view.draw === "never") return;
  if (view.draw === "filled") {
    for (const { key, not } of Object.values(view.controls)) state[key] = not;
    put();
  }
  if (view.draw === "late" || view.draw === "filled") await after(view.delay);
  await load();
  if (view.draw === "filled") show();
  else put();
  if (view.draw === "restless") {
    const timer = setInterval(put, 100);
    life.signal.addEventListener("abort", () => clearInterval(timer));
  }
}

/** Rows that come and go beside the card, for measuring. */
function burst() {
  const { signal } = life;
  const main = document.getElementById("main");
  const added = [];
  const step = (/** @type {number} */ left) => {
    if (signal.aborted || !left) return;
    if (added.length) added.splice(0).forEach((row) => row.remove());
    else {
      for (let at = 0; at < 5; at += 1) {
        const row = document.createElement("div");
        row.append(document.createElement("p"), document.createElement("span"), document.createElement("button"));
        added.push(row);
      }
      main.append(...added);
    }
    requestAnimationFrame(() => step(left - 1));
  };
  step(view.bursts);
}

/** @param {boolean} served */
async function start(served) {
  const [way, there] = view.leads.split(" ");
  if (way === "router") {
    history.replaceState(null, "", there);
    return go(there, false);
  }
  if (way === "push") return go(there, true);
  if (way === "script") return location.replace(there);
  // Once it has stood for a while, else a browser puts the new address in the place of the old one.
  if (way === "assign") return void addEventListener("load", () => setTimeout(() => location.assign(there), 500));
  await draw(served);
  document.body.classList.add("boot-complete");
  if (view.bursts) burst();
}

/**
 * Go to another address of the site without a load.
 * @param {string} path
 * @param {boolean} push whether this is a new entry of the history
 */
async function go(path, push) {
  const answer = await fetch(`/mysettings-app/view?path=${encodeURIComponent(path)}`);
  const next = await answer.json();
  if (next.leave) return location.assign(next.leave);
  life.abort();
  life = new AbortController();
  const moved = next.layout !== view.layout;
  view = next;
  if (push) history.pushState(null, "", view.path);
  document.title = `${view.title} | LinkedIn`;
  document.body.classList.remove("boot-complete");
  if (moved) frame();
  for (const link of document.querySelectorAll("nav a[href]")) {
    if (new URL(link.href).pathname === view.path) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  scrollTo(0, 0);
  return start(false);
}

function frame() {
  fill(document.getElementById("root"), view.shell);
  wire(document.getElementById("root"));
}

addEventListener("popstate", () => go(location.pathname + location.search, false));
addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  if (!(target instanceof Element)) return; // one that a script sends to the document itself
  const button = target.closest("[aria-controls]");
  const menu = button && document.getElementById(button.getAttribute("aria-controls"));
  if (menu) {
    menu.hidden = !menu.hidden;
    button.setAttribute("aria-expanded", String(!menu.hidden));
  }
  if (target.closest("[role=dialog] button")) target.closest("[role=dialog]").remove();
  const link = target.closest("a[href^='/']");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
  event.preventDefault();
  go(link.getAttribute("href"), true);
});

const own = new Set(controls(outlet()));
for (const node of controls(document.body)) {
  if (!own.has(node)) listen(node, (on) => paint(node, on));
}
start(true);
