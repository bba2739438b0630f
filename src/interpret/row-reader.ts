import type { Cell, LabelledText, Measure, Period } from '../model/index.ts';
import { readUnit, splitDepartments } from '../normalize/index.ts';
import { classifyCell, isValueClass } from '../outline/index.ts';
import { type HeaderReading, type HeaderUnit, readHeader } from '../vocabulary/index.ts';
import { type AlignedRow, alignRow } from './align.ts';
import { type Archetype, isMoney } from './archetype.ts';
import { CarriedLabels } from './carried-labels.ts';
import { measureByBody } from './column-use.ts';
import type { Column } from './columns.ts';
import type { GridContext, GridRow } from './grid-row.ts';
import { type CellMeaning, readValueCell, type ValueCell } from './value-cell.ts';
import { eraNamedIn, readYear } from './year.ts';

/** A label cell of a row with what it would say as a header. */
interface RowHeader {
  readonly column: Column;
  readonly cell: Cell;
  readonly reading: HeaderReading;
}

/** What the labels of a row say of its values. */
interface RowMeaning {
  readonly labels: ReadonlyMap<Column, Cell>;
  readonly label: string;
  readonly labelCell: Cell | null;
  readonly period: Period | null;
  readonly unit: HeaderUnit | null;
  readonly measure: Measure | null;
  readonly pathTail: readonly string[];
  readonly headers: readonly string[];
  /** its name is a project's, a thing that costs and does not count */
  readonly isProject: boolean;
}

/** Confidence in a reading by what became of its row. */
const CONFIDENCE = { standing: 1, shifted: 0.8, lost: 0.5 } as const;
/** A lone cell that names the rows under it. */
const GROUP = /^(?:基本|施策|戦略|政策|【|■|[0-9\uFF10-\uFF19①-⑳Ⅰ-Ⅹ]+[.\uFF0E\s])/u;
/** Names of shares and rates, which an amount's unit never fits. */
const RATE = /(?:率|比|割合|シェア)(?:\s*[(\uFF08].*)?$/u;
const CALENDAR_YEARS = /年$|年次$|西暦$/u;

/** Reads the rows of a grid one after another; labels merged downwards, groups and eras are carried along. */
export class RowReader {
  readonly #columns: readonly Column[];
  readonly #values: readonly Column[];
  readonly #archetype: Archetype;
  readonly #context: GridContext;
  readonly #carried: CarriedLabels;
  readonly #indicatorColumn: Column | null;
  readonly #periodColumn: Column | undefined;
  readonly #isCount: boolean;
  /** the column of what was done; the last, where a name stands before it */
  readonly #activityColumn: Column | undefined;
  /** a table of activities that are only rated: 具体的施策 | 実施内容 | 評価 */
  readonly #ratesActivities: boolean;
  /** every value column has its measure and there is one label: a 総合評価 there is a name */
  readonly #namesRows: boolean;
  /** rows are indicators and columns things: 施策の項目 | 中部 | 東部 */
  readonly #countsRows: boolean;
  /** measures of the rows of one indicator, where the head says so: 上段：目標／下段：実績 */
  readonly #stacked: readonly Measure[];
  #stackRow = 0;
  /** the era last written in the column of years */
  #era: string | null;
  #group: string[] = [];

  constructor(columns: readonly Column[], archetype: Archetype, context: GridContext) {
    this.#columns = columns;
    this.#archetype = archetype;
    this.#context = context;
    this.#era = context.era;
    this.#carried = new CarriedLabels(columns);
    const labels = columns.filter((column) => column.use === 'label');
    const values = columns.filter((column) => column.use === 'value');
    this.#values = values;
    this.#indicatorColumn =
      labels.find((column) => column.role === 'indicator') ??
      labels.findLast((column) => column.role !== 'activity') ??
      null;
    this.#periodColumn = columns.find((column) => column.use === 'period');
    this.#namesRows = labels.length === 1 && values.every((column) => column.measures.length > 0);
    this.#activityColumn = labels.findLast((column) => column.role === 'activity');
    this.#ratesActivities =
      this.#indicatorColumn === null && values.every((column) => column.measures[0]?.measure === 'rating');
    this.#countsRows =
      archetype === 'statistics' && labels.some(({ role }) => role === 'indicator' || role === 'entry');
    this.#stacked = stackedMeasures(columns, context);
    this.#isCount =
      values.filter((column) => column.mark !== null).length >= 2 ||
      values.some((column) => column.measures[0]?.measure === 'count');
  }

  /** Null where the row holds no values: a note, or the name of the rows under it. `spanning` reach down into the row. */
  read(row: number, own: readonly Cell[], spanning: readonly Cell[]): GridRow | null {
    const covered = new Set<Column>();
    for (const cell of spanning) {
      for (const column of this.#columns) {
        if (cell.column > column.index || cell.column + cell.columnSpan <= column.index) continue;
        covered.add(column);
        if (column.use !== 'value') this.#carried.carry(column, cell);
      }
    }
    const open = covered.size === 0 ? this.#columns : this.#columns.filter((column) => !covered.has(column));
    const aligned = alignRow(row, own, open);
    if (this.#holdsValues(aligned)) return this.#readRow(aligned, covered);
    const filled = own.filter((cell) => cell.text !== '');
    const only = filled[0];
    if (filled.length === 1 && only !== undefined && GROUP.test(only.text)) this.#group = [only.text];
    return null;
  }

  #holdsValues(aligned: AlignedRow): boolean {
    const years = this.#periodColumn;
    if (years !== undefined) {
      const text = (aligned.cells.get(years) ?? this.#carried.get(years))?.text ?? '';
      if (this.#yearIn(text, years) === null) return false;
    }
    return this.#values.some((column) => {
      const cell = aligned.cells.get(column);
      return cell !== undefined && cell.text !== '' && isValueClass(classifyCell(cell.text));
    });
  }

  #yearIn(text: string, column: Column): Period | null {
    this.#era = eraNamedIn(text) ?? this.#era;
    const isCalendar = column.headers.some((header) => CALENDAR_YEARS.test(header.trim()));
    return readYear(text, this.#era, isCalendar);
  }

  #readRow(aligned: AlignedRow, covered: ReadonlySet<Column>): GridRow {
    const row = this.#meaningOfRow(this.#carried.of(aligned, covered));
    const values = this.#readValues(aligned, covered, row);
    const activity =
      this.#activityColumn === undefined ? null : (row.labels.get(this.#activityColumn)?.text ?? '');
    const departments = this.#columns.filter((column) => column.use === 'department');
    return {
      kind: this.#archetype !== 'kpi' ? 'statistics' : activity !== null ? 'activity' : 'indicator',
      cells: [...aligned.cells.values(), ...aligned.units.values(), ...values.map(({ cell }) => cell)],
      label: row.label === '' ? (row.headers[0] ?? '') : row.label,
      labelCell: row.labelCell,
      activity,
      assessment: assessmentOf(row.labels),
      departments:
        departments.length === 0
          ? null
          : departmentsOf(departments.flatMap((column) => row.labels.get(column) ?? [])),
      texts: this.#textsOf(row.labels, aligned),
      pathTail: row.pathTail,
      values,
      isContinued: row.labelCell === null ? row.measure !== null : row.labelCell.row !== aligned.row,
      shifted: aligned.shifted > 0 ? aligned : null,
    };
  }

  /** Texts of the row by header; with them what stands under headers nobody taught. */
  #textsOf(labels: ReadonlyMap<Column, Cell>, aligned: AlignedRow): LabelledText[] {
    const texts = [...labels].filter(([column]) => column.use === 'text' && column.role !== 'assessment');
    const waiting =
      this.#archetype === 'statistics'
        ? []
        : [...aligned.cells].filter(([column]) => column.use === 'value' && !column.isKnown);
    return [...texts, ...waiting]
      .filter(([, cell]) => cell.text !== '')
      .map(([column, cell]) => ({ label: column.name, text: cell.text }));
  }

  #meaningOfRow(labels: ReadonlyMap<Column, Cell>): RowMeaning {
    const { vocabulary, era } = this.#context;
    const headers = [...labels]
      .filter(([column]) => column.use === 'label' || column.use === 'measureName')
      .map(
        ([column, cell]): RowHeader => ({ column, cell, reading: readHeader(cell.text, vocabulary, era) }),
      );
    const measure = headers.find((header) => this.#saysMeasure(header));
    const year = headers.find(({ reading, column }) => column.use === 'label' && isYearAlone(reading));
    const names = headers.filter(
      (header) =>
        header.column.use === 'label' &&
        header !== year &&
        (header !== measure || this.#archetype === 'statistics'),
    );
    const indicator =
      names.find(({ column }) => column === this.#indicatorColumn) ??
      names.findLast(({ column }) => column.role !== 'activity' && column.role !== 'goal') ??
      (this.#ratesActivities ? undefined : names.at(-1));
    const outer = names.filter((header) => header !== indicator && this.#placesRow(header, indicator));
    const years = this.#periodColumn;
    const written = years === undefined ? null : this.#yearIn(labels.get(years)?.text ?? '', years);
    return {
      labels,
      isProject: indicator?.column.role === 'name',
      label: indicator?.cell.text ?? this.#context.indicator ?? '',
      labelCell: indicator?.cell ?? null,
      period: written ?? year?.reading.period ?? measure?.reading.period ?? null,
      unit:
        measure?.reading.unit ??
        this.#unitOfRow(labels) ??
        indicator?.reading.unit ??
        this.#context.indicatorUnit,
      measure: measure?.reading.measures[0]?.measure ?? this.#stackedMeasure(indicator?.cell ?? null),
      pathTail: [...this.#group, ...outer.map(({ cell }) => cell.text)],
      headers: [
        ...headers.filter(({ column }) => column.role !== 'activity').map(({ cell }) => cell.text),
        ...(years === undefined ? [] : [labels.get(years)?.text ?? '']),
      ],
    };
  }

  /** Whether a label beside the indicator's says where the row belongs: its goal, project, group, or part. */
  #placesRow({ column }: RowHeader, indicator: RowHeader | undefined): boolean {
    switch (column.role) {
      case 'goal':
      case 'name':
        return true;
      case 'activity':
        return this.#ratesActivities && column !== this.#activityColumn;
      case 'indicator':
        return indicator?.column.role === 'indicator';
      default:
        return this.#archetype === 'kpi' && indicator?.column.role === 'indicator';
    }
  }

  #lastName: Cell | null = null;

  /** The measure of this row among those stacked under one name. */
  #stackedMeasure(name: Cell | null): Measure | null {
    this.#stackRow = name !== null && name === this.#lastName ? this.#stackRow + 1 : 0;
    this.#lastName = name;
    return this.#stacked[this.#stackRow] ?? null;
  }

  /** 目標値 | 80 | 85: the measure stands left. In the column of indicators, or where columns say it, it is a name. */
  #saysMeasure({ reading, column }: RowHeader): boolean {
    const isName = this.#namesRows || (this.#archetype === 'kpi' && column.role === 'indicator');
    const isChange = this.#archetype === 'statistics' && reading.measures[0]?.measure === 'change';
    return !isName && (reading.match === 'exact' || isChange) && reading.measures.length === 1;
  }

  #unitOfRow(labels: ReadonlyMap<Column, Cell>): HeaderUnit | null {
    const column = this.#columns.find(({ use }) => use === 'unit');
    const text = column === undefined ? '' : (labels.get(column)?.text ?? '');
    return text === '' ? null : (readUnit(text) ?? { unit: text, multiplier: 0 });
  }

  #readValues(aligned: AlignedRow, covered: ReadonlySet<Column>, row: RowMeaning): ValueCell[] {
    const { vocabulary } = this.#context;
    const columns = this.#values.filter((column) => !covered.has(column));
    const name = this.#indicatorColumn;
    const isUnnamed = name !== null && (aligned.cells.get(name)?.text ?? '') === '';
    const isContinued = isUnnamed && (this.#periodColumn !== undefined || row.measure !== null);
    const rowTarget = this.#targetOf(aligned, row);
    const values = columns.flatMap((column) => {
      const cell = aligned.cells.get(column);
      const isUnsaid =
        cell?.text === '' && (this.#isCount || (isContinued && this.#isWrittenOnce(column, row)));
      if (cell === undefined || isUnsaid) return [];
      return readValueCell(cell, this.#meaning(row, column, aligned, cell, rowTarget), vocabulary);
    });
    return [...values, ...this.#spilled(aligned, row)];
  }

  /** Baseline and fused columns are written once for all years of an indicator; any measured one for its 目標 and 実績 rows. */
  #isWrittenOnce({ measures, period }: Column, row: RowMeaning): boolean {
    const measure = measures[0]?.measure;
    if (measures.length > 1 || measure === 'baseline' || (measure === 'target' && period !== null))
      return true;
    return row.measure !== null && measure !== undefined;
  }

  /** The row's own target, where one column is nothing else. */
  #targetOf(aligned: AlignedRow, row: RowMeaning): number | null {
    const column = this.#values.find(
      ({ measures }) => measures.length === 1 && measures[0]?.measure === 'target',
    );
    const cell = column === undefined ? undefined : aligned.cells.get(column);
    if (column === undefined || cell === undefined) return null;
    return (
      readValueCell(cell, this.#meaning(row, column, aligned, cell, null), this.#context.vocabulary)[0]
        ?.reading.value ?? null
    );
  }

  /** Counts spread over cells without headers belong to the last header: ○ 9 | × 3 | - 1. */
  #spilled(aligned: AlignedRow, row: RowMeaning): ValueCell[] {
    const last = this.#values.at(-1);
    if (!this.#isCount || last === undefined) return [];
    return aligned.strays
      .filter((cell) => cell.column > last.index && isValueClass(classifyCell(cell.text)))
      .flatMap((cell) =>
        readValueCell(cell, this.#meaning(row, last, aligned, cell, null), this.#context.vocabulary),
      );
  }

  #meaning(
    row: RowMeaning,
    column: Column,
    aligned: AlignedRow,
    cell: Cell,
    rowTarget: number | null,
  ): CellMeaning {
    const { era, ratingMarks, titlePeriod } = this.#context;
    const unitCell = aligned.units.get(cell);
    const beside = unitCell === undefined ? null : readUnit(unitCell.text);
    const measure = this.#measureOf(row, column, cell);
    const hasLost = aligned.lost.some((lost) => lost.use === 'value');
    return {
      ...this.#nameOf(row, column),
      measures:
        column.measures.length > 1
          ? column.measures
          : measure === null
            ? []
            : [{ measure, period: column.period }],
      period: row.period ?? (this.#archetype === 'statistics' ? titlePeriod : null),
      unit: beside ?? column.unit ?? row.unit ?? this.#unitByTitle(row, column),
      headers: [...column.headers, ...row.headers].filter((text) => text !== ''),
      era,
      ratingMarks,
      confidence:
        aligned.shifted === 0 ? CONFIDENCE.standing : hasLost ? CONFIDENCE.lost : CONFIDENCE.shifted,
      rowTarget,
    };
  }

  /** Of 単位：千円、％ rates take the ％ and amounts the other. */
  #unitByTitle(row: RowMeaning, column: Column): HeaderUnit | null {
    const { units } = this.#context;
    const isRate = RATE.test(column.name) || (column.measures.length === 0 && RATE.test(row.label));
    const rate = units.find(({ unit }) => unit === '%' || unit === '‰');
    if (isRate) return rate ?? null;
    return units.find((unit) => unit !== rate) ?? units[0] ?? null;
  }

  /** The measure of a value: from its column, else its row, else what such a table shows under a year. */
  #measureOf(row: RowMeaning, column: Column, cell: Cell): Measure | null {
    if (this.#isCount) return 'count';
    const byRow = row.measure === null ? null : measureByBody(row.measure, [classifyCell(cell.text)]);
    const said = column.measures[0]?.measure ?? byRow;
    if (said !== null) return said;
    if (this.#archetype === 'statistics') return this.#context.titleMeasure ?? 'value';
    if (this.#archetype === 'finance') return column.isKnown ? null : 'value';
    if (column.period === null) return null;
    return this.#context.isPlan ? 'target' : 'actual';
  }

  /**
   * What is counted: the row's name, or the column's where that names it and the row a thing or a year.
   *
   *     年度 | H30     | R1           人口 of H30 and R1
   *     人口 | 304,703 | 304,705
   *
   *     都道府県 | 転入数 | 転出数     転入数, under 神奈川県
   *     神奈川県 | 2,246  | 1,294
   */
  #nameOf(row: RowMeaning, column: Column): Pick<CellMeaning, 'indicator' | 'pathTail'> {
    const { label, pathTail } = row;
    const things = [
      ...(label === '' || row.period !== null ? [] : [label]),
      ...(column.part === null ? [] : [column.part]),
    ];
    const byColumn = { indicator: column.subject ?? column.name, pathTail: [...pathTail, ...things] };
    const byRow = { indicator: label, pathTail };
    const isYear = column.measures.length === 0 && column.period !== null && column.mark === null;
    if (this.#isCount) return byColumn;
    switch (this.#archetype) {
      case 'kpi':
        return label === '' && (column.subject !== null || this.#ratesActivities)
          ? { ...byColumn, pathTail }
          : byRow;
      case 'finance':
        return row.isProject || isShare(column) ? byColumn : byRow;
      case 'statistics':
        if (isYear && column.subject === null) return byRow;
        return this.#countsRows ? { indicator: label, pathTail: [...pathTail, column.name] } : byColumn;
    }
  }
}

const STACKED =
  /上段\s*[:\uFF1A]?\s*([^\s/\uFF0F、,)\uFF09]+).*?下段\s*[:\uFF1A]?\s*([^\s/\uFF0F、,)\uFF09]+)/u;

/** 指標名（上段：目標／下段：実績） → target, actual. */
function stackedMeasures(columns: readonly Column[], context: GridContext): Measure[] {
  const texts = [...columns.flatMap((column) => column.headers), ...context.titles.slice(0, 3)];
  const [, upper = '', lower = ''] =
    texts.map((text) => STACKED.exec(text)).find((found) => found !== null) ?? [];
  const measures = [upper, lower].map((text) => readHeader(text, context.vocabulary).measures[0]?.measure);
  return measures.every((measure) => measure !== undefined) ? measures : [];
}

/** 構成比 and 増減率 are counted of an item; amounts and their differences are the item's. */
const isShare = (column: Column): boolean =>
  column.measures.every(({ measure }) => !isMoney(measure)) && RATE.test(column.name);

const isYearAlone = (reading: HeaderReading): boolean =>
  reading.match === 'exact' &&
  reading.measures.length === 0 &&
  reading.role === null &&
  reading.period !== null;

function assessmentOf(labels: ReadonlyMap<Column, Cell>): string | null {
  const texts = [...labels].filter(([column]) => column.role === 'assessment' && column.use === 'text');
  return texts.length === 0 ? null : texts.map(([, cell]) => cell.text).join(' ');
}

/** 部 and 課 may stand in a column each: 産業経済部 | 水産振興課 is one name. */
function departmentsOf(cells: readonly Cell[]): string[] {
  return splitDepartments(
    cells.map((cell) => (cell.lines.length === 0 ? cell.text : cell.lines.join('\n'))).join(' '),
  );
}
