import { labelKey } from '../normalize/index.ts';
import { conflictsOf } from './conflicts.ts';
import { isTelling, joinKey } from './join-key.ts';
import type { ReportView, Row } from './report-view.ts';
import { type Claim, claimsOf, familiesOf } from './same-things.ts';

/** What one report says of a thing that other reports of the municipality speak of too. */
export interface Telling {
  readonly view: ReportView;
  readonly claims: readonly Claim[];
}

/** How much of an activity's text names it: reports of other years change the rest. */
const ACTIVITY_CHARACTERS = 16;
const STATISTICS = new Set<Claim['measure']>(['value', 'change', 'settlement']);

/** What the reports say of each thing, in the order of the reports. Linear in observations. */
export function tellingsOf(views: readonly ReportView[]): ReadonlyMap<string, readonly Telling[]> {
  const things = new Map<string, Telling[]>();
  for (const view of views) {
    for (const [key, claims] of claimsByThing(view)) {
      const told = { view, claims: unambiguous(claims) };
      if (told.claims.length > 0) things.set(key, append(things.get(key), told));
    }
  }
  return things;
}

function claimsByThing(view: ReportView): Map<string, Claim[]> {
  const things = new Map<string, Claim[]>();
  const add = (key: string, claims: readonly Claim[]): void => {
    for (const claim of claims) things.set(key, append(things.get(key), claim));
  };
  for (const { key, rows } of familiesOf(view.rows)) {
    // a name that says little is known by all the headings over it, and unknown without any
    if (!isTelling(key.split('@')[0] ?? key) && (rows[0]?.record.path ?? []).length === 0) continue;
    add(
      key,
      rows.flatMap((row) => claimsOf(row, view)),
    );
  }
  for (const row of view.rows) {
    if (row.record.type === 'activity') add(keyOfActivity(row, row.record.activity), claimsOf(row, view));
  }
  for (const claim of statisticsOf(view)) add(keyOfLine(claim), [claim]);
  return things;
}

function keyOfActivity(row: Row, activity: string): string {
  return `${joinKey(row.indicator)}#${labelKey(activity).slice(0, ACTIVITY_CHARACTERS)}`;
}

/** Titles of tables carry years that change from report to report. */
const keyOfLine = ({ row, observation: { path } }: Claim): string =>
  JSON.stringify([
    joinKey(row.indicator),
    ...path.slice(-2).map((heading) => heading.replace(/[\d０-９]/gu, '')),
  ]);

function statisticsOf(view: ReportView): Claim[] {
  return view.observations.flatMap((observation): Claim[] => {
    const { measure, timePeriod, kind, recordId, indicator } = observation;
    const record = view.recordsById.get(recordId);
    if (record?.type !== 'statistics' || !STATISTICS.has(measure)) return [];
    if (kind !== 'quantity' || timePeriod === null) return [];
    const row = { indicator, record, targets: [], actuals: [], ratings: [] };
    return [
      { observation, row, measure, period: `${timePeriod.start}/${timePeriod.end}`, label: timePeriod.label },
    ];
  });
}

/** Figures a report tells in two ways itself say nothing to other reports; of what it repeats, one cell is enough. */
function unambiguous(claims: readonly Claim[]): Claim[] {
  const torn = new Set(conflictsOf(claims).map(({ measure, period }) => `${measure} ${period}`));
  const first = new Map<string, Claim>();
  for (const claim of claims) {
    const slot = `${claim.measure} ${claim.period}`;
    if (!torn.has(slot) && !first.has(slot)) first.set(slot, claim);
  }
  return [...first.values()];
}

function append<T>(list: T[] | undefined, item: T): T[] {
  if (list === undefined) return [item];
  list.push(item);
  return list;
}
