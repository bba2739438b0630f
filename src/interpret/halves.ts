import type { Cell, Table } from '../model/index.ts';
import { readHeader } from '../vocabulary/index.ts';
import type { Column } from './columns.ts';
import type { GridContext } from './grid-row.ts';

/** One of several tables that share their rows, with what stands over it. */
export interface Half {
  readonly table: Table;
  readonly rows: readonly (readonly Cell[])[];
  readonly context: GridContext;
}

/**
 * Where the columns of each of several drawn tables in one frame begin: names under a head of their own, right of the figures
 * of the table before. One place where there is one table.
 *
 *     指標名 │ R5実績 │ R6実績 ║ 費目 │ R5決算 │ R6決算
 */
export function sideBySide(columns: readonly Column[], isDrawn: boolean): number[] {
  if (!isDrawn) return [0];
  const figuresIn = (some: readonly Column[]): number => some.filter(({ use }) => use === 'value').length;
  const first = columns.find(({ use }) => use === 'label');
  const starts = columns.filter(
    ({ use, role, name }, at) =>
      use === 'label' &&
      (role === 'item' || role === 'indicator' || (name !== '' && name === first?.name)) &&
      columns[at - 1]?.use === 'value' &&
      columns.slice(0, at).some((column) => column.use === 'label') &&
      figuresIn(columns.slice(0, at)) > 1 &&
      figuresIn(columns.slice(at)) > 1,
  );
  return [0, ...starts.map(({ index }) => index)];
}

/** The tables that begin at these columns, each with its own cells and the unit its own head says: 事業費（千円） over them all. */
export function halvesOf(
  table: Table,
  rows: readonly (readonly Cell[])[],
  headerRows: readonly number[],
  starts: readonly number[],
  context: GridContext,
): Half[] {
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? table.columns;
    const isOwn = ({ column }: Cell): boolean => from <= column && column < to;
    const cells = table.cells.filter(isOwn);
    const top = cells.find(({ row, text }) => row === headerRows[0] && text !== '');
    const unit = top === undefined ? null : readHeader(top.text, context.vocabulary, context.era).unit;
    return {
      table: { ...table, cells },
      rows: rows.map((row) => row.filter(isOwn)),
      context: unit === null ? context : { ...context, units: [unit] },
    };
  });
}
