import type { Ink } from './bitmap.ts';

/** Paper that ink encloses, in pixels of the picture. */
export interface Hole {
  readonly left: number;
  readonly top: number;
  /** right and lower sides are outside */
  readonly right: number;
  readonly bottom: number;
  /** its middle */
  readonly x: number;
  readonly y: number;
  readonly area: number;
  /** first and last column of each of its rows, from `top` on */
  readonly rows: readonly (readonly [first: number, last: number])[];
}

const INK = 1;
const SEEN = 2;

/** The holes in the ink of a picture, from left to right. Paper that reaches a side is no hole. */
export function holesIn({ width, height, data }: Ink): Hole[] {
  const field = data.slice();
  for (let x = 0; x < width; x += 1) {
    fillFrom(x, field, width);
    fillFrom((height - 1) * width + x, field, width);
  }
  for (let y = 0; y < height; y += 1) {
    fillFrom(y * width, field, width);
    fillFrom(y * width + width - 1, field, width);
  }
  const holes: Hole[] = [];
  for (let at = 0; at < field.length; at += 1)
    if (field[at] !== INK && field[at] !== SEEN) holes.push(holeOf(fillFrom(at, field, width), width));
  return holes.sort((a, b) => a.x - b.x);
}

function holeOf(places: readonly number[], width: number): Hole {
  const rows = new Map<number, [number, number]>();
  let [sumX, sumY] = [0, 0];
  for (const at of places) {
    const x = at % width;
    const y = (at - x) / width;
    sumX += x;
    sumY += y;
    const row = rows.get(y);
    if (row === undefined) rows.set(y, [x, x]);
    else {
      row[0] = Math.min(row[0], x);
      row[1] = Math.max(row[1], x);
    }
  }
  const top = Math.min(...rows.keys());
  const sides = [...rows.entries()].toSorted(([a], [b]) => a - b).map(([, row]) => row);
  return {
    left: Math.min(...sides.map(([first]) => first)),
    right: Math.max(...sides.map(([, last]) => last)) + 1,
    top,
    bottom: top + sides.length,
    x: sumX / places.length,
    y: sumY / places.length,
    area: places.length,
    rows: sides,
  };
}

/** The paper that hangs together with a place over sides, not seen before; from here on it is. */
function fillFrom(start: number, field: Uint8Array, width: number): number[] {
  if (field[start] !== 0) return [];
  const places = [start];
  field[start] = SEEN;
  for (let next = 0; next < places.length; next += 1) {
    const at = places[next]!;
    const x = at % width;
    for (const beside of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width])
      if (field[beside] === 0) {
        field[beside] = SEEN;
        places.push(beside);
      }
  }
  return places;
}
