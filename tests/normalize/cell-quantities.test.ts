import { describe, expect, it } from 'vitest';
import { type CellContext, readCell } from '../../src/normalize/index.ts';
import { said } from './said.ts';

/** Cells of one figure, most from real reports: raw, and what is said besides `kind: quantity`. */
const CELLS: readonly (readonly [string, Record<string, unknown>])[] = [
  ['67人増加', { value: 67, unit: '人', direction: 'increase' }],
  ['29%', { value: 29, unit: '%' }],
  ['1.94', { value: 1.94, precision: 0.01 }],
  ['66.7％', { value: 66.7, unit: '%', precision: 0.1 }],
  ['13,420人/年', { value: 13420, unit: '人/年' }],
  ['650人／年', { value: 650, unit: '人/年' }],
  ['564.937m ³', { value: 564.937, unit: 'm³', precision: 0.001 }],
  ['2,344,141m ³', { value: 2344141, unit: 'm³' }],
  ['62,700㎡', { value: 62700, unit: '㎡' }],
  ['109万㎡', { value: 1090000, unit: '㎡', multiplier: 4, precision: 10000 }],
  ['0.149人/km', { value: 0.149, unit: '人/km', precision: 0.001 }],
  ['132回/ 人・年', { value: 132, unit: '回/人・年' }],
  ['15,554円/人', { value: 15554, unit: '円/人' }],
  ['17711円/人増加', { value: 17711, unit: '円/人', direction: 'increase' }],
  ['17 711円', { value: 17711, unit: '円' }],
  ['4年間で2,996円/人の増加', { value: 2996, unit: '円/人', spanYears: 4, direction: 'increase' }],
  ['1人/5か年', { value: 1, unit: '人', spanYears: 5 }],
  ['8回/4か年', { value: 8, unit: '回', spanYears: 4 }],
  ['8回／4か年', { value: 8, unit: '回', spanYears: 4 }],
  ['5年間に15件', { value: 15, unit: '件', spanYears: 5 }],
  ['23.9万人/5か年', { value: 239000, unit: '人', multiplier: 4, precision: 1000, spanYears: 5 }],
  ['2年に1回', { value: 1, unit: '回', spanYears: 2 }],
  ['2.6億円', { value: 260000000, unit: '円', multiplier: 8, precision: 10000000 }],
  ['4.1億円', { value: 410000000, unit: '円', multiplier: 8, precision: 10000000 }],
  ['△54,573千円', { value: -54573000, unit: '円', multiplier: 3, precision: 1000 }],
  ['35,000 千円', { value: 35000000, unit: '円', multiplier: 3, precision: 1000 }],
  ['1億2,345万円', { value: 123450000, unit: '円', multiplier: 4, precision: 10000 }],
  ['3百50万円', { value: 3500000, unit: '円', multiplier: 4, precision: 10000 }],
  ['1.1万人', { value: 11000, unit: '人', multiplier: 4, precision: 1000 }],
  ['97,248,673円', { value: 97248673, unit: '円' }],
  ['¥1,200', { value: 1200, unit: '円' }],
  ['-164人増加 (1,227人)', { value: -164, unit: '人', direction: 'increase', parts: [[null, 1227, '人']] }],
  ['200人減少 (1,329人)', { value: 200, unit: '人', direction: 'decrease', parts: [[null, 1329, '人']] }],
  ['8,138件 (+3078件)', { value: 8138, unit: '件', parts: [[null, 3078, '件']] }],
  ['1,126人(+80人)', { value: 1126, unit: '人', parts: [[null, 80, '人']] }],
  ['-179% (-394人増加)', { value: -179, unit: '%', parts: [[null, -394, '人']] }],
  [
    '500人増加 (基準値:R元年1,391人)',
    { value: 500, unit: '人', direction: 'increase', parts: [['基準値:R元年', 1391, '人']] },
  ],
  [
    '92人増加 (H27～H30の累計)',
    { value: 92, unit: '人', direction: 'increase', aggregate: 'cumulative', period: 'H27～H30' },
  ],
  ['16,507人 (H26年度)', { value: 16507, unit: '人', period: 'H26年度' }],
  ['650人 (H24～H26年度平均)', { value: 650, unit: '人', aggregate: 'mean', period: 'H24～H26年度' }],
  ['515万人 (H25年)', { value: 5150000, unit: '人', multiplier: 4, precision: 10000, period: 'H25年' }],
  ['108万人(H31)', { value: 1080000, unit: '人', multiplier: 4, precision: 10000, period: 'H31' }],
  ['550人/年 (5年間平均)', { value: 550, unit: '人/年', spanYears: 5, aggregate: 'mean' }],
  ['5年間の平均 550人／年', { value: 550, unit: '人/年', spanYears: 5, aggregate: 'mean' }],
  ['15件(累計)', { value: 15, unit: '件', aggregate: 'cumulative' }],
  ['計100人以上', { value: 100, unit: '人', aggregate: 'cumulative', bound: 'min' }],
  ['延べ1,200人', { value: 1200, unit: '人', aggregate: 'cumulative' }],
  [
    '約1万㎡の削減',
    { value: 10000, unit: '㎡', multiplier: 4, precision: 10000, bound: 'approx', direction: 'decrease' },
  ],
  ['10%増 (対平成26年比)', { value: 10, unit: '%', direction: 'increase', note: '対平成26年比' }],
  ['平成30年度10%増', { value: 10, unit: '%', direction: 'increase', period: '平成30年度' }],
  ['H30比10%増', { value: 10, unit: '%', direction: 'increase', note: 'H30比' }],
  ['1% (約1万㎡の削減)', { value: 1, unit: '%', parts: [[null, 10000, '㎡']] }],
  ['全国平均 ▲1.8以上', { value: -1.8, precision: 0.1, bound: 'min', note: '全国平均' }],
  ['小中平均 ▲2.60', { value: -2.6, precision: 0.01, note: '小中平均' }],
  [
    '平成31年度までに1,000人の雇用の受け皿の整備',
    { value: 1000, unit: '人', note: '雇用の受け皿の整備', period: '平成31年度' },
  ],
  ['14件 2件は同一業社', { value: 14, unit: '件', note: '2件は同一業社' }],
  ['10億円(※①)', { value: 1000000000, unit: '円', multiplier: 8, precision: 100000000, note: '※①' }],
  ['110事業所 (H29上方修正)', { value: 110, unit: '事業所', note: 'H29上方修正' }],
  ['(26.8%)', { value: 26.8, unit: '%', precision: 0.1 }],
  ['○ 9', { value: 9, note: '○' }],
  ['× 3', { value: 3, note: '×' }],
  ['7割', { value: 70, unit: '%', precision: 10 }],
  ['3割4分', { value: 34, unit: '%' }],
  ['15.2‰', { value: 15.2, unit: '‰', precision: 0.1 }],
  ['0.5ポイント増', { value: 0.5, unit: 'ポイント', precision: 0.1, direction: 'increase' }],
  ['3分の2', { value: 2 / 3 }],
  ['35区画', { value: 35, unit: '区画' }],
  ['5プロジェクト', { value: 5, unit: 'プロジェクト' }],
  ['12サークル増', { value: 12, unit: 'サークル', direction: 'increase' }],
  ['7市民団体', { value: 7, unit: '市民団体' }],
  ['二〇件', { value: 20, unit: '件' }],
  ['〇件', { value: 0, unit: '件' }],
  ['1人1日当たり850g', { value: 850, unit: 'g', note: '1人1日当たり' }],
  ['12.3人/10万人', { value: 12.3, unit: '人/10万人', precision: 0.1 }],
  ['12校中10校', { value: 10, unit: '校', note: '12校中' }],
  ['98.5% (12,345人/12,530人)', { value: 98.5, unit: '%', precision: 0.1, note: '12,345人/12,530人' }],
  ['65歳以上 30%', { value: 30, unit: '%', note: '65歳以上' }],
  ['100人(見込)', { value: 100, unit: '人', obsStatus: 'E' }],
  ['12.3（速報値）', { value: 12.3, precision: 0.1, obsStatus: 'P' }],
  ['12.3*', { value: 12.3, precision: 0.1, note: '*', obsStatus: 'U' }],
  ['1,234人\n（R5.3.31現在）', { value: 1234, unit: '人', period: 'R5.3.31' }],
  ['0.0', { value: 0, precision: 0.1 }],
];

describe('a cell of one figure', () => {
  it.each(CELLS)('%s', (raw, expected) => {
    expect(said(readCell(raw))).toEqual({ kind: 'quantity', ...expected });
  });
});

/** The same cell means another thing under another header. */
const UNDER_HEADERS: readonly (readonly [string, CellContext, Record<string, unknown>])[] = [
  ['450', { unit: '円', multiplier: 3 }, { value: 450000, unit: '円', multiplier: 3, precision: 1000 }],
  ['12.3', { unit: '円', multiplier: 6 }, { value: 12300000, unit: '円', multiplier: 6, precision: 100000 }],
  ['450円', { unit: '円', multiplier: 3 }, { value: 450, unit: '円' }],
  ['5件', { unit: '円', multiplier: 3 }, { value: 5, unit: '件' }],
  [
    '4.1億',
    { unit: '円', multiplier: 3 },
    { value: 410000000, unit: '円', multiplier: 8, precision: 10000000 },
  ],
  [
    '450 (120)',
    { unit: '円', multiplier: 3 },
    { value: 450000, unit: '円', multiplier: 3, precision: 1000, parts: [[null, 120000, '円']] },
  ],
  ['1,227', { unit: '人' }, { value: 1227, unit: '人' }],
  ['△1,276', { expects: 'quantity' }, { value: -1276 }],
  ['△ 2', { expects: 'quantity' }, { value: -2 }],
  ['△ 2', { expects: 'count' }, { value: 2, note: '△' }],
  ['- 1', { expects: 'count' }, { value: 1, note: '-' }],
  ['1,000人（7年度）', { era: '令和' }, { value: 1000, unit: '人', period: '7年度' }],
  ['95%', { expects: 'rating' }, { value: 95, unit: '%' }],
];

describe('a figure under a header', () => {
  it.each(UNDER_HEADERS)('%s with %o', (raw, context, expected) => {
    expect(said(readCell(raw, context))).toEqual({ kind: 'quantity', ...expected });
  });
});
