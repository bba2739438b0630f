import { describe, expect, it } from 'vitest';
import type { DraftLine } from '../../../src/layout/drawn/draft.ts';
import { inReadingOrder } from '../../../src/layout/drawn/reading-order.ts';
import { ruledTables } from '../../../src/layout/drawn/ruled-tables.ts';
import { drawnPage, grid, run } from './draw-ruled.ts';

const table = (x: number, y: number, name: string, height = 40) =>
  ruledTables(
    drawnPage({
      rules: grid([x, x + 60, x + 120], [y, y + height / 2, y + height]),
      runs: [run(x + 3, y + 3, name)],
    }),
  ).tables[0]!;
const line = (x: number, y: number, text: string): DraftLine => ({
  kind: 'line',
  page: 1,
  box: run(x, y, text).box,
  text,
  size: 10,
});
const order = (tables: readonly ReturnType<typeof table>[], lines: readonly DraftLine[]): string[] =>
  inReadingOrder(tables, lines).map((block) => (block.kind === 'line' ? block.text : block.cells[0]!.text));

describe('blocks are read', () => {
  it('from top to bottom', () => {
    expect(
      order([table(50, 300, 'B'), table(50, 100, 'A')], [line(50, 80, '一'), line(50, 280, '二')]),
    ).toEqual(['一', 'A', '二', 'B']);
  });

  it('side by side, each table after its own caption', () => {
    const tables = [table(250, 100, 'B'), table(50, 100, 'A')];
    const captions = [line(50, 85, '（４）事業費'), line(250, 85, '（５）指標')];
    expect(order(tables, captions)).toEqual(['（４）事業費', 'A', '（５）指標', 'B']);
  });

  it('a note below both after both', () => {
    const tables = [table(250, 100, 'B'), table(50, 102, 'A')];
    expect(order(tables, [line(50, 160, '※速報値')])).toEqual(['A', 'B', '※速報値']);
  });

  it('a line over both before both', () => {
    const over = line(50, 60, '令和５年度の事業費と指標を次の表に示す');
    expect(order([table(50, 100, 'A'), table(250, 100, 'B')], [over])).toEqual([over.text, 'A', 'B']);
  });
});
