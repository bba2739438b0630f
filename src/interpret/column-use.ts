import type { Measure, Table } from '../model/index.ts';
import { type CellClass, classifyCell } from '../outline/index.ts';
import type { Role } from '../vocabulary/index.ts';

/** What the cells of a column are read as. */
export type ColumnUse =
  | 'value'
  | 'label'
  | 'text'
  | 'department'
  | 'unit'
  | 'period'
  | 'measureName'
  | 'number';

/** What stands in each column under the headers. */
export function bodyClasses(table: Table, bodyRows: readonly number[]): Map<number, CellClass[]> {
  const rows = new Set(bodyRows);
  const classes = new Map<number, CellClass[]>();
  for (const cell of table.cells) {
    if (!rows.has(cell.row) || cell.text === '') continue;
    const list = classes.get(cell.column) ?? [];
    list.push(classifyCell(cell.text));
    classes.set(cell.column, list);
  }
  return classes;
}

/** 達成度 heads percentages in one city and ○△× in the next: the cells decide. */
export function measureByBody(measure: Measure, body: readonly CellClass[]): Measure {
  const numbers = body.filter((kind) => kind === 'number').length;
  const marks = body.filter((kind) => kind === 'mark' || kind === 'status' || kind === 'label').length;
  if (measure === 'rating' && numbers > marks)
    return body.includes('markCount') ? 'count' : 'achievementRate';
  if (
    measure === 'rating' &&
    body.filter((kind) => kind === 'markCount').length * 2 >= Math.max(1, body.length)
  )
    return 'count';
  if (measure === 'achievementRate' && marks > numbers) return 'rating';
  return measure;
}

/** Share of a column's cells that are of these kinds. */
export const shareOf = (body: readonly CellClass[], kinds: readonly CellClass[]): number =>
  body.filter((kind) => kinds.includes(kind)).length / Math.max(1, body.length);

/** Fewer cells than this say nothing about what a column holds: a slipped row puts labels under years. */
const TELLING_CELLS = 3;

/** What a column is for, from what its headers say and its cells hold. */
export function useOf(
  index: number,
  role: Role | null,
  measured: number,
  isDatedOrMarked: boolean,
  share: (kinds: readonly CellClass[]) => number,
  cells: number,
  holdsPeriods: boolean,
): ColumnUse {
  if (measured > 1) return 'value';
  if (measured === 1 && index === 0 && cells > 0 && share(['label', 'prose', 'department']) === 1)
    return 'label';
  if (measured === 1) {
    const isWords =
      cells >= TELLING_CELLS && share(['prose', 'label', 'department']) > 0.8 && share(['prose']) > 0.2;
    return share(['prose']) > 0.5 || isWords ? 'text' : 'value';
  }
  const hasFigures = share(['number', 'missing', 'mark', 'markCount']) > 0.5;
  switch (role) {
    case 'department':
    case 'unit':
    case 'measureName':
    case 'number':
      return role;
    case 'period':
      return holdsPeriods ? 'period' : hasFigures && index > 0 ? 'value' : 'label';
    case 'assessment':
    case 'text':
      return 'text';
    case 'part':
    case 'total':
    case null:
      if (share(['department']) > 0.5) return 'department';
      if (isDatedOrMarked) return share(['prose']) > 0.5 ? 'text' : 'value';
      return hasFigures && index > 0 ? 'value' : 'label';
    case 'indicator':
    case 'activity':
    case 'item':
    case 'entry':
    case 'goal':
    case 'name':
    case 'thing':
      if (role === 'item' && index > 0 && cells > 0 && share(['number', 'missing']) === 1) return 'value';
      return share(['number', 'missing']) > 0.6 && index > 0 && cells >= TELLING_CELLS ? 'value' : 'label';
  }
}
