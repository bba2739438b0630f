import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../src/normalize/index.ts';

const PROSE: readonly (readonly [string, readonly string[]])[] = [
  ['令和5年度は一部の校区で12回、約1.1万人が参加', ['12 回', '11000 人']],
  ['転出超過は2,153人の増加（約1.5倍）', ['2153 人', '1.5 倍']],
  [
    '出生率は平成30年に1.59となり、5年連続で減少（2,934人→2,676人）',
    ['1.59 null', '5 年', '2934 人', '2676 人'],
  ],
  ['2019年度に4市2町で43の連携事業を展開', ['4 市', '2 町', '43 null']],
  ['第1期総合戦略の第2章、※3、(1) 概要', []],
  ['COVID-19、5G、A4、Wi-Fi6、PM2.5、ver2.0', []],
  ['080-6006-4451 http://example.jp/?a=30%25', []],
  ['千代田区、四国、九州、一人ひとり、万全、十分', []],
  ['三大都市圏や二次医療圏、一般会計、第三者', []],
  ['二酸化炭素を百五十トン、百二十世帯で削減', ['150 t', '120 世帯']],
  ['収入は△3,210千円、支出は−５％', ['-3210000 円', '-5 %']],
  ['7月18日の9時30分から', []],
];

describe('numbers in prose', () => {
  it.each(PROSE)('%s', (text, expected) => {
    const found = findNumbers(text);
    expect(found.map(({ value, unit }) => `${value} ${unit}`)).toEqual(expected);
    for (const mention of found) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
  });

  it('tells the kind of the unit', () => {
    expect(findNumbers('5円 5% 5件 5㎡ 5人/年 5年 5').map(({ kind }) => kind)).toEqual([
      'currency',
      'ratio',
      'count',
      'physical',
      'rate',
      'time',
      'number',
    ]);
  });

  it('keeps offsets right behind characters that fold to more or fewer', () => {
    const text = 'ｶﾞｿﾘﾝ𠮷㍻㈱は１２件';
    const [mention] = findNumbers(text);
    expect(mention?.text).toBe('１２件');
    expect(text.slice(mention!.start, mention!.end)).toBe('１２件');
  });
});
