import { printedPercent } from './figure-words.ts';
import { isChange, isComparable, isQuantity } from './goal.ts';
import { givesRate, type RateCase } from './rate-definitions.ts';
import { rateFigures } from './rate-habit.ts';
import type { Found } from './rule.ts';

/** A change this large beside the baseline, for a target this small, is the level itself. */
const AS_LARGE_AS_LEVEL = 0.8;
const SMALL_TARGET = 0.5;

/**
 * A level printed as the change:
 *
 *     15,554円/人 | 2,996円/人の増加 | 26,209円/人増加 | 875%       26,209 is the level, the increase is 10,655
 */
export function findLevelAsChange(rateCase: RateCase): Found | null {
  const { row, rate, target, actuals, last } = rateCase;
  const level = row.baseline;
  if (
    level === null ||
    !isQuantity(level) ||
    isChange(level) ||
    !isChange(target) ||
    !isComparable(level, target)
  )
    return null;
  const [from, by, to] = [level.value ?? 0, target.value ?? 0, last.value ?? 0];
  if (
    !isChange(last) ||
    by > from * SMALL_TARGET ||
    to < from * AS_LARGE_AS_LEVEL ||
    !givesRate('last', rateCase)
  )
    return null;
  const at = printedPercent({ low: ((to - from) / by) * 100, high: ((to - from) / by) * 100 });
  const base = rateFigures({ ...rateCase, baseline: level });
  return {
    ...base,
    severity: 'warning',
    confidence: 0.8,
    observations: [rate, last, ...actuals.filter((each) => each !== last && isChange(each)), target, level],
    message: {
      ja: `「${row.indicator}」の ${last.raw} は、基準値 ${level.raw} からの増減ではなく水準とみられます。達成率 ${rate.raw} は水準を増加目標 ${target.raw} で割った値で、差で見れば ${at} です。`,
      en: `${last.raw} of "${row.indicator}" looks like the level, not the change from ${level.raw}: rate ${rate.raw} divides a level by the change aimed at (${target.raw}); the difference gives ${at}.`,
    },
  };
}
