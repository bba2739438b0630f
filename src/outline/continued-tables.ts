import type { Cell, Table } from '../model/index.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { isValueClass } from './cell-class.ts';
import { repeatsHeader } from './header-row.ts';
import type { TablePart } from './table-parts.ts';
import { isRowOfPairs, readRows, type TableRow } from './table-row.ts';

/** A table with its parts told apart. */
export interface PartedTable {
  readonly table: Table;
  readonly parts: readonly TablePart[];
}

/** A continuation may leave out this many blank columns at its right edge. */
const COLUMNS_LEFT_OUT = 2;

/** The last grid of a table: its header rows. */
function lastGrid({ parts }: PartedTable): Extract<TablePart, { kind: 'grid' }> | undefined {
  return parts.findLast((part) => part.kind === 'grid');
}

/** The printed head of a table's last grid, by which its repetition is known. */
export function headOf(table: PartedTable, vocabulary: Vocabulary): TableRow | undefined {
  const grid = lastGrid(table);
  return grid === undefined ? undefined : readRows(table.table, vocabulary)[grid.headerRows[0] ?? 0];
}

/** Whether a table goes on with the one before it: as wide, and its head is printed again after a page break. */
export function repeatsTable(
  columns: number,
  head: TableRow | undefined,
  table: Table,
  vocabulary: Vocabulary,
): boolean {
  if (head === undefined || columns !== table.columns) return false;
  const first = readRows(table, vocabulary).find((row) => row.cells.length > 0);
  return first !== undefined && repeatsHeader(first, head);
}

/**
 * Whether a table has no head of its own and its rows are those of the table before: as wide, and values in its first row.
 *
 *     指標名 | 単位 | 基準値 | R4実績
 *     基本目標１　安全な暮らし            a line between the rows
 *     養成者数 | 人 | 312    | 356
 */
export function lacksHead(
  before: PartedTable,
  { table, parts }: PartedTable,
  vocabulary: Vocabulary,
): boolean {
  if (lastGrid(before) === undefined || parts.some((part) => part.kind === 'grid' || part.kind === 'title'))
    return false;
  const narrower = before.table.columns - table.columns;
  if (narrower < 0 || narrower > COLUMNS_LEFT_OUT || table.columns < 3) return false;
  const first = readRows(table, vocabulary).find((row) => row.cells.length > 1);
  const values = first?.classes.slice(1).filter(isValueClass).length ?? 0;
  if (first === undefined || isRowOfPairs(first) || !standsUnder(before.table, first)) return false;
  if (isTotalOnly(first)) return true;
  return values >= 2 && values * 3 >= first.cells.length;
}

/** Whether the cells of a drawn row begin where those of the table before begin. */
function standsUnder(before: Table, { all }: TableRow): boolean {
  const begins = before.cells.flatMap(({ box }) => (box === null ? [] : [box[0]]));
  return (
    begins.length === 0 ||
    all.every(
      ({ box }) => box === null || begins.some((begin) => Math.abs(begin - box[0]) < SAME_EDGE_POINTS),
    )
  );
}
/** Tables drawn one by one in a column layout keep their edges to about this much. */
const SAME_EDGE_POINTS = 4;

/** 補正額合計 | 604,855: a total in a box of its own. */
const isTotalOnly = ({ cells, classes }: TableRow): boolean =>
  cells[0]?.box !== null &&
  /(?:計|総額)$/u.test(cells[0]?.text ?? '') &&
  classes.length > 1 &&
  classes.slice(1).every((kind) => kind === 'number');

/** The table under the head of the one before: header rows first, then its own. */
export function underHeadOf(before: PartedTable, table: Table): Table {
  const headerRows = lastGrid(before)?.headerRows ?? [];
  const heads = before.table.cells.filter((cell) => headerRows.includes(cell.row));
  const lowered = heads.map((cell): Cell => ({ ...cell, row: headerRows.indexOf(cell.row) }));
  return {
    ...table,
    rows: table.rows + headerRows.length,
    columns: before.table.columns,
    cells: [...lowered, ...table.cells.map((cell) => ({ ...cell, row: cell.row + headerRows.length }))],
  };
}

/** One table of several: the rows of each under those of the one before. */
export function joinTables(tables: readonly Table[]): Table {
  const [first, ...later] = tables as [Table, ...Table[]];
  let rows = first.rows;
  const cells = [...first.cells];
  for (const table of later) {
    for (const cell of table.cells) cells.push({ ...cell, row: cell.row + rows });
    rows += table.rows;
  }
  return { ...first, end: later.at(-1)?.end ?? first.end, rows, cells };
}
