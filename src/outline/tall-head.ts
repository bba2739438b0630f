import type { Cell } from '../model/index.ts';
import type { CellClass } from './cell-class.ts';
import type { TableRow } from './table-row.ts';

/** What never stands in a head. */
const VALUES: ReadonlySet<CellClass> = new Set(['number', 'missing', 'prose', 'markCount']);

/**
 * How many rows a head has whose cells say so themselves: two or more of them reach down beside others that are divided
 * below. 1 where the cells do not tell.
 *
 *     会計名 │ 補正額 │ 財源内訳          │ 計
 *            │        │ 国支出金 │ 地方債 │
 */
export function rowsOfTallHead(row: TableRow, rows: readonly TableRow[]): number {
  const tall = row.all.filter(({ rowSpan, text }) => rowSpan > 1 && text !== '');
  const depth = tall[0]?.rowSpan ?? 1;
  const under = rows.slice(row.index + 1, row.index + depth);
  const body = rows[row.index + depth];
  const isHead =
    tall.length > 1 &&
    tall.every(({ rowSpan }) => rowSpan === depth) &&
    body !== undefined &&
    [row, ...under].every(({ classes }) => !classes.some((kind) => VALUES.has(kind))) &&
    row.all.some((cell) => cell.rowSpan < depth && isDivided(cell, under)) &&
    under.every(({ all }) => all.every((cell) => row.all.some((above) => stands(cell, above)))) &&
    body.all.length * 2 > row.all.length;
  return isHead ? depth : 1;
}

const isDivided = (cell: Cell, under: readonly TableRow[]): boolean =>
  under.some(({ all }) => all.filter((lower) => stands(lower, cell)).length > 1);

const stands = (cell: Cell, above: Cell): boolean =>
  above.column <= cell.column && cell.column + cell.columnSpan <= above.column + above.columnSpan;
