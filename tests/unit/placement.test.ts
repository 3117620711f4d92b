import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Place } from "../../extension/core/placement.ts";
import { choosePlace } from "../../extension/core/placement.ts";

type Box = Parameters<typeof choosePlace>[2][number];

const VIEW = { width: 1280, height: 720 };
/** With its margins it takes 324 CSS pixels across. */
const SIZE = { width: 300, height: 200 };

const box = (left: number, top: number, width = 100, height = 40): Box => ({ left, top, width, height });
const bottomRight = box(1000, 660);
const topRight = box(1000, 20);
const bottomLeft = box(100, 660);
const topLeft = box(100, 20);

describe("the first corner in which it covers nothing", () => {
  const cases: Record<string, [obstacles: Box[], place: Place]> = {
    "nothing is in the way": [[], { corner: "bottom-end", height: 696 }],
    "something is in the middle": [[box(600, 340)], { corner: "bottom-end", height: 696 }],
    "something is at the bottom": [[bottomRight], { corner: "top-end", height: 636 }],
    "something is above, with room below it": [[topRight], { corner: "bottom-end", height: 636 }],
    "something is at both ends of that side": [
      [topRight, bottomRight],
      { corner: "bottom-start", height: 696 },
    ],
    "something is everywhere but in one corner": [
      [topRight, bottomRight, bottomLeft],
      { corner: "top-start", height: 636 },
    ],
    "something is wholly below what is in view": [[box(1000, 720)], { corner: "bottom-end", height: 696 }],
    "something is wholly above what is in view": [[box(1000, -40)], { corner: "bottom-end", height: 696 }],
    "something is partly below what is in view": [[box(1000, 700)], { corner: "top-end", height: 676 }],
    "something is partly above what is in view": [
      [box(1000, -20), bottomRight],
      { corner: "bottom-start", height: 696 },
    ],
  };
  for (const [name, [obstacles, place]] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(choosePlace(SIZE, VIEW, obstacles, "ltr"), place));
  }
});

describe("what is beside it", () => {
  const cases: Record<string, [left: number, direction: "ltr" | "rtl", corner: Place["corner"]]> = {
    "a margin away is not in its way": [844, "ltr", "bottom-end"],
    "within the margin is": [845, "ltr", "top-end"],
    "a margin away on the other side is not": [336, "rtl", "bottom-end"],
    "within the margin on the other side is": [335, "rtl", "top-end"],
  };
  for (const [name, [left, direction, corner]] of Object.entries(cases)) {
    test(name, () => assert.equal(choosePlace(SIZE, VIEW, [box(left, 660)], direction).corner, corner));
  }
});

describe("where the end is on the left", () => {
  const cases: Record<string, [obstacles: Box[], place: Place]> = {
    "nothing is in the way": [[], { corner: "bottom-end", height: 696 }],
    "something is on the right": [[bottomRight, topRight], { corner: "bottom-end", height: 696 }],
    "something is on the left": [[bottomLeft, topLeft], { corner: "bottom-start", height: 696 }],
    "something is at the bottom left": [[bottomLeft], { corner: "top-end", height: 636 }],
  };
  for (const [name, [obstacles, place]] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(choosePlace(SIZE, VIEW, obstacles, "rtl"), place));
  }
});

describe("how much room is enough", () => {
  /** Leaves so many CSS pixels below it on the right. */
  const leaving = (height: number): Box => box(1000, 0, 100, VIEW.height - 24 - height);
  const cornerOf = (height: number, room: number) => {
    const place = choosePlace({ width: 300, height }, VIEW, [leaving(room)], "ltr");
    return place.corner;
  };
  test("its own height", () => assert.equal(cornerOf(200, 200), "bottom-end"));
  test("not less", () => assert.equal(cornerOf(200, 199), "bottom-start"));
  test("for a long one as much as can be read by scrolling", () => {
    assert.equal(cornerOf(900, 260), "bottom-end");
  });
  test("not less for that", () => assert.equal(cornerOf(900, 259), "bottom-start"));
});

describe("where no corner has enough room, the roomiest", () => {
  const wall = (top: number, height: number): Box => box(0, top, 1280, height);
  const right = (top: number, height: number): Box => box(900, top, 380, height);
  const cases: Record<string, [obstacles: Box[], place: Place]> = {
    "below a wall": [[wall(100, 500)], { corner: "bottom-end", height: 96 }],
    "above a wall": [[wall(200, 500)], { corner: "top-end", height: 176 }],
    "beside a wall that is thicker on one side": [
      [wall(120, 480), right(60, 600)],
      { corner: "bottom-start", height: 96 },
    ],
    "the first of those that are the same": [[wall(120, 480)], { corner: "bottom-end", height: 96 }],
  };
  for (const [name, [obstacles, place]] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(choosePlace(SIZE, VIEW, obstacles, "ltr"), place));
  }
});
