import type { Locator } from 'playwright-core';
import sharp from 'sharp';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** whether the pixel at a place is near a colour */
  readonly is: (x: number, y: number, color: readonly [number, number, number]) => boolean;
}

/** How far a channel may be off where edges are smoothed. */
const TOLERANCE = 12;

/** What an element looks like on the screen. */
export async function pixelsOf(element: Locator): Promise<Pixels> {
  const { data, info } = await sharp(await element.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return {
    width,
    height,
    is: (x, y, color) =>
      color.every((value, channel) => Math.abs(data[(y * width + x) * 3 + channel]! - value) <= TOLERANCE),
  };
}

/** The bounding box of all pixels of a colour: [left, top, right, bottom]; null where there is none. */
export function extentOf(
  { width, height, is }: Pixels,
  color: readonly [number, number, number],
): readonly [number, number, number, number] | null {
  let extent: [number, number, number, number] | null = null;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (!is(x, y, color)) continue;
      extent ??= [x, y, x, y];
      extent = [
        Math.min(extent[0], x),
        Math.min(extent[1], y),
        Math.max(extent[2], x),
        Math.max(extent[3], y),
      ];
    }
  return extent;
}
