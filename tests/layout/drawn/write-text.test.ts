import { describe, expect, it } from 'vitest';
import { drawnPage, grid, inCells, laidOut, pageOf, run } from './draw-ruled.ts';

const XS = [50, 150, 200];

describe('pages are written down as a text', () => {
  it('a line a line, a row a line with tabs, pages parted by a form feed', () => {
    const first = pageOf(
      XS,
      [100, 120, 140],
      [
        ['指標名', 'R5'],
        ['創業件数', '3件'],
      ],
    );
    const second = drawnPage({ number: 3, runs: [run(50, 60, '別紙')] });
    const { text } = laidOut(
      { ...first, runs: [run(50, 80, '𠮷野市'), ...first.runs] },
      drawnPage({ number: 2 }),
      second,
    );
    expect(text).toBe('𠮷野市\n指標名\tR5\n創業件数\t3件\n\f\f別紙\n');
  });

  it('places count code points', () => {
    const page = pageOf(
      XS,
      [100, 120, 140],
      [
        ['指標名', 'R5'],
        ['創業件数', '3件'],
      ],
    );
    const { blocks } = laidOut({ ...page, runs: [run(50, 80, '𠮷野市'), ...page.runs] });
    const [line, table] = blocks;
    expect(line).toMatchObject({ start: 0, end: 3 });
    // 4 to the line's end; 指標名 ⇥ R5 ⏎ 創業件数 ⇥ 3件
    expect(table).toMatchObject({ start: 4, end: 4 + 6 + 1 + 7 });
    expect(table?.kind === 'table' && table.cells.map(({ start, end }) => [start, end])).toEqual([
      [4, 7],
      [8, 10],
      [11, 15],
      [16, 18],
    ]);
  });
});

describe('a doubt points to the cell it is about', () => {
  it('on its page, in its table', () => {
    const rules = grid(XS, [100, 120, 140]);
    const runs = [...inCells(XS, [100, 120, 140], [['指標名', 'R5']]), run(125, 125, '創業件数')];
    const { text, doubts } = laidOut(drawnPage({ runs: [run(50, 80, '表'), ...runs], rules }));
    expect(doubts).toMatchObject([{ kind: 'crossedRule', page: 1, table: 0 }]);
    const { start, end } = doubts[0]!;
    expect(Array.from(text).slice(start!, end!).join('')).toMatch(/^創業/u);
  });
});
