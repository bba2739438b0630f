import { dividedBy, type Interval, minus, overlaps, scaled, sumOf } from '../interval.ts';
import type { NumberClaim } from './numbers.ts';
import type { ToldSeries } from './told-series.ts';
import words from './words.json' with { type: 'json' };

const PEOPLE = new Set(words.people);
const COMPANIES = new Set(words.companies);

/** Whether a number's counter counts what a series counts by its unit. */
export function isSameUnit(unit: string, told: string | null): boolean {
  if (told === null) return false;
  const own = told.replace(/\/年$/u, '');
  if (own === unit || (unit === 'ポイント' && own === '%')) return true;
  return (PEOPLE.has(own) && PEOPLE.has(unit)) || (COMPANIES.has(own) && COMPANIES.has(unit));
}

/** Tests of whether a text holds a number with one of some units, before anything is read; made once for the same units. */
export function unitTests(): (units: readonly (string | null)[]) => RegExp {
  const known = new Map<string, RegExp>();
  return (units) => {
    const key = units.join('\n');
    const test = known.get(key) ?? unitTest(units);
    known.set(key, test);
    return test;
  };
}

function unitTest(units: readonly (string | null)[]): RegExp {
  const own = new Set(units.flatMap((unit) => (unit === null ? [] : [unit.replace(/\/年$/u, '')])));
  const more = [PEOPLE, COMPANIES].flatMap((kin) => ([...kin].some((unit) => own.has(unit)) ? [...kin] : []));
  if (own.has('%')) more.push('割', 'ポイント', '㌫', 'パーセント');
  const all = [...own, ...more].map((unit) => unit.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
  return all.length === 0 ? /^(?!)/u : new RegExp(`[\\d十百千万億] ?(?:${all.join('|')})`, 'u');
}

/** Whether any number of the series, a difference, a sum or a growth explains what the text says. */
export function isExplained(claim: NumberClaim, series: ToldSeries, said: readonly NumberClaim[]): boolean {
  const { interval } = claim;
  const { numbers, actuals } = series;
  const ofYear = claim.isDated
    ? actuals.find(({ observation }) => observation.timePeriod?.end === claim.year()?.end)
    : undefined;
  const beside = said.filter((each) => each.isDated && each.year()?.end === claim.year()?.end);
  if (ofYear !== undefined && claim.role === 'level' && beside.length < 2)
    return meets(interval, ofYear.interval);
  const changes = claim.role === 'level' && claim.unit === '%' ? [] : differencesOf(series);
  if (changes.some((change) => meets(interval, change) || meets(interval, scaled(change, -1)))) return true;
  if (claim.role === 'change')
    return claim.unit === '%' && growthsOf(series).some((growth) => meets(interval, growth));
  const addable = said.filter(({ unit, isDated }) => unit === claim.unit && !isDated);
  const together = sumOf(addable.map((each) => each.interval));
  return (
    numbers.some((number) => meets(interval, number.interval)) ||
    actuals.some((_, i) => meets(interval, sumOf(actuals.slice(0, i + 1).map((each) => each.interval)))) ||
    (addable.length > 1 && numbers.some((number) => meets(together, number.interval)))
  );
}

/** 66% and 67% touch at 66.5 and are not the same. */
function meets(a: Interval, b: Interval): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(a.low), Math.abs(b.high));
  const isExact = a.high - a.low < slack || b.high - b.low < slack;
  return isExact ? overlaps(a, b) : a.low < b.high - slack && b.low < a.high - slack;
}

/** Changes between results, and how far these lie from baseline and targets. */
function differencesOf({ actuals, baseline, targets }: ToldSeries): Interval[] {
  const others = [...(baseline === null ? [] : [baseline]), ...actuals, ...targets];
  return actuals.flatMap((actual) =>
    others
      .filter(({ value }) => value !== actual.value)
      .map((other) => minus(actual.interval, other.interval)),
  );
}

/** Growth in percent between any two results. */
function growthsOf({ actuals, baseline }: ToldSeries): Interval[] {
  const points = [...(baseline === null ? [] : [baseline]), ...actuals];
  return points.flatMap((from, i) =>
    points.slice(i + 1).flatMap((to) => {
      const growth = dividedBy(minus(to.interval, from.interval), from.interval);
      return growth === null ? [] : [scaled(growth, 100), scaled(growth, -100)];
    }),
  );
}

/** Beyond this share of the result a number is taken for it, not for a part of it. */
const MOST_OF_IT = 0.9;

/** Whether a number is so far below the latest results that it may count some of what they count. */
export function isFarBelow({ value }: NumberClaim, { actuals }: ToldSeries): boolean {
  return actuals.some((actual) => value < actual.value * MOST_OF_IT);
}
