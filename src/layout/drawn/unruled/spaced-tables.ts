import type { Box, DrawnPage, GlyphRun } from '../../../model/index.ts';
import type { DraftTable } from '../draft.ts';
import type { Stretch } from '../ruling.ts';
import { type Band, bandsOf } from './band.ts';
import { breaksBetween } from './breaks.ts';
import { buildTable, type FilledCell } from './build-table.ts';
import { continuedRegion } from './continued.ts';
import { headAtEnd } from './head-at-end.ts';
import { withHeadsOverColumns } from './heads-over-columns.ts';
import { type LineInColumn, linesInColumns, widthOf } from './lines-in-columns.ts';
import { isRuledBetween } from './lone-rules.ts';
import { COLUMN_GAP_SIZES, type Piece, piecesOf } from './piece.ts';
import { isPlausible } from './plausible.ts';
import { type Region, regionsOf } from './regions.ts';
import { rowsOf } from './rows.ts';
import { sidesOf } from './sides.ts';
import { type Spans, spansUnder, withSpan } from './spans.ts';
import { withSpreadLabels } from './spread-labels.ts';
import { isFigure, isUnitNote } from './words.ts';

/** A row of a table without rules. */
interface SpacedRow {
  readonly top: number;
  readonly bottom: number;
  readonly pieces: readonly Piece[];
  readonly lines: readonly (readonly LineInColumn[])[];
}

/** Fewer runs than this are no row of a table. */
const LEAST_RUNS = 3;
/** Lines of one cell above or below the lines of the others: at most so many are looked at. */
const MOST_LONE_BANDS = 8;
/** The first and last row keep this much free above and below. */
const PADDING_POINTS = 2;

/**
 * Tables told by the white between their texts alone: columns by free stretches, rows by white bands.
 *
 * @param obstacles boxes no such table reaches over
 * @param rules horizontal lines, which part rows
 * @param before the columns of such a table at the end of the page before
 */
export function spacedTables(
  runs: readonly GlyphRun[],
  { number, shades }: DrawnPage,
  obstacles: readonly Box[],
  rules: readonly Stretch[],
  before: Spans | null,
): { tables: DraftTable[]; rest: readonly GlyphRun[] } {
  if (runs.length < LEAST_RUNS) return { tables: [], rest: runs };
  const bands = bandsOf(piecesOf(runs, shades));
  const size = medianSize(bands);
  if (size === null) return { tables: [], rest: runs };
  const isParted = breaksBetween(bands, obstacles, size);
  const tables: DraftTable[] = [];
  const taken = new Set<Band>();
  const found = regionsOf(bands, isParted, COLUMN_GAP_SIZES * size);
  const continued = before === null ? null : continuedRegion(bands, found, before, isParted);
  const others = continued === null ? found : found.filter(({ first }) => first > continued.last);
  for (const region of continued === null ? others : [continued, ...others]) {
    const { rows, columns } = underHeads({
      rows: rowsOfRegion(region, bands, size, isParted, taken, rules),
      columns: region.columns,
    });
    if (
      region !== continued &&
      !isPlausible(
        rows.map(({ lines }) => lines),
        size,
      )
    )
      continue;
    tables.push(tableOf(rows, columns, number));
    for (const band of bands) {
      if (rows[0]!.top <= band.top && band.bottom <= rows.at(-1)!.bottom) taken.add(band);
    }
  }
  const head = headAtEnd(bands, taken);
  if (head !== null) {
    const columns = head.pieces.reduce<Spans>(
      (all, { span }) => withSpan(all, span, COLUMN_GAP_SIZES * size),
      [],
    );
    tables.push(tableOf([rowOf([head], columns)], columns, number));
    taken.add(head);
  }
  if (tables.length === 0) return { tables, rest: runs };
  return {
    tables,
    rest: bands
      .filter((band) => !taken.has(band))
      .flatMap(({ pieces }) => pieces.flatMap((piece) => piece.runs)),
  };
}

/** The usual size of type where texts stand side by side. */
function medianSize(bands: readonly Band[]): number | null {
  const sizes = bands
    .filter(({ pieces }) => pieces.length > 1)
    .flatMap(({ pieces }) => pieces.map(({ size }) => size))
    .sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? null;
}

function rowsOfRegion(
  { first, last, columns }: Region,
  bands: readonly Band[],
  size: number,
  isParted: (band: number) => boolean,
  taken: ReadonlySet<Band>,
  rules: readonly Stretch[],
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

interface Grid {
  readonly rows: readonly SpacedRow[];
  readonly columns: Spans;
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

function rowOf(group: readonly Band[], columns: Spans): SpacedRow {
  const pieces = group.flatMap((band) => band.pieces);
  const [top, bottom] = [group[0]!.top, group.at(-1)!.bottom];
  return { top, bottom, pieces, lines: linesInColumns({ top, bottom, pieces }, columns) };
}

function tableOf(rows: readonly SpacedRow[], columns: Spans, page: number): DraftTable {
  const filled: FilledCell[] = rows.flatMap(({ pieces }, row) =>
    columns.flatMap((column, at): FilledCell[] => {
      const own = pieces.filter(({ span }) => spansUnder([column], span) !== null);
      if (own.length === 0) return [];
      const runs = own.flatMap((piece) => piece.runs);
      return [{ row, column: at, rowSpan: 1, columnSpan: 1, isHeader: false, runs }];
    }),
  );
  const xs = sidesOf(
    columns,
    rows.flatMap(({ pieces }) => pieces),
  );
  const inner = rows.slice(1).map(({ top }, at) => (rows[at]!.bottom + top) / 2);
  const ys = [rows[0]!.top - PADDING_POINTS, ...inner, rows.at(-1)!.bottom + PADDING_POINTS];
  const widths = columns.map((_, column) =>
    Math.max(0, ...rows.flatMap(({ lines }) => lines[column]!.map(widthOf))),
  );
  return { ...buildTable(filled, xs, ys, widths, page), taken: columns };
}
