import type { Ink, PixelBox } from './bitmap.ts';
import { triangleIn } from './triangles.ts';

/** A mark is at least as high or wide as this, in points. */
const LEAST_POINTS = 3;
/** Marks but dashes are nearly as wide as high. */
const ROUND = 0.72;
/** A dash is this many times as wide as high. */
const DASH = 2;
/** A dash is at most this high, in points. */
const DASH_POINTS = 2.2;
/** A full-width dash is at least this wide, in points. */
const WIDE_DASH_POINTS = 5;
/** Rings have less than this share of their box in ink. */
const FILLED = 0.42;

/**
 * Which mark stands alone in a box, by its shape: ○ ◎ △ × — ▼. Readers of text know marks badly; alone in a cell they are
 * told by their holes and by where their ink lies. Null where the ink is none of them.
 */
export function markIn(ink: Ink, box: PixelBox, scale: number): string | null {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (Math.max(width, height) < LEAST_POINTS * scale * 0.7) return null;
  if (width >= DASH * height && height <= DASH_POINTS * scale && isBar(ink, box))
    return width >= WIDE_DASH_POINTS * scale ? '—' : '-';
  if (Math.min(width, height) < ROUND * Math.max(width, height)) return null;
  if (Math.max(width, height) < LEAST_POINTS * scale) return null;
  const depth = ringsAround(ink, box);
  const [upper, lower] = [spreadOf(ink, box, 0.12), spreadOf(ink, box, 0.88)];
  const triangle = triangleIn(ink, box);
  if (triangle !== null) return triangle;
  if (depth === 0) return isCross(ink, box) ? '×' : null;
  if (shareOf(ink, box) > FILLED) return null;
  if (depth === 2) return isRound(upper, lower) ? '◎' : null;
  return isRound(upper, lower) && isEmptyInside(ink, box) ? '○' : null;
}

/** The arcs of a ring are half as wide as it near its top and foot. */
const isRound = (upper: number, lower: number): boolean =>
  upper > 0.35 && upper < 0.85 && lower > 0.35 && lower < 0.85;

function shareOf({ width, data }: Ink, { left, top, right, bottom }: PixelBox): number {
  let count = 0;
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) count += data[y * width + x]!;
  return count / ((right - left) * (bottom - top));
}

const isBar = (ink: Ink, box: PixelBox): boolean => shareOf(ink, box) > 0.6;

/** How far the ink of a row, at a share of the height, reaches from left to right, as a share of the width. */
function spreadOf({ width, data }: Ink, { left, top, right, bottom }: PixelBox, at: number): number {
  const y = Math.min(bottom - 1, Math.round(top + at * (bottom - top - 1)));
  let [first, last] = [-1, -1];
  for (let x = left; x < right; x += 1)
    if (data[y * width + x] === 1) {
      if (first < 0) first = x;
      last = x;
    }
  return first < 0 ? 0 : (last - first + 1) / (right - left);
}

/** How many rings lie round the middle: crossings of ink on the way out, the fewest over four ways. */
function ringsAround({ width, data }: Ink, { left, top, right, bottom }: PixelBox): number {
  const [x0, y0] = [Math.floor((left + right) / 2), Math.floor((top + bottom) / 2)];
  const ways = [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const;
  const crossings = ways.map(([dx, dy]) => {
    let count = 0;
    let before = data[y0 * width + x0]!;
    if (before === 1) return 0;
    for (let x = x0, y = y0; x >= left && x < right && y >= top && y < bottom; x += dx, y += dy) {
      const now = data[y * width + x]!;
      if (now === 1 && before === 0) count += 1;
      before = now;
    }
    return count;
  });
  const [least, most] = [Math.min(...crossings), Math.max(...crossings)];
  return least === most ? least : 0;
}

/** Nothing but paper in the middle of a ring. */
function isEmptyInside({ width, data }: Ink, { left, top, right, bottom }: PixelBox): boolean {
  const inset = 0.28;
  const [w, h] = [right - left, bottom - top];
  for (let y = Math.round(top + inset * h); y < bottom - inset * h; y += 1)
    for (let x = Math.round(left + inset * w); x < right - inset * w; x += 1)
      if (data[y * width + x] === 1) return false;
  return true;
}

/** Ink along both diagonals, paper at the middle of each side. */
function isCross({ width, data }: Ink, { left, top, right, bottom }: PixelBox): boolean {
  const [w, h] = [right - left, bottom - top];
  const isInk = (x: number, y: number): boolean => {
    const [px, py] = [Math.round(left + x * (w - 1)), Math.round(top + y * (h - 1))];
    for (let dy = -1; dy <= 1; dy += 1)
      for (let dx = -1; dx <= 1; dx += 1) if (data[(py + dy) * width + px + dx] === 1) return true;
    return false;
  };
  const along = [0.15, 0.3, 0.5, 0.7, 0.85];
  return (
    along.every((at) => isInk(at, at) && isInk(at, 1 - at)) &&
    [
      [0.5, 0.12],
      [0.5, 0.88],
      [0.12, 0.5],
      [0.88, 0.5],
    ].every(([x, y]) => !isInk(x!, y!))
  );
}
