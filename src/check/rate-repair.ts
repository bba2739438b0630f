import type { Observation } from '../model/index.ts';
import { givesRate, type RateCase, type RateDefinition } from './rate-definitions.ts';

/** A result or target that is a power of ten off: with it put right the printed rate holds and the row is even again. */
export interface PowerRepair {
  readonly cell: Observation;
  readonly to: number;
  readonly power: number;
}

/** How much nearer to the row's other numbers the repaired number must lie, as a power of ten. */
const NEARER = 0.5;

/** The one number of the row whose decimal point explains the rate; null where none or several do. */
export function findPowerRepair(
  definitions: readonly RateDefinition[],
  rateCase: RateCase,
): PowerRepair | null {
  const { actuals, target, baseline } = rateCase;
  const repairs: PowerRepair[] = [];
  for (const cell of [...actuals, target]) {
    const others = [...actuals, target, ...(baseline === null ? [] : [baseline])].filter(
      (other) => other !== cell,
    );
    for (const power of [-3, -2, -1, 1, 2, 3]) {
      const to = Number(((cell.value ?? 0) * 10 ** power).toPrecision(12));
      if (
        isNearer(cell.value ?? 0, to, others) &&
        definitions.some((definition) => givesRate(definition, withValue(rateCase, cell, to, power)))
      )
        repairs.push({ cell, to, power });
    }
  }
  return repairs.length === 1 ? (repairs[0] ?? null) : null;
}

function isNearer(from: number, to: number, others: readonly Observation[]): boolean {
  const sizes = others
    .flatMap(({ value }) => (value === null || value === 0 ? [] : [Math.abs(value)]))
    .toSorted((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)];
  if (middle === undefined || sizes.length < 2 || from === 0) return false;
  const far = (value: number): number => Math.abs(Math.log10(Math.abs(value) / middle));
  return far(from) - far(to) > NEARER;
}

function withValue(rateCase: RateCase, cell: Observation, value: number, power: number): RateCase {
  const repaired = {
    ...cell,
    value,
    precision: cell.precision === null ? null : cell.precision * 10 ** power,
  };
  const swap = (each: Observation): Observation => (each === cell ? repaired : each);
  return {
    ...rateCase,
    target: swap(rateCase.target),
    last: swap(rateCase.last),
    actuals: rateCase.actuals.map(swap),
  };
}
