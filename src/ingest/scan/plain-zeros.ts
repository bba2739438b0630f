import type { Grey, Ink, PixelBox } from './bitmap.ts';
import { type Hole, holesIn } from './holes.ts';
import { type Blot, eachBlot } from './specks.ts';

/** Noughts are between these high, in points, */
const [LOWEST_POINTS, HIGHEST_POINTS] = [3.5, 24];
/** and between these wide, as shares of their height. */
const [NARROWEST, WIDEST] = [0.35, 0.8];
/** A slash leaves two holes, each with at least this share of the box, */
const LEAST_HOLE = 0.03;
/** one up to the left of the other by these shares of the width and the height. */
const [ASIDE, BELOW, FAR_BELOW] = [0.1, 0.05, 0.45];

/**
 * Makes slashed noughts plain ones, which readers take for 9, 8 and 6 else. The picture and its ink are changed.
 *
 *     .####.      .####.
 *     ##..##      ##..##
 *     ##.###      ##..##
 *     ######  →   ##..##
 *     ###.##      ##..##
 *     ##..##      ##..##
 *     .####.      .####.
 */
export function makeZerosPlain(grey: Grey, ink: Ink, scale: number): void {
  eachBlot(ink, ({ box, pixels }) => {
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    if (height < LOWEST_POINTS * scale || height > HIGHEST_POINTS * scale) return;
    if (width < NARROWEST * height || width > WIDEST * height) return;
    const [left, right, ...more] = holesIn(aloneIn(box, pixels, ink.width)).filter(
      ({ area }) => area >= LEAST_HOLE * width * height,
    );
    if (left === undefined || right === undefined || more.length > 0) return;
    const below = right.y - left.y;
    if (right.x - left.x < ASIDE * width || below < BELOW * height || below > FAR_BELOW * height) return;
    paintBetween(grey, ink, box, left, right);
  });
}

/** A blot by itself. */
function aloneIn({ left, top, right, bottom }: PixelBox, pixels: Blot['pixels'], pageWidth: number): Ink {
  const [width, height] = [right - left, bottom - top];
  const data = new Uint8Array(width * height);
  for (const at of pixels) {
    const x = at % pageWidth;
    data[((at - x) / pageWidth - top) * width + x - left] = 1;
  }
  return { width, height, data };
}

/** Paints paper between the outer sides of two holes; where a row has one of them, as far as the other side mirrors it. */
function paintBetween(grey: Grey, ink: Ink, box: PixelBox, left: Hole, right: Hole): void {
  const shadeOf = ({ x, y }: Hole): number =>
    grey.data[(Math.round(y) + box.top) * grey.width + Math.round(x) + box.left]!;
  const paper = Math.max(shadeOf(left), shadeOf(right));
  const side = box.right - box.left - 1;
  for (let row = left.top; row < right.bottom; row += 1) {
    const [leftRow, rightRow] = [left.rows[row - left.top], right.rows[row - right.top]];
    if (leftRow === undefined && rightRow === undefined) continue;
    const from = leftRow?.[0] ?? side - rightRow![1];
    const to = rightRow?.[1] ?? side - leftRow![0];
    const at = (row + box.top) * ink.width + box.left;
    ink.data.fill(0, at + from, at + to + 1);
    grey.data.fill(paper, at + from, at + to + 1);
  }
}
