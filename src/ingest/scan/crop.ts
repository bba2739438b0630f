import type { Grey, Ink, PixelBox } from './bitmap.ts';

/** A part of a page made ready for reading, and where its upper left corner stands on the page. */
export interface Crop {
  readonly grey: Grey;
  readonly left: number;
  readonly top: number;
}

/** Paper round a crop, in points: the reader wants some on every side, and reads a little otherwise with more of it. */
export const PADDING_POINTS = 2.4;
export const WIDE_PADDING_POINTS = 4;
/** The soft edge of a stroke reaches this far beyond its ink, in points. */
const SOFT_POINTS = 0.5;

/** Cuts a part out of a page: strokes with their soft edges, all else in the one colour its paper has. */
export function cropOf(grey: Grey, ink: Ink, box: PixelBox, scale: number, paddingPoints: number): Crop {
  const padding = Math.round(paddingPoints * scale);
  const soft = Math.max(1, Math.round(SOFT_POINTS * scale));
  const width = box.right - box.left + 2 * padding;
  const height = box.bottom - box.top + 2 * padding;
  const data = new Uint8Array(width * height).fill(paperOf(grey, ink, box));
  const near = nearInk(ink, box, soft);
  const across = box.right - box.left;
  for (let y = box.top; y < box.bottom; y += 1) {
    const to = (y - box.top + padding) * width + padding;
    for (let x = box.left; x < box.right; x += 1) {
      const at = x - box.left;
      if (near[(y - box.top) * across + at] === 1) data[to + at] = grey.data[y * grey.width + x]!;
    }
  }
  return { grey: { width, height, data }, left: box.left - padding, top: box.top - padding };
}

/** Crops beside each other, each in the middle of the height; places on the page are those of the first. */
export function rowOfCrops(crops: readonly Crop[]): Crop {
  const first = crops[0]!;
  if (crops.length === 1) return first;
  const width = crops.reduce((sum, { grey }) => sum + grey.width, 0);
  const height = Math.max(...crops.map(({ grey }) => grey.height));
  const data = new Uint8Array(width * height).fill(first.grey.data[0]!);
  let left = 0;
  for (const { grey } of crops) {
    const top = Math.floor((height - grey.height) / 2);
    for (let y = 0; y < grey.height; y += 1)
      data.set(grey.data.subarray(y * grey.width, (y + 1) * grey.width), (top + y) * width + left);
    left += grey.width;
  }
  return { grey: { width, height, data }, left: first.left, top: first.top };
}

/** The shade in the middle of those that are no ink; white where all is ink. */
export function paperOf(grey: Grey, ink: Ink, { left, top, right, bottom }: PixelBox): number {
  const shades = new Uint32Array(256);
  let count = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left, at = y * grey.width + left; x < right; x += 1, at += 1)
      if (ink.data[at] === 0) {
        shades[grey.data[at]!]! += 1;
        count += 1;
      }
  let darker = 0;
  for (let shade = 0; shade < 256; shade += 1) {
    darker += shades[shade]!;
    if (darker * 2 > count) return shade;
  }
  return 255;
}

/** Which pixels of a box stand within a reach of its ink: first along rows, then along columns. */
function nearInk(ink: Ink, { left, top, right, bottom }: PixelBox, reach: number): Uint8Array {
  const width = right - left;
  const height = bottom - top;
  const along = new Uint8Array(width * height);
  const near = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (ink.data[(y + top) * ink.width + x + left] === 1)
        along.fill(1, y * width + Math.max(0, x - reach), y * width + Math.min(width, x + reach + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (along[y * width + x] === 1)
        for (let ny = Math.max(0, y - reach); ny <= Math.min(height - 1, y + reach); ny += 1)
          near[ny * width + x] = 1;
  return near;
}

/** A picture as a portable greymap (PGM), which is all bytes and no work. */
export function pgmOf({ width, height, data }: Grey): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
}
