import type { Table } from '../../src/model/index.ts';
import { readRows, type TableRow } from '../../src/outline/table-row.ts';
import { tablesOf } from '../layout/lay-out-text.ts';
import { vocabulary } from './outline-text.ts';

/** A table from HTML rows: `指標名[2x1]` spans two rows and one column. */
export function tableOf(...rows: readonly string[]): { table: Table; rows: TableRow[] } {
  const html = rows.map((row) => {
    const cells = row.split('|').map((cell) => {
      const [, text, rowSpan = 1, columnSpan = 1] = /^\s*(.*?)\s*(?:\[(\d+)x(\d+)\])?\s*$/u.exec(cell)!;
      return `<td rowspan="${rowSpan}" colspan="${columnSpan}">${text}</td>`;
    });
    return `<tr>${row === '' ? '' : cells.join('')}</tr>`;
  });
  const [table] = tablesOf(`<table>${html.join('')}</table>`);
  if (table === undefined) throw new Error('expected a table, got none');
  return { table, rows: readRows(table, vocabulary) };
}
