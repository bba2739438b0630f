import { describe, expect, it } from 'vitest';
import { withMarksLowered } from '../../../src/layout/drawn/raised-marks.ts';
import type { GlyphRun } from '../../../src/model/index.ts';
import { drawnPage, grid, inCells, laidOut, onlyTable, run } from './draw-ruled.ts';

const XS = [50, 200, 350];
const YS = [80, 110, 140];
const texts = (...runs: GlyphRun[]): string[] => {
  const page = drawnPage({
    rules: grid(XS, YS),
    runs: [...inCells(XS, YS, [['指標名', 'R5実績']]), ...runs],
  });
  return onlyTable(withMarksLowered(page)).cells.map(({ text }) => text);
};

describe('a small raised footnote mark', () => {
  it.each([
    ['※1', 115],
    ['（注1）', 112],
    ['*', 113],
  ])('is one text with the figure before it: %s', (mark, y) => {
    expect(texts(run(53, 116, '成約件数'), run(203, 116, '88', 10), run(213, y, mark, 6))).toContain(
      `88${mark}`,
    );
  });

  it('stands on the line of its word outside tables too', () => {
    const { blocks } = laidOut(drawnPage({ runs: [run(50, 60, '人口の推移', 10), run(101, 57, '※2', 5)] }));
    expect(blocks.map((block) => block.kind === 'line' && block.text)).toEqual(['人口の推移※2']);
  });
});

describe('what stays where it is drawn', () => {
  it.each([
    ['a figure, which would change the one before it', run(213, 113, '1', 6)],
    ['a mark as large as the text', run(213, 113, '※1', 10)],
    ['a mark set lower', run(213, 121, '※1', 6)],
    ['a mark further off', run(230, 113, '※1', 6)],
  ])('%s', (_what, other) => {
    const page = drawnPage({ runs: [run(203, 116, '88', 10), other] });
    expect(withMarksLowered(page).runs).toEqual(page.runs);
  });
});
