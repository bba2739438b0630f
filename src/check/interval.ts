import type { Observation } from '../model/index.ts';

/**
 * What a printed number stands for: every value that would have been printed so.
 *
 *     66.7%  →  [66.65, 66.75]        4.1億円  →  [4.05億, 4.15億]
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Float noise of a few operations, relative to the size of the numbers. */
const NOISE = 1e-9;

/** The interval a printed value stands for, from the worth of its last digit. */
export function intervalOf(value: number, precision: number | null): Interval {
  const half = (precision ?? 0) / 2;
  return { low: value - half, high: value + half };
}

/** The interval of a quantity; null for anything else. */
export function intervalOfObservation({ kind, value, precision }: Observation): Interval | null {
  return kind === 'quantity' && value !== null ? intervalOf(value, precision) : null;
}

/** Whether two intervals share a value: rounding never sets them apart. */
export function overlaps(a: Interval, b: Interval): boolean {
  const slack = NOISE * Math.max(1, Math.abs(a.low), Math.abs(a.high), Math.abs(b.low), Math.abs(b.high));
  return a.low <= b.high + slack && b.low <= a.high + slack;
}

export const plus = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high });
export const minus = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low });
export const scaled = (a: Interval, by: number): Interval =>
  by >= 0 ? { low: a.low * by, high: a.high * by } : { low: a.high * by, high: a.low * by };

/** The quotient; null where the divisor may be zero. */
export function dividedBy(a: Interval, b: Interval): Interval | null {
  if (b.low <= 0 && b.high >= 0) return null;
  const corners = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
  return { low: Math.min(...corners), high: Math.max(...corners) };
}

export const sumOf = (intervals: readonly Interval[]): Interval =>
  intervals.reduce((total, interval) => plus(total, interval), { low: 0, high: 0 });
