import type { Observation } from '../model/index.ts';
import { isTelling, joinKey } from './join-key.ts';
import type { ReportView, Row } from './report-view.ts';

/** What tells a figure: a row of an indicator, or a line of a plain table. */
export type Teller = Pick<Row, 'indicator' | 'targets' | 'actuals' | 'ratings'> & {
  readonly record: Pick<Row['record'], 'id' | 'path'>;
};

/** One cell as a statement about a thing: which figure of it, for which period. */
export interface Claim {
  readonly observation: Observation;
  readonly row: Teller;
  readonly measure: Observation['measure'];
  /** first and last day, or `headline` for a target that is for no year of its own */
  readonly period: string;
  /** the period as printed */
  readonly label: string;
}

/** Rows that speak of one thing: a KPI table and an activity row, an overview and its sheets. */
export interface Family {
  readonly key: string;
  readonly rows: readonly Row[];
}

const COMPARED = new Set<Observation['measure']>([
  'baseline',
  'target',
  'actual',
  'rating',
  'achievementRate',
]);
const SHORTEST_ENDING = 6;
/** Candidates looked at where many names end alike; more say nothing about one of them. */
const MOST_CANDIDATES = 16;

/** The statements of a row, periods filled in where only the report's own year can be meant. */
export function claimsOf(row: Row, view: Pick<ReportView, 'document'>): Claim[] {
  const { reportPeriod } = view.document;
  // a single dated target beside a result is the plan's headline; without results it is one year of a plan
  const isOverview = row.targets.length === 1 && row.actuals.length + row.ratings.length > 0;
  return row.observations.flatMap((observation): Claim[] => {
    const { measure, timePeriod, raw, kind } = observation;
    if (!COMPARED.has(measure) || (kind === 'missing' && raw.trim() === '')) return [];
    const claim = { observation, row, measure };
    const headline = { ...claim, period: 'headline', label: '' };
    if (timePeriod !== null) {
      const dated = { ...claim, period: `${timePeriod.start}/${timePeriod.end}`, label: timePeriod.label };
      return measure === 'target' && isOverview ? [headline, dated] : [dated];
    }
    if (measure === 'target' || measure === 'baseline') return [headline];
    if (reportPeriod === null || row.actuals.length !== 1) return [];
    return [{ ...claim, period: `${reportPeriod.start}/${reportPeriod.end}`, label: reportPeriod.label }];
  });
}

/** The year headline targets are for, where the report says so of some (目標値(令和9年度)) and of no other year. */
export function headlineYear(rows: readonly Row[]): Claim['observation']['timePeriod'] {
  const years = new Map<string, Claim['observation']['timePeriod']>();
  for (const { targets, actuals, ratings } of rows) {
    const period = targets[0]?.timePeriod ?? null;
    if (targets.length === 1 && actuals.length + ratings.length > 0 && period !== null)
      years.set(period.end, period);
  }
  return years.size === 1 ? ([...years.values()][0] ?? null) : null;
}

/** The statements of a family; a headline without its year is also one for the year the report's headlines are for. */
export function claimsOfFamily(
  { rows }: Family,
  view: ReportView,
  year: ReturnType<typeof headlineYear>,
): Claim[] {
  const claims = rows.flatMap((row) => claimsOf(row, view));
  if (year === null) return claims;
  const period = `${year.start}/${year.end}`;
  const isDated = claims.some(
    (claim) => claim.period === period && claim.measure === 'target' && claim.row.actuals.length > 0,
  );
  if (isDated) return claims;
  const headlines = claims.filter(({ measure, period: own }) => measure === 'target' && own === 'headline');
  return [...claims, ...headlines.map((claim) => ({ ...claim, period, label: year.label }))];
}

/**
 * Rows of a report by the thing they speak of. An activity row belongs to the KPI it stands under; rows of different
 * activities never compare, and a name that says little (参加者数) joins only rows under one heading. Linear in rows.
 */
export function familiesOf(rows: readonly Row[]): Family[] {
  const indicators = rows.filter(({ record }) => record.type === 'indicator');
  const families = new Map<string, Row[]>();
  for (const row of indicators) {
    const key = joinKey(row.indicator);
    if (key !== '') push(families, `${isTelling(key) ? key : `${key}@${pathOf(row)}`}\u001f${row.part}`, row);
  }
  const activities = new Map<Row, Row[]>();
  const find = indexOf(indicators);
  for (const row of rows) {
    if (row.record.type !== 'activity') continue;
    const indicator = find(row);
    if (indicator !== null) push(activities, indicator, row);
  }
  return [...families].map(([key, own]) => ({
    key,
    rows: own.flatMap((row) => {
      const under = activities.get(row) ?? [];
      return under.length === 1 ? [row, ...under] : [row];
    }),
  }));
}

/** Finds the KPI an activity row reports on: of its own name, or of a longer name that ends in it, over the same heading. */
function indexOf(indicators: readonly Row[]): (activity: Row) => Row | null {
  const byName = new Map<string, Row[]>();
  const byEnding = new Map<string, Row[]>();
  for (const row of indicators) {
    const key = joinKey(row.indicator);
    push(byName, key, row);
    if (key.length > SHORTEST_ENDING) push(byEnding, key.slice(-SHORTEST_ENDING), row);
  }
  return (activity) => {
    const key = joinKey(activity.indicator);
    const path = activity.record.path;
    const over = (row: Row): boolean =>
      row.record.path.length <= path.length && row.record.path.every((heading, i) => heading === path[i]);
    const named = (byName.get(key) ?? []).slice(0, MOST_CANDIDATES).filter(over);
    if (named.length > 0) return named.at(-1) ?? null;
    if (key.length < SHORTEST_ENDING) return null;
    const ending = byEnding.get(key.slice(-SHORTEST_ENDING)) ?? [];
    const longer = ending.slice(0, MOST_CANDIDATES).filter((row) => joinKey(row.indicator).endsWith(key));
    const found = longer.filter(over);
    return found.length === 1 ? (found[0] ?? null) : null;
  };
}

const pathOf = ({ record }: Row): string => record.path.join('\u001f');

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
