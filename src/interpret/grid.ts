import type { Cell, Table } from '../model/index.ts';
import { type Archetype, archetypeOf, explainsMarks } from './archetype.ts';
import { type Column, columnsOfGrid } from './columns.ts';
import { planGrid } from './grid-plan.ts';
import type { GridContext, GridRow } from './grid-row.ts';
import { halvesOf, sideBySide } from './halves.ts';
import { RowReader } from './row-reader.ts';
import { withSheetPeriods, withUnheadedYears } from './sheet-years.ts';

export interface ReadGrid {
  readonly columns: readonly Column[];
  readonly rows: readonly GridRow[];
  /** rows that hold no values: notes, labels with text */
  readonly leftovers: readonly (readonly Cell[])[];
  /** header cells nobody taught, with how many cells wait under each */
  readonly unknown: readonly { readonly cell: Cell; readonly cells: number }[];
}

/**
 * Reads a grid: columns from its headers, then every row under them.
 *
 * @param rows the table's cells by row, blank ones too
 */
export function readGrid(
  table: Table,
  rows: readonly (readonly Cell[])[],
  headerRows: readonly number[],
  bodyRows: readonly number[],
  context: GridContext,
): ReadGrid {
  const { vocabulary, era, sheetPeriods } = context;
  const beside = namesBeside(rows, headerRows);
  const headed = columnsOfGrid(table, headerRows, bodyRows, vocabulary, era, beside);
  const columns = withSheetPeriods(withUnheadedYears(headed, table, bodyRows, sheetPeriods), sheetPeriods);
  const filled = (row: number): Cell[] => (rows[row] ?? []).filter((cell) => cell.text !== '');
  if (explainsMarks(columns)) return { columns, rows: [], leftovers: bodyRows.map(filled), unknown: [] };
  const starts = sideBySide(columns, table.box !== null);
  if (starts.length > 1) {
    const halves = halvesOf(table, rows, headerRows, starts, context);
    const read = halves.map((half) => readGrid(half.table, half.rows, headerRows, bodyRows, half.context));
    return {
      columns: read.flatMap((half) => half.columns),
      rows: read.flatMap((half) => half.rows),
      leftovers: read.flatMap((half) => half.leftovers).filter((cells) => cells.length > 0),
      unknown: read.flatMap((half) => half.unknown),
    };
  }
  const archetype = archetypeOf(columns, table, bodyRows, vocabulary);
  const reader = new RowReader(planGrid(columns, archetype, context));
  const tall = [...beside, ...cellsOverRows(rows, bodyRows)];
  const read: GridRow[] = [];
  const leftovers: Cell[][] = [];
  for (const row of bodyRows) {
    const spanning = tall.filter((cell) => cell.row < row && cell.row + cell.rowSpan > row);
    const found = reader.read(row, rows[row] ?? [], spanning);
    if (found === null) leftovers.push(filled(row));
    else read.push(found);
  }
  return { columns, rows: read, leftovers, unknown: unknownHeaders(columns, read.length, archetype) };
}

/**
 * Cells that begin among the headers and reach down beside the rows: they name the rows, not a column.
 *
 *     事業費   │ 年度 │  5年度 │  6年度
 *     （千円） │ 決算 │ 24,225 │ 26,718
 */
function namesBeside(rows: readonly (readonly Cell[])[], headerRows: readonly number[]): Cell[] {
  const last = Math.max(...headerRows);
  return headerRows.flatMap((row) =>
    (rows[row] ?? []).filter((cell) => cell.text !== '' && cell.row + cell.rowSpan > last + 1),
  );
}

function cellsOverRows(rows: readonly (readonly Cell[])[], bodyRows: readonly number[]): Cell[] {
  return bodyRows.flatMap((row) => (rows[row] ?? []).filter((cell) => cell.rowSpan > 1));
}

/**
 * Headers that wait to be taught. In plain statistics any header is a name; where a year stands beside a word nobody
 * taught, the table is none, and all its unknown words wait.
 */
function unknownHeaders(
  columns: readonly Column[],
  rows: number,
  archetype: Archetype,
): { cell: Cell; cells: number }[] {
  if (archetype === 'statistics' && !columns.some((column) => column.isHalfKnown)) return [];
  return columns.flatMap((column) => {
    const cell = column.headerCells.at(-1);
    return (column.isKnown && !column.isHalfKnown) || cell === undefined ? [] : [{ cell, cells: rows }];
  });
}
