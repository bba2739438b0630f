import type { Point } from './series.ts';

/** What the other numbers of a series say of one: how far it lies from its neighbours and how far these usually step. */
export interface Testimony {
  /** power of ten between the number and its neighbours, signed */
  readonly distance: number;
  /** largest step between the other numbers, as a power of ten */
  readonly step: number;
  /** how much a small count may change by chance, as a power of ten */
  readonly chance: number;
  /** neighbours on both sides */
  readonly isInside: boolean;
  /** a zero stands beside it: the thing began, paused or ended */
  readonly isBesideZero: boolean;
  /** what the neighbours would lead one to expect */
  readonly expected: number;
  readonly others: readonly Point[];
}

const CHANCE_OF_ONE = 0.6;

/** Hears the other numbers of a series; null where fewer than two can speak or signs differ. */
export function hear(points: readonly Point[], at: number): Testimony | null {
  const own = points[at];
  if (own === undefined || own.value === 0) return null;
  const sign = Math.sign(own.value);
  const others = points.filter((point, i) => i !== at && Math.sign(point.value) === sign);
  if (others.length < 2 || points.some(({ value }) => value !== 0 && Math.sign(value) !== sign)) return null;
  const log = ({ value }: Point): number => Math.log10(Math.abs(value));
  const before = points.slice(0, at).findLast(({ value }) => value !== 0);
  const after = points.slice(at + 1).find(({ value }) => value !== 0);
  const neighbours = [before, after].filter((point) => point !== undefined);
  const center = neighbours.reduce((sum, point) => sum + log(point), 0) / neighbours.length;
  const steps = others.slice(1).map((point, i) => Math.abs(log(point) - log(others[i] as Point)));
  const isCount = own.precision === 1 || others.every(({ precision }) => precision === 1);
  return {
    distance: log(own) - center,
    step: Math.max(...steps),
    chance: isCount ? CHANCE_OF_ONE / Math.sqrt(10 ** center) : 0,
    isInside: neighbours.length === 2,
    isBesideZero: points[at - 1]?.value === 0 || points[at + 1]?.value === 0,
    expected: sign * 10 ** center,
    others,
  };
}
