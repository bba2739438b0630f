import type { Observation } from '../model/index.ts';
import { oncePerReport } from './once-per-report.ts';
import { printedNumber } from './printed-number.ts';
import type { ReportView, Row } from './report-view.ts';

/** One number of a series. */
export interface Point {
  readonly observation: Observation;
  readonly value: number;
  /** as printed: 2,344,141m³ */
  readonly raw: string;
  readonly precision: number;
  readonly role: 'baseline' | 'actual' | 'target';
}

/** Numbers of one thing in the order of time: baseline, results, target; or the targets by year; or a line of statistics. */
export interface Series {
  readonly name: string;
  readonly kind: 'results' | 'targets' | 'statistics' | 'part';
  readonly row: Row | null;
  readonly points: readonly Point[];
}

/** 人/年 and 人 are the same yearly figure; 名 counts people as 人 does. */
export const plainUnit = (unit: string | null): string | null =>
  unit === null ? null : unit.replace(/\/年$/u, '').replace(/^名$/u, '人');

const pointOf = (observation: Observation, role: Point['role']): Point[] =>
  observation.kind === 'quantity' && observation.value !== null
    ? [
        {
          observation,
          value: observation.value,
          raw: observation.raw.trim(),
          precision: observation.precision ?? 1,
          role,
        },
      ]
    : [];

/** All series of a report with two numbers or more. Linear in observations. */
export const seriesOf = oncePerReport((view): readonly Series[] =>
  [...view.rows.flatMap(seriesOfRow), ...statisticsOf(view)].filter(({ points }) => points.length > 1),
);

function seriesOfRow(row: Row): Series[] {
  const actuals = row.actuals.flatMap((actual) => pointOf(actual, 'actual'));
  const unit = plainUnit(
    actuals.find(({ observation }) => observation.unit !== null)?.observation.unit ?? null,
  );
  const model = actuals[0]?.observation;
  const isLike = ({ observation: { unit: own, qualifiers: q } }: Point): boolean =>
    (unit === null || own === null || plainUnit(own) === unit) &&
    q.spanYears === model?.qualifiers.spanYears &&
    q.direction === model?.qualifiers.direction &&
    q.aggregate === undefined;
  const baseline = row.baseline === null ? [] : pointOf(row.baseline, 'baseline').filter(isLike);
  const all = row.targets.flatMap((target) => pointOf(target, 'target'));
  const headline = all.slice(-1).filter(isLike);
  const dated = onePerPeriod(all.filter(({ observation }) => observation.timePeriod !== null));
  const name = row.indicator;
  return [
    { name, kind: 'results', row, points: [...baseline, ...actuals.filter(isLike), ...headline] },
    ...(dated.length > 2 ? [{ name, kind: 'targets' as const, row, points: dated }] : []),
    ...partsOf(row),
  ];
}

/** The last printed of each period: a revised target stands behind the first one. */
function onePerPeriod(points: readonly Point[]): Point[] {
  const byPeriod = new Map(points.map((point) => [point.observation.timePeriod?.end, point]));
  return [...byPeriod.values()];
}

/** 平日:240,014人 休日:239,602人 over the years is two series; so are levels in brackets behind changes. */
function partsOf(row: Row): Series[] {
  const series = new Map<string, Point[]>();
  const cells = [...(row.baseline === null ? [] : [row.baseline]), ...row.actuals];
  for (const observation of cells) {
    const isLevel = observation.qualifiers.direction !== undefined && observation.parts.length === 1;
    if (observation.kind !== 'compound' && !isLevel) continue;
    for (const { label, value, raw } of observation.parts) {
      if (isLevel && /^[^\d]*[+＋\-－△▲]/u.test(raw)) continue;
      const decimals = printedNumber(raw)?.decimals ?? 0;
      const role = observation === row.baseline ? 'baseline' : 'actual';
      const point: Point = { observation, value, raw, precision: 10 ** -decimals, role };
      const key = `${label ?? ''}`;
      const list = series.get(key);
      if (list === undefined) series.set(key, [point]);
      else list.push(point);
    }
  }
  return [...series].map(([label, points]) => ({
    name: `${row.indicator} ${label}`.trim(),
    kind: 'part',
    row,
    points,
  }));
}

/** One number in this many below zero makes a table one of net figures. */
const NEGATIVE_SHARE = 4;

/** Lines of plain statistics tables by what is counted, in the order of time; money and counts of marks are no series. */
function statisticsOf(view: ReportView): Series[] {
  const lines = new Map<string, Point[]>();
  const isNet = new Map<number, { negative: number; all: number }>();
  for (const observation of view.observations) {
    const { measure, timePeriod, provenance, indicator, path } = observation;
    const isValue = measure === 'value' || measure === 'actual' || measure === 'estimate';
    if (!isValue || timePeriod === null || provenance.table === null) continue;
    if (view.recordsById.get(observation.recordId)?.type !== 'statistics') continue;
    const key = JSON.stringify([provenance.table, indicator, path]);
    const list = lines.get(key);
    const point = pointOf(observation, 'actual');
    const net = isNet.get(provenance.table) ?? { negative: 0, all: 0 };
    isNet.set(provenance.table, {
      negative: net.negative + (Number(observation.value) < 0 ? 1 : 0),
      all: net.all + 1,
    });
    if (list === undefined) lines.set(key, point);
    else list.push(...point);
  }
  // a table of net figures (転入超過 by age) swings around zero: its lines testify to nothing
  const swings = (point: Point | undefined): boolean => {
    const net = isNet.get(point?.observation.provenance.table ?? -1);
    return net !== undefined && net.negative * NEGATIVE_SHARE > net.all;
  };
  const steady = [...lines.values()].filter(([first]) => !swings(first));
  return steady.map((points) => ({
    name: points[0]?.observation.indicator ?? '',
    kind: 'statistics',
    row: null,
    points: onePerPeriod(points).toSorted((a, b) =>
      (a.observation.timePeriod?.end ?? '') < (b.observation.timePeriod?.end ?? '') ? -1 : 1,
    ),
  }));
}
