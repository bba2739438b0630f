import type { Observation } from '../../model/index.ts';
import { believe } from './believe.ts';
import { type Believed, type Cell, cellOf, type Equation, isMoney } from './equation.ts';
import type { Lines } from './grid.ts';
import { isAside, isRate, isTotal } from './words.ts';

/** A word says that it is a total; what it sums up is shown by half of the columns. */
const MAJORITY = 1 / 2;

/** Percent: shares of a whole add up to it, other rates to nothing. */
const WHOLE = 100;

/** Tables of one shape are believed together, so that two columns with a slip in one do not go unread. */
interface Shape {
  readonly key: string;
  readonly lines: Lines[];
}

/** Sums of a table: its total rows and columns against their parts. Which rows are parts is found by what adds up. */
export function totalsOf(all: readonly Lines[]): Believed[] {
  const withTotal = all.filter(({ labels }) => labels.some(isTotal));
  return shapesOf(withTotal).flatMap((shape) => {
    const labels = shape.lines[0]?.labels ?? [];
    return labels.flatMap((label, index) => (isTotal(label) ? bestSum(shape, labels, index) : []));
  });
}

export function shapesOf(all: readonly Lines[]): Shape[] {
  const shapes = new Map<string, Lines[]>();
  for (const lines of all) {
    const key = lines.labels.join('|');
    const list = shapes.get(key);
    if (list === undefined) shapes.set(key, [lines]);
    else list.push(lines);
  }
  return [...shapes].map(([key, lines]) => ({ key, lines }));
}

/** The reading of "total" under which most of the shape's vectors add up, if most do. */
function bestSum(shape: Shape, labels: readonly string[], total: number): Believed[] {
  let best: Believed[] = [];
  for (const parts of readingsOf(labels, total)) {
    const equations = shape.lines.flatMap((lines) =>
      lines.vectors.flatMap(({ label, cells }) => {
        const sum =
          isRate(label) && cells[total]?.value !== WHOLE
            ? null
            : sumOf(cells, parts, total, `${shape.key} ${total} ${parts.join()}`);
        return sum === null ? [] : [sum];
      }),
    );
    const believed = believe(equations, 1, MAJORITY);
    if ((believed[0]?.holds ?? 0) > (best[0]?.holds ?? 0)) best = believed;
  }
  return best;
}

/** Which rows a total may be the sum of: those since the last total, all plain ones, the subtotals, those below it. */
function readingsOf(labels: readonly string[], total: number): number[][] {
  const indices = labels.map((_, index) => index);
  const isPart = (index: number): boolean =>
    index !== total && !isAside(labels[index] ?? '') && !isRate(labels[index] ?? '');
  const isPlain = (index: number): boolean => isPart(index) && !isTotal(labels[index] ?? '');
  const before = indices.findLast((index) => index < total && isTotal(labels[index] ?? '')) ?? -1;
  const after = indices.find((index) => index > total && isTotal(labels[index] ?? '')) ?? labels.length;
  const subtotals = indices.filter((index) => index < total && isPart(index) && isTotal(labels[index] ?? ''));
  const lastSubtotal = subtotals.at(-1) ?? -1;
  const readings = [
    indices.filter((index) => index > before && index < total && isPlain(index)),
    indices.filter((index) => index < total && isPlain(index)),
    [...subtotals, ...indices.filter((index) => index > lastSubtotal && index < total && isPlain(index))],
    indices.filter((index) => index > total && index < after && isPlain(index)),
    indices.filter((index) => index > total && isPlain(index)),
  ].filter((parts) => parts.length > 1);
  return [...new Map(readings.map((parts) => [parts.join(), parts])).values()];
}

function sumOf(
  cells: readonly (Observation | null)[],
  parts: readonly number[],
  total: number,
  family: string,
): Equation | null {
  const observation = cells[total];
  const result = observation ? cellOf(observation) : null;
  if (observation === null || observation === undefined || result === null) return null;
  const terms: { cell: Cell; factor: 1 }[] = [];
  for (const index of parts) {
    const part = cells[index];
    // a dash is nothing; a figure that is not in yet makes the sum unknown
    if (part === null || part === undefined || part.kind === 'missing') {
      if (part?.obsStatus === 'O' && part.raw.trim() !== '') return null;
      continue;
    }
    const cell = cellOf(part);
    if (cell === null || part.unit !== observation.unit) return null;
    if (part.unit === '%' && result.value !== WHOLE) return null;
    terms.push({ cell, factor: 1 });
  }
  if (terms.length < 2) return null;
  return {
    rule: isMoney(observation) ? 'finance-total' : 'count-total',
    result,
    terms,
    family,
    says: { ja: '合計は内訳の和', en: 'the total is the sum of its parts' },
  };
}
