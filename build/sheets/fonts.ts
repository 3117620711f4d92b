/** A font is fetched once text is laid out in it: what is measured before that is another font. */

const SCRIPT = /Noto Sans (\w+) Variable/;

/**
 * Has the style of the language's font come. Some have hundreds of faces: a sheet with all of them in every
 * frame would take minutes.
 */
const bringFont = async (drawn: Document): Promise<void> => {
  const fonts = getComputedStyle(drawn.documentElement).getPropertyValue("--fonts");
  const script = SCRIPT.exec(fonts)?.[1]?.toLowerCase();
  const href = `/sheets/fonts/noto-sans-${script}.css`;
  if (script === undefined || drawn.querySelector(`link[href="${href}"]`)) return;
  const link = drawn.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  const loaded = new Promise((resolve) => link.addEventListener("load", resolve));
  drawn.head.append(link);
  await loaded;
};

const whenLoaded = async (drawn: Document): Promise<void> => {
  // One font that has come can show that another is wanted.
  drawn.documentElement.getBoundingClientRect();
  await drawn.fonts.ready;
  drawn.documentElement.getBoundingClientRect();
  if (drawn.fonts.status !== "loaded") await whenLoaded(drawn);
};

/** Waits until all that is drawn is drawn in its own fonts. */
export const fontsReady = async (drawn: Document = document): Promise<void> => {
  await bringFont(drawn);
  await whenLoaded(drawn);
};
