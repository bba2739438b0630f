import type { Canvas } from '@napi-rs/canvas';
import type { Grey } from './bitmap.ts';

/** A drawn page in shades of grey (luma after ITU-R BT.601). */
export function greyOf(canvas: Canvas): Grey {
  const { width, height } = canvas;
  const colours = canvas.data();
  const data = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < data.length; at += 1, from += 4)
    data[at] = (colours[from]! * 77 + colours[from + 1]! * 150 + colours[from + 2]! * 29) >> 8;
  return { width, height, data };
}
