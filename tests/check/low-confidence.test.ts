import { expect, it } from 'vitest';
import { checkReport, viewReport } from '../../src/check/index.ts';
import { lowConfidence } from '../../src/check/rules/low-confidence.ts';
import { nothingCheckedIn } from '../../src/check/rules/nothing-checked.ts';
import { readReport } from '../../src/pipeline.ts';
import { table } from './found-by.ts';

const TEXT = `進捗報告書\n\n${table('指標名 | 基準値 | 目標値 | R4実績 | R5実績\n相談件数 | 1件 | 5件 | 2件 | 3件')}`;

async function viewWith(confidence: number, text = TEXT) {
  const report = await readReport({ path: 'r.txt', documentId: 'd', bytes: Buffer.from(text) });
  const observations = report.observations.map((observation) => ({
    ...observation,
    provenance: { ...observation.provenance, confidence },
  }));
  return viewReport({ ...report, observations, slips: [] });
}

it('ng. an uncertain row is one finding, whatever the number of its cells', async () => {
  const { found, checked } = lowConfidence.check(await viewWith(0.41));
  expect(checked).toBe(4);
  expect(found.map(({ message }) => message.ja)).toEqual([
    '「相談件数」の読み取りが確かではありません（確からしさ 41%）: 1件、5件、2件、3件',
  ]);
});

it('ok. a reading that is sure enough is silent', async () => {
  expect(lowConfidence.check(await viewWith(0.6)).found).toEqual([]);
});

it('ok. near miss: a moved row is told by shifted-row alone', async () => {
  const view = await viewWith(0.5);
  const slip = {
    recordId: 'r',
    observationIds: [...view.byId.keys()],
    page: 1,
    line: 1,
    columns: 1,
    lost: [],
    row: {},
  };
  expect(lowConfidence.check({ ...view, slips: [slip] }).found).toEqual([]);
});

it('ng. a report of which no rule could check a figure is itself a finding', async () => {
  const view = await viewWith(1, 'ご案内\n\n本日は晴れています。');
  expect(nothingCheckedIn(view, { 'finance-total': 0, 'count-total': 0 })?.severity).toBe('warning');
  const { findings, checked } = checkReport({ ...view, observations: [...view.observations] });
  expect(checked['text-damage']).toBeGreaterThan(0);
  expect(findings.map(({ rule }) => rule)).toContain('nothing-checked');
});

it('ok. one thing checked is enough', async () => {
  expect(nothingCheckedIn(await viewWith(1), { 'finance-total': 1, 'count-total': 0 })).toBeNull();
});

it('the finding stands at the page and box of the least certain cell', async () => {
  const report = await readReport({ path: 'r.txt', documentId: 'd', bytes: Buffer.from(TEXT) });
  const observations = report.observations.map((observation, at) => ({
    ...observation,
    obsStatus: 'U' as const,
    provenance: {
      ...observation.provenance,
      source: 'ocr' as const,
      page: 3,
      line: null,
      box: [at * 10, 5, at * 10 + 8, 15] as [number, number, number, number],
      confidence: at === 2 ? 0.2 : 0.5,
    },
  }));
  const { findings } = checkReport(viewReport({ ...report, observations, slips: [] }));
  const [finding] = findings.filter(({ rule }) => rule === 'low-confidence');
  expect(finding).toMatchObject({ page: 3, line: null, box: [20, 5, 28, 15] });
});
