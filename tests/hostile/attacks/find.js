// The words of the banner by find and selection; and where that hands out its nodes (Firefox), what can be
// done with them.
window.tried = 0;
window.loot = [];
const WORDS = ["LinkedIn may train", "Turn it off", "Details", "Untick", "since"];
/** @returns {ShadowRoot | undefined} the closed root, where a selection leads into it */
const root = () => {
  const selection = getSelection();
  for (const word of WORDS) {
    selection.removeAllRanges();
    if (!window.find(word, false, false, true)) continue;
    const found = selection.anchorNode?.getRootNode();
    for (const unit of ["line", "paragraphboundary"]) selection.modify("extend", "forward", unit);
    if (WORDS.some((one) => `${selection}`.includes(one)) && !found?.host) loot.push("find: text");
    selection.removeAllRanges();
    if (found instanceof ShadowRoot) return found;
  }
  selection.selectAllChildren(document.documentElement);
  if (WORDS.some((one) => `${selection}`.includes(one))) loot.push("selection: text");
  selection.removeAllRanges();
};
const whole = "position: fixed; inset: 0; opacity: 0; z-index: 9";
const WAYS = {
  action: (button, show) => show.setAttribute("data-action", "turn-off"),
  place: (button) => (button.style.cssText = whole),
  shadow: (button) =>
    (button.getRootNode().querySelector(".title").attachShadow({ mode: "open" }).textContent =
      "You have won"),
  animation: (button) =>
    button.animate({ opacity: [0, 0], scale: [90, 90] }, { duration: 1e6, fill: "both" }),
  style: (button) => {
    const style = document.createElement("style");
    style.textContent = `[data-action="turn-off"] { ${whole} }`;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style.textContent);
    button.getRootNode().adoptedStyleSheets.push(sheet);
  },
  rule: (button) =>
    button.getRootNode().adoptedStyleSheets[0].insertRule(`[data-action="turn-off"] { ${whole} }`),
  focus: (button) => button.focus(),
};
/** Whether there was a root to be had. @param {string} way */
window.tamper = (way) => {
  tried += 1;
  const inner = root();
  if (!inner) return false;
  const [button, show] = ["turn-off", "show"].map((action) =>
    inner.querySelector(`[data-action="${action}"]`),
  );
  try {
    WAYS[way](button, show);
  } catch (error) {
    console.info(String(error));
  }
  return true;
};
