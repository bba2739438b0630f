import type { Observation } from '../../src/model/index.ts';

/** The one figure of a cell: where its digits stand in the raw text, and what they say. */
export interface Figure {
  readonly observation: Observation;
  readonly before: string;
  readonly digits: string;
  readonly after: string;
}

const FIGURE = /^(\D*?)(\d[\d,]*(?:\.\d+)?)(.*)$/su;

/** The figure of a quantity cell; null where the cell is read otherwise than by its first figure, or holds none. */
export function figureOf(observation: Observation): Figure | null {
  const { raw, kind, value, multiplier } = observation;
  const match = FIGURE.exec(raw);
  if (kind !== 'quantity' || value === null || match === null) return null;
  const [, before, digits, after] = match;
  const read = numberOf(digits!) * 10 ** multiplier;
  if (Math.abs(read - Math.abs(value)) > 1e-6 * Math.max(1, read)) return null;
  return { observation, before: before!, digits: digits!, after: after! };
}

export const numberOf = (digits: string): number => Number(digits.replaceAll(',', ''));

/** The digits with thousands parted as in `like`: where it has commas, or is too short to tell. */
export function grouped(digits: string, like: string): string {
  const [whole, decimals] = digits.replaceAll(',', '').split('.') as [string, string | undefined];
  const isGrouped = like.includes(',') || (like.replace(/\..*/, '').length <= 3 && whole.length > 3);
  const parted = isGrouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return decimals === undefined || decimals === '' ? parted : `${parted}.${decimals}`;
}

/** The digits with their point moved to the right. */
export function timesTen(digits: string, power: number): string {
  const [whole, decimals = ''] = digits.replaceAll(',', '').split('.') as [string, string | undefined];
  const moved = decimals.padEnd(power, '0');
  const all = `${whole}${moved.slice(0, power)}`.replace(/^0+(?=\d)/, '');
  return grouped(`${all}.${moved.slice(power)}`, digits);
}
