import type { Band } from './band.ts';
import type { Piece } from './piece.ts';
import { type Span, type Spans, spansUnder, withSpan } from './spans.ts';

/** Bands that follow each other and leave the same stretches free, from top to bottom of the page. */
export interface Region {
  /** index of its first band */
  readonly first: number;
  readonly last: number;
  /** what its pieces take of the page's width: its columns */
  readonly columns: Spans;
}

/** What a table must part, over all its bands, before it is worth one: two rows of two columns are not. */
const LEAST_PARTED = 2;
/** A page has room for fewer lines than this. */
const MOST_BANDS = 300;

/**
 * Parts bands so that most pieces stand in columns of their own: for every stretch of bands the free stretches common to all
 * of them make columns, each band counts the columns it fills but one, and the stretches that count most together win
 * (dynamic programming, as a paragraph is broken into lines).
 *
 *     指標名      基準値   R5実績      3 columns filled: 2
 *     創業件数     2件      3件       3 columns filled: 2
 *     施策② にぎわいをつくる          crosses them: no part of this region
 *
 * @param isParted whether what stands before a band cannot belong to its table
 * @param gap what columns leave free between them, in points
 */
export function regionsOf(
  bands: readonly Band[],
  isParted: (band: number) => boolean,
  gap: number,
): Region[] {
  // best[n]: what the first n bands part at most; chosen[n]: the region that ends there
  const best = new Float64Array(bands.length + 1);
  const chosen: (Region | null)[] = Array.from({ length: bands.length + 1 }, () => null);
  for (let first = 0; first <= bands.length; first += 1) {
    if (first > 0 && best[first - 1]! >= best[first]!) {
      best[first] = best[first - 1]!;
      chosen[first] = null;
    }
    for (const { region, parted } of stretchesFrom(bands, first, isParted, gap)) {
      const sum = best[first]! + parted - LEAST_PARTED;
      if (sum <= best[region.last + 1]!) continue;
      best[region.last + 1] = sum;
      chosen[region.last + 1] = region;
    }
  }
  const regions: Region[] = [];
  for (let end = bands.length; end > 0; ) {
    const region = chosen[end] ?? null;
    if (region === null) end -= 1;
    else {
      regions.push(region);
      end = region.first;
    }
  }
  return regions.reverse();
}

/** Every stretch of bands from one on that leaves two columns or more, with what it parts. */
function* stretchesFrom(
  bands: readonly Band[],
  first: number,
  isParted: (band: number) => boolean,
  gap: number,
): Generator<{ region: Region; parted: number }> {
  if ((bands[first]?.pieces.length ?? 0) < 2) return;
  const heads = bands[first]!.pieces.filter(({ ground }) => ground !== null);
  let columns: Spans = [];
  let parted = 0;
  for (let last = first; last < Math.min(bands.length, first + MOST_BANDS); last += 1) {
    if (last > first && isParted(last)) return;
    const before = columns;
    for (const piece of bands[last]!.pieces) columns = withSpan(columns, underGround(piece, heads), gap);
    if (columns.length < 2) return;
    const isMerged = columns.length < before.length;
    parted = isMerged ? partedBy(bands, first, last, columns) : parted + partedIn(bands[last]!, columns);
    if (bands[last]!.pieces.length > 1 && last > first) yield { region: { first, last, columns }, parted };
  }
}

/** What a piece takes of the width: under a header on a ground of its own no more than that header does. */
function underGround({ box, span }: Piece, heads: readonly Piece[]): Span {
  const over = heads.find(
    ({ ground }) =>
      ground !== null && ground.box[0] <= box[0] + EDGE_POINTS && box[2] - EDGE_POINTS <= ground.box[2],
  );
  if (over === undefined) return span;
  const [from, to] = [Math.max(span.from, over.span.from), Math.min(span.to, over.span.to)];
  return from < to ? { from, to } : over.span;
}
const EDGE_POINTS = 1;

function partedBy(bands: readonly Band[], first: number, last: number, columns: Spans): number {
  let sum = 0;
  for (let at = first; at <= last; at += 1) sum += partedIn(bands[at]!, columns);
  return sum;
}

/** How many columns a band fills, but one. */
function partedIn({ pieces }: Band, columns: Spans): number {
  if (pieces.length < 2) return 0;
  const filled = new Set<number>();
  for (const { span } of pieces) filled.add(spansUnder(columns, span)?.first ?? -1);
  return filled.size - 1;
}
