import { describe, expect, it } from 'vitest';
import { latticeOf } from '../../../src/layout/drawn/lattice.ts';
import { partStackedRows } from '../../../src/layout/drawn/stacked-rows.ts';
import type { GlyphRun } from '../../../src/model/index.ts';

const SIZE = 10;

function run(x: number, y: number, text: string): GlyphRun {
  const points = Array.from(text);
  return {
    text,
    box: [x, y, x + points.length * SIZE, y + SIZE],
    edges: [...points, ''].map((_, i) => x + i * SIZE),
    size: SIZE,
    isVertical: false,
    confidence: 1,
  } as GlyphRun;
}

/** One drawn row of three cells, 60 points high. */
const row = () => {
  const lattice = latticeOf({
    box: [0, 0, 420, 60],
    horizontal: [0, 60].map((at) => ({ at, from: 0, to: 420 })),
    vertical: [0, 100, 320, 420].map((at) => ({ at, from: 0, to: 60 })),
  } as never);
  if (lattice === null) throw new Error('expected a lattice');
  return lattice;
};
const rowsOf = (...runs: readonly GlyphRun[]): number => partStackedRows(row(), runs).ys.length - 1;

describe('a drawn row that holds', () => {
  it('two names with a figure each is two rows, and what stands between them reaches over both', () => {
    const parted = partStackedRows(row(), [
      run(5, 25, '教育費'),
      run(105, 10, '建設補助金'),
      run(105, 40, '整備補助金'),
      run(350, 10, '5,118'),
      run(350, 40, '2,500'),
    ]);
    expect(parted.ys).toEqual([0, 30, 60]);
    expect(parted.cells.map(({ row: at, column, rowSpan }) => [at, column, rowSpan])).toEqual([
      [0, 0, 2],
      [0, 1, 1],
      [0, 2, 1],
      [1, 1, 1],
      [1, 2, 1],
    ]);
  });

  it('a figure and, under it, what of it is is two rows', () => {
    expect(
      rowsOf(
        run(105, 10, '投資的経費'),
        run(105, 40, '（うち人件費）'),
        run(350, 10, '7,627'),
        run(350, 40, '(425)'),
      ),
    ).toBe(2);
  });

  it('a name on two lines beside a change and the level it led to is one row', () => {
    expect(
      rowsOf(
        run(105, 10, '転入超過数'),
        run(105, 40, '（累計）'),
        run(350, 10, '1,227'),
        run(350, 40, '(164)'),
      ),
    ).toBe(1);
  });

  it('a name wrapped for lack of width beside two figures is one row', () => {
    const long = '移住を希望する人からの相談を受けた延べ件';
    expect(
      rowsOf(run(105, 10, long), run(105, 40, '数の合計'), run(350, 10, '120'), run(350, 40, '130')),
    ).toBe(1);
  });
});
