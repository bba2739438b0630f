import type { Grey, Ink } from '../../../src/ingest/scan/bitmap.ts';

/** A picture drawn in characters: # ink, anything else paper. */
export function inkFrom(rows: readonly string[]): Ink {
  const width = Math.max(...rows.map((row) => row.length));
  const data = new Uint8Array(width * rows.length);
  for (const [y, row] of rows.entries())
    for (const [x, character] of Array.from(row).entries()) if (character === '#') data[y * width + x] = 1;
  return { width, height: rows.length, data };
}

export function paper(width: number, height: number, shade = 255): Grey {
  return { width, height, data: new Uint8Array(width * height).fill(shade) };
}

/** Fills a part of a picture, right and lower sides outside. */
export function fill(
  { width, data }: Grey | Ink,
  [left, top, right, bottom]: readonly [number, number, number, number],
  shade: number,
): void {
  for (let y = top; y < bottom; y += 1) data.fill(shade, y * width + left, y * width + right);
}

export const blank = (width: number, height: number): Ink => paper(width, height, 0);
