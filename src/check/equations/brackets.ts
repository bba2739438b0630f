import type { Observation } from '../../model/index.ts';
import type { ReportView, Row } from '../report-view.ts';
import { believe } from './believe.ts';
import { type Believed, cellOf, type Equation, partCell } from './equation.ts';
import { hasOtherBase } from './words.ts';

/** One slip in a level breaks the differences on both sides of it. */
const LEAST_SHARE_OF_BRACKETS = 1 / 4;

/** Differences, levels and running totals printed in brackets beside the values of a row. */
export function bracketsOf(view: ReportView): Believed[] {
  const deltas = view.rows.flatMap((row) => bracketDeltas(row.actuals));
  const levels = view.rows.flatMap(bracketLevels);
  const totals = view.rows.flatMap(runningTotals);
  // a sign in brackets and a level beside a change say by themselves what they are
  return [deltas, levels, totals].flatMap((equations) => believe(equations, 1, LEAST_SHARE_OF_BRACKETS));
}

/**
 *     8,138件 (+3078件)      8,138 − 5,060 of the year before
 *              ^^^^^^ signed, in the unit of the value
 */
function bracketDeltas(actuals: readonly Observation[]): Equation[] {
  return actuals.flatMap((observation, index) => {
    const before = actuals[index - 1];
    const level = cellOf(observation);
    const previous = before === undefined ? null : cellOf(before);
    if (level === null || previous === null || observation.qualifiers.direction !== undefined) return [];
    const at = observation.parts.findIndex(
      ({ raw, unit, label }) =>
        isSigned(raw) && (unit ?? observation.unit) === observation.unit && !hasOtherBase(label),
    );
    const delta = partCell(observation, at);
    if (delta === null || before?.unit !== observation.unit) return [];
    const terms = [
      { cell: level, factor: 1 },
      { cell: previous, factor: -1 },
    ] as const;
    const says = { ja: '括弧内は前年との差', en: 'the bracket is the difference to the year before' };
    return [
      { rule: 'delta-level', result: delta, terms, family: 'brackets: delta', says } satisfies Equation,
    ];
  });
}

const isSigned = (raw: string): boolean => /(?:^|\D)[+＋±\-−－△▲]\s*[\d０-９]/u.test(raw);

/**
 *     -164人増加 (1,227人)      1,391 of the base year − 164
 *                 ^^^^^ the level the change led to
 */
function bracketLevels({ targets, baseline, actuals }: Row): Equation[] {
  const base = [...targets, ...(baseline === null ? [] : [baseline])]
    .flatMap((observation) =>
      observation.parts.flatMap((part, index) =>
        part.label?.includes('基準') ? partCell(observation, index) : null,
      ),
    )
    .find((cell) => cell !== null);
  if (base === undefined || base === null) return [];
  return actuals.flatMap((observation) => {
    const { direction } = observation.qualifiers;
    const change = cellOf(observation);
    const result = partCell(observation, 0);
    if (direction === undefined || change === null || result === null || isSigned(result.raw)) return [];
    const terms = [
      { cell: base, factor: 1 },
      { cell: change, factor: direction === 'increase' ? 1 : -1 },
    ] as const;
    const says = { ja: '括弧内は基準値に増減を加えた数', en: 'the bracket is the base with the change' };
    return [{ rule: 'delta-level', result, terms, family: 'brackets: level', says } satisfies Equation];
  });
}

/**
 *     -164人 | -153人 | 39人 | -116人 | -179% (-394人増加)
 *                                            ^^^^^ all years together
 */
function runningTotals({ actuals, rates }: Row): Equation[] {
  const terms = actuals
    .flatMap((observation) => cellOf(observation) ?? [])
    .map((cell) => ({ cell, factor: 1 as const }));
  if (terms.length < 3 || terms.length !== actuals.length) return [];
  return rates.flatMap((rate) => {
    const at = rate.parts.findIndex(({ unit }) => unit !== '%' && unit === actuals[0]?.unit);
    const result = partCell(rate, at);
    if (result === null) return [];
    const says = { ja: '括弧内は各年度の累計', en: 'the bracket is the sum of the years' };
    return [
      { rule: 'delta-level', result, terms, family: 'brackets: running total', says } satisfies Equation,
    ];
  });
}
