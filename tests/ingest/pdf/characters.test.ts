import { describe, expect, it } from 'vitest';
import { typedCharacters } from '../../../src/ingest/pdf/characters.ts';

describe('characters a font gives in place of those typed are taken back', () => {
  it.each([
    ['Kangxi radicals', '\u2F64途・\u2F83然', '用途・自然'],
    ['radicals of the supplement', '市\u2EA0課\u2ED1・\u2EC4部', '市民課長・西部'],
    ['compatibility ideographs', '\uF9DC\uFA19', '隆神'],
    ['ligatures of Latin letters', '\uFB01le o\uFB03ce', 'file office'],
    ['a hyphenation point, a division slash', '研究\u2027取組 1\u2215100', '研究・取組 1／100'],
  ])('%s', (_what, drawn, typed) => {
    expect(typedCharacters(drawn)).toBe(typed);
  });
});

it.each(['㈱ 建設', '10㎡ 5㎥', 'ﾌﾟﾚﾐｱﾑ商品券', '①②', '１２％', '塚﨑', ''])('%j is as typed', (text) => {
  expect(typedCharacters(text)).toBe(text);
});
