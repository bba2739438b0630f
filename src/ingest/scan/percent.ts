import { cutOut, type Ink, inkBounds, type PixelBox } from './bitmap.ts';
import { type Hole, holesIn } from './holes.ts';

/** Longer lines are prose, in which the reader knows % well, as shares of the height. */
const LONGEST_LINE = 9;
/** The hole of a ring is at least and at most so large, as shares of the height of the line. */
const [SMALLEST_RING, LARGEST_RING] = [0.1, 0.5];
/** The rings of one sign differ in height by at most this share. */
const ALIKE = 0.45;
/** The middles of the rings are this far apart, as shares of the height. */
const [NEAREST, FARTHEST] = [0.25, 1.1];
/** Rows at the top and the foot of the line in which 9 and 6 have ink and % has none, as a share of the height. */
const END = 0.22;
/** They are looked at over the outer side of each ring's hole, as a share of its width: the stroke ends further in. */
const SIDE = 0.4;

/**
 * The place of a per cent sign that ends a line, told by its rings: 9 has ink below its ring and 6 above it, % has none.
 *
 *     .##..#.      .##..##.
 *     #..#.#.      #..##...
 *     .##.#..      .######.     readers take 40% for 4096
 *     ...#.##      ...##..#
 *     ..#.#..#     .##..##.
 *     ..#..##
 */
export function percentIn(ink: Ink, line: PixelBox): PixelBox | null {
  const height = line.bottom - line.top;
  if (line.right - line.left > LONGEST_LINE * height) return null;
  const cut = cutOut(ink, line);
  const rings = holesIn(cut).filter(
    (hole) => heightOf(hole) >= SMALLEST_RING * height && heightOf(hole) <= LARGEST_RING * height,
  );
  const [upper, lower] = rings.slice(-2);
  if (upper === undefined || lower === undefined) return null;
  const between = lower.x - upper.x;
  const isPair =
    upper.y < height / 2 &&
    lower.y > height / 2 &&
    between >= NEAREST * height &&
    between <= FARTHEST * height &&
    Math.abs(heightOf(upper) - heightOf(lower)) <= ALIKE * Math.max(heightOf(upper), heightOf(lower));
  if (!isPair) return null;
  const end = Math.round(END * height);
  const [first, last] = [upper, lower].map(({ left, right }) =>
    Math.max(1, Math.round(SIDE * (right - left))),
  );
  const below = { left: upper.left, right: upper.left + first!, top: height - end, bottom: height };
  const above = { left: lower.right - last!, right: lower.right, top: 0, bottom: end };
  if (inkBounds(cut, below) !== null || inkBounds(cut, above) !== null) return null;
  // nothing stands behind the lower ring but its own stroke
  const stroke = strokeOf(cut, lower);
  if (cut.width - lower.right > 2.5 * stroke + 1) return null;
  const left = Math.max(0, upper.left - strokeLeftOf(cut, upper));
  return left <= stroke ? null : { ...line, left: line.left + left };
}

const heightOf = ({ top, bottom }: Hole): number => bottom - top;

/** How thick the stroke right of a hole is, in its middle row. */
function strokeOf({ width, data }: Ink, { right, y }: Hole): number {
  const row = Math.round(y) * width;
  let x = right;
  while (x < width && data[row + x] === 0) x += 1;
  const from = x;
  while (x < width && data[row + x] === 1) x += 1;
  return x - from;
}

/** How far the stroke left of a hole reaches, in its middle row. */
function strokeLeftOf({ width, data }: Ink, { left, y, top, bottom }: Hole): number {
  const row = Math.round(y) * width;
  let x = left - 1;
  while (x >= 0 && data[row + x] === 1) x -= 1;
  // where the ring touches the digit before it, it is taken to be as thick as a ring of its size is
  return Math.min(left - 1 - x, Math.ceil((bottom - top) * 0.8));
}
