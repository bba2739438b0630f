import type { Table } from '../model/index.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { type CellClass, isValueClass } from './cell-class.ts';
import { isFormLabel } from './form-label.ts';
import { GridShape } from './grid-shape.ts';
import { isHeaderRow, isLowerHeader, repeatsHeader, resemblesHeader } from './header-row.ts';
import { isRowOfPairs, readRows, type TableRow } from './table-row.ts';
import { rowsOfTallHead } from './tall-head.ts';

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

/** A title is short; longer single cells are text. */
const TITLE_CHARACTERS = 60;
/** A form's label in the second column, right of a merged one, is short. */
const INNER_LABEL_CHARACTERS = 12;

/**
 * Tells a table's header rows from its data rows, and label-value rows and titles from both.
 *
 *     事務事業実績                                  title
 *     成果指標 | 目標値 | 令和5年度 実績値 | …      header of a grid
 *     相談件数 | 80件   | 47件             | …      its body
 *     担当課   | 商工観光課                         form
 *
 * @param heads rows on top that are known to be a head, where a table took it over from the one before
 */
export function partsOfTable(table: Table, vocabulary: Vocabulary, heads = 0): TablePart[] {
  const rows = readRows(table, vocabulary);
  const parts: TablePart[] = [];
  let grid: { headerRows: number[]; bodyRows: number[] } | null = null;
  let shape: GridShape | null = null;
  let opens = true;
  // drawn cells stand where they are drawn: what fits the columns of a grid is a row of it
  const isDrawn = table.box !== null;
  for (const [at, row] of rows.entries()) {
    if (row.cells.length === 0 || grid?.headerRows.includes(row.index) === true) continue;
    const depth: number = at === 0 && heads > 0 ? heads : grid === null ? rowsOfTallHead(row, rows) : 1;
    if (depth > 1 || (at === 0 && heads > 0)) {
      grid = { headerRows: Array.from({ length: depth }, (_, i) => row.index + i), bodyRows: [] };
      parts.push({ kind: 'grid', ...grid });
      opens = false;
      continue;
    }
    const below = rows.slice(at + 1, at + ROWS_BELOW);
    if (grid !== null) shape ??= new GridShape(table, grid.headerRows, vocabulary);
    if (grid !== null && shape !== null && isGroupName(row, below, shape)) {
      grid.bodyRows.push(row.index);
      continue;
    }
    if (shape?.holds(row) === false || hasSeveralPairs(row) || isAnsweredAcross(row, vocabulary)) grid = null;
    if (grid === null) shape = null;
    const hasBody = grid !== null && grid.bodyRows.length > 0;
    const header = grid === null ? undefined : rows[grid.headerRows[0] ?? 0];
    if (hasBody && grid?.headerRows.some((index) => repeatsHeader(row, rows[index]))) {
      parts.push({ kind: 'running', row: row.index });
    } else if (grid !== null && !hasBody && header !== undefined && isLowerHeader(row, header, below)) {
      grid.headerRows.push(row.index);
      shape = null;
    } else if (
      isHeaderRow(row, below, opens, hasBody, vocabulary) ||
      (hasBody && resemblesHeader(row, header))
    ) {
      grid = { headerRows: [row.index], bodyRows: [] };
      shape = null;
      parts.push({ kind: 'grid', ...grid });
    } else if (isTitle(row, below, opens, vocabulary)) {
      parts.push({ kind: 'title', row: row.index });
      grid = null;
    } else if (
      isFormRow(row, vocabulary) &&
      (grid === null || !(holdsValues(row) || (isDrawn && shape?.isFilledBy(row.all) === true)))
    ) {
      parts.push({ kind: 'form', row: row.index });
      if (row.cells[0]?.column === 0) grid = null;
    } else if (grid !== null) {
      grid.bodyRows.push(row.index);
    } else {
      parts.push({ kind: row.cells.length > 1 ? 'form' : 'note', row: row.index });
    }
    if (row.cells.length > 1) opens = false;
  }
  return parts;
}

/** Rows under the one in hand that tell what it is. */
const ROWS_BELOW = 5;

function isTitle(row: TableRow, below: readonly TableRow[], opens: boolean, vocabulary: Vocabulary): boolean {
  const next = below[0];
  const text = row.cells[0]?.text ?? '';
  if (row.cells.length !== 1 || next === undefined || text.length > TITLE_CHARACTERS || text.includes('。'))
    return false;
  return (
    row.classes[0] !== 'prose' &&
    !isValueClass(row.classes[0] as CellClass) &&
    isHeaderRow(next, below.slice(1), opens, false, vocabulary)
  );
}

function isFormRow(row: TableRow, vocabulary: Vocabulary): boolean {
  const [first, second] = row.cells;
  const isInner =
    second !== undefined &&
    second.text.length <= INNER_LABEL_CHARACTERS &&
    isFormLabel(second.text, vocabulary);
  return (first !== undefined && isFormLabel(first.text, vocabulary)) || isInner;
}

/** ▒目標▒ │ 80 │ ▒実績▒ │ 76: no row of a grid has two shaded labels with an answer each; ▒目標▒ │ 80 │ 85 has figures of years. */
const hasSeveralPairs = (row: TableRow): boolean =>
  isRowOfPairs(row) &&
  row.cells.filter(({ isHeader }) => isHeader).length > 1 &&
  !row.classes.some((kind, i) => kind === 'number' && row.classes[i + 1] === 'number');

/**
 * A lone name over all columns that parts a drawn grid: rows of figures go on under it.
 *
 *     １ 子育て・教育
 *     新規 │ こども家庭センター運営事業 │ 28,400 │ 18,900
 */
function isGroupName({ cells, all }: TableRow, below: readonly TableRow[], shape: GridShape): boolean {
  const [only] = cells;
  const next = below.find((row) => row.cells.length !== 1 || row.all.length !== 1);
  return (
    only?.box != null &&
    all.length === 1 &&
    only.column === 0 &&
    only.columnSpan > 2 &&
    only.text.length <= TITLE_CHARACTERS &&
    !only.text.includes('。') &&
    next !== undefined &&
    shape.holds(next) &&
    shape.isFilledBy(next.all) &&
    next.classes.filter((kind) => kind === 'number').length > 0 &&
    !next.headers.every(({ match }) => match === 'exact')
  );
}

/** 事業の成果 │ a text over all columns of the grid above. */
const isAnsweredAcross = ({ cells, classes }: TableRow, vocabulary: Vocabulary): boolean =>
  cells.length === 2 &&
  cells[0]?.box !== null &&
  classes[1] === 'prose' &&
  (cells[1]?.columnSpan ?? 1) > 1 &&
  isFormLabel(cells[0]?.text ?? '', vocabulary);

const holdsValues = (row: TableRow): boolean =>
  row.classes
    .slice(1)
    .some((kind) => kind === 'number' || kind === 'markCount' || kind === 'period' || kind === 'fused');
