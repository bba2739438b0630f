import type { Cell } from './equation.ts';

/** Slips of a hand that turn one number into another, the surest first. */
export type Slip = 'sign' | 'power' | 'transposed' | 'doubled' | 'lost' | 'changed';

const LEAST_POWER = -4;
const MOST_POWER = 4;

/**
 * The one slip that would have printed this cell instead of the wanted value; null where it takes more than one.
 *
 *     2,068 → 208  lost      450 → 4,500  power      79 → 97  transposed      11 → 111  doubled
 */
export function slipTo(cell: Cell, wanted: number): Slip | null {
  const { value } = cell;
  if (value === 0 || wanted === 0 || !Number.isFinite(wanted)) return null;
  if (isSame(wanted, -value)) return 'sign';
  if (Math.sign(wanted) !== Math.sign(value)) return null;
  for (let power = LEAST_POWER; power <= MOST_POWER; power += 1)
    if (power !== 0 && isSame(wanted, value * 10 ** power)) return 'power';
  const worth = worthOf(cell);
  const printed = digitsOf(value, worth);
  const meant = digitsOf(wanted, worth);
  if (printed === null || meant === null) return null;
  if (printed.length === meant.length + 1) return isDoubled(printed, meant) ? 'doubled' : null;
  if (printed.length + 1 === meant.length) return isShortened(meant, printed) ? 'lost' : null;
  if (printed.length !== meant.length) return null;
  const apart = [...printed].flatMap((digit, index) => (digit === meant[index] ? [] : [index]));
  if (apart.length === 1) return 'changed';
  const [first = 0, second = 0] = apart;
  const isCrossed = printed[first] === meant[second] && printed[second] === meant[first];
  return apart.length === 2 && second === first + 1 && isCrossed ? 'transposed' : null;
}

const isSame = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** What the last printed digit is worth. */
export function worthOf({ observation, part, value, precision }: Cell): number {
  if (part === null) return observation.precision ?? 1;
  return precision > 0 ? precision : Number.isInteger(value) ? 1 : 0.01;
}

function digitsOf(value: number, worth: number): string | null {
  const scaled = Math.abs(value) / worth;
  const whole = Math.round(scaled);
  return Math.abs(scaled - whole) > 1e-6 * Math.max(1, whole) || whole > Number.MAX_SAFE_INTEGER
    ? null
    : String(whole);
}

/** Whether leaving out one character of the longer text gives the shorter. */
function isShortened(longer: string, shorter: string): boolean {
  return [...longer].some((_, index) => longer.slice(0, index) + longer.slice(index + 1) === shorter);
}

/** Whether the longer text is the shorter with one character written twice. */
function isDoubled(longer: string, shorter: string): boolean {
  return [...longer].some(
    (digit, index) =>
      index > 0 &&
      digit === longer[index - 1] &&
      longer.slice(0, index) + longer.slice(index + 1) === shorter,
  );
}
