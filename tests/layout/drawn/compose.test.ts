import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, joinLine } from '../../../src/layout/drawn/compose.ts';
import type { GlyphRun } from '../../../src/model/index.ts';
import { run, runDown } from './draw-ruled.ts';

/** Lines one under the other, each in one run. */
const stacked = (...lines: readonly string[]): GlyphRun[] => lines.map((line, at) => run(0, at * 12, line));

describe('lines parted for lack of width are one:', () => {
  it.each<[string, number, readonly string[], string]>([
    ['Japanese without a space', 62, ['企業の誘致及', 'び立地の促進'], '企業の誘致及び立地の促進'],
    ['Latin words with one', 80, ['carbon dioxide', 'emission'], 'carbon dioxide emission'],
    ['a Latin word too long for what was left', 60, ['CO2 and', 'hydrogen'], 'CO2 and hydrogen'],
    ['a number with its unit', 42, ['66,623', '人'], '66,623人'],
    ['a number wrapped inside a narrow cell', 40, ['1,234,56', '7円'], '1,234,567円'],
    ['Latin after Japanese without a space', 62, ['市内にあるIT', '企業'], '市内にあるIT企業'],
  ])('%s', (_what, width, lines, text) => {
    expect(compose(stacked(...lines), width)).toMatchObject({ text, lines: [] });
  });
});

describe('lines broken on purpose are kept:', () => {
  it('the first ends long before the edge', () => {
    const { lines } = compose(stacked('商工観光課', '地域コミュニティ課'), 200);
    expect(lines).toEqual(['商工観光課', '地域コミュニティ課']);
  });

  it('some of several', () => {
    const { lines } = compose(stacked('年間に開いた講座の', '延べ回数', 'うち市民企画'), 92);
    expect(lines).toEqual(['年間に開いた講座の延べ回数', 'うち市民企画']);
  });
});

describe('a line of several runs:', () => {
  it.each<[string, readonly GlyphRun[], string]>([
    [
      'letters spread over a cell are a word',
      [run(0, 0, '事'), run(30, 0, '業'), run(60, 0, '費')],
      '事業費',
    ],
    ['so are letters parted by spaces of the text', [run(0, 0, '補 正 額')], '補正額'],
    ['and by ideographic spaces', [run(0, 0, '事\u3000業\u3000費')], '事業費'],
    ['two words stay two', [run(0, 0, '歳入'), run(60, 0, '歳出')], '歳入 歳出'],
    ['numbers are parted by a narrow gap', [run(0, 0, '12'), run(14, 0, '34')], '12 34'],
    ['Japanese is not', [run(0, 0, '令和'), run(24, 0, '五年')], '令和五年'],
    ['runs that touch are one', [run(0, 0, '1,234'), run(25, 0, '人')], '1,234人'],
    ['runs in whatever order they are drawn', [run(25, 0, '人'), run(0, 0, '1,234')], '1,234人'],
    ['a small sign beside type of another size', [run(0, 0, '面積㎡'), run(30, 1, '※', 6)], '面積㎡※'],
  ])('%s', (_what, runs, text) => {
    expect(compose(runs, null).text).toBe(text);
  });
});

describe('what is written downwards', () => {
  it('is read from top to bottom', () => {
    expect(compose([runDown(5, 10, '基本目標')], 20)).toMatchObject({ text: '基本目標', lines: [] });
  });

  it('goes on in the column to the left', () => {
    expect(compose([runDown(5, 10, '地域'), runDown(17, 10, '稼ぐ')], 30).text).toBe('稼ぐ地域');
  });

  it('letter by letter in lines of a narrow cell is a word too', () => {
    expect(compose(stacked('結', '婚', '子', '育', 'て'), 12)).toMatchObject({
      text: '結婚子育て',
      lines: [],
    });
  });
});

it('a cell is as sure as its least sure run', () => {
  expect(compose([run(0, 0, '1'), { ...run(5, 0, '2'), confidence: 0.4 }], null).confidence).toBe(0.4);
  expect(compose([], 50)).toEqual({ text: '', lines: [], confidence: 1, room: 0 });
});

it('joining a line loses no letter, whatever stands between its runs', () => {
  const piece = fc.tuple(fc.stringMatching(/^[0-9A-Za-z,.事業費（）ア]{1,6}$/), fc.nat(60));
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      let x = 0;
      const runs = pieces.map(([text, gap]) => {
        const drawn = run(x, 0, text);
        x = drawn.box[2] + gap;
        return drawn;
      });
      expect(joinLine(runs).replaceAll(' ', '')).toBe(pieces.map(([text]) => text).join(''));
    }),
  );
});
