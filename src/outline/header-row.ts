import type { HeaderReading, Vocabulary } from '../vocabulary/index.ts';
import { type CellClass, isValueClass } from './cell-class.ts';
import { isFormLabel } from './form-label.ts';
import { isRowOfPairs, type TableRow } from './table-row.ts';

/** A header without a known word is looked for by the values in this many rows under it. */
const ROWS_LOOKED_AHEAD = 3;
/** A dash heads a column only beside other marks; alone it is a missing value. */
const DASH = /^[-－—―‐−]$/u;
/** What a header cell nobody taught may look like. */
const HEADER_CLASSES: ReadonlySet<CellClass> = new Set([
  'label',
  'period',
  'unit',
  'department',
  'fused',
  'mark',
  'status',
]);

const isStrong = (header: HeaderReading): boolean =>
  header.match === 'exact' || (header.mark !== null && !DASH.test(header.mark));

/** Words that make a grid: what is measured, when, or what the rows are. A lone 備考 does not. */
const isGridWord = (header: HeaderReading): boolean =>
  header.measures.length > 0 ||
  header.period !== null ||
  header.mark !== null ||
  (header.role !== null && header.role !== 'text' && header.role !== 'assessment' && header.role !== 'total');

const isStrongGridWord = (header: HeaderReading): boolean => isStrong(header) && isGridWord(header);

/**
 * Whether a row heads the rows under it: known words side by side and no values, or, where a table opens with words
 * nobody taught, labels over values.
 *
 * @param opens nothing but lone cells stands above the row in its table
 */
export function isHeaderRow(
  row: TableRow,
  below: readonly TableRow[],
  opens: boolean,
  hasBody: boolean,
  vocabulary: Vocabulary,
): boolean {
  const count = row.cells.length;
  const first = row.cells[0];
  if (count < 2 || first === undefined || isRowOfPairs(row)) return false;
  if (row.cells.every((cell) => cell.isHeader) && !row.classes.includes('number')) return true;
  if (isRowOfMarks(row, hasBody) || takesTurns(row, vocabulary)) return false;
  if (opens && isDrawnHead(row, below[0]) && !isFormLabel(first.text, vocabulary)) return true;
  if (isHeadBesideTall(row, below[0])) return true;
  const strong = row.headers.filter(isStrong).length;
  const isMostlyKnown = strong >= 3 && strong * 2 > count;
  if (
    row.headers.some(
      (header, i) =>
        !isStrong(header) &&
        header.mark === null &&
        isValueClass(row.classes[i] as CellClass) &&
        !(isMostlyKnown && row.classes[i] === 'status'),
    )
  )
    return false;
  if (row.classes.includes('prose') && strong < 3) return false;
  const gridWords = row.headers.filter(isStrongGridWord).length;
  const next = below[0];
  const isDivided = strong >= 2 && next !== undefined && isDivision(next, row);
  if (isDivided && row.classes.every((kind) => HEADER_CLASSES.has(kind))) return true;
  if (strong >= 2 && strong * 2 >= count && hasNeighbours(row) && gridWords >= 1) {
    return !isPeriodRow(row) && (gridWords >= 2 || headsValues(row, below));
  }
  const isLabelled = isFormLabel(first.text, vocabulary);
  if (gridWords >= 2 && strong * 2 >= count && !isPeriodRow(row) && headsFigures(next, vocabulary))
    return true;
  return (
    opens && !isLabelled && row.classes.every((kind) => HEADER_CLASSES.has(kind)) && headsValues(row, below)
  );
}

/** 事業名 │ 相談支援事業 │ 担当課 │ 障害福祉課: known words and answers by turns, drawn without shading. */
function takesTurns({ cells, headers }: TableRow, vocabulary: Vocabulary): boolean {
  const isLabel = (at: number): boolean => {
    const header = headers[at]!;
    return (isStrong(header) && header.period === null) || isFormLabel(cells[at]!.text, vocabulary);
  };
  // a year answers 評価対象年度, and stands under 目標 only
  const isAnswer = ({ match, mark, period, measures }: HeaderReading): boolean =>
    (match !== 'exact' && mark === null) || (period !== null && measures.length === 0);
  return (
    cells.length > 3 &&
    cells.length % 2 === 0 &&
    cells.every(({ box }) => box !== null) &&
    headers.every((header, i) => (i % 2 === 0 ? isLabel(i) : isAnswer(header)))
  );
}

/** A drawn row of words over a row of the same cells with figures among them. */
function isDrawnHead(row: TableRow, next: TableRow | undefined): boolean {
  if (next === undefined || row.cells.length < LEAST_DRAWN || row.cells.some(({ box }) => box === null))
    return false;
  const begins = new Set(row.all.map(({ column }) => column));
  return (
    row.cells.length === row.all.length &&
    row.classes.every((kind) => HEADER_CLASSES.has(kind)) &&
    next.all.length === row.all.length &&
    next.all.every(({ column }) => begins.has(column)) &&
    next.classes.slice(1).includes('number')
  );
}
const LEAST_DRAWN = 4;

/**
 * Words beside a tall cell that reaches down to the figures or marks under them, in the same cells.
 *
 *     評価 │ 妥当性 │ 有効性 │ 総合評価
 *          │      3 │      4 │ Ｂ
 */
function isHeadBesideTall({ all, cells, classes }: TableRow, next: TableRow | undefined): boolean {
  const [tall, ...rest] = all;
  return (
    next !== undefined &&
    tall !== undefined &&
    tall.box !== null &&
    tall.rowSpan > 1 &&
    rest.length > 1 &&
    cells.length === all.length &&
    rest.every(({ rowSpan }) => rowSpan === 1) &&
    classes.every((kind) => HEADER_CLASSES.has(kind) && kind !== 'mark') &&
    next.all.length === rest.length &&
    next.all.every(
      ({ column, columnSpan }, i) => rest[i]?.column === column && rest[i]?.columnSpan === columnSpan,
    ) &&
    next.cells.length > 0 &&
    next.classes.every((kind) => kind === 'number' || kind === 'mark' || kind === 'missing')
  );
}

/** Marks head a count when all differ; the same mark twice, or marks under a head, are ratings. */
function isRowOfMarks(row: TableRow, hasBody: boolean): boolean {
  const marks = row.headers.flatMap((header) => header.mark ?? []);
  return marks.length > 0 && (hasBody || new Set(marks).size < marks.length);
}

/** Marks beside a name, or the same mark twice: 飯塚図書館 | A | S | A. */
function isRatedRow(row: TableRow): boolean {
  const marks = row.headers.flatMap((header) => header.mark ?? []);
  const isNamed = row.headers.some((header) => header.mark === null && !isStrong(header));
  return marks.length > 0 && (isNamed || new Set(marks).size < marks.length);
}

/** A row of nothing but known words under the right part of a head: 事業名 | 事業費 |  over  | R4決算 | R5決算. */
function isDivision(row: TableRow, header: TableRow): boolean {
  const first = row.cells[0];
  const isRight = first !== undefined && first.column > (header.cells[0]?.column ?? 0);
  return (
    isRight && row.cells.length >= 2 && row.headers.every(isStrongGridWord) && !row.classes.includes('number')
  );
}

const hasNeighbours = (row: TableRow): boolean =>
  row.headers.some((header, i) => i > 0 && isStrong(header) && isStrong(row.headers[i - 1] as HeaderReading));

/** `H28 | — | — | —` opens with a period but is a data row. */
const isPeriodRow = (row: TableRow): boolean =>
  row.headers[0]?.period !== null && row.headers.slice(1).every((header) => header.mark !== null);

/** Whether the rows under a header hold values in columns it heads. */
function headsValues(row: TableRow, below: readonly TableRow[]): boolean {
  const columns = new Set(row.cells.slice(row.cells.length > 1 ? 1 : 0).map((cell) => cell.column));
  return below
    .slice(0, ROWS_LOOKED_AHEAD)
    .some((other) =>
      other.cells.some((cell, i) => columns.has(cell.column) && isValueClass(other.classes[i] as CellClass)),
    );
}

/** Whether the row right under a header holds figures and is no pair of a form. */
function headsFigures(next: TableRow | undefined, vocabulary: Vocabulary): boolean {
  const first = next?.cells[0];
  return (
    next !== undefined &&
    first !== undefined &&
    next.classes.slice(1).includes('number') &&
    !isFormLabel(first.text, vocabulary)
  );
}

/** A second or third header row, directly under the first: years, measures, units. */
export function isLowerHeader(row: TableRow, header: TableRow, below: readonly TableRow[]): boolean {
  if (row.cells.length > 0 && row.cells.every((cell) => cell.isHeader)) return true;
  if (row.classes.some((kind) => kind === 'number' || kind === 'prose' || kind === 'missing')) return false;
  if (isRatedRow(row)) return false;
  if (row.classes.every((kind) => kind === 'unit')) return row.cells.length > 1;
  if (saysUnits(row) && headsValues(row, below)) return true;
  if (dividesHeader(row, header) && headsValues(row, below)) return true;
  const strong = row.headers.filter(isStrongGridWord).length;
  if (strong === row.cells.length) return row.cells.length > 1 || headsValues(row, below);
  return (
    strong >= 2 && strong * 2 >= row.cells.length && row.classes.every((kind) => HEADER_CLASSES.has(kind))
  );
}

/** Units under some headers, names under others: （千円） | （千円） | 国庫支出金 | 県支出金. */
const saysUnits = ({ cells, classes, headers }: TableRow): boolean =>
  cells.every(({ box }) => box !== null) &&
  classes.filter((kind, i) => kind === 'unit' || headers[i]?.unit !== null).length > 1 &&
  classes.every((kind) => kind === 'unit' || kind === 'label');

/** Labels under the right part of a head: 人口 over 総数 | 男 | 女; the first header has no name under it. */
function dividesHeader(row: TableRow, header: TableRow): boolean {
  const first = row.cells[0];
  const isRight = first !== undefined && first.column > (header.cells[0]?.column ?? 0);
  return (
    isRight &&
    row.cells.length >= 2 &&
    row.classes.every((kind) => kind === 'label' || kind === 'period' || kind === 'unit')
  );
}

const textsOf = (row: TableRow): string => row.cells.map((cell) => cell.text).join('\t');

/** The head printed again, on the next page or halfway down. */
export const repeatsHeader = (row: TableRow, header: TableRow | undefined): boolean =>
  header !== undefined && row.cells.length > 1 && textsOf(row) === textsOf(header);

/** A head that changes in part: 都道府県 | 転入数 | 転出数, further down 都市圏名 | 転入数 | 転出数. */
export function resemblesHeader(row: TableRow, header: TableRow | undefined): boolean {
  if (header === undefined || row.cells.length < 3 || row.cells.length !== header.cells.length) return false;
  const shared = row.cells.filter((cell, i) => {
    const above = header.cells[i];
    return above?.column === cell.column && above.text === cell.text && row.classes[i] === 'label';
  });
  return shared.length * 2 >= row.cells.length;
}
