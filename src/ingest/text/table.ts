import { type DraftWord, type Edit, lineIndexAt, type Manuscript, type Span } from './manuscript.ts';
import { readSlice } from './slice.ts';

/** A cell as its source separates it, white space and markup still in it. */
export interface RawCell extends Span {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly isHeader: boolean;
  /** where the row begins */
  readonly rowStart: number;
}

/** A table of any kind of source text, in reading order. */
export interface RawTable extends Span {
  readonly kind: 'tab' | 'pipe' | 'html';
  readonly cells: readonly RawCell[];
  /** the tables inside it, in order; no cell holds any part of them */
  readonly nested: readonly Span[];
}

/**
 * Reads a table's cells as words, one a cell. A blank cell is a word without text, so that whoever builds the grid knows
 * of every cell. All cells are on the page the table begins on.
 */
export function readTable(
  manuscript: Manuscript,
  table: RawTable,
  index: number,
): { words: DraftWord[]; edits: Edit[] } {
  const { lines } = manuscript;
  const page = lines[lineIndexAt(lines, table.start)]!.page;
  const words: DraftWord[] = [];
  const edits: Edit[] = [];
  for (const cell of table.cells) {
    const slice = readSlice(manuscript, cell);
    for (const edit of slice.edits) edits.push(edit);
    const { row, column, rowSpan, columnSpan, isHeader } = cell;
    words.push({
      text: table.kind === 'pipe' ? slice.text.replaceAll('\\|', '|') : slice.text,
      lines: slice.lines,
      start: slice.start,
      end: slice.end,
      line: lines[lineIndexAt(lines, cell.rowStart)]!.number,
      page,
      heading: null,
      cell: { table: index, row, column, rowSpan, columnSpan, isHeader },
    });
  }
  return { words, edits };
}

/** A cell of a source that knows no spans. */
export function plainCell(
  span: Span,
  row: number,
  column: number,
  rowStart: number,
  isHeader: boolean,
): RawCell {
  return { ...span, row, column, rowSpan: 1, columnSpan: 1, isHeader, rowStart };
}
