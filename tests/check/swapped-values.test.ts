import { expect, test } from 'vitest';
import { swappedValues } from '../../src/check/rules/swapped-values.ts';
import { foundBy, table } from './found-by.ts';

const counts = (row: string): string => `進捗状況報告

KPIの実績

${table(`
基本目標 | ○ | △ | × | 合計
1 しごとをつくる | 14 | 1 | 6 | 21
${row}
3 子育ての希望をかなえる | 5 | 2 | 8 | 15
4 安心して暮らせる | 8 | 3 | 7 | 18
合計 | 32 | 10 | 24 | 66`)}
`;

test('ok a table in order', async () => {
  expect((await foundBy(swappedValues, counts('2 ひとの流れをつくる | 5 | 4 | 3 | 12'))).found).toEqual([]);
});

test('ng two marks in each other’s place: the row adds up, the columns do not', async () => {
  const { found } = await foundBy(swappedValues, counts('2 ひとの流れをつくる | 4 | 5 | 3 | 12'));
  expect(found).toHaveLength(1);
  expect(found[0]?.observations.slice(0, 2).map(({ raw }) => raw)).toEqual(['4', '5']);
});

const targets = (...each: string[]): string => `総括シート

重要業績評価指標（KPI）

${table(`
重要業績評価指標 | 基準値⇒R1目標値 | 年度 | 目標値 | 実績値 | 進捗度
支援件数 | 17件 ▼ 100件 | H27 | ${each[0]} | 31件 | ○
 | | H28 | ${each[1]} | 79件 | ○
 | | H29 | ${each[2]} | 69件 | ○
 | | H30 | ${each[3]} | 149件 | ○
 | | R1 | ${each[4]} | 188件 | ○`)}
`;

test('ok targets that rise while results go up and down', async () => {
  expect((await foundBy(swappedValues, targets('20件', '40件', '60件', '80件', '100件'))).found).toEqual([]);
});

test('ng two targets of neighbouring years exchanged', async () => {
  const { messages } = await foundBy(swappedValues, targets('20件', '40件', '80件', '60件', '100件'));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('80件と60件を入れ替えると');
});
