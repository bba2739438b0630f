import type { DraftBlock } from '../draft.ts';
import type { Band } from './band.ts';
import { commonColumns } from './columns-over-pages.ts';
import type { Region } from './regions.ts';
import { type Spans, spansUnder } from './spans.ts';

/** A page's number and its foot: no more lines than these stand under a table that goes on. */
const FOOT_LINES = 2;
/** A page's head, above a table that goes on. */
const HEAD_BANDS = 2;
/** A lone line above goes on with a cell when it begins where its column begins, in points. */
const SAME_EDGE_POINTS = 1.2;

/** The columns of the table without rules at a page's end, which may go on overleaf. */
export function columnsGoingOn(blocks: readonly DraftBlock[]): Spans | null {
  const last = blocks.findLastIndex(({ kind }) => kind === 'table');
  const table = blocks[last];
  if (table?.kind !== 'table' || blocks.length - 1 - last > FOOT_LINES) return null;
  return table.taken ?? null;
}

/**
 * The region at a page's top that goes on with the table of the page before: it stands in the same columns, may be one row or
 * the rest of one, and begins with the lines that go on alone.
 *
 * @param before the columns of that table
 */
export function continuedRegion(
  bands: readonly Band[],
  regions: readonly Region[],
  before: Spans,
  isParted: (band: number) => boolean,
): Region | null {
  const seed = bands.findIndex(({ pieces }) => pieces.length > 1);
  if (seed < 0) return null;
  const found = regions[0]?.first === seed ? regions[0] : null;
  const region = found === null ? regionFrom(bands, seed, before, isParted) : onColumns(found, before);
  if (region === null) return null;
  let { first } = region;
  while (first > 0 && !isParted(first) && isRestOfCell(bands[first - 1]!, region.columns)) first -= 1;
  return first > HEAD_BANDS ? null : { ...region, first };
}

function onColumns(region: Region, before: Spans): Region | null {
  const columns = commonColumns(before, region.columns);
  return columns === null ? null : { ...region, columns };
}

/** Bands that stand in the columns from one on. */
function regionFrom(
  bands: readonly Band[],
  first: number,
  before: Spans,
  isParted: (band: number) => boolean,
): Region | null {
  let columns = before;
  let last = first - 1;
  for (let at = first; at < bands.length && (at === first || !isParted(at)); at += 1) {
    const wider = bands[at]!.pieces.reduce<Spans | null>(
      (all, { span }) => (all === null ? null : commonColumns(all, [span])),
      columns,
    );
    if (wider === null || wider.length !== before.length) break;
    columns = wider;
    if (bands[at]!.pieces.length > 1) last = at;
  }
  return last < first ? null : { first, last, columns };
}

function isRestOfCell({ pieces }: Band, columns: Spans): boolean {
  return pieces.every(({ span, box }) => {
    const under = spansUnder(columns, span);
    return (
      under?.first === under?.last && Math.abs(columns[under?.first ?? 0]!.from - box[0]) <= SAME_EDGE_POINTS
    );
  });
}
