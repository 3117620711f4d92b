/** In place of the shield: events and closed roots are open to tools that look from outside, such as axe. */

import { setBridge } from "../../extension/page/bridge.ts";

let act: (event: Event) => void = () => undefined;

/** A click as the banner would be told of it, on what has the focus. */
export const clickFocused = (): void => act(new MouseEvent("click"));

/** To be called before anything is drawn. */
export const openBridge = (): void => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachOpen(options) {
    const root = attach.call(this, options);
    Object.defineProperty(this, "shadowRoot", { value: root });
    return root;
  };
  setBridge({
    api: chrome,
    leaksRoots: false, // tools may change what is drawn
    hasEngine: true,
    shield: {
      protect(_host, handle) {
        act = handle;
      },
      release: () => undefined,
      silently: () => undefined,
      renew: () => undefined,
    },
  });
};
