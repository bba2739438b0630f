import type { Observation } from '../model/index.ts';

/** A number for people: at most two decimals, none where there are none, thousands apart. */
export const printed = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 1 });

/** A percentage for people, from its middle. */
export const printedPercent = ({ low, high }: { low: number; high: number }): string =>
  `${printed((low + high) / 2)}%`;

/** The cell on one line, with its year: R5 11人 */
export const cellWords = ({ raw, timePeriod }: Observation): string => {
  const text = raw.replace(/\s+/gu, ' ').trim();
  return timePeriod === null || text.includes(timePeriod.label) ? text : `${timePeriod.label} ${text}`;
};
