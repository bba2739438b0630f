import type { Cell, Table } from '../model/index.ts';
import {
  CYCLE_WORD,
  type HeaderReading,
  headerKey,
  readHeader,
  type Vocabulary,
} from '../vocabulary/index.ts';
import { type CellClass, classifyCell, isValueClass } from './cell-class.ts';

/** A stretch of a table's rows with one job. */
export type TablePart =
  /** one cell that names what follows */
  | { readonly kind: 'title'; readonly row: number }
  /** headers on top, rows of cells under them */
  | { readonly kind: 'grid'; readonly headerRows: readonly number[]; readonly bodyRows: readonly number[] }
  /** label left, value right */
  | { readonly kind: 'form'; readonly row: number }
  /** text that belongs to no column */
  | { readonly kind: 'note'; readonly row: number }
  /** a repeated table head */
  | { readonly kind: 'running'; readonly row: number };

interface Row {
  readonly index: number;
  readonly cells: readonly Cell[];
  readonly classes: readonly CellClass[];
  readonly headers: readonly HeaderReading[];
}

/** A title is short; longer single cells are text. */
const TITLE_CHARACTERS = 60;
/** A structural header (no known word) is looked for in this many rows under it. */
const ROWS_LOOKED_AHEAD = 3;

/**
 * Tells a table's header rows from its data rows, and label-value rows and titles from both.
 *
 *     事務事業実績                                  title
 *     成果指標 | 目標値 | 令和5年度 実績値 | …      header of a grid
 *     相談件数 | 80件   | 47件             | …      its body
 *     担当課   | 商工観光課                         form
 */
export function partsOfTable(table: Table, vocabulary: Vocabulary): TablePart[] {
  const rows = readRows(table, vocabulary);
  const parts: TablePart[] = [];
  let grid: { headerRows: number[]; bodyRows: number[] } | null = null;
  for (const [at, row] of rows.entries()) {
    if (row.cells.length === 0) continue;
    const next = rows[at + 1];
    if (grid !== null && grid.bodyRows.length > 0 && repeatsHeader(row, grid.headerRows, table)) {
      parts.push({ kind: 'running', row: row.index });
    } else if (grid !== null && grid.bodyRows.length === 0 && isLowerHeader(row, rows, at)) {
      grid.headerRows.push(row.index);
    } else if (
      isHeaderRow(row, rows, at, vocabulary) ||
      (grid !== null && grid.bodyRows.length > 0 && resemblesHeader(row, rows[grid.headerRows[0] ?? 0]))
    ) {
      grid = { headerRows: [row.index], bodyRows: [] };
      parts.push({ kind: 'grid', ...grid });
    } else if (isTitle(row, next, rows, at, vocabulary)) {
      parts.push({ kind: 'title', row: row.index });
      grid = null;
    } else if (isFormRow(row, vocabulary) && (grid === null || !holdsValues(row))) {
      parts.push({ kind: 'form', row: row.index });
      grid = grid !== null && endsGrid(row) ? null : grid;
    } else if (grid !== null) {
      grid.bodyRows.push(row.index);
    } else if (row.cells.length > 1) {
      parts.push({ kind: 'form', row: row.index });
    } else {
      parts.push({ kind: 'note', row: row.index });
    }
  }
  return parts;
}

function readRows(table: Table, vocabulary: Vocabulary): Row[] {
  const byRow = new Map<number, Cell[]>();
  for (const cell of table.cells) {
    if (cell.text === '') continue;
    const row = byRow.get(cell.row);
    if (row === undefined) byRow.set(cell.row, [cell]);
    else row.push(cell);
  }
  return Array.from({ length: table.rows }, (_, index) => {
    const cells = byRow.get(index) ?? [];
    return {
      index,
      cells,
      classes: cells.map((cell) => classifyCell(cell.text)),
      headers: cells.map((cell) => readHeader(cell.text, vocabulary)),
    };
  });
}

const isStrong = (header: HeaderReading): boolean =>
  header.match === 'exact' || (header.mark !== null && !DASH.test(header.mark));

/** A dash heads a column only beside other marks; alone it is a missing value. */
const DASH = /^[-－—―‐−]$/u;

/** Words that make a grid: what is measured, when, or what the rows are. A lone 備考 does not. */
const isGridWord = (header: HeaderReading): boolean =>
  header.measures.length > 0 ||
  header.period !== null ||
  header.mark !== null ||
  (header.role !== null && header.role !== 'text' && header.role !== 'assessment' && header.role !== 'total');

function isHeaderRow(row: Row, rows: readonly Row[], at: number, vocabulary: Vocabulary): boolean {
  const count = row.cells.length;
  if (count < 2) return false;
  if (row.cells.every((cell) => cell.isHeader) && !row.classes.includes('number')) return true;
  const strong = row.headers.filter(isStrong).length;
  const values = row.classes.filter(
    (kind, i) =>
      isValueClass(kind) && row.headers[i]?.mark === null && !isStrong(row.headers[i] as HeaderReading),
  ).length;
  if (values > 0 || (row.classes.includes('prose') && strong < 3)) return false;
  const neighbours = row.headers.filter(
    (header, i) => i > 0 && isStrong(header) && isStrong(row.headers[i - 1] as HeaderReading),
  ).length;
  const gridWords = row.headers.filter((header) => isStrong(header) && isGridWord(header)).length;
  if (strong >= 2 && strong * 2 >= count && neighbours >= 1 && gridWords >= 1) {
    return !isPeriodRowOfLongTable(row) && (gridWords >= 2 || bodyHasValues(row, rows, at));
  }
  const first = row.cells[0] as Cell;
  const isLabelled = isFormLabel(first.text, vocabulary);
  return (
    !isLabelled &&
    count >= 2 &&
    bodyHasValues(row, rows, at) &&
    opensTable(rows, at) &&
    row.classes.every(
      (kind) =>
        kind === 'label' || kind === 'period' || kind === 'unit' || kind === 'department' || kind === 'fused',
    )
  );
}

/** `H28 | — | — | —` opens with a period but is a data row. */
const isPeriodRowOfLongTable = (row: Row): boolean =>
  row.headers[0]?.period !== null && row.headers.slice(1).every((header) => header.mark !== null);

const opensTable = (rows: readonly Row[], at: number): boolean =>
  rows.slice(0, at).every((row) => row.cells.length <= 1);

/** Whether the rows under a header hold numbers in columns it heads. */
function bodyHasValues(row: Row, rows: readonly Row[], at: number): boolean {
  const columns = new Set(row.cells.slice(1).map((cell) => cell.column));
  return rows
    .slice(at + 1, at + 1 + ROWS_LOOKED_AHEAD)
    .some((below) =>
      below.cells.some((cell, i) => columns.has(cell.column) && isValueClass(below.classes[i] as CellClass)),
    );
}

/** A second header row: every cell a known word, directly under the first. */
function isLowerHeader(row: Row, rows: readonly Row[], at: number): boolean {
  if (row.cells.every((cell) => cell.isHeader)) return true;
  if (row.classes.some((kind) => kind === 'number' || kind === 'prose' || kind === 'missing')) return false;
  const strong = row.headers.filter((header) => isStrong(header) && isGridWord(header)).length;
  if (strong === row.cells.length)
    return (
      row.cells.length > 1 || bodyHasValues({ ...row, cells: [row.cells[0] as Cell, ...row.cells] }, rows, at)
    );
  return row.classes.every((kind) => kind === 'unit') && row.cells.length > 1;
}

function isTitle(
  row: Row,
  next: Row | undefined,
  rows: readonly Row[],
  at: number,
  vocabulary: Vocabulary,
): boolean {
  if (row.cells.length !== 1 || next === undefined) return false;
  const text = row.cells[0]?.text ?? '';
  if (text.length > TITLE_CHARACTERS || isValueClass(row.classes[0] as CellClass) || text.includes('。'))
    return false;
  return isHeaderRow(next, rows, at + 1, vocabulary);
}

export const formLabelKey = (text: string): string =>
  headerKey(
    text
      .replace(CYCLE_WORD, '')
      .replace(/^[(\uFF08]([^()\uFF08\uFF09]*)[)\uFF09]$/u, '$1')
      .replace(/[:\uFF1A]\s*$/u, ''),
  );

export function isFormLabel(text: string, vocabulary: Vocabulary): boolean {
  const key = formLabelKey(text);
  return vocabulary.labels.has(key) || vocabulary.identities.has(key);
}

function isFormRow(row: Row, vocabulary: Vocabulary): boolean {
  return (
    (row.cells.some((cell) => isFormLabel(cell.text, vocabulary)) &&
      isFormLabel(row.cells[0]?.text ?? '', vocabulary)) ||
    row.cells.slice(0, 2).some((cell) => isFormLabel(cell.text, vocabulary) && cell.text.length <= 12)
  );
}

const holdsValues = (row: Row): boolean =>
  row.classes
    .slice(1)
    .some((kind) => kind === 'number' || kind === 'markCount' || kind === 'period' || kind === 'fused');

/** A form row right after a grid ends it, unless it stands inside (its label is one of the grid's rows). */
const endsGrid = (row: Row): boolean => row.cells[0]?.column === 0;

/** A head that changes in part: 都道府県 | 転入数 | 転出数, further down 都市圏名 | 転入数 | 転出数. */
function resemblesHeader(row: Row, header: Row | undefined): boolean {
  if (header === undefined || row.cells.length < 3 || row.cells.length !== header.cells.length) return false;
  const shared = row.cells.filter((cell, i) => {
    const above = header.cells[i];
    return above?.column === cell.column && above.text === cell.text && row.classes[i] === 'label';
  });
  return shared.length * 2 >= row.cells.length;
}

function repeatsHeader(row: Row, headerRows: readonly number[], table: Table): boolean {
  const texts = row.cells.map((cell) => cell.text).join('\t');
  return headerRows.some(
    (header) =>
      table.cells
        .filter((cell) => cell.row === header && cell.text !== '')
        .map((cell) => cell.text)
        .join('\t') === texts,
  );
}
