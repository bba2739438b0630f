import type { Cell, Measure, Period, Table } from '../model/index.ts';
import { readUnit } from '../normalize/index.ts';
import { type CellClass, classifyCell } from '../outline/index.ts';
import {
  type HeaderReading,
  type HeaderUnit,
  type Role,
  readHeader,
  type Vocabulary,
} from '../vocabulary/index.ts';
import { eraNamedIn } from './year.ts';

/** A column of a grid with what its header path says of the cells below. */
export interface Column {
  readonly index: number;
  /** columns it covers; more than one where a header spans cells without a header of their own */
  readonly span: number;
  readonly headers: readonly string[];
  /** the innermost header that is more than a unit */
  readonly name: string;
  readonly headerCells: readonly Cell[];
  readonly use: 'value' | 'label' | 'text' | 'department' | 'unit' | 'period' | 'measureName' | 'number';
  readonly role: Role | null;
  readonly measures: readonly { readonly measure: Measure; readonly period: Period | null }[];
  readonly period: Period | null;
  readonly unit: HeaderUnit | null;
  readonly mark: string | null;
  readonly isKnown: boolean;
}

/**
 * The columns of a grid from its header rows.
 *
 *     指標名 | 実績値 |    |    | 目標値        R2: [実績値, R2] → actual of R2
 *            | R2     | R3 | R4 | R6
 */
export function columnsOfGrid(
  table: Table,
  headerRows: readonly number[],
  bodyRows: readonly number[],
  vocabulary: Vocabulary,
  era: string | null,
): Column[] {
  const paths = headerPaths(table, headerRows);
  const body = bodyClasses(table, bodyRows);
  const columns: Column[] = [];
  let eraOfHeaders = era;
  for (const { index, span, cells } of paths) {
    eraOfHeaders = cells.reduce((before, cell) => eraNamedIn(cell.text) ?? before, eraOfHeaders);
    const readings = cells.map((cell) => readHeader(cell.text, vocabulary, eraOfHeaders));
    columns.push(columnFrom(index, span, cells, readings, body));
  }
  return shareSoleMeasure(withUnheadedLabels(columns, body), headerRows[0] ?? 0);
}

/**
 * Row names often stand under no header at all; a column of labels left of the first header is theirs.
 *
 *              | H27 | H28
 *     0～4歳   | △1  | △60
 */
function withUnheadedLabels(
  columns: readonly Column[],
  body: ReadonlyMap<number, readonly CellClass[]>,
): Column[] {
  const first = columns[0]?.index ?? 0;
  if (first === 0 || columns.some((column) => column.use === 'label')) return [...columns];
  const unheaded = Array.from({ length: first }, (_, index) => index).filter((index) => body.has(index));
  const blank = {
    span: 1,
    name: '',
    headers: [],
    headerCells: [],
    use: 'label',
    role: null,
    measures: [],
    period: null,
    unit: null,
    mark: null,
    isKnown: true,
  } as const;
  return [...unheaded.map((index): Column => ({ ...blank, index })), ...columns];
}

interface HeaderPath {
  readonly index: number;
  readonly span: number;
  readonly cells: readonly Cell[];
}

/** For every column with a header of its own: the header cells above it, outermost first. */
function headerPaths(table: Table, headerRows: readonly number[]): HeaderPath[] {
  const rows = headerRows.map((row) => coverOfRow(table, row, headerRows));
  const spread = rows.map((row, level) =>
    level < rows.length - 1 ? spreadRight(row, rows.slice(level + 1), table.columns) : row,
  );
  const paths: HeaderPath[] = [];
  for (let index = 0; index < table.columns; index += 1) {
    const cells = spread
      .flatMap((row) => row.get(index) ?? [])
      .filter((cell, i, all) => all.indexOf(cell) === i);
    if (cells.length === 0) continue;
    const before = paths.at(-1);
    const isSame =
      before !== undefined &&
      before.index + before.span === index &&
      before.cells.length === cells.length &&
      before.cells.every((cell, i) => cell === cells[i]);
    if (isSame) paths[paths.length - 1] = { ...before, span: before.span + 1 };
    else paths.push({ index, span: 1, cells });
  }
  return paths;
}

/** The non-blank cell covering each column of a row, spans counted. */
function coverOfRow(table: Table, row: number, headerRows: readonly number[]): Map<number, Cell> {
  const cover = new Map<number, Cell>();
  for (const cell of table.cells) {
    if (
      cell.text === '' ||
      !headerRows.includes(cell.row) ||
      cell.row > row ||
      cell.row + cell.rowSpan <= row
    )
      continue;
    for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
      cover.set(column, cell);
  }
  return cover;
}

/** Where cells cannot span (tabs), a header with blanks right of it covers those under which a lower row has headers. */
function spreadRight(
  row: Map<number, Cell>,
  lower: readonly Map<number, Cell>[],
  columns: number,
): Map<number, Cell> {
  const spread = new Map(row);
  for (let column = 1; column < columns; column += 1) {
    const left = spread.get(column - 1);
    const isUnderLower =
      lower.some((below) => below.has(column)) && lower.some((below) => below.has(column - 1));
    if (!spread.has(column) && left !== undefined && isUnderLower) spread.set(column, left);
  }
  return spread;
}

function bodyClasses(table: Table, bodyRows: readonly number[]): Map<number, CellClass[]> {
  const rows = new Set(bodyRows);
  const classes = new Map<number, CellClass[]>();
  for (const cell of table.cells) {
    if (!rows.has(cell.row) || cell.text === '') continue;
    const list = classes.get(cell.column) ?? [];
    list.push(classifyCell(cell.text));
    classes.set(cell.column, list);
  }
  return classes;
}

function columnFrom(
  index: number,
  span: number,
  cells: readonly Cell[],
  readings: readonly HeaderReading[],
  classes: ReadonlyMap<number, readonly CellClass[]>,
): Column {
  const body = classes.get(index) ?? [];
  const holdsPeriods = [index, index - 1, index + 1].some(
    (place) => shareOf(classes.get(place) ?? [], ['period']) > 0.3,
  );
  const deepest = readings.toReversed();
  const meaning = deepest.find(
    (reading) => reading.measures.length > 0 || (reading.role !== null && reading.role !== 'total'),
  );
  const period = deepest.find((reading) => reading.period !== null)?.period ?? null;
  const unit = deepest.find((reading) => reading.unit !== null)?.unit ?? null;
  const mark = readings.at(-1)?.mark ?? null;
  const isTotal = readings.some((reading) => reading.role === 'total');
  const measures = (meaning?.measures ?? []).map(({ measure, period: own }) => ({
    measure: measureByBody(measure, body),
    period: (meaning?.measures.length ?? 0) > 1 ? own : period,
  }));
  const isKnown = meaning !== undefined || period !== null || mark !== null || isTotal;
  const share = (kinds: readonly CellClass[]): number => shareOf(body, kinds);
  const role = meaning?.role ?? (isTotal ? 'total' : null);
  const use = useOf(
    index,
    role,
    measures.length,
    period !== null || mark !== null,
    share,
    body.length,
    holdsPeriods,
  );
  return {
    index,
    span,
    headers: cells.map((cell) => cell.text),
    name:
      (deepest.find((reading) => reading.match !== 'none' || readUnit(reading.text) === null) ?? deepest[0])
        ?.text ?? '',
    headerCells: cells,
    use,
    role,
    measures,
    period,
    unit,
    mark,
    isKnown,
  };
}

/** 達成度 heads percentages in one city and ○△× in the next: the cells decide. */
function measureByBody(measure: Measure, body: readonly CellClass[]): Measure {
  const numbers = body.filter((kind) => kind === 'number').length;
  const marks = body.filter((kind) => kind === 'mark' || kind === 'status' || kind === 'label').length;
  if (measure === 'rating' && numbers > marks)
    return body.includes('markCount') ? 'count' : 'achievementRate';
  if (
    measure === 'rating' &&
    body.filter((kind) => kind === 'markCount').length * 2 >= Math.max(1, body.length)
  )
    return 'count';
  if (measure === 'achievementRate' && marks > numbers) return 'rating';
  return measure;
}

/**
 * Columns that have only a year take the one measure their header rows name, where the lower header row was pushed aside.
 *
 *     成果指標 | 令和7年度 | 令和8年度 | 令和9年度 |        |
 *              |           |           |           | 目標値 | 目標値
 */
function shareSoleMeasure(columns: readonly Column[], firstRow: number): Column[] {
  const bare = columns.filter(
    (column) => column.use === 'value' && column.measures.length === 0 && column.period !== null,
  );
  const pushed = columns.filter(
    (column) =>
      column.measures.length === 1 &&
      column.period === null &&
      column.headerCells.every((cell) => cell.row > firstRow),
  );
  const sole = new Set(pushed.map((column) => column.measures[0]?.measure));
  const measure = [...sole][0];
  if (bare.length === 0 || sole.size !== 1 || measure === undefined) return [...columns];
  return columns
    .filter((column) => !pushed.includes(column))
    .map((column) =>
      bare.includes(column) ? { ...column, measures: [{ measure, period: column.period }] } : column,
    );
}

const shareOf = (body: readonly CellClass[], kinds: readonly CellClass[]): number =>
  body.filter((kind) => kinds.includes(kind)).length / Math.max(1, body.length);

/** Fewer cells than this say nothing about what a column holds: a slipped row puts labels under years. */
const TELLING_CELLS = 3;

function useOf(
  index: number,
  role: Role | null,
  measured: number,
  isDatedOrMarked: boolean,
  share: (kinds: readonly CellClass[]) => number,
  cells: number,
  holdsPeriods: boolean,
): Column['use'] {
  if (measured > 1) return 'value';
  if (measured === 1) {
    const isWords =
      cells >= TELLING_CELLS && share(['prose', 'label', 'department']) > 0.8 && share(['prose']) > 0.2;
    return share(['prose']) > 0.5 || isWords ? 'text' : 'value';
  }
  const hasFigures = share(['number', 'missing', 'mark', 'markCount']) > 0.5;
  switch (role) {
    case 'department':
    case 'unit':
    case 'measureName':
    case 'number':
      return role;
    case 'period':
      return holdsPeriods ? 'period' : hasFigures && index > 0 ? 'value' : 'label';
    case 'assessment':
    case 'text':
      return 'text';
    case 'total':
    case null:
      if (isDatedOrMarked) return share(['prose']) > 0.5 ? 'text' : 'value';
      return hasFigures && index > 0 ? 'value' : 'label';
    case 'indicator':
    case 'activity':
    case 'item':
    case 'goal':
    case 'name':
    case 'thing':
      return share(['number', 'missing']) > 0.6 && index > 0 && cells >= TELLING_CELLS ? 'value' : 'label';
  }
}
