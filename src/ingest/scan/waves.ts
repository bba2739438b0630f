import type { Ink, PixelBox } from './bitmap.ts';

/** A wave dash is so low, as a share of the line's height, */
const HIGHEST = 0.5;
/** and so flat, as a share of its width. */
const [FLATTEST, STEEPEST] = [0.12, 0.55];
/** Its hump stands above its dip by this share of its height. */
const SWING = 0.25;

/**
 * Whether the ink of a box is a wave dash: up, down through the middle of the line, and up again.
 *
 *     .##....#
 *     #..#..#.
 *     ....##..
 */
export function isWave(line: Ink, box: PixelBox): boolean {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (height > HIGHEST * line.height || height < FLATTEST * width || height > STEEPEST * width) return false;
  const middle = (box.top + box.bottom) / 2 / line.height;
  if (middle < 0.3 || middle > 0.7) return false;
  const [begin, hump, dip, end] = [
    [0, 0.06],
    [0.18, 0.36],
    [0.64, 0.82],
    [0.94, 1],
  ].map(([from, to]) => heightAt(line, box, from!, to!)) as [number, number, number, number];
  const swing = SWING * height;
  return dip - hump >= swing && begin - hump >= swing / 2 && dip - end >= swing / 2;
}

/** The mean row of the ink between two shares of the width. */
function heightAt(
  { width, data }: Ink,
  { left, top, right, bottom }: PixelBox,
  from: number,
  to: number,
): number {
  const first = left + Math.floor(from * (right - left - 1));
  const last = left + Math.ceil(to * (right - left - 1));
  let [sum, count] = [0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = first; x <= last; x += 1)
      if (data[y * width + x] === 1) {
        sum += y;
        count += 1;
      }
  return sum / count;
}
