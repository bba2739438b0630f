import type { Cell, LabelledText } from '../model/index.ts';
import { CIRCLED, DIGIT, ROMAN, splitDepartments } from '../normalize/index.ts';
import { classifyCell, isValueClass } from '../outline/index.ts';
import { type AlignedRow, alignRow } from './align.ts';
import { CarriedLabels } from './carried-labels.ts';
import { meaningOfCell } from './cell-meaning.ts';
import type { Column } from './columns.ts';
import type { GridPlan } from './grid-plan.ts';
import type { GridRow } from './grid-row.ts';
import { RowLabelReader, type RowMeaning } from './row-meaning.ts';
import { type CellMeaning, readValueCell, type ValueCell } from './value-cell.ts';

/** A lone cell that names the rows under it. */
const GROUP = new RegExp(`^(?:基本|施策|戦略|政策|【|■|[${DIGIT}${CIRCLED}${ROMAN}]+[.\uFF0E\\s])`, 'u');

/** The name of a group is short. */
const GROUP_CHARACTERS = 60;

/** Reads the rows of a grid one after another; labels merged downwards and groups are carried along. */
export class RowReader {
  readonly #plan: GridPlan;
  readonly #carried: CarriedLabels;
  readonly #labels: RowLabelReader;
  #group: string[] = [];
  /** names of drawn rows that rows further in belong to */
  #over: Cell[] = [];

  constructor(plan: GridPlan) {
    this.#plan = plan;
    this.#carried = new CarriedLabels(plan.columns);
    this.#labels = new RowLabelReader(plan);
  }

  /** Null where the row holds no values: a note, or the name of the rows under it. `spanning` reach down into the row. */
  read(row: number, own: readonly Cell[], spanning: readonly Cell[]): GridRow | null {
    const [lone] = own;
    if (own.length === 1 && lone !== undefined && this.#isOverAll(lone)) {
      if (lone.text !== '') this.#group = [lone.text];
      return null;
    }
    const covered = new Set<Column>();
    for (const cell of spanning) {
      for (const column of this.#plan.columns) {
        if (cell.column > column.index || cell.column + cell.columnSpan <= column.index) continue;
        covered.add(column);
        if (column.use !== 'value') this.#carried.carry(column, cell);
      }
    }
    const open =
      covered.size === 0 ? this.#plan.columns : this.#plan.columns.filter((column) => !covered.has(column));
    const aligned = alignRow(row, own, open);
    const over = this.#rowsOver(own);
    if (this.#holdsValues(aligned)) return this.#readRow(aligned, covered, over);
    if (this.#isLeftBlank(aligned, own)) {
      const row = this.#readRow(aligned, covered, over);
      if (row.values.every(({ indicator }) => indicator !== '')) return row;
    }
    const filled = own.filter((cell) => cell.text !== '');
    const only = filled[0];
    if (filled.length === 1 && only !== undefined && GROUP.test(only.text)) this.#group = [only.text];
    return null;
  }

  /** A drawn cell over all columns of figures names the rows under it. */
  #isOverAll({ box, column, columnSpan, text }: Cell): boolean {
    const last = this.#plan.values.at(-1)?.index ?? 0;
    const isShort = text.length <= GROUP_CHARACTERS && !text.includes('。');
    return box !== null && column === 0 && column + columnSpan > last && columnSpan > 2 && isShort;
  }

  #holdsValues(aligned: AlignedRow): boolean {
    const years = this.#plan.periodColumn;
    if (years !== undefined) {
      const text = (aligned.cells.get(years) ?? this.#carried.get(years))?.text ?? '';
      if (this.#labels.yearIn(text, years) === null) return false;
    }
    return this.#plan.values.some((column) => {
      const cell = aligned.cells.get(column);
      if (cell === undefined || cell.text === '') return false;
      return isValueClass(classifyCell(cell.text)) || columnsUnder(cell, this.#plan.values).length > 1;
    });
  }

  /** A drawn row with a name of its own and nothing under any header: 地方債 │ │ │ . */
  #isLeftBlank({ cells, strays }: AlignedRow, own: readonly Cell[]): boolean {
    const name = own.find(({ text }) => text !== '');
    const isNamed = [...cells].some(([column, { text }]) => column.use === 'label' && text !== '');
    return (
      name?.box != null &&
      isNamed &&
      strays.length === 0 &&
      this.#plan.values.length > 1 &&
      this.#plan.values.every((column) => cells.get(column)?.text === '')
    );
  }

  /**
   * The rows a row belongs to: those above whose names reach over the place where its own begins, further in.
   *
   *     1 人件費       │ 11,282
   *       │ 職員給     │  7,059      1 人件費
   */
  #rowsOver(own: readonly Cell[]): string[] {
    const first = own.find(({ text }) => text !== '');
    if (first?.box == null || first.column >= (this.#plan.values[0]?.index ?? 0)) return [];
    this.#over = this.#over.filter(
      ({ column, columnSpan }) => column < first.column && first.column < column + columnSpan,
    );
    const over = this.#over.map(({ text }) => text);
    this.#over.push(first);
    return over;
  }

  #readRow(aligned: AlignedRow, covered: ReadonlySet<Column>, over: readonly string[]): GridRow {
    const row = this.#labels.read(this.#carried.of(aligned, covered), [...this.#group, ...over]);
    const values = this.#readValues(aligned, covered, row);
    const activity =
      this.#plan.activityColumn === undefined
        ? null
        : (row.labels.get(this.#plan.activityColumn)?.text ?? '');
    const columns = this.#plan.columns.filter((column) => column.use === 'department');
    const told = departmentsOf(columns.flatMap((column) => row.labels.get(column) ?? []));
    const departments = [...new Set([...told, ...row.departments])];
    return {
      kind: this.#plan.archetype !== 'kpi' ? 'statistics' : activity !== null ? 'activity' : 'indicator',
      cells: [...aligned.cells.values(), ...aligned.units.values(), ...values.map(({ cell }) => cell)],
      label: row.label === '' ? (row.headers[0] ?? '') : row.label,
      labelCell: row.labelCell,
      activity,
      assessment: assessmentOf(row.labels),
      departments: columns.length === 0 && departments.length === 0 ? null : departments,
      texts: this.#textsOf(row, aligned),
      pathTail: row.pathTail,
      values,
      isContinued: row.labelCell === null ? row.measure !== null : row.labelCell.row !== aligned.row,
      shifted: aligned.shifted > 0 ? aligned : null,
    };
  }

  /** Texts of the row by header; with them what stands under headers nobody taught. */
  #textsOf({ labels, unplaced }: RowMeaning, aligned: AlignedRow): LabelledText[] {
    const texts = [...labels].filter(([column]) => column.use === 'text' && column.role !== 'assessment');
    const words = unplaced.map(({ column, cell }): [Column, Cell] => [column, cell]);
    const waiting = [...aligned.cells].filter(([column]) => column.use === 'value' && !column.isKnown);
    return [...texts, ...words, ...(this.#plan.archetype === 'statistics' ? [] : waiting)]
      .filter(([, cell]) => cell.text !== '')
      .toSorted(([a], [b]) => a.index - b.index)
      .map(([column, cell]) => ({ label: column.name, text: cell.text }));
  }

  #readValues(aligned: AlignedRow, covered: ReadonlySet<Column>, row: RowMeaning): ValueCell[] {
    const { vocabulary } = this.#plan.context;
    const columns = this.#plan.values.filter((column) => !covered.has(column));
    const name = this.#plan.indicatorColumn;
    const isUnnamed = name !== null && (aligned.cells.get(name)?.text ?? '') === '';
    const isContinued = isUnnamed && (this.#plan.periodColumn !== undefined || row.measure !== null);
    const rowTarget = this.#targetOf(aligned, row);
    const values = columns.flatMap((column) => {
      const cell = aligned.cells.get(column);
      const isUnsaid =
        cell?.text === '' && (this.#plan.isCount || (isContinued && this.#isWrittenOnce(column, row)));
      if (cell === undefined || isUnsaid) return [];
      const meaning = meaningOfCell(this.#plan, row, column, aligned, cell, rowTarget);
      return readValueCell(cell, overColumns(meaning, cell, columns), vocabulary);
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
    const column = this.#plan.values.find(
      ({ measures }) => measures.length === 1 && measures[0]?.measure === 'target',
    );
    const cell = column === undefined ? undefined : aligned.cells.get(column);
    if (column === undefined || cell === undefined) return null;
    return (
      readValueCell(
        cell,
        meaningOfCell(this.#plan, row, column, aligned, cell, null),
        this.#plan.context.vocabulary,
      )[0]?.reading.value ?? null
    );
  }

  /** Counts spread over cells without headers belong to the last header: ○ 9 | × 3 | - 1. */
  #spilled(aligned: AlignedRow, row: RowMeaning): ValueCell[] {
    const last = this.#plan.values.at(-1);
    if (!this.#plan.isCount || last === undefined) return [];
    return aligned.strays
      .filter((cell) => cell.column > last.index && isValueClass(classifyCell(cell.text)))
      .flatMap((cell) =>
        readValueCell(
          cell,
          meaningOfCell(this.#plan, row, last, aligned, cell, null),
          this.#plan.context.vocabulary,
        ),
      );
  }
}

/** The value columns a merged cell stands under. */
const columnsUnder = (cell: Cell, values: readonly Column[]): Column[] =>
  values.filter(({ index }) => cell.column <= index && index < cell.column + cell.columnSpan);

/** 策定中 in one cell under R2, R3, R4 and R5 is said of all four years, once. */
function overColumns(meaning: CellMeaning, cell: Cell, values: readonly Column[]): CellMeaning {
  const periods = columnsUnder(cell, values).flatMap(({ period }) => period ?? []);
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined || first === last) return meaning;
  const period = { ...first, label: `${first.label}～${last.label}`, end: last.end };
  return { ...meaning, measures: meaning.measures.map(({ measure }) => ({ measure, period })) };
}

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
