import type { Observation } from '../../model/index.ts';
import { copiedYears } from '../copied-year.ts';
import { resultOf } from '../equations/index.ts';
import { inBoth } from '../in-both.ts';
import type { Row } from '../report-view.ts';
import type { Found, Rule } from '../rule.ts';
import { seriesOf } from '../series.ts';

/** Years a series needs before an exchange says anything: of three, one in two orders is near enough. */
const LEAST_YEARS = 4;

/**
 * Two neighbours stand in each other's place: exchanged, the sums agree, or the years rise again; or one year's figure
 * stands under the next as well.
 *
 * A person should look because both values look right by themselves.
 *
 *     目標値  60 | 70 | 90 | 80 | 100
 *                    ^^^^^^^ exchanged, the targets rise year by year
 */
export const swappedValues: Rule = {
  slug: 'swapped-values',
  title: { ja: '入れ替わった値・写した値', en: 'Values exchanged or copied' },
  subject: 'figures',
  needs: {
    ja: '合計・差などの計算、または4年度以上の値',
    en: 'sums, or values of four years',
  },
  severity: 'error',
  check: (view) => {
    const graph = resultOf(view, 'swapped-values');
    const series = view.rows.flatMap(steadySeriesOf);
    const numbers = seriesOf(view);
    const told = new Set(graph.found.flatMap(({ observations }) => observations.slice(0, 2)));
    const isNew = ({ observations }: Found): boolean => !told.has(observations[0]!);
    const found = copiedYears(numbers).filter(isNew);
    return {
      checked: graph.checked + series.length + numbers.length,
      found: [...graph.found, ...series.flatMap(exchangeIn), ...found],
    };
  },
};

/** Series that go one way by their nature: targets set year by year, running totals. */
function steadySeriesOf({ targets, actuals }: Row): Observation[][] {
  const isRunning = actuals.some(({ qualifiers }) => qualifiers.aggregate === 'cumulative');
  return [targets, ...(isRunning ? [actuals] : [])]
    .map(yearlyOf)
    .filter(({ length }) => length >= LEAST_YEARS);
}

/** One value a year; a series with two values for a year or a year without value is none. */
function yearlyOf(values: readonly Observation[]): Observation[] {
  const dated = values.filter(({ timePeriod, kind }) => timePeriod !== null && kind === 'quantity');
  const byYear = Map.groupBy(dated, ({ timePeriod }) => timePeriod?.start);
  return [...byYear.values()].flatMap((same) => same.at(-1) ?? []);
}

function exchangeIn(values: readonly Observation[]): Found[] {
  const numbers = values.map(({ value }) => value ?? 0);
  if (isSteady(numbers)) return [];
  const exchanges = numbers
    .slice(1)
    .flatMap((_, index) => (isSteady(exchanged(numbers, index)) ? [index] : []));
  const [at] = exchanges;
  if (at === undefined || exchanges.length > 1) return [];
  const [first, second] = [values[at]!, values[at + 1]!];
  const all = values.map(({ raw }) => raw).join('、');
  return [
    {
      severity: 'warning',
      confidence: 0.7,
      message: {
        ja: `${all} は、${first.raw}と${second.raw}を入れ替えると年度順に並びます。`,
        en: `${all}: exchanging ${first.raw} and ${second.raw} makes the years go one way.`,
      },
      observations: [first, second, ...values.filter((each) => each !== first && each !== second)],
      evidence: { series: all, first: first.raw, second: second.raw },
      suggestion: {
        observationId: first.id,
        field: 'value',
        from: first.value,
        to: second.value,
        explains: inBoth({
          ja: '隣の年度と入れ替えると年度順に並びます',
          en: 'exchanged with its neighbour the years are in order',
        }),
      },
      compared: [first.indicator, first.measure, all],
    },
  ];
}

function exchanged(numbers: readonly number[], at: number): number[] {
  return numbers.map((each, index) =>
    index === at ? numbers[at + 1]! : index === at + 1 ? numbers[at]! : each,
  );
}

/** All steps one way, at least two of them real. */
function isSteady(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).map((each, index) => each - numbers[index]!);
  const isOneWay = steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
  return isOneWay && steps.filter((step) => step !== 0).length > 1;
}
