import type { Observation } from '../../model/index.ts';
import type { ReportView } from '../report-view.ts';
import { type Believed, type Cell, cellsOf, residual } from './equation.ts';

/** What a number in brackets is called where the report gives it no label: in either language, and among figures. */
export const BRACKETED = { ja: '括弧内', en: 'bracketed', figures: '()' } as const;

/**
 * 雇用創出数 11人 ≠ 創業件数 7件 + 雇用創出数 4人 + 雇用創出数 4人 = 15.
 *
 * @param bracketed the word for a number in brackets without a label
 */
export function arithmetic(equation: Believed, view: ReportView, bracketed: string): string {
  const cells = cellsOf(equation);
  const labels = labelsOf(cells, view, bracketed);
  const [result, ...terms] = cells.map((cell, index) => `${labels[index]} ${cell.raw}`.trim());
  const shown = equation.terms.flatMap(({ cell, factor }, index) =>
    cell.value === 0 ? [] : [{ sign: factor > 0 ? '+' : '−', text: terms[index] ?? '' }],
  );
  const sum = shown
    .map(({ sign, text }, index) => (index === 0 && sign === '+' ? text : `${sign} ${text}`))
    .join(' ');
  const expected = printed(equation.result, equation.result.value - residual(equation));
  return `${result} ≠ ${sum === '' ? '0' : sum} = ${expected}`;
}

/** A value as the cell would print it: in its multiplier, with its decimals. */
export function printed({ observation, part, precision }: Cell, value: number): string {
  const multiplier = part === null ? 10 ** observation.multiplier : 1;
  const worth = part === null ? (observation.precision ?? 1) / multiplier : precision || 1;
  const decimals = worth >= 1 ? 0 : Math.round(-Math.log10(worth));
  return (value / multiplier).toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: Math.max(decimals, 3),
  });
}

/** The shortest words that tell the cells of an equation apart: row, column, period, or all of them. */
function labelsOf(cells: readonly Cell[], view: ReportView, bracketed: string): string[] {
  const row = ({ observation }: Cell): string => rowLabel(observation, view);
  const column = ({ observation, part }: Cell): string =>
    part === null
      ? (observation.note ?? observation.indicator)
      : (observation.parts[part]?.label ?? bracketed);
  const period = ({ observation }: Cell): string => observation.timePeriod?.label ?? '';
  const join = (...words: string[]): string => [...new Set(words.filter((word) => word !== ''))].join(' ');
  const ways = [row, column, (c: Cell) => join(row(c), period(c)), (c: Cell) => join(column(c), period(c))];
  const all = (c: Cell): string => join(row(c), column(c), period(c));
  const best = ways.find(
    (way) => new Set(cells.map(way)).size === cells.length && cells.every((c) => way(c) !== ''),
  );
  return cells.map(best ?? all);
}

function rowLabel(observation: Observation, view: ReportView): string {
  const record = view.recordsById.get(observation.recordId);
  return record?.type === 'statistics' ? record.name : observation.indicator;
}
