"use strict";

// Links inside the site move on without a load.
for (const link of document.querySelectorAll("[data-spa]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    history.pushState(null, "", link.href);
    document.querySelector('[role="main"]').innerHTML = "<h2>Settings</h2>";
  });
}

// Rows that the app draws once it has asked for their state.
const rows = document.getElementById("rows");
if (rows) {
  const row = (title, text, on) => {
    const group = document.createElement("div");
    group.className = "row";
    group.setAttribute("role", "group");
    const words = document.createElement("div");
    const name = document.createElement("span");
    name.className = "settings-row-title";
    name.textContent = title;
    const more = document.createElement("p");
    more.textContent = text;
    words.append(name, more);
    const knob = document.createElement("button");
    knob.className = "knob";
    knob.setAttribute("role", "switch");
    knob.setAttribute("aria-checked", String(on));
    knob.setAttribute("aria-label", title);
    knob.addEventListener("click", async () => {
      const enabled = knob.getAttribute("aria-checked") !== "true";
      knob.setAttribute("aria-checked", String(enabled));
      await fetch("/api/settings", { method: "PUT", body: JSON.stringify({ enabled }) });
    });
    group.append(words, knob);
    return group;
  };
  setTimeout(() => {
    rows.append(
      row("Location metadata", "Allow the use of coarse location metadata.", true),
      row("Help improve our AI models", "Allow the use of your chats to train our models.", rows.dataset.training === "true"),
    );
  }, Number(rows.dataset.late));
}

// A menu that saves what is chosen at once.
const menu = document.querySelector(".menu");
if (menu) {
  const items = menu.form.querySelector('[role="menu"]');
  menu.addEventListener("click", () => {
    items.hidden = !items.hidden;
    menu.setAttribute("aria-expanded", String(!items.hidden));
  });
  items.addEventListener("click", async ({ target }) => {
    const { value } = target.dataset;
    items.hidden = true;
    menu.form.querySelector('[type="hidden"]').value = value;
    menu.textContent = target.textContent;
    await fetch(menu.form.action, { method: "PUT", body: JSON.stringify({ enabled: value === items.firstElementChild.dataset.value }) });
  });
}

// A box that is saved when it changes.
const box = document.getElementById("letters-ai-training");
if (box) {
  box.addEventListener("change", () =>
    fetch("/api/settings", { method: "PUT", body: JSON.stringify({ enabled: box.checked }) }),
  );
}
