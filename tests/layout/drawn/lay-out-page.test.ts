import { describe, expect, it } from 'vitest';
import type { DrawnPage, Rule } from '../../../src/model/index.ts';
import { drawnPage, ground, laidOut, pageOf, run } from './draw-ruled.ts';
import { toldRows } from './told-rows.ts';

const told = (page: DrawnPage) =>
  laidOut(page).blocks.map((block) => (block.kind === 'table' ? toldRows(block) : block.text));

describe('texts outside tables are lines:', () => {
  it('what stands far apart at one height is a line each', () => {
    const runs = [run(50, 60, '【一般会計】'), run(400, 60, '（単位：千円）')];
    expect(told(drawnPage({ runs }))).toEqual(['【一般会計】', '（単位：千円）']);
  });

  it('even where it is drawn in one go', () => {
    expect(told(drawnPage({ runs: [run(50, 60, '１ 総括        （単位：千円）')] }))).toEqual([
      '１ 総括',
      '（単位：千円）',
    ]);
  });

  it('letters spread over the page are one', () => {
    const runs = ['目', '次'].map((letter, at) => run(200 + 100 * at, 60, letter));
    expect(told(drawnPage({ runs }))).toEqual(['目次']);
  });

  it('type of two sizes on one line is one', () => {
    expect(told(drawnPage({ runs: [run(50, 60, '指標', 12), run(74, 63, '※1', 6)] }))).toEqual(['指標※1']);
  });
});

describe('a page of all kinds', () => {
  const XS = [50, 150, 250];
  const YS = [100, 120, 140];
  const ROWS = [
    ['指標名', 'R5実績'],
    ['創業件数', '3件'],
  ];

  it('is read from top to bottom: heading, table, note', () => {
    const page = pageOf(XS, YS, ROWS);
    const runs = [run(50, 150, '※速報値'), ...page.runs, run(50, 80, '基本目標１')];
    expect(told({ ...page, runs })).toEqual([
      '基本目標１',
      ['0: 指標名 | 1: R5実績', '0: 創業件数 | 1: 3件'],
      '※速報値',
    ]);
  });

  it('has the cells on a ground as headers', () => {
    const { blocks } = laidOut({ ...pageOf(XS, YS, ROWS), shades: [ground([50, 100, 250, 120], '#d9d9d9')] });
    const [table] = blocks;
    expect(table?.kind === 'table' && table.cells.map(({ isHeader }) => isHeader)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it.each<[string, (rule: Rule) => readonly Rule[]]>([
    [
      'double',
      ({ x0, y0, x1, y1 }) => [0, 2].map((by) => ({ x0: x0 + by, y0: y0 + by, x1: x1 + by, y1: y1 + by })),
    ],
    ['dotted', (rule) => stretchesOf(rule, 1, 3)],
    ['dashed', (rule) => stretchesOf(rule, 4, 7)],
    ['drawn cell by cell', (rule) => stretchesOf(rule, 20, 20)],
  ])('has the same cells where its lines are %s', (_how, drawnAs) => {
    const page = pageOf(XS, YS, ROWS);
    expect(told({ ...page, rules: page.rules.flatMap(drawnAs) })).toEqual([
      ['0: 指標名 | 1: R5実績', '0: 創業件数 | 1: 3件'],
    ]);
  });
});

/** A line in stretches of a length, each beginning a step behind the one before. */
function stretchesOf({ x0, y0, x1, y1 }: Rule, length: number, step: number): Rule[] {
  const count = Math.floor(Math.max(x1 - x0, y1 - y0) / step);
  return Array.from({ length: count }, (_, i) =>
    y0 === y1
      ? { x0: x0 + i * step, x1: x0 + i * step + length, y0, y1 }
      : { x0, x1, y0: y0 + i * step, y1: y0 + i * step + length },
  );
}
