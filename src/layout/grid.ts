import type { Cell, Table, TextPage, Word } from '../model/index.ts';
import type { Slice } from './slice.ts';

/**
 * Builds the table whose cells the source itself marked (tabs, pipes, HTML tags): one cell a hint, words of the same
 * cell joined in order. Blank cells are kept: a blank is a statement too.
 */
export function gridFromHints(words: readonly Word[], page: TextPage, index: number, slice: Slice): Table {
  const cells = new Map<string, Cell>();
  for (const word of words) {
    const hint = word.cell;
    if (hint === null) continue;
    const place = `${hint.row}:${hint.column}`;
    const before = cells.get(place);
    if (before !== undefined) {
      const text = `${before.text} ${word.text}`.trim();
      cells.set(place, { ...before, text, raw: slice(before.start, word.end), end: word.end });
      continue;
    }
    cells.set(place, {
      page: page.number,
      line: word.line,
      start: word.start,
      end: word.end,
      box: word.box,
      row: hint.row,
      column: hint.column,
      rowSpan: hint.rowSpan,
      columnSpan: hint.columnSpan,
      text: word.text.trim(),
      lines: word.lines,
      raw: slice(word.start, word.end),
      isHeader: hint.isHeader,
      confidence: word.confidence,
    });
  }
  const list = [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  const first = words[0];
  const last = words.at(-1);
  return {
    kind: 'table',
    index,
    page: page.number,
    line: first?.line ?? null,
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    box: null,
    rows: list.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0),
    columns: list.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0),
    cells: list,
  };
}
