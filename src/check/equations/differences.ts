import { believe, familiesOf } from './believe.ts';
import {
  type Believed,
  type Cell,
  cellOf,
  type Equation,
  isHolding,
  isMoney,
  isTelling,
} from './equation.ts';
import type { Lines } from './grid.ts';
import { shapesOf } from './totals.ts';
import { isRate, isTotal } from './words.ts';

/**
 * Differences that hold in nearly all lines of a table, whatever its words: 増減 = 転入 − 転出, 自然動態 = 出生 − 死亡.
 * Only where chance cannot explain them.
 */
export function differencesOf(all: readonly Lines[]): Believed[] {
  return shapesOf(all).flatMap(({ key, lines }) => {
    const labels = lines[0]?.labels ?? [];
    const cells = lines.flatMap(({ vectors }) =>
      vectors.map((vector) => vector.cells.map((each) => (each === null ? null : cellOf(each)))),
    );
    if (labels.length < 3 || labels.length > MOST_LABELS || cells.length < LEAST_LINES) return [];
    const plain = labels.flatMap((label, index) => (isTotal(label) || isRate(label) ? [] : [index]));
    const triples: Equation[] = [];
    for (const sum of plain)
      for (const a of plain)
        for (const b of plain)
          if (a < b && sum !== a && sum !== b) triples.push(...tripleOf(cells, sum, a, b, key));
    return [...familiesOf(triples).values()].flatMap((family) => {
      const telling = family.filter((equation) => isTelling(equation) && isHolding(equation, false));
      const worth = telling.reduce(
        (digits, { result, terms }) => digits + digitsOf([result, ...terms.map(({ cell }) => cell)]),
        0,
      );
      return worth < LEAST_DIGITS ? [] : believe(family, LEAST_LINES);
    });
  });
}

const MOST_LABELS = 12;
const LEAST_LINES = 3;
/** Decimal digits of agreement that chance does not give among the few hundred triples of a table. */
const LEAST_DIGITS = 5;

/** How many digits agree when three numbers add up: those of the largest, in its own last places. */
function digitsOf(cells: readonly Cell[]): number {
  const least = Math.min(...cells.map(({ value, precision }) => Math.abs(value) / (precision || 1)));
  return least < 1 ? 0 : Math.log10(least + 1);
}

/** sum = a + b, written so that the printed difference is the result where its header stands last; none where too few hold. */
function tripleOf(
  cells: readonly (Cell | null)[][],
  sum: number,
  a: number,
  b: number,
  id: string,
): Equation[] {
  const isDifference = Math.max(a, b) > sum;
  const [at, first, second] = isDifference ? [Math.max(a, b), sum, Math.min(a, b)] : [sum, a, b];
  const factor = isDifference ? -1 : 1;
  const triples = cells.flatMap((line) => {
    const [result, left, right] = [line[at], line[first], line[second]];
    return result && left && right
      ? [{ result, terms: [{ cell: left, factor: 1 } as const, { cell: right, factor } as const] }]
      : [];
  });
  if (triples.filter((triple) => isHolding(triple, false)).length < LEAST_LINES) return [];
  return triples.flatMap(({ result, terms }) => {
    const units = new Set(
      [result, ...terms.map(({ cell }) => cell)].map(({ observation }) => observation.unit),
    );
    if (units.size > 1 || units.has('%')) return [];
    return [
      {
        rule: isMoney(result.observation) ? 'finance-total' : 'count-total',
        result,
        terms,
        family: `${id} ${sum}=${a}+${b}`,
        says: isDifference
          ? { ja: '差引は二つの数の差', en: 'the difference is one number less the other' }
          : { ja: '二つの数の和', en: 'one number is the sum of two others' },
      } satisfies Equation,
    ];
  });
}
