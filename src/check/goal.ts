import type { Observation } from '../model/index.ts';
import { foldText } from '../normalize/index.ts';
import { type Interval, intervalOf } from './interval.ts';
import { isLowerBetter } from './lower-is-better.ts';
import measured from './measured-units.json' with { type: 'json' };
import type { Row } from './report-view.ts';

const MEASURED = new Set(measured.units);
const KEEPING = /維持|下回らない|現状以上|毎年上回る/u;
const AT_MOST = /以下|未満|以内|下回る|抑制|抑える/u;
const AT_LEAST = /以上|超|上回る|維持/u;

/** The side of the target that is good. */
export type Side = 'higher' | 'lower';

/** One number of a cell: a cell of several labelled numbers has several. */
export interface Figure {
  readonly label: string | null;
  readonly value: number;
  readonly interval: Interval;
}

/**
 * The numbers of a cell with what they stand for. A count is exact, a measured or multiplied number is rounded:
 *
 *     3件  →  3        46%  →  45.5 to 46.5        4.1億円  →  4.05 to 4.15億円
 */
export function figuresOf(observation: Observation | null): Figure[] {
  if (observation === null) return [];
  const { kind, value, precision, unit, multiplier, parts } = observation;
  if (kind === 'quantity' && value !== null) {
    const isCount = precision === 1 && multiplier === 0 && !isMeasured(unit);
    return [{ label: null, value, interval: intervalOf(value, isCount ? 0 : precision) }];
  }
  if (kind === 'compound' || kind === 'text')
    return parts.map((part) => ({
      label: part.label,
      value: part.value,
      interval: intervalOf(part.value, 0),
    }));
  return [];
}

const isMeasured = (unit: string | null): boolean =>
  unit !== null && MEASURED.has(unit.split(/[/・]/u)[0] ?? '');

export const isQuantity = ({ kind, value }: Observation): boolean => kind === 'quantity' && value !== null;

/** Whether a share stands beside an amount: 1% of floor area beside 109万㎡ is no number to compare with it. */
export const isComparable = (a: Observation, b: Observation): boolean =>
  (a.unit === '%') === (b.unit === '%');

/** A target for several years together: 4者/4か年, 540人(累計). */
export const isForWholePlan = ({ qualifiers }: Observation): boolean =>
  (qualifiers.spanYears ?? 1) > 1 && qualifiers.aggregate !== 'mean'
    ? true
    : qualifiers.aggregate === 'cumulative';

/** Whether the target is a change (500人増加), not a level. */
export const isChange = ({ qualifiers }: Observation): boolean => qualifiers.direction !== undefined;

/** The target that counts: the last quantity, which the year's own column gives where there is one. */
export function targetAt(row: Row, period: Observation['timePeriod']): Observation | null {
  const all =
    period === null ? row.targets : row.targets.filter((target) => isSame(target.timePeriod, period));
  return all.at(-1) ?? null;
}

export const isSame = (a: Observation['timePeriod'], b: Observation['timePeriod']): boolean =>
  a !== null && b !== null && a.start === b.start && a.end === b.end;

/** The result of a period; without one the last result there is. */
export function actualAt(row: Row, period: Observation['timePeriod']): Observation | null {
  if (period === null)
    return row.actuals.findLast(({ kind }) => kind === 'quantity' || kind === 'compound') ?? null;
  return row.actuals.find((actual) => isSame(actual.timePeriod, period)) ?? null;
}

/** The rate printed for a period; without one the last rate there is. */
export function rateAt({ rates }: Row, period: Observation['timePeriod']): Observation | null {
  const own = rates.filter(isQuantity);
  const isOf = ({ timePeriod }: Observation): boolean => timePeriod === null || isSame(timePeriod, period);
  return (period === null ? own : own.filter(isOf)).at(-1) ?? null;
}

/** Whether a target in words asks to keep the baseline. */
export const isKeeping = (target: Observation): boolean => KEEPING.test(foldText(target.raw));

/** Which side of the target is good: by the target's own words, by the indicator's, by where the baseline stands. */
export const sideOf = (row: Row, target: Observation): Side => saidSide(row, target) ?? sideByBaseline(row);

/** Which side is good by words; null where none say it. */
export function saidSide(row: Row, target: Observation): Side | null {
  const { direction, bound } = target.qualifiers;
  if (direction !== undefined) return 'higher';
  if (bound === 'max' || bound === 'lt') return 'lower';
  if (bound === 'min' || bound === 'gt') return 'higher';
  const words = foldText(target.raw);
  if (AT_MOST.test(words)) return 'lower';
  if (target.kind === 'text' && AT_LEAST.test(words)) return 'higher';
  return isLowerBetter(row.indicator) ? 'lower' : null;
}

function sideByBaseline(row: Row): Side {
  const last = row.targets.findLast((each) => isQuantity(each) && !isForWholePlan(each));
  const base = row.baseline;
  if (last === undefined || base === null || !isQuantity(base) || !isComparable(last, base)) return 'higher';
  if (isForWholePlan(base) || isChange(base) || isChange(last)) return 'higher';
  return (last.value ?? 0) < (base.value ?? 0) && row.targets.every((each) => !isForWholePlan(each))
    ? 'lower'
    : 'higher';
}

/** The baseline, where it is a yearly level that can be compared with a target. */
export function baseOf(row: Row, target: Observation): Observation | null {
  const { baseline } = row;
  if (baseline === null || !isQuantity(baseline) || !isQuantity(target) || !isComparable(baseline, target))
    return null;
  const isLevel = (each: Observation): boolean => !isChange(each) && !isForWholePlan(each);
  return isLevel(baseline) && isLevel(target) && !row.targets.some(isForWholePlan) ? baseline : null;
}

/** Whether a value is on the wrong side of another. */
export const isWorse = (value: number, than: number, side: Side): boolean =>
  side === 'higher' ? value < than : value > than;
