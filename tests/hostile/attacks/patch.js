// The page's own world, poisoned before anything else ran: what a careless extension would call or trust.
window.tried = 1;
window.loot = [];
const spoil = (proto, ...names) => {
  for (const name of names) {
    const found = Object.getOwnPropertyDescriptor(proto, name);
    if (!found) continue;
    const note = function note(...values) {
      // The page itself goes on to work: only what comes from elsewhere would be seen here.
      if (/extension:/.test(new Error("who").stack)) loot.push(name);
      return Reflect.apply(found.value ?? found.get, this, values);
    };
    Object.defineProperty(proto, name, found.value ? { ...found, value: note } : { ...found, get: note });
  }
};
spoil(
  Element.prototype,
  "attachShadow",
  "querySelector",
  "querySelectorAll",
  "matches",
  "closest",
  "getAttribute",
  "checkVisibility",
  "getBoundingClientRect",
);
spoil(
  Document.prototype,
  "querySelector",
  "querySelectorAll",
  "getElementById",
  "createElement",
  "documentElement",
  "readyState",
);
spoil(Node.prototype, "contains", "isConnected", "textContent", "getRootNode", "parentNode");
spoil(HTMLElement.prototype, "click", "showPopover", "hidePopover");
spoil(EventTarget.prototype, "dispatchEvent");
spoil(HTMLInputElement.prototype, "checked");
Object.defineProperty(Event.prototype, "isTrusted", { get: () => true, configurable: true });
window.requestAnimationFrame = (later) => setTimeout(() => later(performance.now()), 16);
window.ResizeObserver = class {
  observe() {}
  disconnect() {}
};
window.IntersectionObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

Date.now = () => 0;
performance.now = () => 0;
window.crypto.randomUUID = () => "same";
window.chrome = { runtime: { id: "page", sendMessage: async () => ({ language: "en", messages: {} }) } };
window.browser = window.chrome;
Object.freeze(Object.prototype);
