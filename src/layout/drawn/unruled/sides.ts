import type { Piece } from './piece.ts';
import { type Span, type Spans, spansUnder } from './spans.ts';

/** Texts beginning or ending within this of each other stand on one edge. */
const SAME_EDGE_POINTS = 1.2;
/** Of a column's lines, this share stands on the edge it is set to. */
const ON_EDGE = 0.6;
/** A side stands this far from the text set to it. */
const PADDING_POINTS = 2;

/** A ground of a cell reaches at most this far beyond the texts of its column. */
const GROUND_REACH_POINTS = 6;

/**
 * Where columns begin and end. A side stands beside what does not change from page to page: in the middle between the grounds
 * of header cells, left of a column set to the left, right of one set to the right, in the middle of the free stretch else.
 */
export function sidesOf(columns: Spans, pieces: readonly Piece[]): number[] {
  const edges = columns.map((column) => {
    const own = pieces.filter(({ span }) => spansUnder([column], span) !== null);
    return { left: isSetTo(own, 0), right: isSetTo(own, 2), ground: groundOf(own, column) };
  });
  const inner = columns.slice(1).map((column, at) => {
    const [before, after] = [edges[at]!, edges[at + 1]!];
    if (before.ground !== null && after.ground !== null) return (before.ground.to + after.ground.from) / 2;
    const free = { from: columns[at]!.to, to: column.from };
    const padding = Math.min(PADDING_POINTS, (free.to - free.from) / 2);
    if (after.left) return free.to - padding;
    return before.right ? free.from + padding : (free.from + free.to) / 2;
  });
  const begin = edges[0]!.ground?.from ?? columns[0]!.from - PADDING_POINTS;
  const end = edges.at(-1)!.ground?.to ?? columns.at(-1)!.to + PADDING_POINTS;
  return [begin, ...inner, end];
}

/** The widest ground under a column alone. */
function groundOf(pieces: readonly Piece[], { from, to }: Span): Span | null {
  const grounds = pieces
    .flatMap(({ ground }) => (ground === null ? [] : { from: ground.box[0], to: ground.box[2] }))
    .filter((ground) => ground.from > from - GROUND_REACH_POINTS && ground.to < to + GROUND_REACH_POINTS)
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  return grounds[0] ?? null;
}

/** Whether most lines stand on the outermost edge at one side. */
function isSetTo(pieces: readonly Piece[], side: 0 | 2): boolean {
  const places = pieces.map(({ box }) => box[side]);
  const outermost = side === 0 ? Math.min(...places) : Math.max(...places);
  const on = places.filter((place) => Math.abs(place - outermost) <= SAME_EDGE_POINTS).length;
  return on >= 2 && on >= ON_EDGE * places.length;
}
