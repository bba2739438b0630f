import { findHtmlTables } from './html-range.ts';
import { readHtmlTables } from './html-table.ts';
import { lineIndexAt, type Manuscript, type Span, type TextLine } from './manuscript.ts';
import { readPipeTable, startsPipeTable } from './pipe-table.ts';
import { hasInnerTab, readTabTable } from './tab-table.ts';
import type { RawTable } from './table.ts';

/** What the text is made of, in order. */
export type Region =
  | { readonly kind: 'prose'; readonly line: TextLine; readonly span: Span }
  | { readonly kind: 'table'; readonly table: RawTable };

/** Cuts the text into running lines and tables: HTML tables first, then pipe tables, then runs of lines with tabs. */
export function* cutRegions(manuscript: Manuscript): Generator<Region> {
  const { lines } = manuscript;
  const htmlTables = findHtmlTables(manuscript).filter((table) => !isInTabRow(manuscript, table));
  let nextTable = 0;
  let from = 0; // everything before this offset is told
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]!;
    const start = Math.max(line.start, from);
    const table = htmlTables[nextTable];
    if (table !== undefined && table.start <= line.end) {
      yield* prose(manuscript, { start, end: table.start });
      yield* htmlRegions(manuscript, table);
      nextTable += 1;
      from = table.end;
      index = lineIndexAt(lines, from);
      continue;
    }
    const run =
      start === line.start ? tableLines(manuscript, index, table?.start ?? Number.POSITIVE_INFINITY) : null;
    if (run === null) {
      yield { kind: 'prose', line, span: { start, end: line.end } };
      index += 1;
    } else {
      yield { kind: 'table', table: run.table };
      index += run.count;
    }
  }
}

/** The pipe or tab table that begins at this line, ending before `limit`; null where none does. */
function tableLines(
  manuscript: Manuscript,
  index: number,
  limit: number,
): { table: RawTable; count: number } | null {
  const { lines } = manuscript;
  const first = lines[index]!;
  if (startsPipeTable(manuscript, first, lines[index + 1])) {
    const run = runOfLines(manuscript, index, limit, (line) => line.hasPipe);
    if (run.length >= 2) return { table: readPipeTable(manuscript, run), count: run.length };
  }
  if (first.firstTab < 0) return null;
  const run = runOfLines(manuscript, index, limit, (line) => line.firstTab >= 0);
  if (!run.some(hasInnerTab)) return null; // indented lines, no cells
  const table = readTabTable(manuscript, run);
  return table && { table, count: run.length };
}

function runOfLines(
  manuscript: Manuscript,
  index: number,
  limit: number,
  goesOn: (line: TextLine) => boolean,
): TextLine[] {
  const { lines } = manuscript;
  const run: TextLine[] = [];
  for (let at = index; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (line.page !== lines[index]!.page || line.end >= limit || !goesOn(line)) break;
    run.push(line);
  }
  return run;
}

/** An HTML table written within one row of a tab table is text of its cell. */
function isInTabRow(manuscript: Manuscript, table: Span): boolean {
  const { lines } = manuscript;
  const index = lineIndexAt(lines, table.start);
  const line = lines[index]!;
  if (table.end > line.end || line.firstTab < 0) return false;
  if (line.firstTab > table.start && line.lastTab < table.end) return false;
  const around = [lines[index - 1], line, lines[index + 1]];
  return around.some((row) => row !== undefined && hasInnerTab(row));
}

/** What of an HTML table stands outside its cells (a caption, a stray line) is told before it, as browsers show it. */
function* htmlRegions(manuscript: Manuscript, range: Span): Generator<Region> {
  for (const table of readHtmlTables(manuscript, range)) {
    let at = table.start;
    const told = [...table.cells, ...table.nested].sort((left, right) => left.start - right.start);
    for (const part of told) {
      yield* prose(manuscript, { start: at, end: part.start });
      at = part.end;
    }
    yield* prose(manuscript, { start: at, end: table.end });
    if (table.cells.length > 0) yield { kind: 'table', table };
  }
}

/** A stretch of running text, line by line. */
function* prose(manuscript: Manuscript, span: Span): Generator<Region> {
  const { lines } = manuscript;
  if (span.start >= span.end) return;
  for (let index = lineIndexAt(lines, span.start); index < lines.length; index += 1) {
    const line = lines[index]!;
    if (line.start >= span.end) break;
    const part = { start: Math.max(line.start, span.start), end: Math.min(line.end, span.end) };
    if (part.start < part.end) yield { kind: 'prose', line, span: part };
  }
}
