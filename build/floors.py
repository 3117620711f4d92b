"""What Untick is measured beside: extensions that do nothing, or the least that can be done, and a peer."""

import json
from pathlib import Path
from typing import Any

import node

PEER = "@duckduckgo/autoconsent@16.23.0"  # presses switches of consent banners, in all pages
ORIGIN = "https://www.linkedin.com"
EMPTY = '"use strict";\n'
# The least that an extension can do that waits for a switch: a keyed look-up a frame while the page changes.
LOOK_UP = """"use strict";
const found = () => {};
let framed = false;
const observer = new MutationObserver(() => {
  if (framed) return;
  framed = true;
  requestAnimationFrame(() => {
    framed = false;
    const label = document.getElementById("allowDataForGenerativeAI");
    if (label) found(label);
  });
});
observer.observe(document, { childList: true, subtree: true });
"""
# The same, and once the switch is there a card that says so and a ring round it, in a closed root.
CARD = LOOK_UP.replace(
    "const found = () => {};",
    """
const STYLE = `
  section { position: fixed; inset: auto 16px 16px auto; width: 360px; margin: 0; padding: 16px; border: 0;
    border-radius: 12px; background: #fff; color: #222; font: 15px/1.45 system-ui, sans-serif;
    box-shadow: 0 8px 28px rgb(0 0 0 / 18%); }
  div { position: absolute; border: 3px solid #a1500a; border-radius: 10px; pointer-events: none; }`;
let drawn = false;
const add = (parent, name, text = "") => {
  const element = document.createElement(name);
  element.textContent = text;
  parent.append(element);
  return element;
};
const found = (label) => {
  if (drawn) return;
  drawn = true;
  const { left, top, width, height } = label.getBoundingClientRect();
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "closed" });
  add(root, "style", STYLE);
  const card = add(root, "section");
  card.popover = "manual";
  add(card, "p", "LinkedIn trains generative AI on your data");
  add(card, "p", "It has been on since 3 November 2025.");
  for (const action of ["Turn it off", "Details", "Close"]) add(card, "button", action);
  const ring = add(root, "div");
  ring.style.cssText =
    `left:${left + scrollX}px;top:${top + scrollY}px;width:${width}px;height:${height}px`;
  document.documentElement.append(host);
  card.showPopover();
};""",
)


def extensions(work: Path, untick: Path) -> dict[str, Path]:
    """Folders of all that is compared, by name, made below `work`. Raises BuildError without the peer."""
    return {
        "empty": _extension(work / "empty", EMPTY),
        "look-up": _extension(work / "look-up", LOOK_UP),
        "card": _extension(work / "card", CARD),
        "untick": untick,
        "autoconsent": node.packed(PEER, work) / "dist" / "addon-mv3",
    }


def _extension(folder: Path, script: str) -> Path:
    folder.mkdir()
    manifest: dict[str, Any] = {
        "manifest_version": 3,
        "name": folder.name,
        "version": "1",
        "content_scripts": [{"matches": [f"{ORIGIN}/*"], "js": ["content.js"], "run_at": "document_start"}],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "content.js").write_text(script, encoding="utf-8")
    return folder
