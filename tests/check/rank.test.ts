import { expect, it } from 'vitest';
import { rankFindings } from '../../src/check/rank.ts';
import type { Finding, Observation, Record, Severity } from '../../src/model/index.ts';
import { sampleFinding, sampleReport } from '../run/sample-report.ts';

const { observations, records } = sampleReport('r5', 'r5.txt');
const [observation] = observations;
const [record] = records;

/** One finding on one cell of one row. */
function ranked(
  ...rows: readonly {
    name: string;
    severity?: Severity;
    confidence?: number;
    observation?: Partial<Observation>;
    record?: Partial<Record>;
  }[]
): string[] {
  const cells = rows.map((row) => ({
    ...observation!,
    id: row.name,
    recordId: row.name,
    ...row.observation,
  }));
  const findings = rows.map(
    ({ name, severity = 'warning', confidence = 0.8 }, index): Finding => ({
      ...sampleFinding('r5', severity),
      id: name,
      confidence,
      observationIds: [name],
      line: index + 1,
    }),
  );
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const recordsById = new Map(
    rows.map((row) => [row.name, { ...record!, ...row.record, id: row.name } as Record]),
  );
  return rankFindings(findings, { byId, recordsById }).map(({ id }) => id);
}

const ACTIVITY = { type: 'activity' } as const;

it('errors come before warnings before infos', () => {
  expect(
    ranked(
      { name: 'info', severity: 'info', confidence: 1 },
      { name: 'warning', confidence: 0.9 },
      { name: 'error', severity: 'error', confidence: 0.1 },
    ),
  ).toEqual(['error', 'warning', 'info']);
});

it('headline targets come before rows of activities', () => {
  expect(
    ranked({ name: 'activity', record: ACTIVITY }, { name: 'goal', observation: { measure: 'target' } }),
  ).toEqual(['goal', 'activity']);
});

it('totals come before parts', () => {
  const statistics = { type: 'statistics' } as const;
  expect(
    ranked(
      { name: 'part', record: statistics, observation: { measure: 'budget', indicator: '人件費' } },
      { name: 'total', record: statistics, observation: { measure: 'budget', indicator: '合計（千円）' } },
    ),
  ).toEqual(['total', 'part']);
});

it('a sure suspicion on little comes before a faint one on much', () => {
  expect(
    ranked({ name: 'faint', confidence: 0.3 }, { name: 'sure', confidence: 0.9, record: ACTIVITY }),
  ).toEqual(['sure', 'faint']);
});

it('equals stand as in the report', () => {
  expect(ranked({ name: 'a' }, { name: 'b' }, { name: 'c' })).toEqual(['a', 'b', 'c']);
});
