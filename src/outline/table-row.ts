import type { Cell, Table } from '../model/index.ts';
import { type HeaderReading, readHeader, type Vocabulary } from '../vocabulary/index.ts';
import { type CellClass, classifyCell } from './cell-class.ts';

/** A row of a table with what each of its non-blank cells looks like, as a cell and as a header. */
export interface TableRow {
  readonly index: number;
  readonly cells: readonly Cell[];
  /** blank ones too */
  readonly all: readonly Cell[];
  readonly classes: readonly CellClass[];
  readonly headers: readonly HeaderReading[];
}

/**
 * Whether shaded labels and their answers take turns, so that the row is a form's and heads nothing.
 *
 *     ▒部▒ │ 健康福祉部 │ ▒課▒ │ 高齢者支援課
 */
export function isRowOfPairs({ cells }: TableRow): boolean {
  return (
    cells[0]?.isHeader === true &&
    cells[0].rowSpan <= Math.max(...cells.slice(1).map(({ rowSpan }) => rowSpan)) &&
    cells.at(-1)?.isHeader === false &&
    cells.every((cell, i) => !cell.isHeader || cells[i + 1]?.isHeader === false)
  );
}

/** The rows of a table. */
export function readRows(table: Table, vocabulary: Vocabulary): TableRow[] {
  const rows: Cell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  return rows.map((all, index) => {
    const cells = all.filter((cell) => cell.text !== '');
    return {
      index,
      cells,
      all,
      classes: cells.map((cell) => classifyCell(cell.text)),
      headers: cells.map((cell) => readHeader(cell.text, vocabulary)),
    };
  });
}
