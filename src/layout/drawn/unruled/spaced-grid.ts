import type { Stretch } from '../ruling.ts';
import type { Band } from './band.ts';
import { withHeadsOverColumns } from './heads-over-columns.ts';
import type { UpperHead } from './heads-over-groups.ts';
import { type LineInColumn, linesInColumns } from './lines-in-columns.ts';
import { isRuledBetween } from './lone-rules.ts';
import type { Piece } from './piece.ts';
import type { Region } from './regions.ts';
import { rowsOf } from './rows.ts';
import { type Spans, spansUnder } from './spans.ts';
import { withSpreadLabels } from './spread-labels.ts';
import { isFigure, isUnitNote } from './words.ts';

/** A row of a table without rules. */
export interface SpacedRow {
  readonly top: number;
  readonly bottom: number;
  readonly pieces: readonly Piece[];
  readonly lines: readonly (readonly LineInColumn[])[];
}

/** A region as rows and columns. */
export interface Grid {
  readonly rows: readonly SpacedRow[];
  readonly columns: Spans;
  /** headers over several columns each, above the first row */
  readonly upper?: UpperHead | null;
}

/** Bands of a page, and what is known of them. */
export interface PageBands {
  readonly bands: readonly Band[];
  /** the usual size of type where texts stand side by side */
  readonly size: number;
  /** whether what stands before a band cannot belong to its table */
  readonly isParted: (band: number) => boolean;
  /** horizontal lines, which part rows */
  readonly rules: readonly Stretch[];
}

/** Lines of one cell above or below the lines of the others: at most so many are looked at. */
const MOST_LONE_BANDS = 8;

/** A region as rows, its columns under their heads; `taken` are the bands of tables above it. */
export function gridOf(region: Region, page: PageBands, taken: ReadonlySet<Band>): Grid {
  return underHeads({ rows: rowsOfRegion(region, page, taken), columns: region.columns });
}

function rowsOfRegion(
  { first, last, columns }: Region,
  { bands, size, isParted, rules }: PageBands,
  taken: ReadonlySet<Band>,
): SpacedRow[] {
  const fits = (at: number): boolean => {
    const band = bands[at];
    return (
      band !== undefined &&
      !taken.has(band) &&
      band.pieces.length === 1 &&
      band.pieces.every(({ span }) => {
        const under = spansUnder(columns, span);
        return under !== null && under.first === under.last;
      })
    );
  };
  let from = first;
  let to = last;
  while (first - from < MOST_LONE_BANDS && !isParted(from) && fits(from - 1)) from -= 1;
  while (to - last < MOST_LONE_BANDS && to + 1 < bands.length && !isParted(to + 1) && fits(to + 1)) to += 1;
  const width = { from: columns[0]!.from, to: columns.at(-1)!.to };
  const groups = rowsOf(bands.slice(from, to + 1), columns, size, (above, below) =>
    isRuledBetween(rules, above, below, width),
  );
  const own = new Set(bands.slice(first, last + 1));
  const rows = groups
    .filter((group) => group.some((band) => own.has(band)))
    .map((group) => rowOf(group, columns));
  return rows.slice(rows.findIndex((row, at) => !isCaption(row, rows[at + 1])));
}

/** The rows on columns that have whole labels in them and their headers over them. */
function underHeads(grid: Grid): Grid {
  const whole = onColumns(
    grid,
    withSpreadLabels(
      grid.columns,
      grid.rows.map(({ lines }) => lines),
    ),
  );
  const lines = whole.rows.map((row) => row.lines);
  return onColumns(whole, withHeadsOverColumns(whole.columns, lines));
}

function onColumns(grid: Grid, columns: Spans): Grid {
  if (columns.length === grid.columns.length) return grid;
  return { columns, rows: grid.rows.map((row) => ({ ...row, lines: linesInColumns(row, columns) })) };
}

/** Whether a row is a heading or a unit above the head of a table: its first column is filled and so are all of the next. */
function isCaption({ pieces, lines }: SpacedRow, next: SpacedRow | undefined): boolean {
  if (next === undefined) return false;
  if (pieces.some(({ text }) => isUnitNote(text))) return true;
  const filled = lines.filter(({ length }) => length > 0).length;
  const isHead = next.lines.every((cell) => cell.length > 0 && !cell.some(({ text }) => isFigure(text)));
  return isHead && lines[0]!.length > 0 && filled * 2 <= lines.length;
}

export function rowOf(group: readonly Band[], columns: Spans): SpacedRow {
  const pieces = group.flatMap((band) => band.pieces);
  const [top, bottom] = [group[0]!.top, group.at(-1)!.bottom];
  return { top, bottom, pieces, lines: linesInColumns({ top, bottom, pieces }, columns) };
}
