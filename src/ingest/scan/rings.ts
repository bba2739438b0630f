import type { Ink, PixelBox } from './bitmap.ts';
import { eachBlot } from './specks.ts';

/** A ring as drawn round a circled digit is nearly as wide as high. */
const ROUND = 0.8;
/** It is no smaller, in points: the noughts of 8-point type are narrower. */
const LEAST_POINTS = 4.5;
/** And no larger. */
const MOST_POINTS = 24;

/** Rings with something in them: circled digits. The middle of a character tells whether it stands in one. */
export function filledRings(ink: Ink, scale: number): (x: number, y: number) => boolean {
  const rings: PixelBox[] = [];
  const others: PixelBox[] = [];
  eachBlot(ink, ({ box }) => {
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    if (Math.max(width, height) > MOST_POINTS * scale) return;
    const isRound = Math.min(width, height) >= ROUND * Math.max(width, height);
    (isRound && width >= LEAST_POINTS * scale ? rings : others).push(box);
  });
  const filled = rings.filter((ring) => others.some((inner) => isInside(inner, ring)));
  return (x, y) =>
    filled.some((ring) => ring.left <= x && x < ring.right && ring.top <= y && y < ring.bottom);
}

const isInside = (inner: PixelBox, { left, top, right, bottom }: PixelBox): boolean =>
  left < inner.left && inner.right < right && top < inner.top && inner.bottom < bottom;
