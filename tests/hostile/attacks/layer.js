// Layers of the page over the banner, and dialogs of its own where the banner is.
window.tried = 0;
window.loot = [];
window.theirs = 0;
/**
 * A layer of the browser's top layer over all of the window. @param {string} how its style @param {boolean}
 * isInner in a closed root
 */
window.lay = (how, isInner) => {
  tried += 1;
  for (const old of document.querySelectorAll(".layer")) old.remove();
  const layer = document.createElement("div");
  layer.className = "layer";
  layer.popover = "manual";
  const whole = "position: fixed; inset: 0; width: 100vw; height: 100vh; border: 0; margin: 0;";
  layer.style.cssText = `${whole} background: none; ${how}`;
  if (how.includes("color")) layer.textContent = "Click here to win";
  const holder = document.createElement("div");
  holder.className = "layer";
  if (isInner) holder.attachShadow({ mode: "closed" }).append(layer);
  document.body.append(isInner ? holder : layer);
  layer.showPopover();
};
window.unlay = () => document.querySelector(".layer").remove();
/** What catches all clicks that are not in the top layer. */
window.veil = () => {
  const veil = document.createElement("div");
  veil.style.cssText = "position: fixed; inset: 0; z-index: 2147483647";
  veil.addEventListener("click", () => loot.push("click"));
  document.body.append(veil);
};
/**
 * A dialog of the page that is answered by its button. @param {string} how its style @param {boolean}
 * isNative
 */
window.pose = (how, isNative) => {
  const box = document.createElement(isNative ? "dialog" : "div");
  if (!isNative) box.setAttribute("role", "dialog");
  box.innerHTML = "<p>Are you still there?</p><button type=button>Yes, I am</button>";
  const above = "position: fixed; z-index: 5; margin: 0; padding: 20px; background: white;";
  box.style.cssText = `${above} box-sizing: border-box; ${how}`;
  const [button] = box.getElementsByTagName("button");
  button.addEventListener("click", () => {
    theirs += 1;
    box.remove();
  });
  document.body.append(box);
  if (isNative) box.showModal();
  window.answer = () => {
    const { x, y, width, height } = button.getBoundingClientRect();
    const at = [Math.round(x + width / 2), Math.round(y + height / 2)];
    return document.elementFromPoint(...at) === button ? at : null;
  };
};
