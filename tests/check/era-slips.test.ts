import { describe, expect, it } from 'vitest';
import { headerConflict } from '../../src/check/rules/header-conflict.ts';
import { foundInText } from './found-in-text.ts';

const title = '進捗報告書（令和5年度）';
const table = (...lines: string[]): string => [title, '', ...lines].join('\n');

async function meant(text: string): Promise<unknown[]> {
  const { found } = await foundInText(headerConflict, text);
  return found.flatMap(({ evidence }) => (evidence.meant === undefined ? [] : [evidence.meant]));
}

describe('ok.', () => {
  it.each([
    ['years one after another', table('指標名\tR2実績\tR3実績\tR4実績', '相談件数\t8件\t7件\t6件')],
    ['a change of era', table('年度\tH29\tH30\tR1\tR2', '人口\t304人\t303人\t302人\t301人')],
    ['a census every five years', table('年\tH2\tH7\tH12\tH17\tH22', '人口\t9人\t8人\t7人\t6人\t5人')],
    [
      'a baseline of 1990, as for emissions',
      table('指標名\t基準値(平成2年度)\t実績値(令和5年度)\t目標値(令和9年度)', '排出量\t90t\t80t\t70t'),
    ],
    [
      'a target far ahead, beside one that is near',
      table('指標名\t実績値(令和5年度)\t目標値(令和12年度)\t目標値(令和32年度)', '排出量\t80t\t50t\t0t'),
    ],
    ['a target far ahead', table('指標名\t実績値(令和5年度)\t目標値(令和32年度)', '排出量\t80t\t0t')],
  ])('%s is silent', async (_what, text) => {
    expect(await meant(text)).toEqual([]);
  });
});

describe('ng.', () => {
  it.each([
    [
      '平成 for 令和, beside a target',
      '指標名\t実績値(平成5年度)\t目標値(令和9年度)',
      '相談件数\t8件\t7件',
      '令和5年度',
    ],
    ['the first year', '指標名\tH2実績\tR3実績\tR4実績', '相談件数\t8件\t7件\t6件', 'R2'],
    ['令和 for 平成 in statistics', '年度\tH24\tR25\tH26', '人口\t304人\t303人\t302人', 'H25'],
  ])('%s', async (_what, head, row, year) => {
    expect(await meant(table(head, row))).toEqual([year]);
  });
});
