import type { Band } from './band.ts';
import type { Piece } from './piece.ts';
import type { Grid } from './spaced-grid.ts';
import type { Span, Spans } from './spans.ts';
import { isFigure, isUnitNote } from './words.ts';

/** A header with the columns it stands over. */
export interface GroupHead {
  readonly piece: Piece;
  readonly first: number;
  readonly last: number;
}

/** The row of headers above the head of a grid. */
export interface UpperHead {
  readonly top: number;
  readonly heads: readonly GroupHead[];
}

/** An upper header stands at most this many sizes above the head. */
const NEAR_SIZES = 1.6;
/** It is no longer than this, in sizes. */
const WIDEST_SIZES = 14;
/** Its middle stands within this share of the width of its columns from their middle. */
const OFF_CENTRE = 0.3;

/**
 * The headers that stand over several columns each, above the head of a table without rules.
 *
 *               令和５年度           令和４年度
 *     税目    決算額   構成比      決算額   構成比
 *
 * Null where what stands above is none: a caption, a unit, a row of the table before.
 */
function headsOverGroups(
  { rows, columns }: Grid,
  above: Pick<Band, 'top' | 'bottom' | 'pieces'>,
  size: number,
): UpperHead | null {
  const head = rows[0]!;
  const filled = head.lines.filter(({ length }) => length > 0).length;
  const isHead = filled >= columns.length - 1 && !head.pieces.some(({ text }) => isFigure(text));
  const holdsFigures = rows[1]?.pieces.some(({ text }) => isFigure(text)) === true;
  const pieces = above.pieces.toSorted((a, b) => a.span.from - b.span.from);
  if (!isHead || !holdsFigures || head.top - above.bottom > NEAR_SIZES * size || pieces.length < 2)
    return null;
  const areLabels = pieces.every(
    ({ text, box }) => !isFigure(text) && !isUnitNote(text) && box[2] - box[0] <= WIDEST_SIZES * size,
  );
  const heads = areLabels ? placedOver(pieces, columns) : null;
  return heads?.some(({ first, last }) => last > first) === true ? { top: above.top, heads } : null;
}

/** The grid with its first row as such headers, where that stands over a head, and is one, else with those of the band above. */
export function withUpperHead(
  grid: Grid,
  above: Band | undefined,
  size: number,
): { readonly grid: Grid; readonly isAbove: boolean } {
  const [first, ...rows] = grid.rows;
  const own =
    first === undefined || rows.length === 0 ? null : headsOverGroups({ ...grid, rows }, first, size);
  if (own !== null) return { grid: { ...grid, rows, upper: own }, isAbove: false };
  const upper = above === undefined ? null : headsOverGroups(grid, above, size);
  return { grid: { ...grid, upper }, isAbove: upper !== null };
}

/** Each header over the columns it is nearest to the middle of, from left to right; null where one stands over none. */
function placedOver(pieces: readonly Piece[], columns: Spans): GroupHead[] | null {
  // best[n]: the headers so far over the first n columns, with how far off they stand together
  let best: ({ off: number; heads: readonly GroupHead[] } | null)[] = Array.from(
    { length: columns.length + 1 },
    () => ({ off: 0, heads: [] }),
  );
  for (const piece of pieces) {
    const next: typeof best = [null];
    for (let end = 1; end <= columns.length; end += 1) {
      let least = next[end - 1] ?? null;
      for (let first = 0; first < end; first += 1) {
        const before = best[first];
        const off = offCentre(piece.span, { from: columns[first]!.from, to: columns[end - 1]!.to });
        if (before === null || before === undefined || off === null) continue;
        if (least === null || before.off + off < least.off)
          least = { off: before.off + off, heads: [...before.heads, { piece, first, last: end - 1 }] };
      }
      next.push(least);
    }
    best = next;
  }
  const found = best.at(-1) ?? null;
  return found === null ? null : [...found.heads];
}

/** How far the middle of a header is from that of its columns, in points; null where it is not over them. */
function offCentre(head: Span, under: Span): number | null {
  const off = Math.abs(head.from + head.to - under.from - under.to) / 2;
  const width = Math.max(under.to - under.from, head.to - head.from);
  return off <= OFF_CENTRE * width ? off : null;
}
