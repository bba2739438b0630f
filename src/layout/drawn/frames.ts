import type { Box } from '../../model/index.ts';
import type { Ruling, Stretch } from './ruling.ts';

/** Lines that touch: a table, a box around a text, a drawing. */
export interface Frame {
  readonly box: Box;
  readonly horizontal: readonly Stretch[];
  readonly vertical: readonly Stretch[];
}

/** Lines this near to each other touch. */
const TOUCH_POINTS = 2;

/** Groups lines that touch or cross. Horizontal lines that no vertical one touches stand alone. */
export function framesOf({ horizontal, vertical }: Ruling): Frame[] {
  const verticals = vertical.toSorted((a, b) => a.at - b.at);
  const sets = new DisjointSets(horizontal.length + verticals.length);
  for (const [h, { at, from, to }] of horizontal.entries()) {
    for (let v = firstAtLeast(verticals, from - TOUCH_POINTS); v < verticals.length; v += 1) {
      const line = verticals[v]!;
      if (line.at > to + TOUCH_POINTS) break;
      if (line.from - TOUCH_POINTS <= at && at <= line.to + TOUCH_POINTS) sets.join(h, horizontal.length + v);
    }
  }
  const frames = new Map<number, { horizontal: Stretch[]; vertical: Stretch[] }>();
  const frameOf = (member: number) => {
    const root = sets.rootOf(member);
    const frame = frames.get(root) ?? { horizontal: [], vertical: [] };
    frames.set(root, frame);
    return frame;
  };
  for (const [h, line] of horizontal.entries()) frameOf(h).horizontal.push(line);
  for (const [v, line] of verticals.entries()) frameOf(horizontal.length + v).vertical.push(line);
  return [...frames.values()].map((frame) => ({ ...frame, box: boxAround(frame) }));
}

function boxAround({ horizontal, vertical }: Omit<Frame, 'box'>): Box {
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity];
  for (const { at, from, to } of horizontal) {
    x0 = Math.min(x0, from);
    x1 = Math.max(x1, to);
    y0 = Math.min(y0, at);
    y1 = Math.max(y1, at);
  }
  for (const { at, from, to } of vertical) {
    x0 = Math.min(x0, at);
    x1 = Math.max(x1, at);
    y0 = Math.min(y0, from);
    y1 = Math.max(y1, to);
  }
  return [x0, y0, x1, y1];
}

/** The first of sorted lines that stands at `least` or beyond. */
function firstAtLeast(lines: readonly Stretch[], least: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.at < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which members belong together (Tarjan 1975, path halving). */
export class DisjointSets {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, i) => i);
  }

  rootOf(member: number): number {
    const parents = this.#parents;
    let at = member;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }

  join(a: number, b: number): void {
    this.#parents[this.rootOf(b)] = this.rootOf(a);
  }
}
