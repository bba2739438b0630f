import type { Document, Doubt, Observation, Record, RowSlip } from '../model/index.ts';
import { lineName, linesApart } from './lines-apart.ts';
import type { Tokenize } from './tokenizer.ts';

/** A row of a KPI or activity table (in a long table: one indicator with all its years), opened for checking. */
export interface Row {
  readonly record: Extract<Record, { type: 'indicator' | 'activity' }>;
  readonly indicator: string;
  readonly key: string;
  /** which part of the indicator, where its record holds several: 男性; else empty */
  readonly part: string;
  readonly baseline: Observation | null;
  /** every target, by period; the headline target last */
  readonly targets: readonly Observation[];
  /** results by period */
  readonly actuals: readonly Observation[];
  readonly rates: readonly Observation[];
  readonly ratings: readonly Observation[];
  readonly observations: readonly Observation[];
  /** 評価・課題 and other words of the row */
  readonly text: string;
}

/** Amounts of one column of a finance or count table: one year, one measure. */
export interface Column {
  readonly table: number;
  readonly column: number;
  readonly observations: readonly Observation[];
}

/** What rules see of a report: what was written, and views on it that several rules need, made once. */
export interface ReportView {
  readonly document: Pick<Document, 'id' | 'title' | 'refArea' | 'reportPeriod'>;
  /** text.txt */
  readonly text: string;
  readonly records: readonly Record[];
  readonly observations: readonly Observation[];
  readonly slips: readonly RowSlip[];
  /** places where reading was not sure of what it saw */
  readonly doubts: readonly Doubt[];
  readonly byId: ReadonlyMap<string, Observation>;
  readonly recordsById: ReadonlyMap<string, Record>;
  readonly rows: readonly Row[];
  /** observations of statistics records (finance, counts, plain statistics) by table and column, top to bottom */
  readonly columns: readonly Column[];
  /** the words of Japanese prose; absent: rules on prose go by runs of one script */
  readonly tokenize?: Tokenize;
}

export interface ReportViewInput {
  readonly document: ReportView['document'];
  readonly text: string;
  readonly records: readonly Record[];
  readonly observations: readonly Observation[];
  readonly slips: readonly RowSlip[];
  readonly doubts?: readonly Doubt[] | undefined;
  readonly tokenize?: Tokenize;
}

/** Opens a report for its rules. Linear in observations. */
export function viewReport(input: ReportViewInput): ReportView {
  const byId = new Map(input.observations.map((observation) => [observation.id, observation]));
  const recordsById = new Map(input.records.map((record) => [record.id, record]));
  const rows = input.records.flatMap((record) =>
    record.type === 'indicator' || record.type === 'activity' ? rowsOf(record, byId) : [],
  );
  const columns = columnsOf(input.observations, recordsById);
  return { ...input, doubts: input.doubts ?? [], byId, recordsById, rows, columns };
}

/** One row for each thing a record measures: men and women under one indicator are two. */
function rowsOf(record: Row['record'], byId: ReadonlyMap<string, Observation>): Row[] {
  const all = record.observations.flatMap((id) => byId.get(id) ?? []);
  const groups = [
    ...Map.groupBy(all, ({ path, indicatorKey }) => [...path, indicatorKey].join('\n')).values(),
  ];
  const isParted = new Set(groups.map((group) => group[0]!.path.join('\n'))).size > 1;
  if (groups.length === 0) return [rowOf(record, [], '')];
  return groups.flatMap((group) => {
    const part = isParted ? (group[0]!.path.at(-1) ?? '') : '';
    const lines = linesApart(group);
    return lines.length < 2
      ? [rowOf(record, group, part)]
      : lines.map((line, i) => rowOf(record, line, `${part}${lineName(record, lines.length, i)}`));
  });
}

function rowOf(record: Row['record'], observations: readonly Observation[], part: string): Row {
  const of = (measure: Observation['measure']): Observation[] =>
    observations.filter((observation) => observation.measure === measure).toSorted(byPeriod);
  const assessment = record.type === 'activity' ? [record.assessment ?? ''] : [];
  return {
    record,
    indicator: observations[0]?.indicator ?? record.name,
    key: observations[0]?.indicatorKey ?? '',
    part,
    baseline: of('baseline')[0] ?? null,
    targets: of('target'),
    actuals: of('actual'),
    rates: of('achievementRate'),
    ratings: of('rating'),
    observations,
    text: [...assessment, ...record.texts.map(({ text }) => text)].filter((text) => text !== '').join('\n'),
  };
}

/** Earliest first; what has no period keeps its printed place at the end. */
function byPeriod(a: Observation, b: Observation): number {
  const left = a.timePeriod?.end ?? '9999';
  const right = b.timePeriod?.end ?? '9999';
  return left < right ? -1 : left > right ? 1 : a.provenance.start - b.provenance.start;
}

function columnsOf(observations: readonly Observation[], records: ReadonlyMap<string, Record>): Column[] {
  const columns = new Map<string, Observation[]>();
  for (const observation of observations) {
    const { table, column } = observation.provenance;
    if (table === null || column === null || records.get(observation.recordId)?.type !== 'statistics')
      continue;
    // a slipped row's amounts belong to the year they were read as, not to the column they stand in
    const key = `${table}:${observation.measure}:${observation.timePeriod?.label ?? `#${column}`}`;
    const list = columns.get(key);
    if (list === undefined) columns.set(key, [observation]);
    else list.push(observation);
  }
  return [...columns.values()].map((list) => ({
    table: list[0]?.provenance.table ?? 0,
    column: list[0]?.provenance.column ?? 0,
    observations: list,
  }));
}
