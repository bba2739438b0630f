import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

/** Amounts of a sheet as `raw measure year`. */
async function amounts(...lines: string[]): Promise<string[]> {
  const { observations } = await readText(['評価シート集', '', ...lines].join('\n'));
  return observations
    .filter(({ measure }) => measure === 'budget' || measure === 'settlement')
    .map(({ raw, measure, timePeriod }) => `${raw} ${measure} ${timePeriod?.label ?? 'none'}`);
}

describe('amounts without a year of their own', () => {
  it('take the years of the headers above them in the sheet, by place', async () => {
    expect(
      await amounts(
        '成果指標\t目標値\t令和5年度実績値\t令和6年度目標値',
        '相談件数\t80件\t47件\t60件',
        '事業財源\t費目\t決算額\t予算額',
        '\t一般財源\t1,200\t1,300',
      ),
    ).toEqual(['1,200 settlement 令和5年度', '1,300 budget 令和6年度']);
  });

  it('take them in order where units push the columns apart', async () => {
    expect(
      await amounts(
        '成果指標\t\t令和7年度目標値\t令和8年度目標値\t令和9年度目標値\t\t',
        '相談件数\t\t70件\t75件\t80件\t\t',
        '事業財源\t費目\t予算額\t\t予算額\t\t予算額\t',
        '\t一般財源\t100\t千円\t110\t千円\t120\t千円',
      ),
    ).toEqual(['100 budget 令和7年度', '110 budget 令和8年度', '120 budget 令和9年度']);
  });

  it('may stand beyond the last header where that was lost', async () => {
    expect(
      await amounts(
        '成果指標\t\t令和7年度目標値\t\t令和8年度目標値\t\t令和9年度目標値\t',
        '相談件数\t\t70件\t\t75件\t\t80件\t',
        '事業財源\t費目\t予算額\t\t予算額\t\t\t',
        '\t一般財源\t100\t千円\t110\t千円\t120\t千円',
        '\t事業費\t300\t千円\t310\t千円\t320\t千円',
      ),
    ).toEqual([
      '100 budget 令和7年度',
      '110 budget 令和8年度',
      '120 budget 令和9年度',
      '300 budget 令和7年度',
      '310 budget 令和8年度',
      '320 budget 令和9年度',
    ]);
  });
});

describe('amounts take no year from above', () => {
  it('where their header names one', async () => {
    expect(
      await amounts(
        '成果指標\t目標値\t令和5年度実績値\t令和6年度目標値',
        '相談件数\t80件\t47件\t60件',
        '事業財源\t費目\t令和3年度決算額\t令和4年度予算額',
        '\t一般財源\t1,200\t1,300',
      ),
    ).toEqual(['1,200 settlement 令和3年度', '1,300 budget 令和4年度']);
  });

  it('where a title begins another block', async () => {
    expect(
      await amounts(
        '成果指標\t目標値\t令和5年度実績値\t令和6年度目標値',
        '相談件数\t80件\t47件\t60件',
        '事業費の内訳\t\t\t',
        '事業財源\t費目\t決算額\t予算額',
        '\t一般財源\t1,200\t1,300',
      ),
    ).toEqual(['1,200 settlement none', '1,300 budget none']);
  });

  it('where it stands in another table', async () => {
    expect(
      await amounts(
        '成果指標\t目標値\t令和5年度実績値\t令和6年度目標値',
        '相談件数\t80件\t47件\t60件',
        '',
        '本文です。',
        '',
        '事業財源\t費目\t決算額\t予算額',
        '\t一般財源\t1,200\t1,300',
      ),
    ).toEqual(['1,200 settlement none', '1,300 budget none']);
  });
});
