import type { Period, Table } from '../model/index.ts';
import { classifyCell } from '../outline/index.ts';
import { isMoney } from './archetype.ts';
import type { Column } from './columns.ts';

/** A year that a header above in the sheet names, with the column it stands in. */
export interface SheetYear {
  readonly column: number;
  readonly period: Period;
}

/** Value columns without a year take the years of the headers above them in the sheet, by place or else in order. */
export function withSheetPeriods(columns: readonly Column[], years: readonly SheetYear[]): Column[] {
  const bare = columns.filter(
    (column) =>
      column.use === 'value' &&
      column.period === null &&
      column.measures.length === 1 &&
      isMoney(column.measures[0]?.measure),
  );
  if (bare.length === 0 || years.length === 0) return [...columns];
  const byPlace = years.every(({ column }) => bare.some((own) => own.index === column));
  return columns.map((column) => {
    const order = bare.indexOf(column);
    if (order < 0) return column;
    const period =
      (byPlace ? years.find((year) => year.column === column.index) : years[order])?.period ?? null;
    return { ...column, period, measures: column.measures.map(({ measure }) => ({ measure, period })) };
  });
}

/**
 * Amounts that stand beyond the last header, in most rows, while the sheet names more years than there are headers:
 * a header was lost, its column goes on like the one before.
 */
export function withUnheadedYears(
  columns: readonly Column[],
  table: Table,
  bodyRows: readonly number[],
  years: readonly SheetYear[],
): Column[] {
  const money = columns.filter((column) => column.use === 'value' && isMoney(column.measures[0]?.measure));
  const last = money.at(-1);
  if (last === undefined || last !== columns.at(-1) || money.length >= years.length) return [...columns];
  const rows = new Set(bodyRows);
  for (let index = last.index + last.span; index < table.columns; index += 1) {
    const numbers = table.cells.filter(
      (cell) => rows.has(cell.row) && cell.column === index && classifyCell(cell.text) === 'number',
    );
    if (numbers.length * 2 > bodyRows.length) return [...columns, { ...last, index, span: 1 }];
  }
  return [...columns];
}
