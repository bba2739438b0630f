import type { Box } from '../../model/index.ts';
import type { DraftCell, DraftLine, DraftTable } from './draft.ts';

/** Sides of cells within this of each other are one. */
const SAME_POINTS = 3;
/** A caption stands at most this many of its heights above its table. */
const CAPTION_HEIGHTS = 2.5;
/** A caption begins at most this many of its heights right of its table's left side. */
const INDENT_HEIGHTS = 2;
/** A table has at least two columns. */
const LEAST_COLUMNS = 2;

/**
 * Parts tables that only share a ruling line. Two tables stand side by side where a line runs down all rows and either each
 * side has rows that the other has not, or each has a caption of its own above it.
 *
 *     （４）事業費等            （５）事業の成果指標
 *     区分   │ R4決算 │ R5決算 ║ 成果指標 │ 単位 │ 目標値
 *     事業費 │  5,690 │  5,690 ║ 講座数   │ 回   │ 27
 */
export function partSideBySide(table: DraftTable, lines: readonly DraftLine[]): DraftTable[] {
  for (let column = LEAST_COLUMNS; column <= table.columns - LEAST_COLUMNS; column += 1) {
    if (!runsDown(table, column)) continue;
    const isParted = haveOwnRows(table, column) || haveOwnCaptions(table, column, lines);
    if (!isParted) continue;
    const [left, right] = [stripe(table, 0, column), stripe(table, column, table.columns)];
    if (left.columns >= LEAST_COLUMNS && right.columns >= LEAST_COLUMNS)
      return [left, ...partSideBySide(right, lines)];
  }
  return [table];
}

const runsDown = (table: DraftTable, column: number): boolean =>
  table.cells.every((cell) => cell.column >= column || cell.column + cell.columnSpan <= column) &&
  [column - 1, column].every((beside) => isFilled(table, beside));

/** Whether some cell of a column holds a text. */
const isFilled = (table: DraftTable, column: number): boolean =>
  table.cells.some(
    (cell) => cell.column <= column && column < cell.column + cell.columnSpan && cell.text !== '',
  );

/** Whether, of the lines between rows, some stand only left of a column and some only right of it. */
function haveOwnRows(table: DraftTable, column: number): boolean {
  const rowsOf = (cells: readonly DraftCell[]): Set<number> => new Set(cells.map((cell) => cell.row));
  const left = rowsOf(table.cells.filter((cell) => cell.column < column));
  const right = rowsOf(table.cells.filter((cell) => cell.column >= column));
  return [...left].some((row) => !right.has(row)) && [...right].some((row) => !left.has(row));
}

/** Whether a line of text stands above either side and begins where it begins. */
function haveOwnCaptions(table: DraftTable, column: number, lines: readonly DraftLine[]): boolean {
  const middle = table.xs[column]!;
  const above = captionsOf(table.box, lines);
  return (
    above.some(({ box }) => box[2] <= middle + SAME_POINTS) &&
    above.some(({ box, size }) => box[0] >= middle - SAME_POINTS && box[0] <= middle + INDENT_HEIGHTS * size)
  );
}

/** The lines that stand right above a box and within its width. */
export function captionsOf(box: Box, lines: readonly DraftLine[]): DraftLine[] {
  return lines.filter(
    (line) =>
      line.box[3] <= box[1] + SAME_POINTS &&
      box[1] - line.box[3] <= CAPTION_HEIGHTS * line.size &&
      line.box[0] >= box[0] - SAME_POINTS &&
      line.box[2] <= box[2] + SAME_POINTS,
  );
}

/** Some columns of a table as a table: rows that only the others had are gone. */
function stripe(table: DraftTable, from: number, to: number): DraftTable {
  const own = table.cells.filter((cell) => cell.column >= from && cell.column < to);
  const rows = [...new Set(own.map((cell) => cell.row))].sort((a, b) => a - b);
  const columns = [...new Set(own.map((cell) => cell.column))].sort((a, b) => a - b);
  const placeIn = (places: readonly number[], at: number): number => {
    const place = places.findIndex((known) => known >= at);
    return place < 0 ? places.length : place;
  };
  const cells = own.map((cell): DraftCell => {
    const row = placeIn(rows, cell.row);
    const column = placeIn(columns, cell.column);
    return {
      ...cell,
      row,
      column,
      rowSpan: placeIn(rows, cell.row + cell.rowSpan) - row,
      columnSpan: placeIn(columns, cell.column + cell.columnSpan) - column,
    };
  });
  const [x0, x1] = [table.xs[from]!, table.xs[to]!];
  return {
    ...table,
    box: [x0, table.box[1], x1, table.box[3]],
    xs: [...columns.map((column) => table.xs[column]!), x1],
    rows: rows.length,
    columns: columns.length,
    cells,
  };
}
