// The host taken away, moved, wrapped and restyled, again and again, for as long as the extension puts it
// back.
window.tried = 0;
window.loot = [];
addEventListener("load", () => {
  const style = document.createElement("style");
  const frame = document.createElement("iframe");
  frame.style.display = "none";
  document.body.append(style, frame);
  let at = 0;
  const ways = [
    (host) => host.remove(),
    (host) => document.body.append(host),
    (host) => document.body.prepend(host),
    (host) => frame.contentDocument.body.append(host),
    (host) => document.createDocumentFragment().append(host),
    (host) => document.head.append(host),
    (host) => document.documentElement.replaceChild(document.createComment("gone"), host),
  ];
  const marks = (host) => {
    host.style.cssText =
      "display: none !important; opacity: 0; transform: scale(9); pointer-events: none; " +
      "font-size: 90px; visibility: hidden";
    host.className = "gone";
    host.id = "untick";
    host.hidden = true;
    host.setAttribute("dir", "rtl");
    host.setAttribute("contenteditable", "true");
    host.setAttribute("accesskey", "a");
    host.setAttribute("popover", "auto");
    host.append(document.createElement("slot"), "text");
  };
  const timer = setInterval(() => {
    const [host] = [...document.documentElement.children].filter(
      (node) => !["head", "body"].includes(node.localName),
    );
    if (!host) return;
    tried += 1;
    if (at < ways.length) ways[at](host);
    else {
      clearInterval(timer);
      marks(host);
      document.documentElement.style.cssText =
        "pointer-events: none; opacity: 0.01; filter: blur(9px); zoom: 1; transform: rotate(3deg)";
      window.done = true;
    }
    at += 1;
  }, 150);
});
