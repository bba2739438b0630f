import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeriods, isPeriodOnly, type PeriodContext, readPeriod } from '../../src/normalize/index.ts';

const fiscal = (from: number, to = from) => `${from}-04-01..${to + 1}-03-31 fiscalYear`;
const calendar = (year: number) => `${year}-01-01..${year}-12-31 calendarYear`;
const date = (from: string, to = from) => `${from}..${to} date`;

const WHOLE: readonly (readonly [string, string, string])[] = [
  ['R5', 'R5', fiscal(2023)],
  ['Ｒ５年度', 'Ｒ５年度', fiscal(2023)],
  ['令和5年度', '令和5年度', fiscal(2023)],
  ['令和五年度', '令和五年度', fiscal(2023)],
  ['平成 27 年度', '平成 27 年度', fiscal(2015)],
  ['R元', 'R元', fiscal(2019)],
  ['令和元年度', '令和元年度', fiscal(2019)],
  ['平成31年度', '平成31年度', fiscal(2019)],
  ['平成31(令和元)年度', '平成31(令和元)年度', fiscal(2019)],
  ['平成31年度(令和元年度)', '平成31年度(令和元年度)', fiscal(2019)],
  ['2023（令和5）年度', '2023（令和5）年度', fiscal(2023)],
  ['平成32年度', '平成32年度', fiscal(2020)],
  ['㍻30年度', '㍻30年度', fiscal(2018)],
  ['S63', 'S63', fiscal(1988)],
  ['2023年度', '2023年度', fiscal(2023)],
  ['FY2023', 'FY2023', fiscal(2023)],
  ['2019', '2019', fiscal(2019)],
  ['平成25年', '平成25年', calendar(2013)],
  ['H25年', 'H25年', calendar(2013)],
  ['R元年', 'R元年', calendar(2019)],
  ['H27～R1', 'H27～R1', fiscal(2015, 2019)],
  ['H27～R1年度', 'H27～R1年度', fiscal(2015, 2019)],
  ['令和2～6年度', '令和2～6年度', fiscal(2020, 2024)],
  ['平成27年度から令和元年度', '平成27年度から令和元年度', fiscal(2015, 2019)],
  ['2020-2024年度', '2020-2024年度', fiscal(2020, 2024)],
  ['H24～26年度平均', 'H24～26年度', fiscal(2012, 2014)],
  ['(H27～H30の累計)', 'H27～H30', fiscal(2015, 2018)],
  ['令和5年度末', '令和5年度', fiscal(2023)],
  ['令和5年度上半期', '令和5年度上半期', date('2023-04-01', '2023-09-30')],
  ['R5年度第4四半期', 'R5年度第4四半期', date('2024-01-01', '2024-03-31')],
  ['R6.3末', 'R6.3', date('2024-03-01', '2024-03-31')],
  ['R6.3.31', 'R6.3.31', date('2024-03-31')],
  ['令和5年10月1日現在', '令和5年10月1日', date('2023-10-01')],
  ['R5年4月～R6年3月', 'R5年4月～R6年3月', date('2023-04-01', '2024-03-31')],
];

const NONE = [
  '',
  '5年度',
  '5か年',
  '5年間',
  '令和0年',
  '令和-3年',
  '令和5年13月',
  '2000人',
  '2.5',
  'H500',
  'R29～R1',
  'R5実績',
  '令和5年度は増加',
  'COVID-19',
  'T3',
  '第5期',
];

const said = (text: string, context?: PeriodContext) => {
  const period = readPeriod(text, context);
  return period === null ? null : [period.label, `${period.start}..${period.end} ${period.basis}`];
};

describe('readPeriod', () => {
  it.each(WHOLE)('%s', (text, label, stretch) => {
    expect(said(text)).toEqual([label, stretch]);
    expect(isPeriodOnly(text)).toBe(true);
  });

  it.each(NONE)('%s is no period', (text) => {
    expect(readPeriod(text)).toBeNull();
  });

  it('takes the era and the kind of year from the headers', () => {
    expect(said('5年度', { era: '令和' })).toEqual(['5年度', fiscal(2023)]);
    expect(said('5年度', { era: 'H' })).toEqual(['5年度', fiscal(1993)]);
    expect(said('元年度', { era: 'R' })).toEqual(['元年度', fiscal(2019)]);
    expect(said('2～6年度', { era: '令和' })).toEqual(['2～6年度', fiscal(2020, 2024)]);
    expect(said('2019', { basis: 'calendarYear' })).toEqual(['2019', calendar(2019)]);
  });

  it('reads a fiscal year of either era alike', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.constantFrom('R', 'Ｒ', '令和', '令和 '),
        (year, era) => {
          expect(readPeriod(`${era}${year}年度`)?.start).toBe(`${2018 + year}-04-01`);
          expect(readPeriod(`平成${30 + year}年度`)?.start).toBe(`${2018 + year}-04-01`);
          expect(readPeriod(`${2018 + year}年度`)?.start).toBe(`${2018 + year}-04-01`);
        },
      ),
    );
  });
});

const INSIDE: readonly (readonly [string, readonly string[]])[] = [
  ['R2実績', ['R2']],
  ['実績値(令和5年度)', ['令和5年度']],
  ['令和5年度 実績値', ['令和5年度']],
  ['基準値⇒R1目標値', ['R1']],
  ['R1年度末の進捗度', ['R1年度']],
  ['目標値（R6）', ['R6']],
  ['【都道府県別の人口移動（H27～R1年度）】', ['H27～R1年度']],
  ['2019実績 2020目標', ['2019', '2020']],
  ['H29:208施設→R1:223施設', ['H29', 'R1']],
  ['平成25年度以降、4年連続', ['平成25年度']],
  ['東京2020オリンピック・パラリンピック', []],
  ['A4用紙2000枚', []],
  ['5年間で10件', []],
];

describe('findPeriods', () => {
  it.each(INSIDE)('%s', (text, labels) => {
    const found = findPeriods(text);
    expect(found.map(({ period }) => period.label)).toEqual(labels);
    for (const mention of found) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
  });
});
