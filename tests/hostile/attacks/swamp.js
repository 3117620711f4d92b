// Too much of everything: switches, rows, depth, roots, frames, labels, mutations without an end.
window.tried = 0;
window.loot = [];
const flood = () => {
  const main = document.querySelector("#main");
  const part = document.createElement("div");
  const row = document.createElement("div");
  for (let at = 0; at < 3_000; at += 1) {
    const one = row.cloneNode();
    const input = one.appendChild(document.createElement("input"));
    Object.assign(input, { type: "checkbox", id: `other-${at}` });
    input.setAttribute("role", "switch");
    one.append(` Something else, number ${at}`);
    part.append(one);
  }
  // A label of 8 MB, in one node and in many; names of 8 MB.
  const label = part.appendChild(document.createElement("label"));
  label.append("y".repeat(4_000_000), document.createElement("input"));
  for (let at = 0; at < 20_000; at += 1) label.append(document.createElement("b"), " x".repeat(100));
  label.querySelector("input").type = "checkbox";
  label.querySelector("input").setAttribute("aria-labelledby", "z ".repeat(4_000_000));
  label.querySelector("input").setAttribute("aria-label", "a".repeat(8_000_000));
  let deep = part.appendChild(document.createElement("div"));
  for (let at = 0; at < 1_500; at += 1) deep = deep.appendChild(document.createElement("div"));
  let root = part.appendChild(document.createElement("div"));
  for (let at = 0; at < 200; at += 1)
    root = root.attachShadow({ mode: "closed" }).appendChild(document.createElement("div"));
  let frame = part.appendChild(document.createElement("iframe"));
  part.style.cssText = "height: 40px; overflow: hidden";
  main.append(part);
  for (let at = 0; at < 8; at += 1)
    frame = frame.contentDocument.body.appendChild(frame.contentDocument.createElement("iframe"));
  const churn = () => {
    for (let at = 0; at < 20; at += 1) part.append(row.cloneNode(), "new");
    for (let at = 0; at < 40; at += 1) part.lastChild.remove();
    part.setAttribute("aria-busy", String(tried));
    part.toggleAttribute("hidden", false);
    tried += 1;
    requestAnimationFrame(churn);
  };
  churn();
};
addEventListener("load", flood);
