import type { Observation } from '../model/index.ts';
import { type Figure, figuresOf, isComparable, isKeeping, isQuantity, type Side } from './goal.ts';
import { dividedBy, type Interval, intervalOfObservation, minus, scaled } from './interval.ts';

/** What "progress" is measured as: 実績 ÷ 目標, how much of the way from the baseline has been gone, or the 達成率 as printed. */
export type ProgressDefinition = 'ratio' | 'fromBaseline' | 'printed';
export const PROGRESS_DEFINITIONS: readonly ProgressDefinition[] = ['ratio', 'fromBaseline', 'printed'];

/** What progress is computed from. */
export interface ProgressInput {
  readonly actual: Observation;
  readonly target: Observation;
  readonly baseline: Observation | null;
  /** the rate printed for the same period */
  readonly rate: Observation | null;
  readonly side: Side;
}

const WHOLE: Interval = { low: 100, high: 100 };
const NONE: Interval = { low: 0, high: 0 };

/**
 * Progress in percent as an interval, of several figures the worst; null where the figures cannot say.
 *
 *     baseline 222社, target 300社, actual 243社    ratio 81%    fromBaseline (243−222) ÷ (300−222) = 26.9%
 *
 * Where less is better the ratio turns round. Without a printed rate the plain ratio stands for it. Without a baseline the way from it is the plain ratio. A result that is
 * worse than a baseline which the target does not ask to leave behind has gone none of the way.
 */
export function progressBy(definition: ProgressDefinition, input: ProgressInput): Interval | null {
  const { actual, target, baseline, rate, side } = input;
  if (definition === 'printed' && rate !== null) return intervalOfObservation(rate);
  if (!isComparable(actual, target) && isQuantity(target)) return null;
  const results = figuresOf(actual);
  const base =
    baseline !== null && (isKeeping(target) || isComparable(baseline, actual)) ? figuresOf(baseline) : [];
  const goals = isKeeping(target) && base.length > 0 ? base : figuresOf(target);
  if (results.length === 0 || goals.length !== results.length) return null;
  const each = results.map((result, i) =>
    progressOf(
      definition,
      result,
      goals[i] as Figure,
      base.length === results.length ? (base[i] ?? null) : null,
      side,
    ),
  );
  if (each.some((progress) => progress === null)) return null;
  return (
    each.reduce((worst, progress) => ((progress?.low ?? 0) < (worst?.low ?? 0) ? progress : worst)) ?? null
  );
}

function progressOf(
  definition: ProgressDefinition,
  result: Figure,
  goal: Figure,
  base: Figure | null,
  side: Side,
): Interval | null {
  if (result.value === goal.value) return WHOLE;
  const isMet = side === 'higher' ? result.value > goal.value : result.value < goal.value;
  if (definition !== 'fromBaseline' || base === null) return ratio(result, goal, side, isMet);
  const way = side === 'higher' ? goal.value - base.value : base.value - goal.value;
  if (way <= 0) return isMet ? WHOLE : NONE;
  const gone = minus(result.interval, base.interval);
  const progress = dividedBy(gone, minus({ low: goal.value, high: goal.value }, base.interval));
  if (progress === null) return isMet ? WHOLE : null;
  return clip(scaled(progress, 100), isMet);
}

function ratio(result: Figure, goal: Figure, side: Side, isMet: boolean): Interval | null {
  if (result.value < 0 || goal.value < 0) return isMet ? WHOLE : null;
  const exact: Interval = { low: goal.value, high: goal.value };
  const share = side === 'higher' ? dividedBy(result.interval, exact) : dividedBy(exact, result.interval);
  if (share === null) return isMet ? WHOLE : NONE;
  return clip(scaled(share, 100), isMet);
}

/** The printed figures say whether the target was met; rounding does not take that back. */
const clip = ({ low, high }: Interval, isMet: boolean): Interval =>
  isMet
    ? { low: Math.max(low, 100), high: Math.max(high, 100) }
    : { low: Math.min(low, 99.999), high: Math.min(high, 99.999) };
