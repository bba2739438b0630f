import type { CellClass } from '../outline/index.ts';
import type { Column } from './columns.ts';

/** What a match of a cell with a column is worth; the largest evidence is a period under 年度. */
const WORTH: { readonly [use in Column['use']]: { readonly [kind in CellClass]: number } } = {
  value: {
    blank: 0,
    missing: 1.5,
    number: 2,
    mark: -0.5,
    markCount: 0,
    status: 1,
    period: -2,
    unit: -3,
    department: -2.5,
    fused: 0.5,
    prose: -2,
    label: -0.2,
  },
  label: {
    blank: 0,
    missing: -2,
    number: -3,
    mark: -3,
    markCount: -3,
    status: 0.5,
    period: -1.5,
    unit: 0,
    department: 1,
    fused: -3,
    prose: 1,
    label: 2,
  },
  text: {
    blank: 0,
    missing: 0.5,
    number: -2.5,
    mark: -1,
    markCount: -2,
    status: 0.5,
    period: -1,
    unit: -1,
    department: -1,
    fused: -1,
    prose: 2.5,
    label: 1,
  },
  department: {
    blank: 0,
    missing: 0,
    number: -3,
    mark: -3,
    markCount: -3,
    status: -2,
    period: -3,
    unit: -2,
    department: 3,
    fused: -3,
    prose: -3,
    label: 0.5,
  },
  unit: {
    blank: 0,
    missing: 0,
    number: -3,
    mark: -2,
    markCount: -3,
    status: -3,
    period: -3,
    unit: 3,
    department: -2,
    fused: -3,
    prose: -3,
    label: 0.5,
  },
  period: {
    blank: 0,
    missing: -2,
    number: -1,
    mark: -4,
    markCount: -4,
    status: -4,
    period: 4,
    unit: -3,
    department: -4,
    fused: -3,
    prose: -3,
    label: -1,
  },
  measureName: {
    blank: 0,
    missing: -2,
    number: -3,
    mark: -3,
    markCount: -3,
    status: 0,
    period: -3,
    unit: -2,
    department: -2,
    fused: -3,
    prose: -3,
    label: 2,
  },
  number: {
    blank: 0,
    missing: 0,
    number: 2,
    mark: 0,
    markCount: 0,
    status: -2,
    period: -1,
    unit: -2,
    department: -2,
    fused: -2,
    prose: -3,
    label: 0.5,
  },
};
const RATING_WORTH: Partial<{ readonly [kind in CellClass]: number }> = {
  mark: 3,
  number: -1,
  missing: 1.5,
  label: 0.3,
  status: 0.5,
  markCount: 2,
  fused: -3,
};
const FUSED_WORTH: Partial<{ readonly [kind in CellClass]: number }> = { fused: 4, label: 0.3, prose: 0 };

/** What it is worth to read a cell of this kind in the column; negative where they contradict each other. */
export function worth(column: Column, kind: CellClass): number {
  if (column.use === 'value') {
    if (column.measures.length > 1) return FUSED_WORTH[kind] ?? WORTH.value[kind];
    if (column.measures[0]?.measure === 'rating') return RATING_WORTH[kind] ?? WORTH.value[kind];
    if (column.measures[0]?.measure === 'count' || column.mark !== null)
      return kind === 'markCount' ? 2 : WORTH.value[kind];
  }
  return WORTH[column.use][kind];
}
