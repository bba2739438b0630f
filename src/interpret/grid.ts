import type { Cell, LabelledText, Measure, ObsStatus, Period, Table } from '../model/index.ts';
import { readUnit, splitDepartments } from '../normalize/index.ts';
import { classifyCell, isValueClass } from '../outline/index.ts';
import { type HeaderUnit, headerKey, readHeader, type Vocabulary } from '../vocabulary/index.ts';
import { type AlignedRow, alignRow } from './align.ts';
import { type Column, columnsOfGrid } from './columns.ts';
import { readValueCell, type ValueCell } from './value-cell.ts';
import { eraNamedIn, readYear } from './year.ts';

/** What surrounds a grid: what its own headers leave unsaid. */
export interface GridContext {
  readonly vocabulary: Vocabulary;
  readonly era: string | null;
  /** unit in the title above: (千円), 単位：人 */
  readonly unit: HeaderUnit | null;
  /** period named by the title above, for plain statistics */
  readonly titlePeriod: Period | null;
  /** periods of the last headers above in the same sheet, with their columns */
  readonly sheetPeriods: readonly { readonly column: number; readonly period: Period }[];
  /** indicator named by the form around the table */
  readonly indicator: string | null;
  readonly indicatorUnit: HeaderUnit | null;
  /** whether the table is a plan: years without a measure are targets */
  readonly isPlan: boolean;
  readonly ratingMarks: { readonly [mark: string]: ObsStatus };
}

/** One row of a grid, read through its headers. */
export interface GridRow {
  readonly kind: 'indicator' | 'activity' | 'statistics';
  readonly cells: readonly Cell[];
  readonly label: string;
  readonly labelCell: Cell | null;
  readonly activity: string | null;
  readonly assessment: string | null;
  readonly departments: readonly string[] | null;
  readonly texts: readonly LabelledText[];
  readonly pathTail: readonly string[];
  readonly values: readonly ValueCell[];
  /** a row that goes on with the indicator of the row above (a row a year) */
  readonly isContinued: boolean;
  readonly shifted: AlignedRow | null;
}

export interface ReadGrid {
  readonly columns: readonly Column[];
  readonly rows: readonly GridRow[];
  /** rows that hold no values: notes, labels with text */
  readonly leftovers: readonly (readonly Cell[])[];
  /** header cells nobody taught, with how many cells wait under each */
  readonly unknown: readonly { readonly cell: Cell; readonly cells: number }[];
}

type Archetype = 'kpi' | 'finance' | 'statistics';

const KPI_MEASURES: ReadonlySet<Measure> = new Set([
  'baseline',
  'target',
  'actual',
  'achievementRate',
  'rating',
]);

/** Reads a grid: columns from its headers, then every row under them. */
export function readGrid(
  table: Table,
  headerRows: readonly number[],
  bodyRows: readonly number[],
  context: GridContext,
): ReadGrid {
  const headed = columnsOfGrid(table, headerRows, bodyRows, context.vocabulary, context.era);
  const columns = withSheetPeriods(withUnheadedYears(headed, table, bodyRows, context), context);
  const cellsByRow = new Map<number, Cell[]>();
  for (const cell of table.cells) {
    const list = cellsByRow.get(cell.row);
    if (list === undefined) cellsByRow.set(cell.row, [cell]);
    else list.push(cell);
  }
  const archetype = archetypeOf(columns, table, bodyRows, context);
  const reader = new RowReader(columns, archetype, context);
  const leftovers: (readonly Cell[])[] = [];
  const rows: GridRow[] = [];
  const isLegend = explainsMarks(columns);
  for (const row of bodyRows) {
    const own = cellsByRow.get(row) ?? [];
    if (isLegend) {
      leftovers.push(own.filter((cell) => cell.text !== ''));
      continue;
    }
    const spanning = table.cells.filter(
      (cell) => cell.row < row && cell.row + cell.rowSpan > row && bodyRows.includes(cell.row),
    );
    const read = reader.read(row, own, spanning);
    if (read === null) leftovers.push(own.filter((cell) => cell.text !== ''));
    else rows.push(read);
  }
  return {
    columns,
    rows,
    leftovers,
    unknown: archetype === 'statistics' ? [] : unknownHeaders(columns, rows.length),
  };
}

/** Value columns without a year take the years of the headers above them in the sheet, by place or else in order. */
function withSheetPeriods(columns: readonly Column[], context: GridContext): Column[] {
  const bare = columns.filter(
    (column) =>
      column.use === 'value' &&
      column.period === null &&
      column.measures.length === 1 &&
      isMoney(column.measures[0]?.measure),
  );
  const years = context.sheetPeriods;
  if (bare.length === 0 || years.length === 0) return [...columns];
  const byPlace = years.every(({ column }) => bare.some((own) => own.index === column));
  return columns.map((column) => {
    const order = bare.indexOf(column);
    if (order < 0) return column;
    const period =
      (byPlace ? years.find((year) => year.column === column.index) : years[order])?.period ?? null;
    return { ...column, period, measures: column.measures.map(({ measure }) => ({ measure, period })) };
  });
}

/**
 * Amounts that stand beyond the last header, in most rows, while the sheet names more years than there are headers:
 * a header was lost, its column goes on like the one before.
 */
function withUnheadedYears(
  columns: readonly Column[],
  table: Table,
  bodyRows: readonly number[],
  context: GridContext,
): Column[] {
  const money = columns.filter((column) => column.use === 'value' && isMoney(column.measures[0]?.measure));
  const last = money.at(-1);
  if (last === undefined || last !== columns.at(-1) || money.length >= context.sheetPeriods.length)
    return [...columns];
  const rows = new Set(bodyRows);
  for (let index = last.index + last.span; index < table.columns; index += 1) {
    const numbers = table.cells.filter(
      (cell) => rows.has(cell.row) && cell.column === index && classifyCell(cell.text) === 'number',
    );
    if (numbers.length * 2 > bodyRows.length) return [...columns, { ...last, index, span: 1 }];
  }
  return [...columns];
}

const isMoney = (measure: Measure | undefined): boolean => measure === 'budget' || measure === 'settlement';

function archetypeOf(
  columns: readonly Column[],
  table: Table,
  bodyRows: readonly number[],
  context: GridContext,
): Archetype {
  const measures = columns.flatMap((column) =>
    column.use === 'value' ? column.measures.map(({ measure }) => measure) : [],
  );
  if (columns.some((column) => column.role === 'indicator' || column.role === 'activity')) return 'kpi';
  if (measures.some(isMoney)) return 'finance';
  if (measures.some((measure) => KPI_MEASURES.has(measure))) return 'kpi';
  const rows = new Set(bodyRows);
  const rowMeasures = table.cells
    .filter((cell) => rows.has(cell.row))
    .flatMap((cell) => {
      const reading = readHeader(cell.text, context.vocabulary);
      return reading.match === 'exact' ? reading.measures.map(({ measure }) => measure) : [];
    });
  if (rowMeasures.some((measure) => KPI_MEASURES.has(measure))) return 'kpi';
  return rowMeasures.some(isMoney) ? 'finance' : 'statistics';
}

/** A table of marks and their meanings: the marks stand first and nothing is measured. */
function explainsMarks(columns: readonly Column[]): boolean {
  const values = columns.filter((column) => column.use === 'value');
  return values.length === 1 && values[0] === columns[0] && values[0]?.measures[0]?.measure === 'rating';
}

function unknownHeaders(columns: readonly Column[], rows: number): { cell: Cell; cells: number }[] {
  return columns.flatMap((column) => {
    const cell = column.headerCells.at(-1);
    return column.isKnown || cell === undefined ? [] : [{ cell, cells: rows }];
  });
}

/** Reads rows one after another: labels merged downwards are carried. */
class RowReader {
  readonly #columns: readonly Column[];
  readonly #archetype: Archetype;
  readonly #context: GridContext;
  readonly #indicatorColumn: Column | null;
  readonly #isCount: boolean;
  /** every value column has its measure and there is one label: a 総合評価 there is a name */
  readonly #namesRows: boolean;
  /** the era last written in the column of years */
  #era: string | null;
  #carried = new Map<Column, Cell>();
  #group: string[] = [];

  constructor(columns: readonly Column[], archetype: Archetype, context: GridContext) {
    this.#columns = columns;
    this.#archetype = archetype;
    this.#context = context;
    this.#era = context.era;
    const labels = columns.filter((column) => column.use === 'label');
    this.#indicatorColumn =
      labels.find((column) => column.role === 'indicator') ??
      labels.filter((column) => column.role !== 'activity').at(-1) ??
      null;
    const values = columns.filter((column) => column.use === 'value');
    this.#namesRows = labels.length === 1 && values.every((column) => column.measures.length > 0);
    this.#isCount =
      values.filter((column) => column.mark !== null).length >= 2 ||
      values.some((column) => column.measures[0]?.measure === 'count');
  }

  read(row: number, own: readonly Cell[], spanning: readonly Cell[]): GridRow | null {
    const covered = new Set(
      this.#columns.filter((column) =>
        spanning.some((cell) => cell.column <= column.index && cell.column + cell.columnSpan > column.index),
      ),
    );
    const open = this.#columns.filter((column) => !covered.has(column));
    const aligned = alignRow(row, own, open);
    for (const column of covered) {
      const cell = spanning.find(
        (candidate) =>
          candidate.column <= column.index && candidate.column + candidate.columnSpan > column.index,
      );
      if (cell !== undefined && column.use !== 'value') this.#carried.set(column, cell);
    }
    return this.#holdsValues(aligned) ? this.#readRow(aligned, covered) : this.#readGroup(own);
  }

  #holdsValues(aligned: AlignedRow): boolean {
    const periodColumn = this.#columns.find((column) => column.use === 'period');
    if (periodColumn !== undefined && !this.#hasPeriod(aligned, periodColumn)) return false;
    const filled = [...aligned.cells].filter(([column, cell]) => column.use === 'value' && cell.text !== '');
    return filled.some(([, cell]) => isValueClass(classifyCell(cell.text)));
  }

  #hasPeriod(aligned: AlignedRow, column: Column): boolean {
    const text = aligned.cells.get(column)?.text ?? this.#carried.get(column)?.text ?? '';
    return this.#periodIn(text, column) !== null;
  }

  #periodIn(text: string, column: Column): Period | null {
    this.#era = eraNamedIn(text) ?? this.#era;
    const isCalendar = column.headers.some((header) => /年$|年次$|西暦$/u.test(header.trim()));
    return readYear(text, this.#era, isCalendar);
  }

  /** A lone cell that names the rows under it. */
  #readGroup(own: readonly Cell[]): null {
    const filled = own.filter((cell) => cell.text !== '');
    const only = filled.length === 1 ? filled[0] : undefined;
    if (
      only !== undefined &&
      /^(?:基本|施策|戦略|政策|【|■|[0-9\uFF10-\uFF19①-⑳Ⅰ-Ⅹ]+[.\uFF0E\s])/u.test(only.text)
    )
      this.#group = [only.text];
    return null;
  }

  #readRow(aligned: AlignedRow, covered: ReadonlySet<Column>): GridRow {
    const labels = this.#labels(aligned, covered);
    const text = (column: Column | undefined | null): string =>
      column === undefined || column === null ? '' : (labels.get(column)?.text ?? '');
    const of = (role: string): Column[] =>
      this.#columns.filter((column) => column.role === role && column.use !== 'value');
    const rowHeaders = [...labels]
      .filter(([column]) => column.use === 'label' || column.use === 'measureName' || column.use === 'text')
      .map(([column, cell]) => ({
        column,
        cell,
        reading: readHeader(cell.text, this.#context.vocabulary, this.#context.era),
      }));
    const measureHeader = rowHeaders.find(
      ({ reading, column }) =>
        column.use !== 'text' &&
        reading.match === 'exact' &&
        reading.measures.length === 1 &&
        !isOnlyName(column, this.#archetype) &&
        !this.#namesRows,
    );
    const periodColumn = this.#columns.find((column) => column.use === 'period');
    const periodHeader = rowHeaders.find(
      ({ reading, column }) =>
        column.use === 'label' &&
        reading.match === 'exact' &&
        reading.measures.length === 0 &&
        reading.role === null &&
        reading.period !== null,
    );
    const period =
      (periodColumn === undefined ? null : this.#periodIn(text(periodColumn), periodColumn)) ??
      periodHeader?.reading.period ??
      measureHeader?.reading.period ??
      null;
    const names = rowHeaders.filter(
      (header) =>
        (header !== measureHeader || this.#archetype === 'statistics') &&
        header !== periodHeader &&
        header.column.use === 'label',
    );
    const indicatorHeader =
      names.find(({ column }) => column === this.#indicatorColumn) ??
      names.filter(({ column }) => column.role !== 'activity' && column.role !== 'goal').at(-1) ??
      names.at(-1);
    const label = indicatorHeader?.cell.text ?? this.#context.indicator ?? '';
    const tail = [
      ...this.#group,
      ...names
        .filter(
          (header) =>
            header !== indicatorHeader && (header.column.role === 'goal' || header.column.role === 'name'),
        )
        .map(({ cell }) => cell.text),
    ];
    const unitText = text(of('unit')[0] ?? null);
    const rowUnit =
      (unitText === '' ? null : (readUnit(unitText) ?? { unit: unitText, multiplier: 0 })) ??
      indicatorHeader?.reading.unit ??
      measureHeader?.reading.unit ??
      this.#context.indicatorUnit ??
      this.#context.unit;
    const values = this.#values(aligned, covered, {
      label,
      period,
      rowUnit,
      rowMeasure: measureHeader?.reading.measures[0]?.measure ?? null,
      tail,
      names: rowHeaders.filter(({ column }) => column.use !== 'text').map(({ cell }) => cell.text),
    });
    const departmentColumn = of('department')[0];
    const activityColumn = this.#columns.find(
      (column) => column.role === 'activity' && column.use !== 'value',
    );
    const isOwnLabel = indicatorHeader === undefined || indicatorHeader.cell.row === aligned.row;
    return {
      kind:
        this.#archetype !== 'kpi' ? 'statistics' : activityColumn !== undefined ? 'activity' : 'indicator',
      cells: [...aligned.cells.values(), ...aligned.units.values(), ...values.map(({ cell }) => cell)],
      label: label === '' ? (periodHeader?.cell.text ?? text(periodColumn)) : label,
      labelCell: indicatorHeader?.cell ?? null,
      activity: activityColumn === undefined ? null : text(activityColumn),
      assessment: this.#assessment(labels),
      departments: departmentColumn === undefined ? null : departmentsOf(labels.get(departmentColumn)),
      texts: [...labels]
        .filter(([column, cell]) => column.use === 'text' && cell.text !== '')
        .map(([column, cell]) => ({ label: column.headers.at(-1) ?? '', text: cell.text })),
      pathTail: tail,
      values,
      isContinued: !isOwnLabel || (measureHeader !== undefined && indicatorHeader === undefined),
      shifted: aligned.shifted > 0 ? aligned : null,
    };
  }

  /** The label cells of a row; blank ones under a merged label take it over, and with it what is said once for it. */
  #labels(aligned: AlignedRow, covered: ReadonlySet<Column>): Map<Column, Cell> {
    const labels = new Map<Column, Cell>();
    const outermost = this.#columns.find((column) => column.use === 'label');
    const isNew = outermost !== undefined && (aligned.cells.get(outermost)?.text ?? '') !== '';
    for (const column of this.#columns) {
      if (column.use === 'value') continue;
      const own = aligned.cells.get(column);
      if (own !== undefined && own.text !== '') {
        labels.set(column, own);
        if (column.use === 'label') this.#forgetRightOf(column);
        this.#carried.set(column, own);
        continue;
      }
      const carried = this.#carried.get(column);
      const isMerged =
        covered.has(column) ||
        column.use === 'label' ||
        (!isNew && column.use !== 'period' && column.use !== 'measureName');
      if (carried !== undefined && isMerged) labels.set(column, carried);
    }
    return labels;
  }

  /** A new name ends the labels merged under the one before. */
  #forgetRightOf(column: Column): void {
    const isOutermost = column === this.#columns.find((other) => other.use === 'label');
    for (const later of this.#columns) {
      if (later.index > column.index && (isOutermost || later.use === 'label')) this.#carried.delete(later);
    }
  }

  #assessment(labels: ReadonlyMap<Column, Cell>): string | null {
    const texts = [...labels]
      .filter(([column]) => column.role === 'assessment' && column.use === 'text')
      .map(([, cell]) => cell.text);
    return texts.length === 0 ? null : texts.join(' ');
  }

  #values(aligned: AlignedRow, covered: ReadonlySet<Column>, row: RowMeaning): ValueCell[] {
    const columns = this.#columns.filter((column) => column.use === 'value' && !covered.has(column));
    const target = columns.find(
      (column) => column.measures.length === 1 && column.measures[0]?.measure === 'target',
    );
    const targetCell = target === undefined ? undefined : aligned.cells.get(target);
    const isLong = this.#columns.some((column) => column.use === 'period');
    const isContinued =
      isLong &&
      this.#indicatorColumn !== null &&
      (aligned.cells.get(this.#indicatorColumn)?.text ?? '') === '';
    const rowTarget =
      targetCell === undefined
        ? null
        : (readValueCell(
            targetCell,
            this.#meaning(row, target as Column, aligned, targetCell, null),
            this.#context.vocabulary,
          )[0]?.reading.value ?? null);
    const values = columns.flatMap((column) => {
      const cell = aligned.cells.get(column);
      if (cell === undefined) return [];
      const isBlank = cell.text === '';
      if (isBlank && (this.#isCount || (isContinued && isWrittenOnce(column)))) return [];
      const meaning = this.#meaning(row, column, aligned, cell, rowTarget);
      return readValueCell(cell, meaning, this.#context.vocabulary);
    });
    return [...values, ...this.#spilled(aligned, row)];
  }

  /** Counts spread over cells without headers belong to the last header: ○ 9 | × 3 | - 1. */
  #spilled(aligned: AlignedRow, row: RowMeaning): ValueCell[] {
    const last = this.#columns.filter((column) => column.use === 'value').at(-1);
    if (!this.#isCount || last === undefined) return [];
    return aligned.strays
      .filter((cell) => cell.column > last.index && isValueClass(classifyCell(cell.text)))
      .flatMap((cell) =>
        readValueCell(cell, this.#meaning(row, last, aligned, cell, null), this.#context.vocabulary),
      );
  }

  #meaning(row: RowMeaning, column: Column, aligned: AlignedRow, cell: Cell, rowTarget: number | null) {
    const { context, measure, indicator, tail } = this.#name(row, column);
    const unitCell = aligned.units.get(cell);
    const beside = unitCell === undefined ? null : readUnit(unitCell.text);
    const header = column.headers.join(' › ');
    const measures =
      column.measures.length > 1
        ? column.measures
        : measure === null
          ? []
          : [{ measure, period: column.period }];
    const isStatistics = this.#archetype === 'statistics';
    return {
      indicator,
      measures,
      period: row.period ?? (isStatistics ? context.titlePeriod : null),
      unit: beside ?? column.unit ?? row.rowUnit,
      headers: [...column.headers, ...row.names].filter((text) => text !== ''),
      pathTail: tail,
      era: context.era,
      ratingMarks: context.ratingMarks,
      confidence:
        aligned.lost.some((lost) => lost.use === 'value') && aligned.shifted > 0
          ? 0.5
          : aligned.shifted > 0
            ? 0.8
            : 1,
      isLost: false,
      rowTarget,
      header,
    };
  }

  /** What is counted, and by which measure: from the column, the row, or both. */
  #name(row: RowMeaning, column: Column) {
    const context = this.#context;
    const own = column.measures[0]?.measure ?? null;
    const headerText = column.name;
    if (this.#archetype !== 'statistics' && !this.#isCount) {
      const bare =
        column.period !== null || this.#archetype === 'finance'
          ? this.#archetype === 'finance'
            ? null
            : context.isPlan
              ? 'target'
              : 'actual'
          : null;
      return {
        context,
        measure: own ?? row.rowMeasure ?? (bare as Measure | null),
        indicator: row.label,
        tail: row.tail,
      };
    }
    const measure = this.#isCount ? 'count' : (own ?? row.rowMeasure ?? 'value');
    if (own === null && column.period !== null && column.mark === null)
      return { context, measure, indicator: row.label, tail: row.tail };
    if (row.label === '' || row.period !== null)
      return { context, measure, indicator: headerText, tail: row.tail };
    return { context, measure, indicator: headerText, tail: [...row.tail, row.label] };
  }
}

const departmentsOf = (cell: Cell | undefined): string[] =>
  cell === undefined ? [] : splitDepartments(cell.lines.length === 0 ? cell.text : cell.lines.join('\n'));

interface RowMeaning {
  readonly label: string;
  readonly period: Period | null;
  readonly rowUnit: HeaderUnit | null;
  readonly rowMeasure: Measure | null;
  readonly tail: readonly string[];
  readonly names: readonly string[];
}

/** A row named 増減 in a table of statistics is an indicator and a measure at once; in a KPI table it is a measure. */
const isOnlyName = (column: Column, archetype: Archetype): boolean =>
  archetype === 'kpi' && column.role === 'indicator';

/** Baseline and fused columns are written once for all years of an indicator. */
const isWrittenOnce = (column: Column): boolean =>
  column.measures.length > 1 ||
  column.measures[0]?.measure === 'baseline' ||
  (column.measures[0]?.measure === 'target' && column.period !== null);

export const sameHeader = (a: string, b: string): boolean => headerKey(a) === headerKey(b);
