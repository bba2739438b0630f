import { describe, expect, it } from 'vitest';
import { alignUnderneath, onColumns } from '../../../src/layout/drawn/same-columns.ts';
import { lineAt, onlyTable, pageOf } from './draw-ruled.ts';
import { toldRows } from './told-rows.ts';

const table = (xs: readonly number[], ys: readonly number[], ...rows: readonly string[][]) =>
  onlyTable(pageOf(xs, ys, rows));
const ABOVE = table(
  [50, 150, 200, 250, 300],
  [100, 120, 140],
  ['款', '補正前', '補正', '計'],
  ['総務費', '1', '2', '3'],
);
const told = (blocks: ReturnType<typeof alignUnderneath>) =>
  blocks.map((block) => (block.kind === 'table' ? toldRows(block).at(-1) : block.text));

it('a table on columns that hold its own spans what it covers there', () => {
  const total = table([50, 200, 250], [150, 170, 190], ['合計', '6'], ['差引', '7']);
  expect(toldRows(onColumns(total, [50, 100, 200, 251]))).toEqual([
    '0 1×2: 合計 | 2: 6',
    '0 1×2: 差引 | 2: 7',
  ]);
});

describe('a box for totals right under a table', () => {
  const total = table([50, 150, 250, 300], [150, 170], ['合計', '6', '9']);

  it('stands under its headers', () => {
    const blocks = alignUnderneath([ABOVE, total]);
    expect(told(blocks)).toEqual(['0: 総務費 | 1: 1 | 2: 2 | 3: 3', '0: 合計 | 1 1×2: 6 | 3: 9']);
  });

  it('is a table of its own where a line stands between, or its sides are others', () => {
    expect(told(alignUnderneath([ABOVE, lineAt(1, 145, '合計'), total])).at(-1)).toBe(
      '0: 合計 | 1: 6 | 2: 9',
    );
    const other = table([50, 160, 300], [150, 170, 190], ['合計', '6'], ['差引', '7']);
    expect(told(alignUnderneath([ABOVE, other])).at(-1)).toBe('0: 差引 | 1: 7');
  });
});
