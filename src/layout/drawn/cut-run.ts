import type { GlyphRun } from '../../model/index.ts';

/** The part of a run from one code point up to another, without blanks at its ends; null where nothing is left. */
export function cutRun(run: GlyphRun, from: number, to: number): GlyphRun | null {
  const points = Array.from(run.text);
  let first = from;
  let last = to;
  while (first < last && isBlank(points[first]!)) first += 1;
  while (last > first && isBlank(points[last - 1]!)) last -= 1;
  if (first === last) return null;
  if (first === 0 && last === points.length) return run;
  const edges = run.edges.slice(first, last + 1);
  const [x0, y0, x1, y1] = run.box;
  const begin = edges[0]!;
  const end = edges.at(-1)!;
  return {
    ...run,
    text: points.slice(first, last).join(''),
    edges,
    box: run.isVertical ? [x0, begin, x1, end] : [begin, y0, end, y1],
  };
}

/** Cuts a run where its letters leave at least `gap` free between them, blanks counted as free, or an ideographic space. */
export function cutAtGaps(run: GlyphRun, gap: number): GlyphRun[] {
  const points = Array.from(run.text);
  const pieces: GlyphRun[] = [];
  let from = 0;
  let end = run.edges[0]!;
  for (const [at, point] of points.entries()) {
    if (isBlank(point)) continue;
    const begin = run.edges[at]!;
    if (at > from && (begin - end >= gap || points[at - 1] === '\u3000')) {
      const piece = cutRun(run, from, at);
      if (piece !== null) pieces.push(piece);
      from = at;
    }
    end = run.edges[at + 1]!;
  }
  const rest = cutRun(run, from, points.length);
  if (rest !== null) pieces.push(rest);
  return pieces;
}

export const isBlank = (point: string): boolean => /^[\s\u00A0\u3000]$/u.test(point);
