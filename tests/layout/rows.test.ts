import { describe, expect, it } from 'vitest';
import { rowsOfTable } from '../../src/layout/index.ts';
import { tablesOf } from './lay-out-text.ts';

describe('the rows of a table', () => {
  it('hold the cells that begin in them, left to right, blank ones too', () => {
    const [table] = tablesOf('a\t\tb\n\tc');
    expect(rowsOfTable(table!).map((row) => row.map(({ text }) => text))).toEqual([
      ['a', '', 'b'],
      ['', 'c'],
    ]);
  });

  it('have an entry for a row into which cells only reach down', () => {
    const [table] = tablesOf('<table><tr><td rowspan="2">a</td></tr><tr></tr><tr><td>b</td></tr></table>');
    expect(rowsOfTable(table!).map((row) => row.map(({ text }) => text))).toEqual([['a'], [], ['b']]);
  });

  it('are none of a table without cells', () => {
    const [table] = tablesOf('a\tb');
    expect(rowsOfTable({ ...table!, rows: 0, columns: 0, cells: [] })).toEqual([]);
  });
});
