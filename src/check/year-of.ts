import type { Observation } from '../model/index.ts';

/** Fiscal or calendar year of a period of one year or less; null for spans. */
export function yearOf({ timePeriod }: Observation): number | null {
  if (timePeriod === null) return null;
  const start = Number(timePeriod.start.slice(0, 4));
  return Number(timePeriod.end.slice(0, 4)) - start <= 1 ? start : null;
}
