// What a page can take out of the extension: nodes of the closed root, storage, globals, files, timings.
// `loot` is what must not be had; `known` is what no extension that draws can keep from a page.
window.loot = [];
window.known = [];
const take = (text) => loot.includes(text) || loot.push(text);
const isInner = (node) => {
  try {
    return (
      node instanceof Node &&
      node.getRootNode() !== document &&
      node.getRootNode() instanceof ShadowRoot &&
      node.getRootNode().host.parentNode === document.documentElement
    );
  } catch {
    return false;
  }
};
const look = (where, object) => {
  for (const name in object) {
    let value;
    try {
      value = object[name];
    } catch {
      continue;
    }
    const values =
      typeof value === "object" && value && typeof value.length === "number" && value !== window
        ? [...value].slice(0, 20)
        : [value];
    if (values.some(isInner)) take(`${where}.${name}`);
  }
  if (object.composedPath?.().some(isInner)) take(`${where}.composedPath`);
  for (const from of object.getTargetRanges?.() ?? [])
    if (isInner(from.startContainer)) take(`${where}.getTargetRanges`);
};
for (const name in window) {
  if (!name.startsWith("on")) continue;
  for (const target of [window, document])
    target.addEventListener(name.slice(2), (event) => look(event.type, event), true);
}
for (const type of [
  "DOMMouseScroll",
  "MozMousePixelScroll",
  "focusin",
  "focusout",
  "compositionstart",
  "readystatechange",
])
  addEventListener(type, (event) => look(event.type, event), true);
for (const type of PerformanceObserver.supportedEntryTypes) {
  if (type === "longtask") continue;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (type === "resource" && /extension:/.test(entry.name)) continue; // its own tries, below
      look(type, entry);
      for (const source of entry.sources ?? []) look(type, source);
      if (/extension:/.test(JSON.stringify(entry))) take(`${type}: ${entry.name}`);
    }
  }).observe({ type, buffered: true, ...(type === "event" ? { durationThreshold: 16 } : {}) });
}
addEventListener(
  "error",
  (event) => /extension:/.test(`${event.filename}${event.error?.stack}`) && take("error"),
);
addEventListener("message", (event) => event.source !== window && take("message"));
new MutationObserver((records) => {
  for (const { addedNodes } of records)
    for (const node of addedNodes) {
      if (
        node.parentNode === document.documentElement &&
        node !== document.body &&
        node.localName === "div"
      ) {
        known.includes("host") || known.push("host");
        if (node.attributes.length > 0) take("attribute");
        if (node.shadowRoot) take("open root");
      }
    }
}).observe(document, { childList: true, subtree: true });
const globals = new Set(Object.getOwnPropertyNames(window));
addEventListener("load", () => {
  setInterval(() => {
    // The page's own script has names of its own; ours are these.
    for (const name of Object.getOwnPropertyNames(window))
      if (!globals.has(name) && /^(untick|SITES|Dom|Guard|Banner|Locale|api)$/i.test(name))
        take(`global ${name}`);
    if ([...Object.keys(localStorage), ...Object.keys(sessionStorage)].length > 0) take("storage");
    if (/untick/i.test(document.cookie)) take("cookie");
    if (performance.getEntriesByType("mark").length + performance.getEntriesByType("measure").length > 0)
      take("mark");
    for (const animation of document.getAnimations())
      if (isInner(animation.effect?.target)) take("animation");
    if (isInner(document.activeElement)) take("activeElement");
    for (const sheet of document.styleSheets) if (isInner(sheet.ownerNode)) take("sheet");
    for (let x = innerWidth - 380; x < innerWidth; x += 40)
      for (let y = 20; y < innerHeight; y += 30) {
        for (const node of document.elementsFromPoint(x, y)) if (isInner(node)) take("elementsFromPoint");
        const caret = document.caretPositionFromPoint?.(x, y);
        if (caret && isInner(caret.offsetNode)) take("caretPositionFromPoint");
        if (isInner(document.caretRangeFromPoint?.(x, y)?.startContainer)) take("caretRangeFromPoint");
      }
    window.tried = (window.tried ?? 0) + 1;
  }, 400);
  for (const file of ["manifest.json", "popup/popup.html", "icons/icon-16.png"]) {
    for (const scheme of ["chrome-extension", "moz-extension"]) {
      const image = new Image();
      image.onload = () => take(`file ${file}`);
      image.src = `${scheme}://${window.own ?? "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}/${file}`;
    }
  }
  if (window.chrome?.runtime?.sendMessage) take("runtime");
  postMessage({ type: "hello" }, "*");
  dispatchEvent(new CustomEvent("hello"));
});
