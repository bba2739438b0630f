import { expect, test } from 'vitest';
import { additiveRelation } from '../../src/check/rules/additive-relation.ts';
import { foundBy, table } from './found-by.ts';

const report = (last: string, second = '8件'): string => `事業進捗報告

基本目標1 稼ぐ地域をつくる

${table(`
指標名 | 基準値 | 目標値 | R2実績 | R3実績 | R4実績 | R5実績 | 達成率
雇用創出数 | 67人 | 250人 | 19人 | 27人 | 15人 | ${last} | 29%`)}

施策① 生産性の向上

具体的な事業

${table(`
取組内容 | KPI | R2実績 | R3実績 | R4実績 | R5実績 | 評価・課題 | 担当課
創業を目指す人の相談に応じた。 | 創業件数 | 3件 | 9件 | ${second} | 7件 | 相談が増えた。 | 商工観光課
工場の新設に奨励金を交付した。 | 雇用創出数 | 12人 | 6人 | 3人 | 4人 | 求人が続く。 | 商工観光課
林業の担い手を募った。 | 雇用創出数 | 4人 | 12人 | 4人 | 4人 | 周知を図る。 | 農林整備課`)}
`;

test('ok a goal that is the sum of its rows in every year', async () => {
  const { found, checked } = await foundBy(additiveRelation, report('15人'));
  expect([found, checked]).toEqual([[], 4]);
});

test('ng a year that leaves out one of the rows', async () => {
  const { found, messages } = await foundBy(additiveRelation, report('11人'));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('= 15');
  expect(messages[0]).toContain('4人の行が抜けているなら');
  expect(found[0]?.observations[0]?.raw).toBe('11人');
});

test('ok two years that agree are chance', async () => {
  const { found, checked } = await foundBy(additiveRelation, report('11人', '2件'));
  expect([found, checked]).toEqual([[], 0]);
});
