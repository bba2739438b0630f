import type { ReportView } from '../report-view.ts';
import { believe } from './believe.ts';
import { type Believed, type Cell, cellOf, type Equation } from './equation.ts';
import { isChange } from './words.ts';

interface Point {
  readonly start: string;
  readonly cell: Cell;
}

const DAYS_OF_YEAR_AND_SLACK = 370;

/**
 * Differences to the year before: a series of changes against the series of levels under the same heading, also where a
 * table is broken in two.
 *
 *     人口  305,214  305,549      増減  383  335      335 = 305,549 − 305,214
 */
export function yearlyChangesOf(view: ReportView): Believed[] {
  const places = new Map<string, Map<string, Point[]>>();
  for (const observation of view.observations) {
    if (view.recordsById.get(observation.recordId)?.type !== 'statistics') continue;
    const cell = cellOf(observation);
    if (cell === null || observation.timePeriod === null) continue;
    const place = placeOf(places, observation.path.join('|'));
    const key = `${observation.measure}|${observation.indicator}`;
    const series = place.get(key);
    const point = { start: observation.timePeriod.start, cell };
    if (series === undefined) place.set(key, [point]);
    else series.push(point);
  }
  const equations = [...places].flatMap(([path, series]) => {
    const all = [...series].map(([key, points]) => ({ key, points: sorted(points) }));
    const levels = all.filter(({ points }) => !isChangeSeries(points));
    return all
      .filter(({ points }) => isChangeSeries(points))
      .flatMap((change) =>
        levels.flatMap((level) =>
          differences(change.points, level.points, `${path} ${change.key}-${level.key}`),
        ),
      );
  });
  return believe(equations, 3);
}

function placeOf(places: Map<string, Map<string, Point[]>>, path: string): Map<string, Point[]> {
  const place = places.get(path) ?? new Map<string, Point[]>();
  places.set(path, place);
  return place;
}

const isChangeSeries = ([first]: readonly Point[]): boolean =>
  first !== undefined &&
  (first.cell.observation.measure === 'change' || isChange(first.cell.observation.indicator));

/** By time; what a table says twice is taken once. */
function sorted(points: readonly Point[]): Point[] {
  const byStart = new Map(points.toReversed().map((point) => [point.start, point]));
  return [...byStart.values()].sort((a, b) => (a.start < b.start ? -1 : 1));
}

function differences(changes: readonly Point[], levels: readonly Point[], family: string): Equation[] {
  const changeAt = new Map(changes.map(({ start, cell }) => [start, cell]));
  return levels.flatMap(({ start, cell }, index) => {
    const before = levels[index - 1];
    const result = changeAt.get(start);
    if (before === undefined || result === undefined || !isYearApart(before.start, start)) return [];
    if (before.cell.observation.unit !== cell.observation.unit) return [];
    const terms = [
      { cell, factor: 1 },
      { cell: before.cell, factor: -1 },
    ] as const;
    const says = { ja: '増減は今年と前年の差', en: 'the change is this year less the year before' };
    return [{ rule: 'delta-level', result, terms, family, says } satisfies Equation];
  });
}

const isYearApart = (before: string, after: string): boolean =>
  (Date.parse(after) - Date.parse(before)) / 86_400_000 < DAYS_OF_YEAR_AND_SLACK;
