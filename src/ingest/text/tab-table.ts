import { isBlank, type Manuscript, type TextLine } from './manuscript.ts';
import { plainCell, type RawCell, type RawTable } from './table.ts';

/** Does a tab stand behind the line's first characters, where it parts cells rather than indents? */
export function hasInnerTab(line: TextLine): boolean {
  return line.lastTab > line.textStart;
}

/** Reads consecutive lines as rows; every tab ends a cell. Null where all cells are blank. */
export function readTabTable(manuscript: Manuscript, lines: readonly TextLine[]): RawTable | null {
  const { text } = manuscript;
  const cells: RawCell[] = [];
  for (const [row, line] of lines.entries()) {
    let column = 0;
    let start = line.start;
    for (let tab = line.firstTab; start <= line.lastTab; tab = text.indexOf('\t', start)) {
      cells.push(plainCell({ start, end: tab }, row, column, line.start, false));
      column += 1;
      start = tab + 1;
    }
    cells.push(plainCell({ start, end: line.end }, row, column, line.start, false));
  }
  if (cells.every((cell) => isBlank(text, cell))) return null;
  return { kind: 'tab', start: lines[0]!.start, end: lines.at(-1)!.end, cells, nested: [] };
}
