import { type Manuscript, type Span, tagIndexAt } from './manuscript.ts';
import { readSlice } from './slice.ts';
import type { RawCell, RawTable } from './table.ts';
import { readAttribute, type Tag } from './tags.ts';

/** Tables inside tables deeper than this are read as text of the cell they stand in. */
const MAX_DEPTH = 8;
/** A cell spans at most so many columns (HTML Living Standard 4.9.11: 1000, more than any report's). */
const MAX_COLUMN_SPAN = 1000;
/** Columns further right are placed without heed to spans, so that hostile spans cost no time. */
const MAX_SPANNED_COLUMNS = 2000;
const MAX_ROW_SPAN = 65534;

const ROW_GROUPS = new Set(['thead', 'tbody', 'tfoot']);
const CELLS = new Set(['td', 'th']);

/** A table being read: what is open in it, and which columns cells of rows above still fill. */
interface OpenTable {
  readonly start: number;
  readonly cells: RawCell[];
  readonly nested: Span[];
  cell: { start: number; place: Omit<RawCell, 'start' | 'end'>; nested: Span[] } | null;
  row: number;
  rowStart: number | null;
  column: number;
  isHead: boolean;
  /** by column: the first row that is free again */
  readonly filledTo: number[];
}

/**
 * Reads the table at the range's start and those nested in it, the outer ones first. Tags that HTML lets one leave out
 * (`</td>`, `<tr>`) may be missing; cells stand in the columns that `rowspan` and `colspan` leave free (HTML Living
 * Standard 4.9.12, forming a table).
 */
export function readHtmlTables(manuscript: Manuscript, range: Span): RawTable[] {
  const { tags } = manuscript;
  const tables: (RawTable | null)[] = [];
  const open: { table: OpenTable; index: number }[] = [];
  let tooDeep = 0;

  const close = (start: number, end: number) => {
    const { table, index } = open.pop()!;
    closeCell(manuscript, table, start);
    tables[index] = finish(table, end);
    const outer = open.at(-1)?.table;
    outer?.nested.push({ start: table.start, end });
    outer?.cell?.nested.push({ start: table.start, end });
  };
  for (let index = tagIndexAt(tags, range.start); index < tags.length; index += 1) {
    const tag = tags[index]!;
    if (tag.start >= range.end) break;
    if (tag.name !== 'table') {
      const inner = open.at(-1);
      if (tooDeep === 0 && inner !== undefined) readTag(manuscript, inner.table, tag);
    } else if (!tag.isClosing) {
      if (open.length >= MAX_DEPTH) tooDeep += 1;
      else open.push({ table: openTable(tag), index: tables.push(null) - 1 });
    } else if (tooDeep > 0) tooDeep -= 1;
    else if (open.length > 0) close(tag.start, tag.end);
  }
  while (open.length > 0) close(range.end, range.end);
  return tables.filter((table) => table !== null);
}

function openTable(tag: Tag): OpenTable {
  return {
    start: tag.start,
    cells: [],
    nested: [],
    cell: null,
    row: -1,
    rowStart: null,
    column: 0,
    isHead: false,
    filledTo: [],
  };
}

function readTag(manuscript: Manuscript, table: OpenTable, tag: Tag): void {
  if (CELLS.has(tag.name)) {
    closeCell(manuscript, table, tag.start);
    if (!tag.isClosing) openCell(manuscript.text, table, tag);
  } else if (tag.name === 'tr') {
    closeCell(manuscript, table, tag.start);
    if (tag.isClosing) table.rowStart = null;
    else openRow(table, tag);
  } else if (ROW_GROUPS.has(tag.name)) {
    closeCell(manuscript, table, tag.start);
    table.rowStart = null;
    table.isHead = tag.name === 'thead' && !tag.isClosing;
    table.filledTo.length = 0;
  } else if (tag.name === 'caption') closeCell(manuscript, table, tag.start);
}

function openRow(table: OpenTable, tag: Tag): void {
  table.row += 1;
  table.rowStart = tag.start;
  table.column = 0;
}

function openCell(text: string, table: OpenTable, tag: Tag): void {
  if (table.rowStart === null) openRow(table, tag);
  while ((table.filledTo[table.column] ?? 0) > table.row) table.column += 1;
  const rowSpan = readSpan(text, tag, 'rowspan', MAX_ROW_SPAN);
  const { row, column } = table;
  const room = Math.max(1, Math.min(MAX_COLUMN_SPAN, MAX_SPANNED_COLUMNS - column));
  const columnSpan = readSpan(text, tag, 'colspan', room);
  const isHeader = tag.name === 'th' || table.isHead;
  table.cell = {
    start: tag.end,
    place: { row, column, rowSpan, columnSpan, isHeader, rowStart: table.rowStart ?? tag.start },
    nested: [],
  };
  table.column += columnSpan;
  const end = Math.min(table.column, MAX_SPANNED_COLUMNS);
  for (let filled = column; filled < end; filled += 1) table.filledTo[filled] = row + rowSpan;
}

function closeCell(manuscript: Manuscript, table: OpenTable, end: number): void {
  if (table.cell === null) return;
  const { start, place, nested } = table.cell;
  table.cells.push({ ...place, ...ownPart(manuscript, { start, end }, nested) });
  table.cell = null;
}

/** A cell with tables in it is the first stretch of words between them: a cell's slice is in one piece. */
function ownPart(manuscript: Manuscript, cell: Span, nested: readonly Span[]): Span {
  if (nested.length === 0) return cell;
  const starts = [cell.start, ...nested.map((table) => table.end)];
  const ends = [...nested.map((table) => table.start), cell.end];
  const parts = starts.map((start, index) => ({ start, end: ends[index]! }));
  return parts.find((part) => readSlice(manuscript, part).text !== '') ?? parts[0]!;
}

/** A span cannot reach below the last row. */
function finish(table: OpenTable, end: number): RawTable {
  const rows = table.row + 1;
  const cells = table.cells.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, rows - cell.row) }));
  return { kind: 'html', start: table.start, end, cells, nested: table.nested };
}

/** `rowspan="0"` reaches to the end of its rows (HTML Living Standard 4.9.11). */
function readSpan(text: string, tag: Tag, name: 'rowspan' | 'colspan', limit: number): number {
  const written = Number.parseInt(readAttribute(text, tag, name) ?? '1', 10);
  if (name === 'rowspan' && written === 0) return limit;
  return written >= 1 ? Math.min(written, limit) : 1;
}
