import { isBlank, type Manuscript, type Span, type TextLine, trimSpan } from './manuscript.ts';
import { plainCell, type RawCell, type RawTable } from './table.ts';

const PIPE = 0x7c;
const BACKSLASH = 0x5c;

/** Does a Markdown pipe table begin at this line: a row with a pipe, and below it a separator row of as many cells? */
export function startsPipeTable(manuscript: Manuscript, line: TextLine, next: TextLine | undefined): boolean {
  if (next === undefined || next.page !== line.page || !isSeparator(manuscript, next)) return false;
  return line.hasPipe && cutAtPipes(manuscript.text, line).length > 0;
}

/**
 * Reads the lines of a pipe table (GitHub Flavored Markdown 4.10): header row, separator row, body rows. The separator is
 * a line of the table but no row of it.
 *
 *     | 指標名 | 目標値 |      row 0, header
 *     |--------|-------:|
 *     | 人口   | 5万人  |      row 1
 */
export function readPipeTable(manuscript: Manuscript, lines: readonly TextLine[]): RawTable {
  const cells: RawCell[] = [];
  const rows = lines.filter((_line, index) => index !== 1);
  for (const [row, line] of rows.entries()) {
    for (const [column, span] of cutAtPipes(manuscript.text, line).entries()) {
      cells.push(plainCell(span, row, column, line.start, row === 0));
    }
  }
  return { kind: 'pipe', start: lines[0]!.start, end: lines.at(-1)!.end, cells, nested: [] };
}

function isSeparator(manuscript: Manuscript, line: TextLine): boolean {
  if (!line.hasPipe) return false;
  const { text } = manuscript;
  for (let at = line.start; at < line.end; at += 1) if (!'|:- \t'.includes(text[at]!)) return false;
  const spans = cutAtPipes(text, line).map((span) => trimSpan(text, span));
  return spans.length > 0 && spans.every((span) => /^:?-+:?$/.test(text.slice(span.start, span.end)));
}

/** The spans between the pipes of a line; a pipe at either end opens or closes the row, an escaped one (\|) is text. */
function cutAtPipes(text: string, line: Span): Span[] {
  const row = trimSpan(text, line);
  const spans: Span[] = [];
  let start = text.charCodeAt(row.start) === PIPE ? row.start + 1 : row.start;
  for (let at = start; at < row.end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === PIPE) {
      spans.push({ start, end: at });
      start = at + 1;
    }
  }
  if (start < row.end && !isBlank(text, { start, end: row.end })) spans.push({ start, end: row.end });
  return spans;
}
