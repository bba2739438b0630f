import type { Observation } from '../model/index.ts';

/** Fiscal or calendar year of a period of one year or less; null for spans. */
export function yearOf({ timePeriod }: Observation): number | null {
  if (timePeriod === null) return null;
  const [start, end] = [timePeriod.start, timePeriod.end].map((day) => Number(day.slice(0, 4)));
  return end! - start! <= 1 ? start! : null;
}
