import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWithPlaces } from '../../src/normalize/fold.ts';
import { foldText, isMissingMark, labelKey, readRatingMark, stripSpaces } from '../../src/normalize/index.ts';

describe('foldText', () => {
  it.each([
    ['Ｒ２〜Ｒ６（㈱人吉）', 'R2~R6((株)人吉)'],
    ['ﾊﾛｰﾜｰｸ　球磨', 'ハローワーク 球磨'],
    ['ｶﾞｲﾄﾞ', 'ガイド'],
    ['５−３―２‐１', '5-3-2-1'],
    ['㎡ ㎥ m³ ㌫', '㎡ m³ m³ パーセント'],
    ['①指標 ※②', '①指標 ※②'],
    ['㍻30 ㋿5', '平成30 令和5'],
    ['⺠間 ⻑期', '民間 長期'],
    ['ゼロ\u200bカーボン\r\n', 'ゼロカーボン  '],
  ])('%j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('folds a folded text no further', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = foldText(text);
        expect(foldText(once).length).toBe(once.length);
      }),
    );
  });

  it('is what foldWithPlaces gives, place by place from the source', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'あカｶﾊﾞﾟ\u3099Ｒ5㈱〜①⺠\u200b 𠮷') }), (source) => {
        const { text, starts, ends } = foldWithPlaces(source);
        expect(foldText(source)).toBe(text);
        expect(starts.length).toBe(text.length);
        expect(
          starts.map((start, i) => foldText(source.slice(start, ends[i])).includes(text[i]!)),
        ).not.toContain(false);
      }),
    );
  });

  it('strips every kind of space', () => {
    expect(stripSpaces(' a　b\tc\u00a0d\n')).toBe('abcd');
  });
});

describe('labelKey', () => {
  it.each([
    ['重要業績評価指標 (KPI)', '重要業績評価指標（ＫＰＩ）'],
    ['財政調整基金(※2)保有額', '財政調整基金保有額'],
    ['まち・ひと・しごと 相談件数', 'まちひとしごと相談件数'],
    ['観光客数［年間］', '観光客数(年間)'],
    ['設置か所数', '設置箇所数'],
    ['65～70歳の就業率', '65〜70歳の就業率'],
  ])('%s joins %s', (one, other) => {
    expect(labelKey(one)).toBe(labelKey(other));
  });

  it.each([
    ['相談件', '相談件数'],
    ['参加者', '参加者数'],
    ['①観光客数', '②観光客数'],
    ['転入者数', '転出者数'],
  ])('%s and %s stay apart', (one, other) => {
    expect(labelKey(one)).not.toBe(labelKey(other));
  });
});

describe('marks', () => {
  it.each(['', '-', '－', '—', '/', '…', 'x', 'なし'])('%j says there is no figure', (text) => {
    expect(isMissingMark(text)).toBe(true);
  });

  it.each(['0', '○', '該当なし', '集計中', '-1', '5'])('%j does not', (text) => {
    expect(isMissingMark(text)).toBe(false);
  });

  it.each([
    ['○', '○'],
    ['Ａ', 'A'],
    ['A+', 'A+'],
    ['A.順調に推移している', 'A'],
    ['3（順調）', '3'],
    ['順調（B）', 'B'],
    ['Ｓ評価', 'S'],
    ['◎達成', '◎'],
    ['順調', null],
    ['12', null],
    ['△5', null],
  ])('%s is the rating %s', (text, mark) => {
    expect(readRatingMark(text)).toBe(mark);
  });
});
