import type { ReportView, Row } from '../report-view.ts';
import { type Believed, type Cell, cellOf, type Equation, residual } from './equation.ts';

/** Rows one row may be the sum of: more make chance agreement likely. */
const MOST_PARTS = 4;
const MOST_CANDIDATES = 10;
/** Tables under one heading that are tried; a goal has about as many measures. */
const MOST_TABLES = 12;
/** Years that must agree. */
const LEAST_YEARS = 3;
/** Decimal digits of agreement left when the number of sums tried is taken off. */
const LEAST_DIGITS = 1.4;

interface Series {
  readonly row: Row;
  readonly byYear: ReadonlyMap<string, Cell>;
}

/**
 * A row that is the sum of rows under it in all years but one: a goal of its activities, an indicator of two others.
 *
 *     雇用創出数   19 27 15 11      創業件数 3 9 8 7 ＋ 雇用創出数 12 6 3 4 ＋ 雇用創出数 4 12 4 4
 *                          ^^ the years before are the sum; this one would be 15
 */
export function relationsOf(view: ReportView): Believed[] {
  const byHeading = new Map<string, Series[]>();
  const series = view.rows.map((row) => ({ row, byYear: byYearOf(row) }));
  for (const each of series) {
    if (each.row.record.type !== 'activity' || each.byYear.size < LEAST_YEARS) continue;
    const key = each.row.record.path.join('\n');
    const list = byHeading.get(key);
    if (list === undefined) byHeading.set(key, [each]);
    else list.push(each);
  }
  const tablesUnder = new Map<string, Series[][]>();
  for (const [key, list] of byHeading) {
    const path = key.split('\n');
    for (let depth = 1; depth <= path.length; depth += 1) {
      const heading = path.slice(0, depth).join('\n');
      const tables = tablesUnder.get(heading);
      if (tables === undefined) tablesUnder.set(heading, [list]);
      else if (tables.length < MOST_TABLES) tables.push(list);
    }
  }
  return series.flatMap((parent) => {
    if (parent.row.record.type !== 'indicator' || parent.byYear.size < LEAST_YEARS + 1) return [];
    const tables = tablesUnder.get(parent.row.record.path.join('\n')) ?? [];
    const found = tables.map((table) => bestSum(parent, table)).filter((each) => each !== null);
    return found.toSorted((a, b) => b.digits - a.digits)[0]?.equations ?? [];
  });
}

function byYearOf({ actuals }: Row): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const observation of actuals) {
    const cell = cellOf(observation);
    if (cell !== null && observation.unit !== '%' && observation.timePeriod !== null)
      cells.set(observation.timePeriod.start, cell);
  }
  return cells;
}

interface Sum {
  readonly equations: Believed[];
  readonly digits: number;
}

function bestSum(parent: Series, table: readonly Series[]): Sum | null {
  const candidates = table.filter(({ byYear }) =>
    [...parent.byYear.keys()].every((year) => byYear.has(year)),
  );
  if (candidates.length < 2 || candidates.length > MOST_CANDIDATES) return null;
  const subsets = subsetsOf(candidates);
  // a row that is 0 in every year that agrees adds nothing: the smallest sum comes first
  const sums = subsets
    .map((parts) => sumOf(parent, parts, subsets.length))
    .filter((each) => each !== null)
    .toSorted((a, b) => b.digits - a.digits);
  return sums[0] ?? null;
}

function subsetsOf(candidates: readonly Series[]): Series[][] {
  let sets: Series[][] = [[]];
  for (const candidate of candidates)
    sets = [...sets, ...sets.filter(({ length }) => length < MOST_PARTS).map((set) => [...set, candidate])];
  return sets.filter(({ length }) => length > 1).toSorted((a, b) => a.length - b.length);
}

function sumOf(parent: Series, parts: readonly Series[], tried: number): Sum | null {
  const isKin =
    parts.some(({ row }) => row.key === parent.row.key) || parts.every((part) => hasSameUnit(part, parent));
  if (!isKin) return null;
  const equations = [...parent.byYear].map(
    ([year, result]): Equation => ({
      rule: 'additive-relation',
      result,
      terms: parts.flatMap(({ byYear }) => byYear.get(year) ?? []).map((cell) => ({ cell, factor: 1 })),
      family: `relation ${parent.row.record.id} = ${parts.map(({ row }) => row.record.id).join(' + ')}`,
      says: { ja: '他の年度は下の行の和', en: 'in the other years it is the sum of the rows below' },
    }),
  );
  const holding = equations.filter((equation) => residual(equation) === 0);
  const telling = holding.filter(({ terms }) => terms.filter(({ cell }) => cell.value !== 0).length > 1);
  if (holding.length < LEAST_YEARS || holding.length < equations.length - 1 || telling.length < 2)
    return null;
  if (parts.some((_, index) => holding.every(({ terms }) => terms[index]?.cell.value === 0))) return null;
  const digits =
    holding.reduce((sum, { result }) => sum + Math.log10(Math.abs(result.value) + 1), 0) - Math.log10(tried);
  if (digits < LEAST_DIGITS) return null;
  const believed = { exact: true, holds: holding.length, of: equations.length };
  return { digits, equations: equations.map((equation) => ({ ...equation, ...believed })) };
}

const hasSameUnit = (a: Series, b: Series): boolean =>
  [...a.byYear.values()][0]?.observation.unit === [...b.byYear.values()][0]?.observation.unit;
