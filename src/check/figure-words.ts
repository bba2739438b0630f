import type { Observation } from '../model/index.ts';

const TWO_DECIMALS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const ONE_DECIMAL = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** A number for people: at most two decimals, none where there are none, thousands apart. */
export const printed = (value: number): string =>
  (Math.abs(value) < 10 ? TWO_DECIMALS : ONE_DECIMAL).format(value);

/** A percentage for people, from its middle. */
export const printedPercent = ({ low, high }: { low: number; high: number }): string =>
  `${printed((low + high) / 2)}%`;

/** The cell on one line, with its year: R5 11人 */
export const cellWords = ({ raw, timePeriod }: Observation): string => {
  const text = raw.replace(/\s+/gu, ' ').trim();
  return timePeriod === null || text.includes(timePeriod.label) ? text : `${timePeriod.label} ${text}`;
};
