import type { Observation } from '../../model/index.ts';

/** One printed number: an observation's value, or one of its parts. */
export interface Cell {
  readonly key: string;
  readonly observation: Observation;
  /** index into the observation's parts; null: its own value */
  readonly part: number | null;
  readonly value: number;
  /** worth of the last printed digit; 0 for things counted one by one, which are never rounded */
  readonly precision: number;
  readonly raw: string;
}

export interface Term {
  readonly cell: Cell;
  readonly factor: 1 | -1;
}

export type EquationRule = 'finance-total' | 'count-total' | 'delta-level' | 'additive-relation';

/**
 * What a report says with several of its numbers: the result is the sum of its terms.
 *
 *     事業費 2,518 = 県補助金 450 + 一般財源 2,068          増減 △609 = 転入 2,246 − 転出 2,855
 *     ^ result        ^ terms, each with its sign
 */
export interface Equation {
  readonly rule: EquationRule;
  readonly result: Cell;
  readonly terms: readonly Term[];
  /** equations of one kind in one table (or of one shape in one report): they are believed together */
  readonly family: string;
  /** words for people on what should hold: 合計＝内訳の和 */
  readonly says: { readonly ja: string; readonly en: string };
}

/** An equation whose family holds, with how far the family can be trusted. */
export interface Believed extends Equation {
  /** whether the family's sums hold to the last digit, so that rounding explains nothing */
  readonly exact: boolean;
  /** how many equations of the family hold, of how many that say something */
  readonly holds: number;
  readonly of: number;
}

/** Float noise of a sum, relative to its largest number. */
const NOISE = 1e-9;

/** The cell of a quantity's own value, or null. */
export function cellOf(observation: Observation): Cell | null {
  const { kind, value, precision, multiplier, raw } = observation;
  if (kind !== 'quantity' || value === null) return null;
  const counted = multiplier === 0 && Number.isInteger(value) && (precision ?? 1) <= 1;
  return {
    key: observation.id,
    observation,
    part: null,
    value,
    precision: counted ? 0 : (precision ?? 0),
    raw,
  };
}

/** The cell of a number in brackets, or of a part of a compound. */
export function partCell(observation: Observation, index: number): Cell | null {
  const part = observation.parts[index];
  if (part === undefined) return null;
  const decimals = /\d\.(\d+)/u.exec(part.raw)?.[1]?.length ?? 0;
  const precision = Number.isInteger(part.value) ? 0 : 10 ** -decimals;
  return {
    key: `${observation.id}#${index}`,
    observation,
    part: index,
    value: part.value,
    precision,
    raw: part.raw,
  };
}

/** All cells of an equation, its result first. */
export const cellsOf = ({ result, terms }: Pick<Equation, 'result' | 'terms'>): Cell[] => [
  result,
  ...terms.map(({ cell }) => cell),
];

/** Result minus the sum of terms: 0 where the equation holds. */
export function residual({ result, terms }: Pick<Equation, 'result' | 'terms'>): number {
  return terms.reduce((left, { cell, factor }) => left - factor * cell.value, result.value);
}

/** How far rounding alone can set the two sides apart. */
export function slack({ result, terms }: Pick<Equation, 'result' | 'terms'>, exact: boolean): number {
  const cells = [result, ...terms.map(({ cell }) => cell)];
  const noise = NOISE * Math.max(1, ...cells.map(({ value }) => Math.abs(value)));
  if (exact) return noise;
  // a printed 0 is nothing, not something rounded away
  const rounded = cells.filter(({ value }) => value !== 0);
  return noise + rounded.reduce((sum, { precision }) => sum + precision / 2, 0);
}

export function isHolding(equation: Pick<Equation, 'result' | 'terms'>, exact: boolean): boolean {
  return Math.abs(residual(equation)) <= slack(equation, exact);
}

/** Whether the equation says something: more than one of its numbers is not 0, or it is broken. */
export function isTelling(equation: Equation): boolean {
  const cells = [equation.result, ...equation.terms.map(({ cell }) => cell)];
  return cells.filter(({ value }) => value !== 0).length > 2 || !isHolding(equation, false);
}

/** Amounts of money are finance, whatever table they stand in. */
export const isMoney = ({ measure, unit }: Observation): boolean =>
  measure === 'budget' || measure === 'settlement' || unit === '円';
