import { expect, it } from 'vitest';
import { onlyRecord, readText } from './read-text.ts';

const TABLE =
  '総合戦略 進捗状況報告書\n\n指標名\t出発点\tR5実績\tてごたえ\n転入数\t5人\t6人\tまずまず\n転出数\t4人\t3人\tまだまだ';

it('a header nobody taught right of 指標名 does not turn the table into a form: its known columns are read', async () => {
  const { observations } = await readText(TABLE);
  expect(observations.map(({ indicator, measure, raw }) => [indicator, measure, raw])).toEqual([
    ['転入数', 'actual', '6人'],
    ['転出数', 'actual', '3人'],
  ]);
});

it('and it is told as missing, with the cells that wait for it', async () => {
  const { document } = await readText(TABLE);
  expect(document.unknownHeaders).toEqual([
    { text: '出発点', page: 1, line: 3, cells: 2 },
    { text: 'てごたえ', page: 1, line: 3, cells: 2 },
  ]);
});

it('one line of vocabulary is enough to read it', async () => {
  const report = await readText(TABLE, {
    words: { measures: { baseline: ['出発点'] }, roles: { text: ['てごたえ'] } },
  });
  expect(report.observations.map(({ measure, raw }) => [measure, raw])).toEqual([
    ['baseline', '5人'],
    ['actual', '6人'],
    ['baseline', '4人'],
    ['actual', '3人'],
  ]);
  expect(report.document.unknownHeaders).toEqual([]);
  expect(() => onlyRecord(report, 'sheet')).toThrow();
});
