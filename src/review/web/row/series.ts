import type { z } from 'zod';
import type { Measure, Observation, Suggestion } from '../../../model/index.ts';

/** A point of a chart: `year` as a fraction. */
export interface Point {
  readonly id: string;
  readonly measure: Measure;
  readonly label: string;
  readonly year: number;
  readonly value: number;
}

/** What a chart of a row shows. */
export interface Series {
  /** results by time, those that are joined by a line */
  readonly actuals: readonly Point[];
  readonly baselines: readonly Point[];
  readonly targets: readonly Point[];
  readonly suspect: Point | null;
  /** where the suspect would stand if the suggestion were right */
  readonly suggested: number | null;
  readonly unit: string | null;
}

const ORDER: readonly Measure[] = [
  'baseline',
  'target',
  'estimate',
  'actual',
  'achievementRate',
  'rating',
  'budget',
  'settlement',
  'change',
  'count',
  'value',
];

/** Baseline, targets, results by year, then what was made of them. */
export function inReadingOrder(observations: readonly Observation[]): Observation[] {
  const rank = ({ measure }: Observation): number => ORDER.indexOf(measure);
  return observations
    .map((observation, index) => ({ observation, index }))
    .sort(
      (a, b) =>
        rank(a.observation) - rank(b.observation) ||
        startOf(a.observation) - startOf(b.observation) ||
        a.index - b.index,
    )
    .map(({ observation }) => observation);
}

const startOf = ({ timePeriod }: Observation): number =>
  timePeriod ? Date.parse(timePeriod.start) : Number.POSITIVE_INFINITY;

const RESULTS: readonly Measure[] = [
  'actual',
  'estimate',
  'settlement',
  'budget',
  'value',
  'count',
  'change',
];

/** The series of a row around its suspect: figures of one unit with a period; null where there are fewer than two. */
export function seriesOf(
  observations: readonly Observation[],
  suspectId: string | null,
  suggestion: z.infer<typeof Suggestion> | null,
): Series | null {
  const figures = observations.filter(({ value, timePeriod }) => value !== null && timePeriod !== null);
  const alone = figures.find(({ id }) => id === suspectId);
  const suspected =
    alone && figures.filter((figure) => isAlike(figure, alone)).length > 1 ? alone : undefined;
  const leading = suspected ?? figures.find(({ measure }) => measure === 'actual') ?? figures[0];
  if (!leading) return null;
  const alike = figures.filter((figure) => isAlike(figure, leading));
  const isResult = (point: Point): boolean => RESULTS.includes(point.measure);
  const points = inReadingOrder(alike).map(pointOf);
  if (points.length < 2) return null;
  const suggested =
    suspected && suggestion?.observationId === suspected.id && typeof suggestion.to === 'number'
      ? suggestion.to
      : null;
  return {
    actuals: points.filter(isResult).sort((a, b) => a.year - b.year),
    baselines: points.filter(({ measure }) => measure === 'baseline'),
    targets: points.filter(({ measure }) => measure === 'target').sort((a, b) => a.year - b.year),
    suspect: points.find(({ id }) => id === suspected?.id) ?? null,
    suggested,
    unit: leading.unit,
  };
}

/** Of one indicator and one unit: figures that stand on one scale. */
const isAlike = (a: Observation, b: Observation): boolean => a.unit === b.unit && a.indicator === b.indicator;

const pointOf = ({ id, measure, timePeriod, value }: Observation): Point => ({
  id,
  measure,
  label: timePeriod!.label,
  year: yearOf(timePeriod!.end),
  value: value!,
});

function yearOf(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return year + (month - 1) / 12;
}
