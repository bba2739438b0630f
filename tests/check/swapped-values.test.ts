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

const views = (...years: string[]): string => `事業進捗報告

重要業績評価指標

${table(`
指標 | R2実績 | R3実績 | R4実績 | R5実績
${years.join(' | ')}`)}
`;

test('ng the year before once more: a figure of five digits does not come out twice', async () => {
  const { found } = await foundBy(swappedValues, views('閲覧数', '7,900', '8,773', '12,417', '12,417'));
  expect(found.map(({ severity, observations }) => [severity, observations[0]?.timePeriod?.label])).toEqual([
    ['warning', 'R5'],
  ]);
});

test.each([
  ['few digits', '閲覧数', '7,900', '8,773', '12,400', '12,400'],
  ['what is built stays', '公共施設の床面積（㎡）', '7,911㎡', '8,773㎡', '12,417㎡', '12,417㎡'],
  ['a series that stays anyway', '会員数', '8,773', '8,773', '12,417', '12,417'],
  ['a year between', '閲覧数', '7,911', '12,417', '8,773', '12,417'],
])('ok %s', async (_, ...row) => {
  expect((await foundBy(swappedValues, views(...row))).found).toEqual([]);
});
