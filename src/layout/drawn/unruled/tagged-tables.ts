import type { GlyphRun, TaggedCell, TaggedTable } from '../../../model/index.ts';
import { linesOf } from '../compose.ts';
import type { DraftTable } from '../draft.ts';
import { buildTable, type FilledCell } from './build-table.ts';
import { type Piece, piecesOf } from './piece.ts';
import { sidesOf } from './sides.ts';
import { type Span, type Spans, spansUnder } from './spans.ts';

/** A cell of the tags with what stands in it. */
interface Told {
  readonly cell: TaggedCell;
  readonly runs: readonly GlyphRun[];
  readonly pieces: readonly Piece[];
  readonly span: Span;
  readonly top: number;
  readonly bottom: number;
}

/** Cells told side by side overlap by this much at most, in points. */
const COLUMN_OVERLAP_POINTS = 1;
/** Tags with fewer rows of several cells lay out a page. */
const LEAST_FILLED_ROWS = 2;
/** Rows told by tags overlap by this share of the lower at most. */
const ROW_OVERLAP = 0.3;
const PADDING_POINTS = 2;

/**
 * Tables that no line draws and the tags of the PDF tell: rows as tagged, columns by where the cells stand, since blank cells
 * drop out of the tags. Tags may lie: rows that do not follow each other downwards, or cells that do not stand side by side,
 * are no table.
 */
export function taggedTables(
  tagged: readonly TaggedTable[],
  runs: readonly GlyphRun[],
  page: number,
): { tables: DraftTable[]; rest: readonly GlyphRun[] } {
  const byMark = new Map<number, GlyphRun[]>();
  for (const run of runs) {
    if (run.mark === null) continue;
    const known = byMark.get(run.mark);
    if (known === undefined) byMark.set(run.mark, [run]);
    else known.push(run);
  }
  const tables: DraftTable[] = [];
  const taken = new Set<GlyphRun>();
  for (const { rows } of tagged) {
    const told = rows
      .map((row) => row.flatMap((cell) => toldOf(cell, byMark) ?? []))
      .filter((row) => row.length > 0);
    const table = tableOf(told, page);
    if (table === null || told.some((row) => row.some((cell) => cell.runs.some((run) => taken.has(run)))))
      continue;
    tables.push(table);
    for (const cell of told.flat()) for (const run of cell.runs) taken.add(run);
  }
  return tables.length === 0
    ? { tables, rest: runs }
    : { tables, rest: runs.filter((run) => !taken.has(run)) };
}

function toldOf(cell: TaggedCell, byMark: ReadonlyMap<number, readonly GlyphRun[]>): Told | null {
  const runs = cell.marks.flatMap((mark) => byMark.get(mark) ?? []);
  if (runs.length === 0) return null;
  return {
    cell,
    runs,
    pieces: piecesOf(runs, []),
    span: {
      from: Math.min(...runs.map(({ box }) => box[0])),
      to: Math.max(...runs.map(({ box }) => box[2])),
    },
    top: Math.min(...runs.map(({ box }) => box[1])),
    bottom: Math.max(...runs.map(({ box }) => box[3])),
  };
}

function tableOf(rows: readonly (readonly Told[])[], page: number): DraftTable | null {
  if (rows.length < 2 || !areBelowEachOther(rows) || !rows.every(areSideBySide)) return null;
  const columns = columnsOf(rows);
  if (columns === null) return null;
  const filled: FilledCell[] = [];
  for (const [row, cells] of rows.entries()) {
    for (const { cell, runs, span } of cells) {
      const under = spansUnder(columns, span);
      if (under === null) return null;
      const { first, last } = under;
      const rowSpan = Math.min(cell.rowSpan, rows.length - row);
      filled.push({
        row,
        column: first,
        rowSpan,
        columnSpan: last - first + 1,
        isHeader: cell.isHeader,
        runs,
      });
    }
  }
  if (overlap(filled, rows.length, columns.length)) return null;
  const ys = [
    topOf(rows[0]!) - PADDING_POINTS,
    ...rows.slice(1).map((row, at) => (bottomOf(rows[at]!) + topOf(row)) / 2),
    Math.max(...rows.map(bottomOf)) + PADDING_POINTS,
  ];
  const alone = filled.filter(({ columnSpan }) => columnSpan === 1);
  const widths = columns.map((_, column) =>
    Math.max(
      0,
      ...alone.filter((cell) => cell.column === column).flatMap(({ runs }) => linesOf(runs).map(lengthOf)),
    ),
  );
  const pieces = rows.flatMap((row) => row.flatMap((cell) => cell.pieces));
  return { ...buildTable(filled, sidesOf(columns, pieces), ys, widths, page), taken: columns };
}

const topOf = (row: readonly Told[]): number => Math.min(...row.map(({ top }) => top));
const bottomOf = (row: readonly Told[]): number =>
  Math.max(...row.filter(({ cell }) => cell.rowSpan === 1).map(({ bottom }) => bottom), topOf(row));
const lengthOf = (line: readonly GlyphRun[]): number => line.at(-1)!.box[2] - line[0]!.box[0];

function areBelowEachOther(rows: readonly (readonly Told[])[]): boolean {
  return rows.slice(1).every((row, at) => {
    const above = rows[at]!;
    const shared = bottomOf(above) - topOf(row);
    const lower = Math.min(bottomOf(above) - topOf(above), bottomOf(row) - topOf(row));
    return topOf(row) > topOf(above) && shared <= ROW_OVERLAP * lower;
  });
}

const areSideBySide = (row: readonly Told[]): boolean =>
  row.slice(1).every(({ span }, at) => span.from >= row[at]!.span.to - COLUMN_OVERLAP_POINTS);

/** What each column takes of the width, by the rows that have a cell in all of them; null where those do not agree. */
function columnsOf(rows: readonly (readonly Told[])[]): Spans | null {
  const widthOf = (row: readonly Told[]): number => row.reduce((sum, { cell }) => sum + cell.columnSpan, 0);
  const most = Math.max(...rows.map(widthOf));
  const whole = rows.filter((row) => row.length === most);
  if (most < 2 || whole.length === 0 || rows.filter(({ length }) => length > 1).length < LEAST_FILLED_ROWS)
    return null;
  const columns = Array.from({ length: most }, (_, at) => ({
    from: Math.min(...whole.map((row) => row[at]!.span.from)),
    to: Math.max(...whole.map((row) => row[at]!.span.to)),
  }));
  return columns.every(({ from }, at) => at === 0 || from > columns[at - 1]!.to) ? columns : null;
}

function overlap(cells: readonly FilledCell[], rows: number, columns: number): boolean {
  const taken = new Uint8Array(rows * columns);
  for (const { row, column, rowSpan, columnSpan } of cells) {
    for (let r = row; r < row + rowSpan; r += 1) {
      for (let c = column; c < column + columnSpan; c += 1) {
        if (taken[r * columns + c] === 1) return true;
        taken[r * columns + c] = 1;
      }
    }
  }
  return false;
}
