import { describe, expect, it } from 'vitest';
import { gridFromHints } from '../../src/layout/grid.ts';
import type { TextPage, Word } from '../../src/model/index.ts';
import { cellAt, layOutText, linesOf, tablesOf, textsByRow } from './lay-out-text.ts';

describe('a table whose source marks its cells', () => {
  it('has a cell for every tab stop, blank ones too', () => {
    const [table] = tablesOf('指標名\tR4実績\tR5実績\n相談件数\t\t12件\n\t\t');
    expect(textsByRow(table)).toEqual([
      ['指標名', 'R4実績', 'R5実績'],
      ['相談件数', '', '12件'],
      ['', '', ''],
    ]);
    expect(table).toMatchObject({ rows: 3, columns: 3, index: 0, page: 1, line: 1 });
  });

  it('gives a blank cell its own place and line', () => {
    const [table] = tablesOf('指標名\tR4実績\tR5実績\n相談件数\t\t12件');
    // 指標名⇥R4実績⇥R5実績⏎ are 14 characters, 相談件数⇥ five more
    expect(cellAt(table, 1, 1)).toMatchObject({ start: 19, end: 19, raw: '', line: 2 });
    expect(cellAt(table, 1, 2)).toMatchObject({ start: 20, end: 23, raw: '12件', line: 2 });
  });

  it('keeps rows that are shorter than the widest one short', () => {
    const [table] = tablesOf('施策\tKPI数\t評価\t\t\n創業\t4');
    expect(textsByRow(table)).toEqual([
      ['施策', 'KPI数', '評価', '', ''],
      ['創業', '4'],
    ]);
    expect(table?.columns).toBe(5);
  });

  it('takes spans and header cells from HTML', () => {
    const [table] = tablesOf(
      '<table><tr><th rowspan="2">指標名</th><th colspan="2">実績値</th></tr><tr><th>R4</th><th>R5</th></tr><tr><td>転入数</td><td>5</td><td></td></tr></table>',
    );
    expect(cellAt(table, 0, 0)).toMatchObject({ rowSpan: 2, columnSpan: 1, isHeader: true });
    expect(cellAt(table, 0, 1)).toMatchObject({ rowSpan: 1, columnSpan: 2, isHeader: true });
    expect(cellAt(table, 1, 2)).toMatchObject({ text: 'R5', isHeader: true });
    expect(cellAt(table, 2, 2)).toMatchObject({ text: '', isHeader: false });
    expect(table).toMatchObject({ rows: 3, columns: 3 });
  });

  it('counts the rows and columns a span reaches into', () => {
    const [table] = tablesOf(
      '<table><tr><td rowspan="3" colspan="2">備考</td></tr><tr></tr><tr></tr></table>',
    );
    expect(table).toMatchObject({ rows: 3, columns: 2 });
    expect(table?.cells).toHaveLength(1);
  });

  it('has text clean of markup while its place stands for the raw cell', () => {
    const { blocks, text } = layOutText('| 指標 | 目標 |\n|---|---|\n| **転入数** | 5人 |');
    const table = blocks[0];
    if (table?.kind !== 'table') throw new Error('expected a table');
    const cell = cellAt(table, 1, 0);
    expect(cell.text).toBe('転入数');
    expect(Array.from(text).slice(cell.start, cell.end).join('')).toBe(cell.raw);
    expect(cell.raw).toContain('転入数');
  });

  it('counts places in code points', () => {
    const [table] = tablesOf('𠮷野家\t🍜\t5人');
    expect(cellAt(table, 0, 1)).toMatchObject({ start: 4, end: 5, raw: '🍜' });
    expect(cellAt(table, 0, 2)).toMatchObject({ start: 6, end: 8, raw: '5人' });
  });
});

describe('words with the same cell hint', () => {
  const page: TextPage = { number: 4, words: [] };
  const word = (text: string, start: number, row: number, column: number): Word => ({
    text,
    lines: [],
    start,
    end: start + text.length,
    line: null,
    box: null,
    confidence: 0.8,
    cell: { table: 0, row, column, rowSpan: 1, columnSpan: 1, isHeader: false },
    heading: null,
  });
  const text = '実績 5人 以上 課';
  const slice = (start: number, end: number): string => text.slice(start, end);

  it('are one cell, its raw text reaching from the first to the last', () => {
    const table = gridFromHints(
      [word('実績', 0, 0, 0), word('5人', 3, 0, 1), word('以上', 6, 0, 1)],
      page,
      2,
      slice,
    );
    expect(textsByRow(table)).toEqual([['実績', '5人 以上']]);
    expect(cellAt(table, 0, 1)).toMatchObject({
      start: 3,
      end: 8,
      raw: '5人 以上',
      page: 4,
      confidence: 0.8,
    });
    expect(table).toMatchObject({ index: 2, page: 4, start: 0, end: 8 });
  });

  it('stand in reading order whatever order the words come in', () => {
    const table = gridFromHints(
      [word('課', 9, 1, 0), word('5人', 3, 0, 1), word('実績', 0, 0, 0)],
      page,
      0,
      slice,
    );
    expect(textsByRow(table)).toEqual([['実績', '5人'], ['課']]);
  });
});

describe('blocks', () => {
  it('come in reading order, tables numbered through the document', () => {
    const { blocks } = layOutText('報告\na\tb\n本文\nc\td\n\f次の頁\ne\tf');
    expect(blocks.map((block) => (block.kind === 'line' ? block.text : `table ${block.index}`))).toEqual([
      '報告',
      'table 0',
      '本文',
      'table 1',
      '次の頁',
      'table 2',
    ]);
    expect(blocks.map((block) => block.page)).toEqual([1, 1, 1, 1, 2, 2]);
  });

  it('keep the level of a heading the source marks', () => {
    expect(linesOf('# 報告\n## 施策\n本文').map(({ text, heading }) => [text, heading])).toEqual([
      ['報告', 1],
      ['施策', 2],
      ['本文', null],
    ]);
  });

  it('part two tables that stand one right under the other with a page break between', () => {
    expect(tablesOf('a\tb\n\fc\td').map(textsByRow)).toEqual([[['a', 'b']], [['c', 'd']]]);
  });
});
