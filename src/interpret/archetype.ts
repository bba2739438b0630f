import type { Measure, Table } from '../model/index.ts';
import { readHeader, type Vocabulary } from '../vocabulary/index.ts';
import type { Column } from './columns.ts';

/** kpi: indicators with targets and results; finance: items with budgets and settlements; statistics: plain counts. */
export type Archetype = 'kpi' | 'finance' | 'statistics';

const KPI_MEASURES: ReadonlySet<Measure> = new Set([
  'baseline',
  'target',
  'actual',
  'achievementRate',
  'rating',
]);

export const isMoney = (measure: Measure | undefined): boolean =>
  measure === 'budget' || measure === 'settlement';

/** 事業費, 総コスト, 事業費合計（千円） */
const COST = /(?:費|コスト|金額|額)(?:合計|総?計)?\s*(?:[(\uFF08][^()\uFF08\uFF09]*[)\uFF09])?$/u;

/** What a grid is, from the words of its headers and of its row names. */
export function archetypeOf(
  columns: readonly Column[],
  table: Table,
  bodyRows: readonly number[],
  vocabulary: Vocabulary,
): Archetype {
  const measures = columns.flatMap((column) =>
    column.use === 'value' || column.use === 'label' ? column.measures.map(({ measure }) => measure) : [],
  );
  const isDated = columns.some((column) => column.use === 'value' && column.period !== null);
  const isKpi = columns.some((column) => column.role === 'indicator' || column.role === 'activity');
  const values = columns.filter(({ use }) => use === 'value');
  const isOfMoney =
    (measures.some(isMoney) || (values.length > 0 && values.every(({ name }) => COST.test(name)))) &&
    !measures.some((measure) => KPI_MEASURES.has(measure)) &&
    columns.some(({ role }) => role === 'name') &&
    !columns.some(({ role }) => role === 'indicator');
  if (isKpi && !isOfMoney && (isDated || measures.length > 0)) return 'kpi';
  if (measures.some(isMoney)) return 'finance';
  if (measures.some((measure) => KPI_MEASURES.has(measure))) return 'kpi';
  const rows = new Set(bodyRows);
  const rowMeasures = table.cells
    .filter((cell) => rows.has(cell.row))
    .flatMap((cell) => {
      const reading = readHeader(cell.text, vocabulary);
      return reading.match === 'exact' ? reading.measures.map(({ measure }) => measure) : [];
    });
  if (rowMeasures.some((measure) => KPI_MEASURES.has(measure))) return 'kpi';
  return rowMeasures.some(isMoney) ? 'finance' : 'statistics';
}

/** A table of marks and their meanings: the marks stand first and nothing is measured. */
export function explainsMarks(columns: readonly Column[]): boolean {
  const values = columns.filter((column) => column.use === 'value');
  return values.length === 1 && values[0] === columns[0] && values[0]?.measures[0]?.measure === 'rating';
}
