import type { Cell, Table } from '../model/index.ts';

/** A table's cells by the row they begin in, blank ones too: `rows[2]` are those of row 2, left to right. */
export function rowsOfTable(table: Table): Cell[][] {
  const rows: Cell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  return rows;
}
