import { expect, it } from 'vitest';
import { checkReport, viewReport } from '../../src/check/index.ts';
import type { Doubt } from '../../src/model/index.ts';
import { readReport } from '../../src/pipeline.ts';
import { table } from './found-by.ts';

const TEXT = `進捗報告書\n\n${table('指標名 | 基準値 | 目標値 | R5実績\n相談件数 | 1件 | 50件 | 20件\n来館者数 | 7人 | 80人 | 30人')}`;

/** What is found where laying out doubts the cells with these texts. */
async function foundFor(kind: Doubt['kind'], ...cells: string[]) {
  const report = await readReport({ path: 'r.txt', documentId: 'd', bytes: Buffer.from(TEXT) });
  const doubts = cells.map((detail): Doubt => {
    const start = report.text.indexOf(detail);
    return { kind, page: 1, table: 0, start, end: start + detail.length, box: null, detail };
  });
  const { findings } = checkReport(viewReport({ ...report, slips: [], doubts }));
  const rawOf = new Map(report.observations.map(({ id, raw }) => [id, raw]));
  return findings
    .filter(({ rule }) => rule === 'low-confidence')
    .map(({ severity, message, observationIds }) => ({
      severity,
      message: message.ja,
      cells: observationIds.map((id) => rawOf.get(id)),
    }));
}

it('ng. a value across a ruling line names its cell', async () => {
  expect(await foundFor('crossedRule', '50件')).toEqual([
    {
      severity: 'warning',
      cells: ['50件'],
      message: '1ページ: 文字が罫線をまたいでいます。一つの欄か二つの欄かを原本で確かめてください: 「50件」',
    },
  ]);
});

it('ng. labels whose lines enclose no rectangle are one information a table', async () => {
  const found = await foundFor('brokenCell', '相談件数', '来館者数');
  expect(found).toMatchObject([{ severity: 'info', cells: [] }]);
  expect(found[0]!.message).toMatch(/: 「相談件数」、「来館者数」$/u);
});

it.each(['raggedRow', 'emptyKey'] as const)('ng. %s names the values of the row', async (kind) => {
  const found = await foundFor(kind, '来館者数');
  expect(found).toMatchObject([{ severity: 'warning', cells: ['7人', '80人', '30人'] }]);
});

it('ng. tags that disagree are told of the table as a whole', async () => {
  expect(await foundFor('tagsDisagree', '相談件数')).toMatchObject([{ severity: 'info', cells: [] }]);
});

it('ok. near miss: an unread page is another rule’s', async () => {
  expect(await foundFor('failed', '50件')).toEqual([]);
});
