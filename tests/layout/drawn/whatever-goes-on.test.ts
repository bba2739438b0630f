import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrawnPage } from '../../../src/model/index.ts';
import { across, down, drawnPage, inCells, joined, laidOut } from './draw-ruled.ts';

const XS = [50, 130, 230, 310, 400];
const ROW = 20;
const HEAD = ['目標', '指標名', 'R5', '評価'];

const cell = fc.oneof(
  { weight: 1, arbitrary: fc.constant('') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('創業件数', '12件', '△3', '○', '順調に推移した', '窓口を開い', 'て増えた'),
  },
);
const row = fc.record({ texts: fc.array(cell, { minLength: 4, maxLength: 4 }), isMerged: fc.boolean() });
const page = fc.record({
  hasHead: fc.boolean(),
  isCut: fc.boolean(),
  rows: fc.array(row, { minLength: 1, maxLength: 5 }),
});

/** One table over several pages: its head printed again or not, labels merged down, rows cut by the page. */
const pages: fc.Arbitrary<DrawnPage[]> = fc.array(page, { minLength: 1, maxLength: 4 }).map((all) =>
  all.map(({ hasHead, isCut, rows }, at): DrawnPage => {
    const withHead = hasHead || at === 0 ? [{ texts: HEAD, isMerged: false }, ...rows] : rows;
    const ys = Array.from({ length: withHead.length + 1 }, (_, i) => 60 + i * ROW);
    const last = ys.length - 1;
    const lines = ys.flatMap((y, i) => {
      if (i === last && isCut) return [];
      // a label goes on from the row above
      const goesOn = i > 0 && i < last && withHead[i]!.isMerged && withHead[i - 1]!.texts !== HEAD;
      return [across(y, goesOn ? XS[1]! : XS[0]!, XS.at(-1)!)];
    });
    return drawnPage({
      number: at + 1,
      rules: [...lines, ...XS.map((x) => down(x, ys[0]!, ys.at(-1)!))],
      runs: inCells(
        XS,
        ys,
        withHead.map(({ texts }) => texts),
      ),
    });
  }),
);

const letters = (text: string): string => Array.from(text.replace(/\s/gu, '')).toSorted().join('');

describe('whatever goes on overleaf,', () => {
  it('no letter is lost or made up', () => {
    fc.assert(
      fc.property(pages, (all) => {
        const drawn = all.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
        expect(letters(laidOut(...all).text)).toBe(letters(drawn));
      }),
    );
  });

  it('every row but a head printed again covers each column once', () => {
    fc.assert(
      fc.property(pages, (all) => {
        const { blocks, doubts } = joined(all);
        expect(doubts.filter(({ kind }) => kind === 'raggedRow')).toEqual([]);
        for (const block of blocks) {
          if (block.kind !== 'table') continue;
          const counts = Array.from({ length: block.rows }, () => new Array<number>(block.columns).fill(0));
          for (const { row, column, rowSpan, columnSpan } of block.cells) {
            for (const covered of counts.slice(row, row + rowSpan))
              for (let c = column; c < column + columnSpan; c += 1) covered[c]! += 1;
          }
          for (const [at, covered] of counts.entries())
            if (block.heads?.includes(at) !== true) expect(covered).toEqual([1, 1, 1, 1]);
        }
      }),
    );
  });
});
