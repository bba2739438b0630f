import { expect, test } from 'vitest';
import type { Report } from '../../src/model/index.ts';
import { readReport } from '../../src/pipeline.ts';
import { createVocabulary, type VocabularyAdditions } from '../../src/vocabulary/index.ts';

const REPORT = `みらい市 総合計画 進捗報告（令和5年度）

ものさし	はじめの姿	めざす姿	R4たどり着いた値	R5たどり着いた値	かかわる課
相談件数	10件	20件	12件	15件	市民課
登録者数	100人	150人	110人	123人	こども課・福祉課
`;

const read = (additions: VocabularyAdditions = {}): Promise<Report> =>
  readReport(
    { path: 'mirai.txt', documentId: 'mirai', bytes: Buffer.from(REPORT) },
    { vocabulary: createVocabulary(additions) },
  );

test('words nobody taught are named, with their line and how many cells wait', async () => {
  const { document } = await read();
  expect(document.unknownHeaders).toEqual(
    ['ものさし', 'はじめの姿', 'めざす姿', 'R4たどり着いた値', 'R5たどり着いた値'].map((text) => ({
      text,
      page: 1,
      line: 3,
      cells: 2,
    })),
  );
});

test('a data team teaches them without code', async () => {
  const { document, observations } = await read({
    roles: { indicator: ['ものさし'], department: ['かかわる課'] },
    measures: { baseline: ['はじめの姿'], target: ['めざす姿'], actual: ['たどり着いた値'] },
  });
  expect(document.unknownHeaders).toEqual([]);
  expect(
    observations.map(({ indicator, measure, timePeriod, value, unit, departments }) => [
      indicator,
      measure,
      timePeriod?.label ?? null,
      value,
      unit,
      departments.length,
    ]),
  ).toEqual([
    ['相談件数', 'baseline', null, 10, '件', 1],
    ['相談件数', 'target', null, 20, '件', 1],
    ['相談件数', 'actual', 'R4', 12, '件', 1],
    ['相談件数', 'actual', 'R5', 15, '件', 1],
    ['登録者数', 'baseline', null, 100, '人', 2],
    ['登録者数', 'target', null, 150, '人', 2],
    ['登録者数', 'actual', 'R4', 110, '人', 2],
    ['登録者数', 'actual', 'R5', 123, '人', 2],
  ]);
});
