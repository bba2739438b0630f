import type { Ink, PixelBox } from './bitmap.ts';

/** Ink that hangs together. */
export interface Blot {
  readonly box: PixelBox;
  /** in pixels */
  readonly area: number;
  /** where its pixels stand in the picture */
  readonly pixels: Int32Array;
}

/** Ink that hangs together, over sides and corners, blot by blot. */
export function eachBlot({ width, height, data }: Ink, visit: (blot: Blot) => void): void {
  const seen = new Uint8Array(width * height);
  let pixels = new Int32Array(1024);
  for (let start = 0; start < data.length; start += 1) {
    if (data[start] === 0 || seen[start] === 1) continue;
    let [left, right, top, bottom] = [width, 0, height, 0];
    let count = 1;
    pixels[0] = start;
    seen[start] = 1;
    for (let next = 0; next < count; next += 1) {
      const at = pixels[next]!;
      const x = at % width;
      const y = (at - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      if (count + 8 > pixels.length) {
        const more = new Int32Array(pixels.length * 2);
        more.set(pixels);
        pixels = more;
      }
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
          const neighbour = ny * width + nx;
          if (data[neighbour] === 0 || seen[neighbour] === 1) continue;
          seen[neighbour] = 1;
          pixels[count] = neighbour;
          count += 1;
        }
    }
    visit({ box: { left, top, right, bottom }, area: count, pixels: pixels.subarray(0, count) });
  }
}

/** A speck is at most this large, in square points: a full stop of 8-point type is larger. */
const SPECK_SQUARE_POINTS = 0.5;
/** Far from all other ink a speck may be as large as a middle dot. */
const LONE_SPECK_SQUARE_POINTS = 0.9;
/** Ink is far where none stands in the neighbouring squares of this side, in points. */
const FAR_POINTS = 6;

/**
 * The ink without specks of dust.
 *
 * @param scale pixels a point
 */
export function withoutSpecks(ink: Ink, scale: number): Ink {
  const data = ink.data.slice();
  const remove = (blot: Blot): void => {
    for (const at of blot.pixels) data[at] = 0;
  };
  const strokes = new Set<string>();
  const small: Blot[] = [];
  const squareOf = (pixels: number): number => Math.floor(pixels / (FAR_POINTS * scale));
  eachBlot(ink, (blot) => {
    const squarePoints = blot.area / (scale * scale);
    if (squarePoints <= SPECK_SQUARE_POINTS) remove(blot);
    else if (squarePoints <= LONE_SPECK_SQUARE_POINTS) small.push({ ...blot, pixels: blot.pixels.slice() });
    else {
      const { left, top, right, bottom } = blot.box;
      for (let y = squareOf(top); y <= squareOf(bottom); y += 1)
        for (let x = squareOf(left); x <= squareOf(right); x += 1) strokes.add(`${x} ${y}`);
    }
  });
  for (const blot of small) {
    const [column, row] = [squareOf(blot.box.left), squareOf(blot.box.top)];
    const isLone = [-1, 0, 1].every((dy) =>
      [-1, 0, 1].every((dx) => !strokes.has(`${column + dx} ${row + dy}`)),
    );
    if (isLone) remove(blot);
  }
  return { ...ink, data };
}
