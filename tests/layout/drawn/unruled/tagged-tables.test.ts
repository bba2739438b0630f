import { describe, expect, it } from 'vitest';
import { taggedTables } from '../../../../src/layout/drawn/unruled/tagged-tables.ts';
import type { GlyphRun, TaggedTable } from '../../../../src/model/index.ts';
import { run, textsOf } from './draw-page.ts';

const tagged = (...rows: readonly (readonly number[])[]): TaggedTable => ({
  rows: rows.map((marks, row) =>
    marks.map((mark) => ({ marks: [mark], isHeader: row === 0, rowSpan: 1, columnSpan: 1 })),
  ),
});

const RUNS: readonly GlyphRun[] = [
  run(50, 100, '指標名', 1),
  run(200, 100, '目標', 2),
  run(300, 100, '実績', 3),
  run(50, 114, '出生数', 4),
  run(300, 114, '66人', 5),
  run(50, 128, '観光客', 6),
  run(200, 128, '90人', 7),
  run(300, 128, '84人', 8),
];

describe('a table told by tags', () => {
  it('has its rows as tagged and its columns by position, as blank cells drop out of tags', () => {
    const { tables, rest } = taggedTables([tagged([1, 2, 3], [4, 5], [6, 7, 8])], RUNS, 1);
    expect(tables.map(textsOf)).toEqual([
      [
        ['指標名', '目標', '実績'],
        ['出生数', '', '66人'],
        ['観光客', '90人', '84人'],
      ],
    ]);
    expect(tables[0]!.cells.filter(({ isHeader }) => isHeader).map(({ text }) => text)).toEqual([
      '指標名',
      '目標',
      '実績',
    ]);
    expect(rest).toEqual([]);
  });

  it.each([
    ['rows that stand above the rows before', tagged([6, 7, 8], [4, 5], [1, 2, 3])],
    ['cells that stand left of the cells before', tagged([3, 2, 1], [5, 4], [8, 7, 6])],
    ['two lines of the page in one row', tagged([1, 2, 3, 4, 5], [6, 7, 8])],
    ['rows of one cell', tagged([1], [4], [6])],
  ])('is none where the tags lie: %s', (_, table) => {
    expect(taggedTables([table], RUNS, 1)).toEqual({ tables: [], rest: RUNS });
  });
});
