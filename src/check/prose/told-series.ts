import type { Observation, Record } from '../../model/index.ts';
import { foldText } from '../../normalize/index.ts';
import { type Interval, intervalOf } from '../interval.ts';
import { oncePerReport } from '../once-per-report.ts';

/** One result of a series. */
export interface Told {
  readonly observation: Observation;
  readonly value: number;
  readonly interval: Interval;
}

/** What a text may speak of: one indicator with all its results and targets. */
export interface ToldSeries {
  readonly indicator: string;
  readonly key: string;
  readonly unit: string | null;
  readonly baseline: Told | null;
  /** yearly results, earliest first, one a period */
  readonly actuals: readonly Told[];
  readonly targets: readonly Told[];
  readonly rates: readonly Told[];
  readonly ratings: readonly Observation[];
  /** every number of its cells, also those in brackets and of compounds */
  readonly numbers: readonly { readonly value: number; readonly interval: Interval }[];
  /** results that are changes, sums so far or several numbers a cell: directions are not read off them */
  readonly isLevel: boolean;
}

/** What a printed number stands for: a count is exact, a share or a rounded amount is not. */
export const printedInterval = (value: number, precision: number | null, unit: string | null): Interval =>
  intervalOf(value, precision === 1 && unit !== '%' && unit !== 'ポイント' ? 0 : precision);

const told = (observation: Observation): Told[] =>
  observation.kind === 'quantity' && observation.value !== null
    ? [
        {
          observation,
          value: observation.value,
          interval: printedInterval(observation.value, observation.precision, observation.unit),
        },
      ]
    : [];

const byPeriod = (a: Observation, b: Observation): number => {
  const left = a.timePeriod?.end ?? '9999';
  const right = b.timePeriod?.end ?? '9999';
  return left < right ? -1 : left > right ? 1 : a.provenance.start - b.provenance.start;
};

/** Gathers the observations of indicators by what they measure, over the tables they stand in. */
export function seriesOfObservations(observations: readonly Observation[]): ToldSeries[] {
  const byKey = Map.groupBy(observations, ({ indicatorKey }) => indicatorKey.replace(/\([^()]*\)$/u, ''));
  return [...byKey].map(([key, own]) => oneSeries(key, own));
}

function oneSeries(key: string, own: readonly Observation[]): ToldSeries {
  const of = (measure: Observation['measure']): Observation[] =>
    own.filter((observation) => observation.measure === measure).toSorted(byPeriod);
  const results = of('actual');
  const periods = new Map(
    results.flatMap(told).map((each) => [each.observation.timePeriod?.end ?? each.observation.id, each]),
  );
  const actuals = [...periods.values()];
  const targets = of('target');
  const isChange = results.some(({ qualifiers }) => qualifiers.direction !== undefined);
  const isMany = results.some(({ kind }) => kind === 'compound');
  return {
    indicator: own[0]?.indicator ?? '',
    key,
    unit: actuals[0]?.observation.unit ?? targets.flatMap(told)[0]?.observation.unit ?? null,
    baseline: of('baseline').flatMap(told)[0] ?? null,
    actuals,
    targets: targets.flatMap(told),
    rates: of('achievementRate').flatMap(told),
    ratings: of('rating'),
    numbers: own.flatMap((observation) => [
      ...told(observation),
      ...observation.parts.map(({ value }) => ({ value, interval: intervalOf(value, 0) })),
    ]),
    isLevel: !isChange && !isMany && new Set(actuals.map(({ observation }) => observation.unit)).size < 2,
  };
}

/** A text of the report with the series it may speak of. */
export interface Passage {
  readonly record: Record;
  readonly text: string;
  /** the series of its row or sheet; of a narrative none: any of the report may be meant */
  readonly series: readonly ToldSeries[];
  readonly isNarrative: boolean;
  /** words around it that a subject may repeat: names of the sheet, the activity, the headings */
  readonly context: string;
}

const COMPARED = new Set<Observation['measure']>([
  'baseline',
  'target',
  'actual',
  'achievementRate',
  'rating',
]);

/** The texts of a report that speak of results, each with what it may be compared with. Linear in records. */
export const passagesOf = oncePerReport((view): readonly Passage[] => {
  const inSheet = new Set(
    view.records.flatMap((record) => (record.type === 'sheet' ? record.indicators : [])),
  );
  return view.records.flatMap((record): Passage[] => {
    if (record.type === 'narrative')
      return [{ record, text: foldText(record.text), series: [], isNarrative: true, context: '' }];
    const texts = textsOf(record).map((text) => foldText(text));
    if (texts.length === 0 || (record.type === 'indicator' && inSheet.has(record.id))) return [];
    const ids =
      record.type === 'sheet'
        ? record.indicators.flatMap((id) => view.recordsById.get(id)?.observations ?? [])
        : record.observations;
    const observations = ids
      .flatMap((id) => view.byId.get(id) ?? [])
      .filter(({ measure }) => COMPARED.has(measure));
    const series = seriesOfObservations(observations);
    if (series.length === 0) return [];
    const context = foldText(
      [record.name, ...record.path.slice(-2), record.type === 'activity' ? record.activity : ''].join(' '),
    );
    return texts.map((text) => ({ record, text, series, isNarrative: false, context }));
  });
});

function textsOf(record: Exclude<Record, { type: 'narrative' }>): string[] {
  if (record.type === 'activity')
    return [record.activity, record.assessment ?? '', ...record.texts.map(({ text }) => text)].filter(
      (text) => text !== '',
    );
  return record.texts.map(({ text }) => text).filter((text) => text !== '');
}
