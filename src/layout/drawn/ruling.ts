import type { Rule } from '../../model/index.ts';

/** A straight stretch of ruling: `at` across it, `from`–`to` along it, in points. */
export interface Stretch {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Ruling {
  readonly horizontal: readonly Stretch[];
  readonly vertical: readonly Stretch[];
}

/** Pieces of one line stand within this of each other across it. */
const SAME_LINE_POINTS = 0.8;
/** Dashes and dots of one line leave at most this much free between them. */
const DASH_GAP_POINTS = 3.6;
/** A dot is as wide as high: it may belong to a line either way. */
const DOT_POINTS = 3.2;
/** A joined line shorter than this rules nothing: no cell is as small. */
const LEAST_POINTS = 5;

/** Joins the pieces producers draw lines from: border by border, dash by dash, twice over. */
export function joinRules(rules: readonly Rule[]): Ruling {
  const horizontal: Stretch[] = [];
  const vertical: Stretch[] = [];
  for (const { x0, y0, x1, y1 } of rules) {
    const width = x1 - x0;
    const height = y1 - y0;
    if (width >= height || width <= DOT_POINTS) {
      if (height <= DOT_POINTS) horizontal.push({ at: (y0 + y1) / 2, from: x0, to: x1 });
    }
    if (height > width || height <= DOT_POINTS) {
      if (width <= DOT_POINTS) vertical.push({ at: (x0 + x1) / 2, from: y0, to: y1 });
    }
  }
  return { horizontal: joinStretches(horizontal), vertical: joinStretches(vertical) };
}

function joinStretches(stretches: Stretch[]): Stretch[] {
  stretches.sort((a, b) => a.at - b.at);
  const joined: Stretch[] = [];
  for (let start = 0; start < stretches.length; ) {
    let end = start + 1;
    while (end < stretches.length && stretches[end]!.at - stretches[end - 1]!.at <= SAME_LINE_POINTS)
      end += 1;
    joinLine(stretches.slice(start, end), joined);
    start = end;
  }
  return joined;
}

/** Joins the pieces of one line from its beginning to its end. */
function joinLine(pieces: Stretch[], joined: Stretch[]): void {
  pieces.sort((a, b) => a.from - b.from);
  let open: { sum: number; count: number; from: number; to: number } | null = null;
  const close = (): void => {
    if (open !== null && open.to - open.from >= LEAST_POINTS)
      joined.push({ at: open.sum / open.count, from: open.from, to: open.to });
  };
  for (const { at, from, to } of pieces) {
    if (open !== null && from - open.to <= DASH_GAP_POINTS) {
      open.to = Math.max(open.to, to);
      open.sum += at;
      open.count += 1;
    } else {
      close();
      open = { sum: at, count: 1, from, to };
    }
  }
  close();
}
