import type { Box, DrawnPage, GlyphRun } from '../../../model/index.ts';
import type { DraftTable } from '../draft.ts';
import { type Band, bandsOf } from './band.ts';
import { breaksBetween } from './breaks.ts';
import { buildTable, type FilledCell } from './build-table.ts';
import { continuedRegion } from './continued.ts';
import { headAtEnd } from './head-at-end.ts';
import { withUpperHead } from './heads-over-groups.ts';
import { widthOf } from './lines-in-columns.ts';
import { loneRules } from './lone-rules.ts';
import { COLUMN_GAP_SIZES, piecesOf } from './piece.ts';
import { isPlausible } from './plausible.ts';
import { regionsOf } from './regions.ts';
import { sidesOf } from './sides.ts';
import { type Grid, gridOf, type PageBands, rowOf } from './spaced-grid.ts';
import { type Spans, spansUnder, withSpan } from './spans.ts';

/** Fewer runs than this are no row of a table; more are a drawing made of letters. */
const LEAST_RUNS = 3;
const MOST_RUNS = 20_000;
/** The first and last row keep this much free above and below. */
const PADDING_POINTS = 2;

/**
 * Tables told by the white between their texts alone: columns by free stretches, rows by white bands.
 *
 * @param runs what no other table took
 * @param obstacles the boxes of those tables
 * @param before the columns of such a table at the end of the page before
 */
export function spacedTables(
  runs: readonly GlyphRun[],
  { number, shades, rules }: DrawnPage,
  obstacles: readonly Box[],
  before: Spans | null,
): { tables: DraftTable[]; rest: readonly GlyphRun[] } {
  if (runs.length < LEAST_RUNS || runs.length > MOST_RUNS) return { tables: [], rest: runs };
  const bands = bandsOf(piecesOf(runs, shades));
  const size = medianSize(bands);
  if (size === null) return { tables: [], rest: runs };
  const isParted = breaksBetween(bands, obstacles, size);
  const page = { bands, size, isParted, rules: loneRules(rules, obstacles) };
  const taken = new Set<Band>();
  const tables = gridsOf(page, before, taken, obstacles).map((grid) => tableOf(grid, number));
  if (tables.length === 0) return { tables, rest: runs };
  const isTaken = ({ box }: GlyphRun): boolean => {
    const middle = (box[1] + box[3]) / 2;
    return [...taken].some(({ top, bottom }) => top <= middle && middle <= bottom);
  };
  return { tables, rest: runs.filter((run) => !isTaken(run)) };
}

/** The usual size of type where texts stand side by side; null where none do. */
function medianSize(bands: readonly Band[]): number | null {
  const sizes = bands
    .filter(({ pieces }) => pieces.length > 1)
    .flatMap(({ pieces }) => pieces.map(({ size }) => size))
    .sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? null;
}

/** Every table of a page as rows and columns; its bands are put into `taken`. */
function gridsOf(page: PageBands, before: Spans | null, taken: Set<Band>, obstacles: readonly Box[]): Grid[] {
  const gap = COLUMN_GAP_SIZES * page.size;
  const found = regionsOf(page.bands, page.isParted, gap);
  const continued = before === null ? null : continuedRegion(page.bands, found, before, page.isParted);
  const others = continued === null ? found : found.filter(({ first }) => first > continued.last);
  const grids: Grid[] = [];
  for (const region of continued === null ? others : [continued, ...others]) {
    const grid = gridOf(region, page, taken);
    const cells = grid.rows.map(({ lines }) => lines);
    if (region !== continued && !isPlausible(cells, page.size)) continue;
    const above = region === continued ? undefined : bandAbove(grid, page, taken);
    const headed = withUpperHead(grid, above, page.size);
    if (above !== undefined && headed.isAbove) taken.add(above);
    grids.push(headed.grid);
    const [first, last] = [grid.rows[0]!, grid.rows.at(-1)!];
    for (const band of page.bands) if (first.top <= band.top && band.bottom <= last.bottom) taken.add(band);
  }
  const head = headAtEnd(page.bands, taken, obstacles);
  if (head !== null) {
    const columns = head.pieces.reduce<Spans>((all, { span }) => withSpan(all, span, gap), []);
    grids.push({ rows: [rowOf([head], columns)], columns });
    taken.add(head);
  }
  return grids;
}

/** The band right above a grid, if no table holds it. */
function bandAbove({ rows }: Grid, { bands }: PageBands, taken: ReadonlySet<Band>): Band | undefined {
  const band = bands[bands.findIndex(({ top }) => top >= rows[0]!.top) - 1];
  return band === undefined || taken.has(band) ? undefined : band;
}

function tableOf({ rows, columns, upper = null }: Grid, page: number): DraftTable {
  const more = upper === null ? 0 : 1;
  const over = (upper?.heads ?? []).map(
    ({ piece, first, last }): FilledCell => ({
      row: 0,
      column: first,
      rowSpan: 1,
      columnSpan: last - first + 1,
      isHeader: false,
      runs: piece.runs,
    }),
  );
  const own: FilledCell[] = rows.flatMap(({ pieces }, row) =>
    columns.flatMap((column, at): FilledCell[] => {
      const own = pieces.filter(({ span }) => spansUnder([column], span) !== null);
      if (own.length === 0) return [];
      const runs = own.flatMap((piece) => piece.runs);
      return [{ row: row + more, column: at, rowSpan: 1, columnSpan: 1, isHeader: false, runs }];
    }),
  );
  const filled = [...over, ...own];
  const xs = sidesOf(
    columns,
    rows.flatMap(({ pieces }) => pieces),
  );
  const inner = rows.slice(1).map(({ top }, at) => (rows[at]!.bottom + top) / 2);
  const top = rows[0]!.top - PADDING_POINTS;
  const ys = [
    ...(upper === null ? [] : [upper.top - PADDING_POINTS]),
    top,
    ...inner,
    rows.at(-1)!.bottom + PADDING_POINTS,
  ];
  const widths = columns.map((_, column) =>
    Math.max(0, ...rows.flatMap(({ lines }) => lines[column]!.map(widthOf))),
  );
  return { ...buildTable(filled, xs, ys, widths, page), taken: columns };
}
