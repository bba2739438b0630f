import { describe, expect, it } from 'vitest';
import {
  circledIn,
  ordinalOf,
  splitNumber,
  withoutCircledNumber,
  withoutItemMark,
} from '../../src/normalize/index.ts';

describe('the number of a heading', () => {
  it.each([
    ['⑨ 結婚から子育てまで', '⑨', '結婚から子育てまで'],
    ['施策の基本的方向 ⑨：結婚から子育てまで', '⑨', '結婚から子育てまで'],
    ['【基本目標1】しごとをつくる', '基本目標1', 'しごとをつくる'],
    ['基本方針３　ひとを育てる', '基本方針3', 'ひとを育てる'],
    ['(2) げんきに学ぶ', '2', 'げんきに学ぶ'],
    ['1-2 人の流れ', '1-2', '人の流れ'],
    ['4安心して暮らせる', '4', '安心して暮らせる'],
  ])('%s opens with it', (heading, number, rest) => {
    expect(splitNumber(heading)).toEqual({ number, rest });
  });

  it.each(['10人の委員', '3年計画', '5件の入会', '100%の達成', '施策の総括', 'しごとをつくる'])(
    '%s has none',
    (heading) => {
      expect(splitNumber(heading)).toEqual({ number: '', rest: heading });
    },
  );

  it.each<[string, number | null]>([
    ['施策②', 2],
    ['基本目標１２ まち', 12],
    ['第三章', 3],
    ['(4) 窓口', 4],
    ['具体的な事業', null],
  ])('%s says which it is', (text, ordinal) => {
    expect(ordinalOf(text)).toBe(ordinal);
  });

  it.each([
    ['施策の基本的方向⑨', '⑨'],
    ['9', null],
  ])('%s, circled', (text, circled) => {
    expect(circledIn(text)).toBe(circled);
  });
});

describe('the mark of an item', () => {
  it.each([
    ['(1) 相談件数', '相談件数'],
    ['１．相談件数', '相談件数'],
    ['■ 相談件数', '相談件数'],
    ['② 相談件数', '相談件数'],
    ['12か所の相談件数', '12か所の相談件数'],
  ])('%s loses it', (name, bare) => {
    expect(withoutItemMark(name)).toBe(bare);
  });

  it.each([
    ['③利用実績', '利用実績'],
    ['1.5倍', '1.5倍'],
    ['利用実績③', '利用実績③'],
  ])('%s loses it where it is circled', (header, bare) => {
    expect(withoutCircledNumber(header)).toBe(bare);
  });
});
