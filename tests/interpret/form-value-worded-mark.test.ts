import { expect, it } from 'vitest';
import { briefs } from './read-text.ts';

const sheet = (label: string, value: string): string =>
  `<h1>事務事業評価シート</h1><table><tr><th>事務事業名</th><td>朝市の支援</td></tr><tr><th>${label}</th><td>${value}</td></tr></table>`;

it('a mark with its words behind a shaded label is a rating', async () => {
  expect(await briefs(sheet('事業の有効性', 'A.有効である'))).toEqual([
    '事業の有効性 | rating | A.有効である',
  ]);
});

it('items counted in circled digits behind a shaded label are no rating', async () => {
  expect(await briefs(sheet('目ざす姿', '① 港を生かす ② 人を育てる'))).toEqual([]);
});
