import type { Ink, PixelBox } from './bitmap.ts';

/** An arrow is at least this wide, in points, */
const LEAST_POINTS = 4;
/** and between these high, as shares of its width. */
const [FLATTEST, STEEPEST] = [0.25, 0.85];
/** Its upper half is its lower half mirrored, in this share of their ink. */
const MIRRORED = 0.7;
/** Where its tip is looked at, as a share of its width, and where its shaft is. */
const TIP = 0.95;
const SHAFT = [0.1, 0.2, 0.3];
/** The strokes of a shaft stay within this share of the height round the middle. */
const SLENDER = 0.62;

/** Which arrow stands alone in a box of a line, by its shape; null where the ink is none. */
export function arrowIn(ink: Ink, box: PixelBox, scale: number): '→' | '⇒' | null {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (width < LEAST_POINTS * scale || height > STEEPEST * width || height < FLATTEST * width) return null;
  const strokes = SHAFT.map((share) => strokesAt(ink, box, share));
  const count = strokes[0]!;
  if (count === 0 || count > 2 || strokes.some((each) => each !== count)) return null;
  if (!endsInTip(ink, box) || !isMirrored(ink, box)) return null;
  return count === 1 ? '→' : '⇒';
}

const columnAt = ({ left, right }: PixelBox, share: number): number =>
  Math.min(right - 1, Math.round(left + share * (right - left - 1)));

/** How many strokes a column of the box crosses; none where they leave the middle of the height. */
function strokesAt({ width, data }: Ink, box: PixelBox, share: number): number {
  const x = columnAt(box, share);
  const height = box.bottom - box.top;
  const [highest, lowest] = [
    box.top + ((1 - SLENDER) / 2) * height,
    box.bottom - 1 - ((1 - SLENDER) / 2) * height,
  ];
  let count = 0;
  for (let y = box.top; y < box.bottom; y += 1) {
    if (data[y * width + x] === 0) continue;
    if (y < highest || y > lowest) return 0;
    if (y === box.top || data[(y - 1) * width + x] === 0) count += 1;
  }
  return count;
}

/** Whether the right end is a point in the middle of the height. */
function endsInTip({ width, data }: Ink, box: PixelBox): boolean {
  const x = columnAt(box, TIP);
  const height = box.bottom - box.top;
  let [first, last] = [-1, -1];
  for (let y = box.top; y < box.bottom; y += 1)
    if (data[y * width + x] === 1) {
      if (first < 0) first = y;
      last = y;
    }
  if (first < 0 || last - first > 0.45 * height) return false;
  return Math.abs((first + last) / 2 - (box.top + box.bottom - 1) / 2) < 0.15 * height;
}

function isMirrored({ width, data }: Ink, { left, top, right, bottom }: PixelBox): boolean {
  let [all, same] = [0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      if (data[y * width + x] === 0) continue;
      all += 1;
      same += data[(top + bottom - 1 - y) * width + x]!;
    }
  return same >= MIRRORED * all;
}
