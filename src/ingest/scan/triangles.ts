import type { Ink, PixelBox } from './bitmap.ts';

/** A triangle is this many times as wide as high. */
const [NARROWEST, WIDEST] = [0.8, 1.45];
/** Its sides run straight from its tip to its corners, to within this share of its width. */
const STRAIGHT = 0.13;
/** Rows looked at, as shares of the height from the tip: the tip itself and the base are soft. */
const ROWS = [0.12, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
/** A filled one has this share of ink between its sides, an outlined one at most this in its middle. */
const [FILLED, EMPTY] = [0.9, 0.1];

/** Which triangle stands alone in a box, by its straight sides: △ ▲ ▽ ▼; null where the ink is none. */
export function triangleIn(ink: Ink, box: PixelBox): '△' | '▲' | '▽' | '▼' | null {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (width < NARROWEST * height || width > WIDEST * height) return null;
  if (hasStraightSides(ink, box, 'up')) return fillOf(ink, box, 'up', '△', '▲');
  return hasStraightSides(ink, box, 'down') ? fillOf(ink, box, 'down', '▽', '▼') : null;
}

type Tip = 'up' | 'down';

const rowAt = ({ top, bottom }: PixelBox, tip: Tip, share: number): number => {
  const from = Math.round(share * (bottom - top - 1));
  return tip === 'up' ? top + from : bottom - 1 - from;
};

function hasStraightSides({ width, data }: Ink, box: PixelBox, tip: Tip): boolean {
  const across = box.right - box.left;
  return ROWS.every((share) => {
    const row = rowAt(box, tip, share) * width;
    const [first, last] = [
      data.indexOf(1, row + box.left) - row,
      data.lastIndexOf(1, row + box.right - 1) - row,
    ];
    if (first < box.left || first >= box.right || last < box.left) return false;
    const expected = ((1 - share) / 2) * across;
    return (
      Math.abs(first - box.left - expected) <= STRAIGHT * across &&
      Math.abs(box.right - 1 - last - expected) <= STRAIGHT * across
    );
  });
}

function fillOf<T>({ width, data }: Ink, box: PixelBox, tip: Tip, outlined: T, filled: T): T | null {
  const inside = [0.45, 0.55, 0.65, 0.72].flatMap((share) => {
    const row = rowAt(box, tip, share) * width;
    const middle = (box.left + box.right - 1) / 2;
    const reach = Math.max(1, Math.round(((share - 0.3) / 2) * (box.right - box.left) * 0.6));
    return Array.from(data.subarray(row + Math.ceil(middle - reach), row + Math.floor(middle + reach) + 1));
  });
  const share = inside.reduce((sum, each) => sum + each, 0) / inside.length;
  if (share >= FILLED) return filled;
  return share <= EMPTY && hasBase({ width, data } as Ink, box, tip) ? outlined : null;
}

/** The base is a stroke from side to side; that of A is two feet. */
function hasBase({ width, data }: Ink, box: PixelBox, tip: Tip): boolean {
  let columns = 0;
  for (let x = box.left; x < box.right; x += 1) {
    const isInk = [0.78, 0.82, 0.86, 0.9, 0.94, 1].some(
      (share) => data[rowAt(box, tip, share) * width + x] === 1,
    );
    if (isInk) columns += 1;
  }
  return columns >= 0.85 * (box.right - box.left);
}
