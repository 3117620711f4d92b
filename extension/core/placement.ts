/** Where the banner stands: in the first corner where it covers no switch and no dialog of the page. */

import type { Direction } from "./language.ts";

/** In CSS pixels of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type Corner = "bottom-end" | "top-end" | "bottom-start" | "top-start";

export interface Place {
  readonly corner: Corner;
  /** CSS pixels that are free there */
  readonly height: number;
}

const CORNERS: readonly Corner[] = ["bottom-end", "top-end", "bottom-start", "top-start"];
const MARGIN = 12; // CSS pixels that stay free round the banner
const LEAST = 260; // CSS pixels of height with which a longer banner can be read by scrolling

/**
 * @param size of the banner, @param view of the window: CSS pixels
 * @param obstacles what it must not cover
 */
export const choosePlace = (
  size: { width: number; height: number },
  view: { width: number; height: number },
  obstacles: readonly Box[],
  direction: Direction,
): Place => {
  const inView = obstacles.filter((box) => box.top < view.height && box.top + box.height > 0);
  const width = size.width + 2 * MARGIN;
  const enough = Math.min(size.height, LEAST);
  const places = CORNERS.map((corner): Place => {
    const isRight = corner.endsWith("end") === (direction === "ltr");
    const [left, right] = isRight ? [view.width - width, view.width] : [0, width];
    const beside = inView.filter((box) => box.left + box.width + MARGIN > left && box.left - MARGIN < right);
    const free = corner.startsWith("top")
      ? Math.min(view.height, ...beside.map((box) => box.top))
      : view.height - Math.max(0, ...beside.map((box) => box.top + box.height));
    return { corner, height: Math.max(0, free - 2 * MARGIN) };
  });
  const roomiest = places.reduce((best, place) => (place.height > best.height ? place : best));
  return places.find(({ height }) => height >= enough) ?? roomiest;
};
