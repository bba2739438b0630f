import type { Cell, Measure, Period, Table } from '../model/index.ts';
import type { CellClass } from '../outline/index.ts';
import {
  type HeaderReading,
  type HeaderUnit,
  type Role,
  readHeader,
  type Vocabulary,
} from '../vocabulary/index.ts';
import { bodyClasses, type ColumnUse, measureByBody, shareOf, useOf } from './column-use.ts';
import { isPart, nameOf, namesPartOf, onlyNames, subjectOf } from './header-names.ts';
import { type HeaderPath, headerPaths } from './header-paths.ts';
import { isUnitCaption } from './surroundings.ts';
import { toldByCells } from './told-by-cells.ts';
import { eraNamedIn } from './year.ts';

/** A column of a grid with what its header path says of the cells below. */
export interface Column {
  readonly index: number;
  /** columns it covers; more than one where a header spans cells without a header of their own */
  readonly span: number;
  readonly headers: readonly string[];
  /** the innermost header that is more than a unit */
  readonly name: string;
  /** a header nobody taught above the measure: what is counted (事業費 over 予算 and 決算) */
  readonly subject: string | null;
  /** the innermost header where it only parts the one above: 男 and 女 under 人口 */
  readonly part: string | null;
  readonly headerCells: readonly Cell[];
  /** it names a part of what the header above divides: 国庫支出金 under 財源内訳 */
  readonly namesPart: boolean;
  /** a tall cell that reaches down beside the rows; what stands nearer to the figures names them */
  readonly isBeside: boolean;
  readonly use: ColumnUse;
  readonly role: Role | null;
  readonly measures: readonly { readonly measure: Measure; readonly period: Period | null }[];
  readonly period: Period | null;
  /** the measure whose years stand in it: 目標年度 beside 目標値 */
  readonly yearOf: Measure | null;
  readonly unit: HeaderUnit | null;
  readonly mark: string | null;
  readonly isKnown: boolean;
  /** ratings by its cells, under a header that names what is rated: 必要性 */
  readonly isRatedByBody: boolean;
  /** drawn figures under a header that says no measure: 類似団体平均 */
  readonly holdsFigures: boolean;
  /** a year with a word nobody taught: R5たどり着いた値 */
  readonly isHalfKnown: boolean;
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
  beside: readonly Cell[] = [],
): Column[] {
  const paths = headerPaths(table, headerRows, beside);
  const body = bodyClasses(table, bodyRows);
  const columns: Column[] = [];
  let eraOfHeaders = era;
  const isDrawn = table.box !== null;
  for (const { index, span, cells } of paths.flatMap((path) => partedSpan(path, body, isDrawn))) {
    eraOfHeaders = cells.reduce((before, cell) => eraNamedIn(cell.text) ?? before, eraOfHeaders);
    const readings = cells.map((cell) => readHeader(cell.text, vocabulary, eraOfHeaders));
    columns.push(columnFrom(index, span, cells, readings, body));
  }
  const numbered = columns.map((column) =>
    isItemNumber(column, columns) ? { ...column, use: 'number' as const } : column,
  );
  const tall = beside.map(({ column }) => ({ ...labelWithoutHeader(column), isBeside: true }));
  const named = withUnheadedLabels([...tall, ...numbered].toSorted(byIndex), body, isDrawn);
  const told = isDrawn ? toldByCells(named, table, bodyRows, vocabulary) : named;
  return shareSoleMeasure(told, headerRows[0] ?? 0);
}

/**
 * A header over several columns of labels or figures heads each: 指標 over 肥満者の割合 | 男性. Units stay with their figures;
 * where they are drawn beside names they have a column of their own: 指標 over 耐震化率 | ％ | 目標.
 */
function partedSpan(
  path: HeaderPath,
  body: ReadonlyMap<number, readonly CellClass[]>,
  isDrawn: boolean,
): HeaderPath[] {
  const end = path.index + path.span;
  const hasNames = shareOf(body.get(path.index) ?? ['blank'], ['number', 'missing', 'mark', 'blank']) < 0.5;
  const begins = Array.from({ length: path.span }, (_, i) => path.index + i).filter((column) => {
    const classes = body.get(column) ?? [];
    const isUnits = shareOf(classes, ['unit']) >= 0.5;
    return classes.length > 0 && (!isUnits || (isDrawn && column > path.index && hasNames));
  });
  if (begins.length < 2) return [path];
  return begins.map((begin, at) => {
    const index = at === 0 ? path.index : begin;
    return { ...path, index, span: (begins[at + 1] ?? end) - index };
  });
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
  isDrawn: boolean,
): Column[] {
  if (isDrawn) return withDrawnLabels(columns, body);
  const first = columns[0]?.index ?? 0;
  if (first === 0 || columns.some((column) => column.use === 'label')) return [...columns];
  const unheaded = Array.from({ length: first }, (_, index) => index).filter((index) => body.has(index));
  return [...unheaded.map(labelWithoutHeader), ...columns];
}

/** Drawn columns of words left of the figures, under a blank or no header, are labels too: 指標名 | 単位 | (blank) | R4 | R5. */
function withDrawnLabels(
  columns: readonly Column[],
  body: ReadonlyMap<number, readonly CellClass[]>,
): Column[] {
  const end = columns.find(({ use }) => use === 'value')?.index ?? 0;
  const isHeaded = (at: number): boolean =>
    columns.some(({ index, span }) => index <= at && at < index + span);
  const unheaded = [...body.keys()].filter((at) => at < end && !isHeaded(at));
  return [...columns, ...unheaded.map(labelWithoutHeader)].toSorted(byIndex);
}

/** Figures under a header that names things in the column beside: 1 | 物価高騰対策事業 under 会計名. */
const isItemNumber = (column: Column, columns: readonly Column[]): boolean =>
  column.use === 'value' &&
  column.measures.length === 0 &&
  column.period === null &&
  column.mark === null &&
  columns.some(
    (other) =>
      other.use === 'label' &&
      other.index > column.index &&
      other.headerCells.at(-1) === column.headerCells.at(-1),
  );

const byIndex = (a: Column, b: Column): number => a.index - b.index;

const labelWithoutHeader = (index: number): Column => ({
  index,
  span: 1,
  name: '',
  subject: null,
  part: null,
  headers: [],
  headerCells: [],
  namesPart: false,
  isBeside: false,
  use: 'label',
  role: null,
  measures: [],
  period: null,
  yearOf: null,
  unit: null,
  mark: null,
  isKnown: true,
  isRatedByBody: false,
  holdsFigures: false,
  isHalfKnown: false,
});

/** So many of a column's cells are figures where it is one of figures. */
const MOSTLY = 0.6;

function columnFrom(
  index: number,
  span: number,
  cells: readonly Cell[],
  readings: readonly HeaderReading[],
  classes: ReadonlyMap<number, readonly CellClass[]>,
): Column {
  const body = classes.get(index) ?? [];
  const holdsPeriods =
    body.includes('period') ||
    [index - 1, index + 1].some((place) => shareOf(classes.get(place) ?? [], ['period']) > 0.3);
  const deepest = readings.toReversed();
  const meaning = deepest.find(
    (reading, level) =>
      reading.measures.length > 0 ||
      (reading.role !== null && !isPart(reading) && !onlyNames(reading, deepest.slice(level + 1), level)),
  );
  const period = deepest.find((reading) => reading.period !== null)?.period ?? null;
  const unit = deepest.find((reading) => reading.unit !== null)?.unit ?? null;
  const mark = readings.at(-1)?.mark ?? null;
  const isTotal = readings.some((reading) => isPart(reading));
  const part =
    readings.length > 1 && isPart(deepest[0]) && !isPart(deepest[1]) ? (deepest[0]?.text ?? null) : null;
  // 基準年度 over 令和元年度 heads figures of that year
  const yearOf =
    period === null ? null : (readings.find((reading) => reading.yearOf !== null)?.yearOf ?? null);
  const ownRole = yearOf === null ? (meaning?.role ?? null) : null;
  const said =
    yearOf === null
      ? (meaning?.measures ?? ratedByBody(ownRole, period, mark, body))
      : [{ measure: yearOf, period }];
  const measures = said.map(({ measure, period: own }) => ({
    measure: measureByBody(measure, body),
    period: (meaning?.measures.length ?? 0) > 1 ? own : period,
  }));
  const isKnown =
    meaning !== undefined ||
    cells.every(({ text }) => isUnitCaption(text)) ||
    measures.length > 0 ||
    period !== null ||
    mark !== null ||
    isTotal;
  const share = (kinds: readonly CellClass[]): number => shareOf(body, kinds);
  const role = ownRole ?? (isTotal ? 'total' : null);
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
    name: part === null ? nameOf(deepest) : nameOf(deepest.slice(1)),
    part,
    subject: subjectOf(readings),
    headerCells: cells,
    namesPart: namesPartOf(readings),
    isBeside: false,
    use,
    role,
    measures,
    period,
    yearOf: use === 'period' ? (readings.at(-1)?.yearOf ?? null) : null,
    unit,
    mark,
    isKnown: isKnown || use === 'department',
    isRatedByBody: meaning === undefined && measures.length > 0,
    holdsFigures:
      use === 'value' &&
      measures.length === 0 &&
      period === null &&
      mark === null &&
      cells.every(({ box }) => box !== null) &&
      share(['number']) > MOSTLY,
    isHalfKnown: readings.some((reading) => reading.period !== null && reading.match === 'none'),
  };
}

/** A header nobody taught over nothing but marks heads ratings: 必要性 | 有効性 | 効率性. */
function ratedByBody(
  role: Role | null,
  period: Period | null,
  mark: string | null,
  body: readonly CellClass[],
): { measure: Measure; period: Period | null }[] {
  const isBare = role === null && period === null && mark === null;
  return isBare && shareOf(body, ['mark']) > 0.6 ? [{ measure: 'rating', period: null }] : [];
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
